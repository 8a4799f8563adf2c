import Assessment
import Foundation
import Spreadsheet

/// Which details of an export are sums of others, by their codes, by how deep their names stand, and by their amounts. What a sign says is proved by adding up.
struct ExportTree {
    /// A row that may be a sum, and the rows under it.
    struct Parent {
        var row: BudgetExport.Row
        var leaves: [BudgetExport.Row]
    }

    /// Rows that are added up.
    private(set) var details: [BudgetExport.Row]
    /// Rows that are the sums of rows under them.
    private(set) var parents: [BudgetExport.Row] = []
    /// Rows that a sign names a sum, and whose amounts are none: not added.
    private(set) var doubtful: [Parent] = []
    /// Rows without a sign whose amounts are just the sum of rows beside them: added.
    private(set) var alike: [Parent] = []

    /// - Parameters:
    ///   - total: 合计 of all, which decides where it can.
    ///   - codes: Codes of the details, one list a way to read them, the surest first; the first is believed without proof where `isSure` says so.
    init(_ rows: [BudgetExport.Row], total: BudgetExport.Row?, codes: [[String]], isSure: Bool) {
        details = rows
        guard rows.count > 1 else { return }
        var proved: [Int: [Int]] = [:]
        var unproved: [Int: [Int]] = [:]
        for (number, list) in codes.enumerated() {
            let found = Self.codeParents(rows, list)
            if found.proved.isEmpty, number > 0 || !isSure { continue }
            (proved, unproved) = found
            if !proved.isEmpty || !unproved.isEmpty { break }
        }
        if proved.isEmpty, unproved.isEmpty { (proved, unproved) = Self.outlineParents(rows) }
        for (index, leaves) in Self.namedParents(rows, except: Set(proved.keys).union(unproved.keys)) {
            proved[index] = leaves
        }
        settle(proved, unproved, total)
        if parents.isEmpty, doubtful.isEmpty { settleAlike(total) }
    }

    private mutating func settle(_ proved: [Int: [Int]], _ unproved: [Int: [Int]], _ total: BudgetExport.Row?) {
        guard !proved.isEmpty || !unproved.isEmpty else { return }
        let rows = details
        func kept(without dropped: [Int]) -> [BudgetExport.Row] {
            let dropped = Set(dropped)
            return rows.indices.filter { !dropped.contains($0) }.map { rows[$0] }
        }
        let all = Array(proved.keys) + Array(unproved.keys)
        let choices = [all, Array(proved.keys), []]
        if let total, let chosen = choices.first(where: { Self.sum(kept(without: $0)).makes(total) }) {
            details = kept(without: chosen)
            parents = chosen.filter { proved[$0] != nil }.sorted().map { rows[$0] }
            let isDropped = chosen.count == all.count
            if isDropped {
                doubtful = unproved.sorted { $0.key < $1.key }.map { one in
                    Parent(row: rows[one.key], leaves: one.value.map { rows[$0] })
                }
            }
            return
        }
        details = kept(without: all)
        parents = proved.keys.sorted().map { rows[$0] }
        doubtful = unproved.sorted { $0.key < $1.key }.map { one in
            Parent(row: rows[one.key], leaves: one.value.map { rows[$0] })
        }
    }

    // MARK: Signs

    private static func codeParents(_ rows: [BudgetExport.Row], _ codes: [String]) -> (
        proved: [Int: [Int]], unproved: [Int: [Int]]
    ) {
        var proved: [Int: [Int]] = [:]
        var unproved: [Int: [Int]] = [:]
        let tree = CodeTree(
            zip(rows, codes).map { CodeTree.Entry(code: $1, context: [$0.group, $0.fund, $0.kind, $0.office]) })
        for index in rows.indices {
            let leaves = tree.leaves(under: index)
            let below = tree.leavesBelow(index)
            if leaves.isEmpty, below.isEmpty { continue }
            if !leaves.isEmpty, sum(leaves.map { rows[$0] }).makes(rows[index]) {
                proved[index] = leaves
            } else if !below.isEmpty, below != leaves, sum(below.map { rows[$0] }).makes(rows[index]) {
                proved[index] = below
            } else if !leaves.isEmpty {
                unproved[index] = leaves
            }
        }
        return (proved, unproved)
    }

    private static func outlineParents(_ rows: [BudgetExport.Row]) -> (proved: [Int: [Int]], unproved: [Int: [Int]]) {
        var proved: [Int: [Int]] = [:]
        var unproved: [Int: [Int]] = [:]
        let stairs = rows.map(\.stair)
        let indents = rows.map { Optional($0.indent) }
        let numbers = rows.map(\.numbering)
        // A name without a number under one with a number may be a part of it, or not.
        let loose = numbers.map { Optional($0 ?? 9) }
        let ways: [(leaves: (Int) -> [Int], isSign: Bool)] = [
            ({ ExportOutline.leaves(under: $0, indents) }, true), ({ ExportOutline.leaves(under: $0, numbers) }, true),
            ({ ExportOutline.leaves(under: $0, stairs) }, true), ({ ExportOutline.leaves(under: $0, loose) }, false),
        ]
        for way in ways {
            for index in rows.indices {
                let leaves = way.leaves(index)
                if leaves.isEmpty { continue }
                if sum(leaves.map { rows[$0] }).makes(rows[index]) {
                    proved[index] = leaves
                } else if way.isSign {
                    unproved[index] = leaves
                }
            }
            if !proved.isEmpty || !unproved.isEmpty { break }
        }
        return (proved, unproved)
    }

    /// Rows that are called as a fund or a kind is, over the rows that say it: 基本支出 over 人员经费 of 基本支出. Only where the amounts prove it.
    private static func namedParents(_ rows: [BudgetExport.Row], except known: Set<Int>) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        for (index, row) in rows.enumerated() where !known.contains(index) {
            guard let value = row.value else { continue }
            let leaves = rows.indices.filter { other in
                !known.contains(other) && other != index && rows[other].group == row.group
                    && (rows[other].fundValue == value || rows[other].kindValue == value)
            }
            if !leaves.isEmpty, sum(leaves.map { rows[$0] }).makes(row) { found[index] = leaves }
        }
        return found
    }

    // MARK: Amounts alone

    /// Rows that are just the sum of two or more rows right under or over them. Only a total that fits proves it.
    private mutating func settleAlike(_ total: BudgetExport.Row?) {
        guard details.count > 2, details.count <= 3000 else { return }
        if let total, Self.sum(details).makes(total) { return }
        var found: [Int: [Int]] = [:]
        for step in [1, -1] {
            var taken: Set<Int> = []
            for index in step > 0 ? Array(details.indices) : details.indices.reversed() where found[index] == nil {
                if taken.contains(index) { continue }
                guard let parts = run(from: index, step) else { continue }
                found[index] = parts
                taken.formUnion(parts)
            }
            if !found.isEmpty { break }
        }
        guard !found.isEmpty else { return }
        let kept = details.indices.filter { found[$0] == nil }.map { details[$0] }
        if let total {
            guard Self.sum(kept).makes(total) else { return }
            parents = found.keys.sorted().map { details[$0] }
            details = kept
            return
        }
        alike = found.sorted { $0.key < $1.key }.map { one in
            Parent(row: details[one.key], leaves: one.value.map { details[$0] })
        }
    }

    private func run(from index: Int, _ step: Int) -> [Int]? {
        let row = details[index]
        let amounts = row.amounts.values.compactMap(\.value).filter { $0 > 0 }
        guard amounts.count >= 2, amounts.count == row.amounts.count else { return nil }
        var sum = RowSum()
        var parts: [Int] = []
        var next = index + step
        while details.indices.contains(next), parts.count < 200 {
            guard details[next].group == row.group else { return nil }
            sum.add(details[next])
            parts.append(next)
            if parts.count >= 2, sum.makes(row) { return parts.sorted() }
            next += step
        }
        return nil
    }

    static func sum(_ rows: [BudgetExport.Row]) -> RowSum {
        var sum = RowSum()
        for row in rows { sum.add(row) }
        return sum
    }
}
