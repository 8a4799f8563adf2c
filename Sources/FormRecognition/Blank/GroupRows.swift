import Assessment
import FormTemplates
import Foundation
import Spreadsheet

/// Tells rows of groups from rows of indicators in a blank whose groups stand in the column of names: 产出指标 50, under it 数量指标 30, under it empty rows.
enum GroupRows {
    /// The rows, those of groups as such, and all under them with the labels of their groups.
    static func settled(_ rows: [FormMap.PrintedRow], labels: LabelTable) -> [FormMap.PrintedRow] {
        let groups = groups(of: rows, labels)
        guard !groups.isEmpty else { return rows }
        var rows = rows
        var (level1, level2) = ("", "")
        var isInParent = false
        // Points of the open parent that its groups have not taken.
        var rest: Decimal?
        for index in rows.indices {
            if groups.contains(index) {
                let name = rows[index].name
                if groups.contains(index + 1) {
                    (level1, level2, isInParent) = (name, "", true)
                    rest = rows[index].weight?.value
                } else if isInParent, rest.map({ $0 > 0 }) ?? true {
                    level2 = name
                    rest = rest.flatMap { left in rows[index].weight?.value.map { left - $0 } }
                } else {
                    (level1, level2, isInParent) = (name, "", false)
                }
                rows[index].kind = .group
                rows[index].name = ""
            }
            rows[index].level1 = level1
            rows[index].level2 = level2
        }
        return rows
    }

    /// Rows that name something, want nothing of it, and have free rows or another such row under them.
    private static func groups(of rows: [FormMap.PrintedRow], _ labels: LabelTable) -> Set<Int> {
        func mayBe(_ index: Int) -> Bool { rows[index].kind == .fixed && rows[index].target == nil }
        var groups: Set<Int> = []
        for index in rows.indices.dropLast().reversed() where mayBe(index) {
            if rows[index + 1].kind == .free || headsIndicators(index, rows, labels) {
                groups.insert(index)
            } else if groups.contains(index + 1), isParent(index, groups, rows) {
                groups.insert(index)
            }
        }
        return groups
    }

    /// Whether indicators that the bureau names come below a row, and it bears the name of a group or their points together.
    private static func headsIndicators(_ index: Int, _ rows: [FormMap.PrintedRow], _ labels: LabelTable) -> Bool {
        let own = rows[(index + 1)...].prefix { $0.kind == .fixed && $0.target != nil }
        guard !own.isEmpty else { return false }
        let sum = own.compactMap { $0.weight?.value }.reduce(0, +)
        return labels.levelNumber(Label(rows[index].name, isLevel: true)) != nil || sum == rows[index].weight?.value
    }

    /// Whether the groups that follow make the points of a row.
    private static func isParent(_ index: Int, _ groups: Set<Int>, _ rows: [FormMap.PrintedRow]) -> Bool {
        guard let points = rows[index].weight?.value else { return rows[index].name.hasSuffix("指标") }
        var sum = Decimal(0)
        for below in rows.indices where below > index && groups.contains(below) {
            sum += rows[below].weight?.value ?? 0
            if sum >= points { return sum == points }
        }
        return false
    }
}
