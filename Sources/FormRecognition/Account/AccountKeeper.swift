import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Makes the account of a form that was read: over its own sheets, and those that belong to no other form.
struct AccountKeeper {
    let view: WorkbookView
    /// The table that was read.
    let table: IndicatorBlock?
    /// Sheets that were read.
    let sheets: [Int]

    /// The sheet of the indicator table.
    private var main: String? { table.map { view.workbook.sheets[$0.table.sheetIndex].name } }

    /// The account.
    ///
    /// - Parameter claims: What was read, by sheet.
    func account(_ claims: [Int: CellClaims], overrules: Overrules) -> FormAccount {
        var account = FormAccount()
        for index in sheets where view.workbook.sheets[index].visibility == .visible || index == table?.table.sheetIndex
        {
            let look = view.looks[index]
            guard look.view.lastRow >= 0 else { continue }
            var own = claims[index] ?? CellClaims()
            if index != table?.table.sheetIndex, isForeign(look) {
                account.told += Told.claim(overrules, look, isMain: false, &own)
                addForeign(look, own, &account)
                continue
            }
            // What was seen as a label is one, whether it has a value or not; other tables of indicators are told as such.
            let ofOthers = others(look).reduce(into: Set<Int>()) { $0.formUnion($1.content.ownRows) }
            for (place, meaning) in look.claims.meanings
            where meaning != .value && !saysFigureOfPaper(place, look) && !ofOthers.contains(place.row) {
                if own.isFree(place.row, place.column) { own.claim(place, meaning) }
            }
            claimOtherTables(look, &own, &account)
            let ownTable = index == table?.table.sheetIndex ? table : nil
            let before = own
            account.told += Told.claim(overrules, look, isMain: ownTable != nil, &own)
            let found = UnreadFinder(look: look, claims: own, table: ownTable).find()
            // What would have been asked for stays in mind where it is not needed.
            if !overrules.ignored.isEmpty {
                account.leftOut += UnreadFinder(look: look, claims: before, table: ownTable).find().unread
                    .compactMap { $0.leftOut(by: overrules, main: main ?? "", view: look.view) }
            }
            account.unread += found.unread
            addFigures(inLabels: own, look, &account)
            addComments(look, &account)
            addUncached(look, overrules, isMain: ownTable != nil, &account)
            account.counts.merge(found.counts, uniquingKeysWith: +)
        }
        if let main {
            for index in account.unread.indices {
                account.unread[index].isOnOtherSheet = account.unread[index].source.sheet.map { $0 != main } ?? false
            }
        }
        let order = UnreadPlace.Kind.allCases
        account.unread = account.unread.enumerated().sorted { one, other in
            let (left, right) = (
                order.firstIndex(of: one.element.kind) ?? 0, order.firstIndex(of: other.element.kind) ?? 0
            )
            return (left, one.offset) < (right, other.offset)
        }.map(\.element)
        return account
    }

    /// 年度资金总额（含上年结转77.7）: the label is known, what it says besides is not.
    private func addFigures(inLabels claims: CellClaims, _ look: SheetLook, _ account: inout FormAccount) {
        for place in claims.meanings.filter({ $0.value == .label }).keys.sorted() {
            let source = look.view.source(place.row, place.column)
            // Most labels hold no figure: they are not taken apart again.
            guard source.text.contains(where: { $0.isNumber || $0 == "扣" }), let filler = Label(source.text).filler,
                SaidFigure.isIn(filler)
            else { continue }
            account.unread.append(
                UnreadPlace(
                    .other, source: source, cells: [place], holdsFigures: true,
                    message: "“\(source.text.filter { !$0.isNewline })”里的数没有用到", isBlocking: true))
        }
    }

    /// Whether a cell is the label of a name or a day that holds its text too, with a figure in it.
    private func saysFigureOfPaper(_ place: CellReference, _ look: SheetLook) -> Bool {
        guard let parts = FactFinder.parts(look.view.text(place.row, place.column)) else { return false }
        return look.words.labels.isOfPaper(parts.label) && SaidFigure.isIn(parts.value)
    }

    /// Comments are read by people alone.
    private func addComments(_ look: SheetLook, _ account: inout FormAccount) {
        for (place, comment) in look.view.sheet.comments.sorted(by: { $0.key < $1.key }) {
            let text = comment.text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !text.isEmpty else { continue }
            account.unread.append(
                UnreadPlace(
                    .other, source: look.view.source(place.row, place.column), cells: [place],
                    message: "这一格有批注，没有用到：\(text.prefix(60))", isBlocking: SaidFigure.isIn(text)))
        }
    }

    /// Formulas whose results the file does not hold: a person sees a figure there, and what is judged without it is not certain.
    private func addUncached(
        _ look: SheetLook, _ overrules: Overrules, isMain: Bool, _ account: inout FormAccount
    ) {
        let cells = look.view.uncached.filter { cell in
            !overrules.ignores(look.view.source(cell.row, cell.column), main: main ?? "")
        }
        let ofTable = cells.filter { isMain && table?.ownRows.contains($0.row) ?? false }
        for (kind, cells) in [(UnreadPlace.Kind.money, cells.filter { !ofTable.contains($0) }), (.column, ofTable)] {
            guard let first = cells.first else { continue }
            account.unread.append(
                UnreadPlace(
                    kind, source: look.view.source(first.row, first.column), cells: cells, holdsFigures: true,
                    message: "\(cells.count) 格是公式，文件里没有保存计算结果；请用 Excel 或 WPS 打开后保存一次", isBlocking: true))
        }
    }

    // MARK: What is no part of the form

    /// Whether nothing on a sheet was recognised.
    private func isForeign(_ look: SheetLook) -> Bool {
        look.places.allSatisfy { $0.block is NoteBlock || $0.block is FigureBlock }
            && look.words.template.figures == nil
    }

    /// A sheet of which nothing is known is told once.
    private func addForeign(_ look: SheetLook, _ claims: CellClaims, _ account: inout FormAccount) {
        let view = look.view
        let cells = view.filledRows.flatMap { row in
            view.texts(in: row).map { CellReference(row: row, column: $0.column) }
        }
        .filter { claims.isFree($0.row, $0.column) }
        guard let first = cells.first else { return }
        // Running numbers before lines of text are no figures.
        let figures = cells.filter { $0.column > first.column && view.amount($0.row, $0.column).value != nil }
        account.unread.append(
            UnreadPlace(
                .other, source: view.source(first.row, first.column), cells: cells, holdsFigures: !figures.isEmpty,
                message: "工作表“\(view.sheet.name)”里没有认出自评表的内容，没有用到",
                isBlocking: !figures.isEmpty || cells.contains { SaidFigure.isMoney(view.text($0.row, $0.column)) }))
        account.counts[.unread, default: 0] += cells.count
    }

    private func others(_ look: SheetLook) -> [IndicatorBlock] {
        look.tables.filter {
            other in !(table?.parts ?? []).contains { $0.isSame(as: other) }
        }
    }

    private func claimOtherTables(_ look: SheetLook, _ claims: inout CellClaims, _ account: inout FormAccount) {
        for other in others(look) {
            let cells = other.content.ownRows.sorted().flatMap { row in
                look.view.texts(in: row).map { CellReference(row: row, column: $0.column) }
            }.filter { claims.isFree($0.row, $0.column) }
            guard let first = cells.first else { continue }
            for cell in cells { claims.claim(cell, .decoration) }
            guard other.table.count > 0 else { continue }
            account.unread.append(
                UnreadPlace(
                    .other, source: look.view.source(first.row, first.column), cells: cells, holdsFigures: true,
                    message: "这张指标表（\(other.table.range)，\(other.table.count) 行指标）没有用到：一次只核对一张", isBlocking: false))
        }
    }
}
