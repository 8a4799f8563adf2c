import Assessment
import Foundation
import Spreadsheet

/// Which rows of a finance export are sums or parts of others. A name (其中：, 小计) only says that it may be so: the amounts say whether it is.
struct ExportSums {
    /// What the name of a row says.
    enum Kind {
        case detail
        /// 其中：
        case part
        /// 小计, 本页合计
        case subtotal
    }

    private var entries: [(row: BudgetExport.Row, kind: Kind, isSettled: Bool)]

    /// Rows by what their names say, and the total of all.
    init(_ rows: [(row: BudgetExport.Row, kind: Kind)], total: BudgetExport.Row?) {
        entries = rows.map { ($0.row, $0.kind, $0.kind == .detail) }
        guard entries.contains(where: { !$0.isSettled }) else { return }
        settle(Array(entries.indices))
        // A sum may stand above its rows.
        settle(entries.indices.reversed())
        settlePartsOfRows()
        settleByTotal(total)
        if total == nil { settleWithoutDetails() }
    }

    /// Rows that are added up.
    var details: [BudgetExport.Row] { entries.filter { $0.kind == .detail }.map(\.row) }

    /// Rows of which the amounts don't say whether they are sums or parts of others; they are not added.
    var unsure: [BudgetExport.Row] { entries.filter { !$0.isSettled }.map(\.row) }

    private mutating func promote(_ indices: [Int]) {
        for index in indices { (entries[index].kind, entries[index].isSettled) = (.detail, true) }
    }

    private mutating func settle(_ order: [Int]) {
        var run = RowSum()
        var withOpen = RowSum()
        var open: [Int] = []
        var whole = RowSum()
        var words: [String: RowSum] = [:]
        var sections: [RowSum] = []
        for index in order {
            let row = entries[index].row
            if entries[index].kind == .detail {
                run.add(row)
                withOpen.add(row)
                whole.add(row)
                for word in Set([row.fund, row.kind]) where !word.isEmpty { words[word, default: RowSum()].add(row) }
                continue
            }
            if entries[index].kind == .subtotal, entries[index].isSettled {
                (run, withOpen, open) = (RowSum(), RowSum(), [])
                continue
            }
            if entries[index].isSettled { continue }
            if entries[index].kind == .subtotal {
                let isRun = run.makes(row)
                let isRunWithOpen = !isRun && !open.isEmpty && withOpen.makes(row)
                if isRun || isRunWithOpen {
                    if isRunWithOpen { promote(open) }
                    for other in open + [index] { entries[other].isSettled = true }
                    sections.append(isRun ? run : withOpen)
                    (run, withOpen, open) = (RowSum(), RowSum(), [])
                    continue
                }
                if whole.makes(row) || words[row.fund]?.makes(row) == true || words[row.kind]?.makes(row) == true
                    || Self.sections(sections, make: row)
                {
                    entries[index].isSettled = true
                    continue
                }
            }
            open.append(index)
            withOpen.add(row)
        }
    }

    /// Whether the last sections make a sum of sections.
    private static func sections(_ sections: [RowSum], make row: BudgetExport.Row) -> Bool {
        var sum = RowSum()
        for section in sections.suffix(200).reversed() {
            sum.add(section)
            if sum.makes(row) { return true }
        }
        return false
    }

    /// 其中： rows that make the row above them are its parts.
    private mutating func settlePartsOfRows() {
        var index = 0
        while index < entries.count {
            guard entries[index].kind != .part, entries[index].isSettled else {
                index += 1
                continue
            }
            let whole = entries[index].row
            var next = index + 1
            var sum = RowSum()
            while next < entries.count, entries[next].kind == .part, !entries[next].isSettled {
                sum.add(entries[next].row)
                next += 1
            }
            if next > index + 1, sum.makes(whole) {
                for part in index + 1..<next { entries[part].isSettled = true }
            }
            index = next
        }
    }

    private mutating func settleByTotal(_ total: BudgetExport.Row?) {
        guard let total else { return }
        var sum = RowSum()
        for entry in entries where entry.kind == .detail { sum.add(entry.row) }
        let open = entries.indices.filter { !entries[$0].isSettled }
        let parts = open.filter { entries[$0].kind == .part }
        if sum.makes(total) {
            for index in parts { entries[index].isSettled = true }
            return
        }
        for more in [parts, open.filter { entries[$0].kind == .subtotal }, open] where !more.isEmpty {
            var sum = sum
            for index in more { sum.add(entries[index].row) }
            guard sum.makes(total) else { continue }
            promote(more)
            return settlePartsOfRows()
        }
    }

    /// An export of nothing but sums, or of nothing but parts, tells its amounts by them.
    private mutating func settleWithoutDetails() {
        guard !entries.contains(where: { $0.kind == .detail }) else { return }
        let subtotals = entries.indices.filter { entries[$0].kind == .subtotal }
        promote(subtotals.isEmpty ? Array(entries.indices) : subtotals)
        settlePartsOfRows()
    }
}
