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
            told.append(
                ToldPlace(words: "\(column.words)：按您的指定\(isNone)", source: source, isIdle: !isNone.isEmpty))
        }
        for cell in overrules.cells where isHere(cell.sheet) {
            let source = view.source(cell.cell.row, cell.cell.column)
            let isEmpty = source.text.isEmpty ? "，这一格是空的，不起作用" : ""
            claimLabel(of: cell.cell, view, &claims)
            told.append(ToldPlace(words: "\(cell.words)：按您的指定\(isEmpty)", source: source))
        }
        for ignored in overrules.ignored where isHere(ignored.sheet) {
            var first: CellReference?
            var taken: [CellReference] = []
            for row in view.filledRows {
                for text in view.texts(in: row)
                where ignored.covers(row, text.column) && claims.isFree(row, text.column) {
                    let place = CellReference(row: row, column: text.column)
                    // A column is named by its heading.
                    if first == nil || row == heading { first = place }
                    taken.append(place)
                    claims.claim(place, .decoration)
                }
            }
            let place =
                first
                ?? CellReference(row: ignored.rows?.lowerBound ?? heading, column: ignored.columns?.lowerBound ?? 0)
            let isSaid = overrules.ignored.contains { other in
                other != ignored && isHere(other.sheet) && other.covers(place.row, place.column)
            }
            let words =
                first == nil
                ? isSaid ? "别的指定已经包括它" : "那里没有没读懂的内容" : "按您的指定不用\(Self.extent(taken))"
            told.append(
                ToldPlace(
                    words: "\(ignored.words)：\(words)", source: view.source(place.row, place.column),
                    isIdle: first == nil && !isSaid))
        }
        return told
    }

    /// How far it goes, for a person to see that nothing else is taken with it: ，共 7 格，第 8—14 行; empty for a single cell.
    private static func extent(_ cells: [CellReference]) -> String {
        let rows = Set(cells.map(\.row)).sorted()
        guard cells.count > 1, let first = rows.first, let last = rows.last else { return "" }
        let span = first == last ? "第 \(first + 1) 行" : "第 \(first + 1)—\(last + 1) 行"
        return "，共 \(cells.count) 格，\(span)"
    }

    /// The words before a cell of which the person said what it is are its label, and nothing else is asked about them.
    private static func claimLabel(of cell: CellReference, _ view: SheetView, _ claims: inout CellClaims) {
        func isLabel(_ row: Int, _ column: Int) -> Bool {
            let text = view.text(row, column)
            return !text.isEmpty && text.count <= UnreadFinder.longestLabel && view.amount(row, column).value == nil
                && !SaidFigure.isIn(text)
        }
        var labels: [CellReference] = []
        if let before = view.texts(in: cell.row).last(where: {
            $0.column < cell.column && isLabel(cell.row, $0.column)
        }) {
            labels.append(CellReference(row: cell.row, column: before.column))
        }
        // An amount has a heading too, over other amounts.
        if view.amount(cell.row, cell.column).value != nil,
            let row = (0..<cell.row).last(where: { view.amount($0, cell.column).value == nil }),
            isLabel(row, cell.column)
        {
            labels.append(CellReference(row: row, column: cell.column))
        }
        for label in labels where claims.isFree(label.row, label.column) { claims.claim(label, .label) }
    }
}
