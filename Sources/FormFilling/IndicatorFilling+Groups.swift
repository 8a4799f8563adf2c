import Assessment
import Foundation
import Spreadsheet

extension IndicatorFilling {
    /// Puts 得分 of rows that stand for a group: what the rows of the group make, where the form leaves it open.
    func fillGroups(_ form: inout FormSheet, first: Int) {
        for (offset, group) in plan.rows.enumerated() where group.isSubtotal && group.index == nil {
            guard !group.level1.isEmpty, let place = cell(.score, first + offset), isOpenSlot(place, form) else {
                continue
            }
            let own = plan.rows.indices.filter { counts(plan.rows[$0], in: group) }
            let places = own.compactMap { cell(.score, first + $0) }
            let points = own.compactMap { plan.rows[$0].index }.compactMap { evaluation.scores[$0].points }
            guard !points.isEmpty else { continue }
            form.put(formula: CellFormulas.sum(places), giving: points.reduce(0, +), at: place)
        }
    }

    /// Whether the points of a row are among those of a group.
    private func counts(_ row: IndicatorPlan.Row, in group: IndicatorPlan.Row) -> Bool {
        guard !row.isSubtotal, let index = row.index, evaluation.scores[index].leftOut == nil else { return false }
        func name(_ text: String) -> String { Label(text, isLevel: true).name }
        guard part(of: row) == part(of: group), name(row.level1) == name(group.level1) else { return false }
        return group.level2.isEmpty || name(row.level2) == name(group.level2)
    }

    private func part(of row: IndicatorPlan.Row) -> Int {
        map.indicators?.printed.first { $0.row == row.pattern }?.part ?? 0
    }

    private func isOpenSlot(_ place: CellReference, _ form: FormSheet) -> Bool {
        guard let standing = form.sheet[place], standing.formula == nil, standing.shown.isEmpty else { return false }
        return !form.sheet.merges.contains { $0.contains(place) && $0.first != place }
    }
}
