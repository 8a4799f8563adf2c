import Assessment
import FormTemplates
import Spreadsheet

/// What the person said of places (`--column`, `--cell`, `--ignore`), as it was taken.
enum Told {
    /// Claims what the person said is not needed, and tells all that was said of a sheet.
    static func claim(
        _ overrules: Overrules, _ look: SheetLook, isMain: Bool, _ claims: inout CellClaims
    ) -> [ToldPlace] {
        func isHere(_ sheet: String?) -> Bool { sheet.map { $0 == look.view.sheet.name } ?? isMain }
        let view = look.view
        var told: [ToldPlace] = []
        let heading = look.tables.first?.table.headingRows.upperBound ?? 0
        let moneyHeading = look.places.lazy.compactMap { $0.block as? MoneyBlock }.first?.headingRow
        for column in overrules.columns where isMain {
            var row = heading
            var isNone = ""
            if case .budget = column.role {
                row = moneyHeading ?? heading
                if moneyHeading == nil { isNone = "，没有认出资金表，不起作用；请改用 --cell 指明合计行的各格" }
            }
            let source = view.source(row, column.column)
            if source.text.isEmpty { isNone = "，这一列没有表头，不起作用" }
            told.append(ToldPlace(words: "\(column.words)：按您的指定\(isNone)", source: source))
        }
        for cell in overrules.cells where isHere(cell.sheet) {
            let source = view.source(cell.cell.row, cell.cell.column)
            let isEmpty = source.text.isEmpty ? "，这一格是空的，不起作用" : ""
            told.append(ToldPlace(words: "\(cell.words)：按您的指定\(isEmpty)", source: source))
        }
        for ignored in overrules.ignored where isHere(ignored.sheet) {
            var first: CellReference?
            // A label that is not needed takes nothing out of a sum.
            var holdsFigure = false
            for row in view.filledRows {
                for text in view.texts(in: row)
                where ignored.covers(row, text.column) && claims.isFree(row, text.column) {
                    let place = CellReference(row: row, column: text.column)
                    // A column is named by its heading.
                    if first == nil || row == heading { first = place }
                    holdsFigure =
                        holdsFigure || view.amount(row, text.column).value != nil || SaidFigure.isIn(text.text)
                    claims.claim(place, .decoration)
                }
            }
            let place =
                first
                ?? CellReference(row: ignored.rows?.lowerBound ?? heading, column: ignored.columns?.lowerBound ?? 0)
            let words = first == nil ? "那里没有没读懂的内容" : "按您的指定不用"
            told.append(
                ToldPlace(
                    words: "\(ignored.words)：\(words)", source: view.source(place.row, place.column),
                    isLeftOut: first != nil && holdsFigure))
        }
        return told
    }
}
