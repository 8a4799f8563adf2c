import Assessment
import FormTemplates
import Spreadsheet

/// The row of headings of a table of which the person said what its columns hold (`--column`), whatever stands there: the row with words in those columns
/// that has figures under those of points.
struct ToldHeadings {
    /// The row; nil where too little was said, or nothing fits it.
    let row: Int?

    init(_ view: SheetView, _ overrules: Overrules) {
        let roles = overrules.indicatorColumns
        let points = roles.columns(of: [.weight, .score])
        let results = roles.columns(of: [.target, .actual])
        let columns = roles.all
        guard columns.count >= 3, roles.columns(of: [.name]).count == 1, points.count + results.count >= 2 else {
            row = nil
            return
        }
        func isFigure(_ row: Int, _ column: Int) -> Bool { view.amount(row, column).value != nil }
        let names = roles.columns(of: [.name])
        /// An indicator has a name in words, and points.
        func isIndicator(_ row: Int) -> Bool {
            names.allSatisfy { !view.text(row, $0).isEmpty && !isFigure(row, $0) }
                && points.allSatisfy { isFigure(row, $0) } && (!points.isEmpty || isResult(row))
        }
        func isResult(_ row: Int) -> Bool { results.allSatisfy { !view.text(row, $0).isEmpty } }
        func heads(_ row: Int) -> Bool { columns.allSatisfy { !view.text(row, $0).isEmpty && !isFigure(row, $0) } }
        let indicators = view.filledRows.filter(isIndicator)
        // The last row of words above most of the indicators.
        row =
            view.filledRows.filter(heads)
            .map { row in (row, indicators.count { $0 > row }) }
            .filter { $0.1 > 0 }
            .max { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }
}
