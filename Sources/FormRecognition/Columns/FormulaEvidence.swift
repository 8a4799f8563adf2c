import Assessment
import Foundation
import Spreadsheet

/// What the formulas in a column reckon with: a score is made of points in its row, =E5/D5*F5.
enum FormulaEvidence: ColumnEvidence {
    static func evidence(for role: IndicatorColumn, at index: Int, in scene: ColumnScene) -> [Evidence] {
        guard role == .score, let weight = scene.index(.weight) else { return [] }
        let letters = CellReference.letters(ofColumn: scene.columns[weight].column)
        let column = scene.columns[index].column
        let formulas = scene.profiles[index].texts.compactMap { row, _ in
            scene.view.sheet[row, column]?.formula.map { (row, $0) }
        }
        let ofPoints = formulas.count { row, formula in
            formula.replacingOccurrences(of: "$", with: "").uppercased().contains("\(letters)\(row + 1)")
        }
        return ofPoints >= 2 && ofPoints * 2 >= formulas.count
            ? [scene.evidence("公式", "公式里用到同一行的分值")] : []
    }
}
