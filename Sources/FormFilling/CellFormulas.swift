import Assessment
import Foundation
import Spreadsheet

/// Spreadsheet formulas as text.
enum CellFormulas {
    /// `SUM(D6:D8)` for a run of a column, else `SUM(D6,D9)`.
    static func sum(_ cells: [CellReference]) -> String {
        let sorted = cells.sorted()
        var runs: [CellRange] = []
        for cell in sorted {
            if let last = runs.last, last.last.column == cell.column, last.last.row + 1 == cell.row {
                runs[runs.count - 1] = CellRange(last.first, cell)
            } else {
                runs.append(CellRange(cell, cell))
            }
        }
        return "SUM(" + runs.map(\.description).joined(separator: ",") + ")"
    }

    /// `0.00%`.
    static func percentFormat(places: Int) -> String {
        (places > 0 ? "0." + String(repeating: "0", count: places) : "0") + "%"
    }

    /// `0.0"场"`: a number with its unit as text behind it.
    static func format(precision: Int, unit: String) -> String {
        let digits = precision > 0 ? "0." + String(repeating: "0", count: precision) : "0"
        let escaped = unit.replacingOccurrences(of: "\"", with: "")
        return escaped.isEmpty ? digits : digits + "\"\(escaped)\""
    }

    /// `IF(G23>=90,"优",IF(G23>=80,"良","中"))`.
    static func grade(_ total: CellReference, grades: [Grade]) -> String? {
        guard let lowest = grades.last else { return nil }
        let fallback = "\"\(lowest.name)\""
        return grades.dropLast().reversed().reduce(fallback) { (rest: String, grade) -> String in
            "IF(\(total)>\(grade.isAbove ? "" : "=")\(grade.from),\"\(grade.name)\",\(rest))"
        }
    }
}
