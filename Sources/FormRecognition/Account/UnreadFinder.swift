import Assessment
import Foundation
import Spreadsheet

/// Finds what nobody has claimed on a sheet, and says what it looks like.
struct UnreadFinder {
    let view: SheetView
    let look: SheetLook
    let table: IndicatorBlock?
    var claims: CellClaims
    var unread: [UnreadPlace] = []
    /// Labels that found no value.
    let openLabels: Set<CellReference>

    /// - Parameter table: The indicator table that was read, where it stands on this sheet.
    init(look: SheetLook, claims: CellClaims, table: IndicatorBlock?) {
        view = look.view
        self.look = look
        self.table = table
        self.claims = claims
        var open: Set<CellReference> = []
        for place in look.places {
            if let fact = place.block as? FactBlock, fact.value == nil, fact.text == nil { open.insert(fact.label) }
        }
        openLabels = open
    }

    /// What was not understood, and how many cells were taken for what.
    func find() -> (unread: [UnreadPlace], counts: [FormAccount.Meaning: Int]) {
        var finder = self
        finder.findColumns()
        finder.findMoney()
        finder.findBlocks()
        finder.findFacts()
        finder.findTexts()
        var counts: [FormAccount.Meaning: Int] = [:]
        for row in view.filledRows {
            for text in view.texts(in: row) {
                counts[finder.claims.meanings[CellReference(row: row, column: text.column)] ?? .unread, default: 0] += 1
            }
        }
        return (finder.unread, counts)
    }

    func free(_ row: Int) -> [ViewText] {
        view.texts(in: row).filter { claims.isFree(row, $0.column) }
    }

    func isFigure(_ row: Int, _ column: Int) -> Bool {
        if view.amount(row, column).value != nil { return true }
        let quantity = Quantity(view.text(row, column))
        return quantity.number != nil
    }

    /// Names a place as not understood; its cells are nobody else's.
    mutating func add(
        _ kind: UnreadPlace.Kind, at place: CellReference, cells: [CellReference], message: String,
        suggestion: String? = nil, isBlocking: Bool? = nil
    ) {
        let holdsFigures = cells.contains { isFigure($0.row, $0.column) }
        unread.append(
            UnreadPlace(
                kind, source: view.source(place.row, place.column), cells: cells.sorted(), holdsFigures: holdsFigures,
                message: message, suggestion: suggestion, isBlocking: isBlocking ?? holdsFigures))
        unread[unread.count - 1].holdsRatesOnly = holdsFigures && holdsRatesOnly(cells)
        for cell in cells { claims.claim(cell, .unread) }
    }

    func holdsRatesOnly(_ cells: [CellReference]) -> Bool {
        cells.allSatisfy { cell in
            let text = TextNormalizer.narrowed(view.text(cell.row, cell.column))
            return !isFigure(cell.row, cell.column) || text.hasSuffix("%") || text.hasSuffix("‰")
        }
    }

    /// Longest text that is still the label of something.
    static let longestLabel = 20

    // MARK: Columns

    mutating func findColumns() {
        for part in table?.parts ?? [] {
            findColumns(of: part)
            for (cell, why) in part.content.levels?.lost ?? [] where !isIgnored(cell) {
                unread.append(
                    UnreadPlace(
                        .other, source: view.source(cell.row, cell.column), cells: [cell],
                        message: "这一格空着，\(why)：不知道这一行起属于哪一级，暂时算在它下面", isBlocking: true))
            }
        }
    }

    private func isIgnored(_ cell: CellReference) -> Bool {
        look.overrules.ignored.contains {
            $0.covers(cell.row, cell.column) && ($0.sheet ?? view.sheet.name) == view.sheet.name
        }
    }

    private mutating func findColumns(of block: IndicatorBlock) {
        let (table, content) = (block.table, block.content)
        let last = max(content.ownRows.max() ?? 0, table.headingRows.upperBound)
        let lacksReason = table.column(.reason) == nil
        // Points that are lost ask for a reason: a column that nobody knows may hold it, also where it says why none were.
        let losesPoints = content.indicators.contains { indicator in
            guard let weight = indicator.weight?.value, let score = indicator.givenScore?.value else { return true }
            return score < weight
        }
        let lacks = [IndicatorColumn.target, .actual, .weight, .score].filter { table.column($0) == nil }
        var seen: Set<IndicatorColumn> = []
        for column in table.columns {
            let isSecond = column.role.map { !seen.insert($0).inserted } ?? false
            guard column.role == nil || isSecond || column.isGuessed, !column.isOfGroups
            else { continue }
            let heading = column.headingRow
            guard claims.isFree(heading, column.column) else { continue }
            let cells = (table.headingRows.upperBound + 1...max(last, table.headingRows.upperBound + 1))
                .filter { !view.text($0, column.column).isEmpty && claims.isFree($0, column.column) }
                .map { CellReference(row: $0, column: column.column) }
            let holdsFigures = cells.contains {
                isFigure($0.row, $0.column) || SaidFigure.isIn(view.text($0.row, $0.column))
            }
            let mayBeReason = lacksReason && (losesPoints || !cells.isEmpty)
            let mayBeMissing = !cells.isEmpty && !lacks.isEmpty
            // 复核得分 and 上年完成值 are somebody else's or another year's: told, and nothing waits for them.
            let title = view.text(heading, column.column)
            // 扣分 beside 分值 and 得分 says nothing of its own.
            let isDerived = look.words.labels.derivation(of: title)?.allSatisfy { table.column($0) != nil } ?? false
            let isOther = column.role == nil && (isDerived || look.words.labels.isOtherColumn(title))
            let letters = CellReference.letters(ofColumn: column.column)
            var message =
                "\(isOther ? "没有用到" : "没有读懂") \(letters) 列“\(title.filter { !$0.isNewline })”"
            if column.isGuessed { message += "，当作“\(column.role?.rawValue ?? "")”：\(column.ground)" }
            if isSecond { message += "：与前面的“\(column.role?.rawValue ?? "")”列重复，没有使用" }
            if cells.isEmpty, !column.isGuessed { message += "，这一列是空的" }
            let contradiction = isDerived ? contradiction(in: column.column, table, cells) : nil
            if let contradiction { message += "：\(contradiction)" }
            add(
                .column, at: CellReference(row: heading, column: column.column),
                cells: [CellReference(row: heading, column: column.column)] + cells, message: message,
                suggestion: isSecond ? nil : look.words.nearColumn(view.text(heading, column.column)),
                isBlocking: contradiction != nil
                    || !isOther && (column.isGuessed || holdsFigures || mayBeReason || mayBeMissing))
            if column.isGuessed { unread[unread.count - 1].guess = column.role?.rawValue }
        }
    }

    /// What a column of 扣分 says otherwise than 分值 less 得分 in its row; nil where nothing does.
    private func contradiction(in column: Int, _ table: IndicatorTable, _ cells: [CellReference]) -> String? {
        let title = view.text(table.columns.first { $0.column == column }?.headingRow ?? 0, column)
        guard look.words.labels.derivation(of: title) == [.weight, .score], let weight = table.column(.weight),
            let score = table.column(.score)
        else { return nil }
        for cell in cells {
            guard let said = view.amount(cell.row, column).value, let whole = view.amount(cell.row, weight).value,
                let given = view.amount(cell.row, score).value, abs(said) != whole - given
            else { continue }
            return "第 \(cell.row + 1) 行写的是 \(said)，分值减得分是 \(whole - given)"
        }
        return nil
    }

    // MARK: The rest

    /// Rows that follow one another with three texts and more each: a table that nobody knows.
    mutating func findBlocks() {
        var run: [Int] = []
        func isDense(_ row: Int) -> Bool { free(row).count >= 3 }
        for row in view.filledRows + [Int.max] {
            if row != Int.max, isDense(row), run.last.map({ row - $0 <= 1 }) ?? true {
                run.append(row)
                continue
            }
            if run.count >= 2 {
                let cells = run.flatMap { row in free(row).map { CellReference(row: row, column: $0.column) } }
                let range = "第 \(run[0] + 1)—\(run[run.count - 1] + 1) 行"
                add(isOfMoney(cells) ? .money : .other, at: cells[0], cells: cells, message: "\(range)像是一张表，没有读懂")
            }
            run = row != Int.max && isDense(row) ? [row] : []
        }
    }

    /// Whether cells hold words of money: what a rule misses of the money may stand there.
    private func isOfMoney(_ cells: [CellReference]) -> Bool {
        cells.contains { place in
            let text = view.text(place.row, place.column)
            guard text.count <= Self.longestLabel else { return false }
            let label = Label(text)
            return look.words.moneyName(text) != nil
                || look.words.budgetColumn(label).map(BudgetColumn.amounts.contains) ?? false
                || look.words.labels.composedBudgetColumn(label).map(BudgetColumn.amounts.contains) ?? false
        }
    }

    /// A label that nobody knows, with what stands beside it, under it or behind its colon.
    mutating func findFacts() {
        for row in view.filledRows {
            let texts = free(row)
            var index = 0
            while index < texts.count {
                index += fact(row, texts, index)
            }
        }
    }

    /// Gives how many texts it took.
    mutating func fact(_ row: Int, _ texts: [ViewText], _ index: Int) -> Int {
        let text = texts[index]
        let place = CellReference(row: row, column: text.column)
        if look.words.labels.fillers.isLeft(in: text.text, isValue: text.text.count > 20) {
            claims.claim(place, .decoration)
            return 1
        }
        if let parts = FactFinder.parts(text.text), !parts.value.isEmpty, parts.label.count <= Self.longestLabel,
            isWord(parts.label), !FactFinder.isNumbered(text.text)
        {
            let saysFigure = SaidFigure.isIn(parts.value)
            if look.words.labels.isFormMark(parts.label), !saysFigure {
                claims.claim(place, .decoration)
                return 1
            }
            // Who printed it and when says nothing of the form.
            let isOfPaper =
                !saysFigure && (look.words.labels.isOfPaper(parts.label) || look.words.labels.isNote(parts.label))
                || isOther(parts.label, parts.value)
            add(
                isOfPaper ? .fact : kind(parts.label), at: place, cells: [place],
                message: isOfPaper ? "没有用到“\(parts.label)”" : "没有读懂“\(parts.label)”",
                isBlocking: !isOfPaper)
            return 1
        }
        // Under a label, or right of one, that has no value.
        if let label = openLabel(of: place) {
            let isFree = claims.isFree(label.row, label.column)
            let name = view.text(label.row, label.column).filter { !$0.isNewline }
            add(
                .fact, at: isFree ? label : place, cells: isFree ? [label, place] : [place],
                message: isFree ? "没有读懂“\(name)”" : "“\(name)”旁边的这一格没有读懂",
                suggestion: isFree ? look.words.nearFact(name) : nil, isBlocking: true)
            return 1
        }
        if index + 1 < texts.count, isLabel(text), !isHeadingOfText(place, texts[index + 1]) {
            let value = CellReference(row: row, column: texts[index + 1].column)
            let says = isFigure(row, value.column) || SaidFigure.isIn(texts[index + 1].text)
            if !says && look.words.labels.isOfPaper(text.text) || isOther(text.text, texts[index + 1].text) {
                // 经办人 and 审核人 side by side wait for signatures.
                if look.words.labels.isOfPaper(texts[index + 1].text) {
                    claims.claim(place, .label)
                    return 1
                }
                add(
                    .fact, at: place, cells: [place, value], message: "没有用到“\(text.text.filter { !$0.isNewline })”",
                    isBlocking: false)
                return 2
            }
            add(
                kind(text.text), at: place, cells: [place, value],
                message: "没有读懂“\(text.text.filter { !$0.isNewline })”",
                suggestion: look.words.nearFact(text.text), isBlocking: true)
            return 2
        }
        return 1
    }

    /// 项目类别, 起止时间: a label whose text no rule goes by. What says an amount or points is asked for all the same.
    private func isOther(_ label: String, _ value: String) -> Bool {
        let labels = look.words.labels
        if SaidFigure.isTime(value) { return labels.isOtherFact(label) || labels.isOfPaper(label) }
        return labels.isOtherFact(label) && !SaidFigure.isIn(value) && Quantity(value).number == nil
    }

    /// 其他资金全年预算数 is money, of a row that the form does not have.
    func kind(_ label: String) -> UnreadPlace.Kind {
        look.words.labels.budgetColumnSuffix(Label(label)).map {
            !$0.rest.isEmpty && BudgetColumn.amounts.contains($0.column)
        }
            ?? (Label(label).unit != nil && look.words.labels.tables.says(.money, label)) ? .money : .fact
    }

    /// Whether two texts are labels side by side, each with a text of its own under it.
    func isHeadingOfText(_ place: CellReference, _ next: ViewText) -> Bool {
        let below = free(place.row + 1)
        return isLabel(next) && below.contains { $0.column == place.column && $0.text.count > Self.longestLabel }
            && below.contains { $0.column == next.column }
    }

    func isLabel(_ text: ViewText) -> Bool {
        text.label != nil && text.text.count <= Self.longestLabel && isWord(text.text)
    }

    func isWord(_ text: String) -> Bool { text.contains { $0.isLetter } }

    /// The label that a text belongs to by its place: right above it or left of it, with no value of its own, known or not.
    func openLabel(of place: CellReference) -> CellReference? {
        let above = view.texts(in: place.row - 1).first { $0.column == place.column }
        if let above {
            let label = CellReference(row: place.row - 1, column: above.column)
            if openLabels.contains(label)
                || claims.isFree(label.row, label.column) && isLabel(above)
                    && view.texts(in: label.row).count > 1
            {
                return label
            }
        }
        let left = view.texts(in: place.row).last { $0.column < place.column }
        return left.map { CellReference(row: place.row, column: $0.column) }.flatMap {
            openLabels.contains($0) ? $0 : nil
        }
    }
}
