import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Money without headings, each amount in one cell with its label: `年度资金总额（元）：598,850.00 | 全年执行数（元）：535,750.76 | 执行率：89.46%`, the funds
/// that make it under it.
struct MoneyColons: FormBlock, RatePointsBlock {
    /// A cell with its label and its amount.
    struct Piece: Sendable {
        let place: CellReference
        /// What stands before the last colon.
        let label: String
        /// What stands behind it.
        let amount: String
        /// The fund, or the total, where the label names one.
        var name: MoneyName?
        /// What of it the amount is; nil where the label says only whose it is.
        var column: BudgetColumn?
        /// The unit that the label states.
        var unit: MoneyUnit?

        /// Whether it may be the total's.
        var isOfTotal: Bool { name.map { $0.kind == .total || $0.kind == .composedTotal } ?? true }
    }

    /// An amount that was read.
    private struct Amount: Sendable {
        var slot: MoneyFacts.Slot
        var place: CellReference
        var text: String
    }

    private let amounts: [Amount]
    private let blocks: [Standard.BudgetBlock]
    private let readings: [PlaceReading]

    func givesPoints(_ view: SheetView) -> Bool {
        amounts.contains { $0.slot.column == .weight || $0.slot.column == .score }
    }

    static func find(in look: inout SheetLook) -> [FormPlace] {
        var places: [FormPlace] = []
        var next = 0
        for row in look.view.filledRows where row >= next && !look.ownRows.contains(row) {
            let found = run(from: row, look.words) { [look] row in
                look.ownRows.contains(row) ? [] : look.freeTexts(in: row)
            }
            guard let pieces = found, let last = pieces.last?.place.row else { continue }
            let block = MoneyColons(pieces, look)
            if look.moneyHeading == nil { look.moneyHeading = row }
            for amount in block.amounts { look.claims.claim(amount.place, .value) }
            places.append(FormPlace(sheet: look.view.index, rows: row...last, block: block))
            next = last + 1
        }
        return places
    }

    // MARK: Cells

    /// Rows of nothing but labels with their amounts, among them the year's budget and what was spent of it; nil where none begin at a row.
    static func run(from row: Int, _ words: FormWords, _ texts: (Int) -> [ViewText]) -> [Piece]? {
        var pieces: [Piece] = []
        var next = row
        while true {
            let texts = texts(next)
            var own: [Piece] = []
            // Most rows begin with a cell that is none.
            for text in texts {
                guard let piece = piece(text, next, words) else { break }
                own.append(piece)
            }
            guard !own.isEmpty, own.count == texts.count else { break }
            pieces += own
            next += 1
        }
        let total = pieces.filter(\.isOfTotal)
        let hasBudget = total.contains { $0.column == nil || $0.column == .adjusted }
        return hasBudget && total.contains { $0.column == .executed } ? pieces : nil
    }

    private static func piece(_ text: ViewText, _ row: Int, _ words: FormWords) -> Piece? {
        let plain = TextNormalizer.narrowed(text.text)
        guard let colon = plain.lastIndex(of: ":") else { return nil }
        let amount = plain[plain.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        let label = String(plain[..<colon])
        let place = CellReference(row: row, column: text.column)
        let known = Label(label)
        // 得分： is left blank.
        let isBlankScore = TextNormalizer.isBlank(amount) && words.amountColumn(known) == .score
        guard isBlankScore || SourcedNumber(text: amount, source: Source(file: "", text: amount)).value != nil else {
            return nil
        }
        var piece = Piece(place: place, label: label, amount: amount, unit: MoneyUnit.stated(in: label))
        if let column = words.amountColumn(known) {
            piece.column = column
            return piece
        }
        if let slot = words.amount(known) {
            piece.column = slot.column
            let isTotal = slot.row == words.template.standard.budgetTotalName
            piece.name = MoneyName(kind: isTotal ? .total : .part, name: slot.row)
            return piece
        }
        guard let name = words.moneyName(label), name.kind != .broad else { return nil }
        piece.name = name
        return piece
    }

    // MARK: Meaning

    private init(_ pieces: [Piece], _ look: SheetLook) {
        let view = look.view
        let total = look.words.template.standard.budgetTotalName
        let first = pieces.first?.place.row ?? 0
        let stated = look.statedUnit(upTo: max(first - 1, 0))
        let unit = look.words.template.moneyUnit
        /// What stands under an amount of the total is a part of it; what stands elsewhere is one of the budget.
        func column(of piece: Piece) -> BudgetColumn {
            if let column = piece.column { return column }
            let above = pieces.last { other in
                other.isOfTotal && other.place.column == piece.place.column && other.place.row < piece.place.row
            }
            return above?.column.flatMap { BudgetColumn.amounts.contains($0) ? $0 : nil } ?? .adjusted
        }
        var lines: [MoneyLine] = []
        // The line of each piece.
        var owners: [Int] = []
        for piece in pieces {
            var line = MoneyLine(
                ViewText(column: piece.place.column, text: piece.label, label: Label(piece.label)), at: piece.place,
                look.words)
            line.kind = piece.isOfTotal ? .total : piece.name?.kind
            line.name = piece.isOfTotal ? total : piece.name?.name
            let known = lines.firstIndex { other in
                piece.isOfTotal ? other.isTotal : other.name == line.name && other.labelName == line.labelName
            }
            let index = known ?? lines.count
            if known == nil { lines.append(line) }
            owners.append(index)
            let number = SourcedNumber(text: piece.amount, source: view.source(piece.place.row, piece.place.column))
            let role = column(of: piece)
            guard BudgetColumn.amounts.contains(role), let value = number.value else { continue }
            let own = number.moneyUnit ?? piece.unit ?? stated ?? unit
            let step = Decimal(sign: .plus, exponent: -number.precision, significand: 1)
            lines[index].amounts[role] = MoneyLine.Amount(
                value: own.converted(value, to: .yuan), step: own.converted(step, to: .yuan))
        }
        let layout = MoneyLayout(lines, words: look.words) { view.source($0.row, $0.column) }
        blocks = layout.blocks
        readings = layout.readings
        amounts = zip(pieces, owners).compactMap { piece, owner in
            guard let name = layout.lines[owner].name else { return nil }
            let slot = MoneyFacts.Slot(row: name, column: column(of: piece), unit: piece.unit ?? stated)
            return Amount(slot: slot, place: piece.place, text: piece.amount)
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        reading.add(blocks, readings)
        let total = reading.words.template.standard.budgetTotalName
        for amount in amounts {
            let source = view.source(amount.place.row, amount.place.column)
            if amount.slot.row == total, amount.slot.column == .adjusted { reading.noteBudgetPlace(source) }
            if amount.slot.row == total, amount.slot.column == .score, TextNormalizer.isBlank(amount.text) {
                reading.noteBlankRateScore(source)
            }
            reading.add(amount.slot, SourcedNumber(text: amount.text, source: source))
            reading.claim(view, amount.place.row, amount.place.column, .value)
        }
    }
}
