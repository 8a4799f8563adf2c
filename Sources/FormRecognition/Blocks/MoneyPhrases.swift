import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Parts of the money that stand beside the block: behind colons under it (`其中：一般公共预算：1658.42`), one breakdown in each column, or as labels
/// with their amounts over or under it (基本支出总额 724.23 项目支出总额 243.96).
struct MoneyPhrases: FormBlock {
    /// A part with its amount.
    struct Phrase: Sendable {
        var line: MoneyLine
        /// The cell of the amount; that of the label where it stands behind a colon.
        var place: CellReference
        /// The amount, as it is written.
        var text: String
    }

    /// The phrases under one another, or side by side.
    let phrases: [Phrase]
    /// What of the total they make; nil where they make none of its amounts.
    let role: BudgetColumn?
    /// The sum of the amounts, in the unit of the block.
    let sum: Decimal
    private let unit: MoneyUnit
    private let blocks: [Standard.BudgetBlock]
    private let readings: [PlaceReading]

    /// Phrases that stand more rows apart from the block than this are none of its parts.
    private static let reach = 12

    /// What was found around a block.
    private struct Found {
        /// Phrases behind colons by their column, those side by side by a number below 0.
        var groups: [Int: [Phrase]] = [:]
        /// 按收入性质分：
        var headings: [CellReference] = []

        /// Takes what a row holds; gives whether it holds phrases and their headings.
        mutating func take(_ row: Int, pairs: Int, _ look: SheetLook) -> Bool {
            let texts = look.freeTexts(in: row)
            var found = false
            var index = 0
            while index < texts.count {
                let text = texts[index]
                let next = index + 1 < texts.count ? texts[index + 1] : nil
                index += 1
                if let phrase = MoneyPhrases.phrase(text, row, look) {
                    groups[text.column, default: []].append(phrase)
                } else if let next, let phrase = MoneyPhrases.pair(text, next, row, look) {
                    groups[pairs, default: []].append(phrase)
                    index += 1
                } else if MoneyPhrases.heads(text) {
                    headings.append(CellReference(row: row, column: text.column))
                } else {
                    continue
                }
                found = true
            }
            return found
        }
    }

    static func find(in look: inout SheetLook) -> [FormPlace] {
        guard let place = look.places.last(where: { $0.block is MoneyBlock }), let money = place.block as? MoneyBlock
        else { return [] }
        var found = Found()
        var row = place.rows.upperBound + 1
        while row <= place.rows.upperBound + reach, !look.ownRows.contains(row), found.take(row, pairs: -1, look) {
            row += 1
        }
        row = money.headingRow - 1
        while row >= max(0, money.headingRow - 3), !look.ownRows.contains(row), found.take(row, pairs: -2, look) {
            row -= 1
        }
        return found.groups.sorted { $0.key < $1.key }.map { column, phrases in
            let heading = found.headings.last { $0.column == column && $0.row < phrases[0].place.row }
            if let heading { look.claims.claim(heading, .label) }
            let title = heading.map { BlankLearner.rowName(look.view.text($0.row, $0.column)) }
            let block = MoneyPhrases(phrases, title: title, money, look)
            if block.role != nil {
                for phrase in phrases where phrase.place != phrase.line.place {
                    look.claims.claim(phrase.line.place, .label)
                    look.claims.claim(phrase.place, .value)
                }
            }
            let rows = phrases.map(\.place.row)
            return FormPlace(
                sheet: look.view.index, rows: (rows.min() ?? 0)...(rows.max() ?? 0), block: block)
        }
    }

    /// 按支出性质分： stands over its phrases.
    private static func heads(_ text: ViewText) -> Bool {
        TextNormalizer.narrowed(text.text).hasSuffix(":") && text.label.map { $0.name.count <= 12 } ?? false
    }

    private static func phrase(_ text: ViewText, _ row: Int, _ look: SheetLook) -> Phrase? {
        let plain = TextNormalizer.narrowed(text.text)
        guard let colon = plain.lastIndex(of: ":") else { return nil }
        let amount = String(plain[plain.index(after: colon)...]).filter { $0 != " " }
        let label = String(plain[..<colon])
        guard Quantity(amount).number != nil, let name = look.words.moneyName(label), name.kind != .broad
        else { return nil }
        let viewed = ViewText(column: text.column, text: label, label: Label(label))
        let place = CellReference(row: row, column: text.column)
        return Phrase(line: MoneyLine(viewed, at: place, look.words), place: place, text: amount)
    }

    /// A label with its amount right of it.
    private static func pair(_ text: ViewText, _ next: ViewText, _ row: Int, _ look: SheetLook) -> Phrase? {
        guard text.label != nil, let name = look.words.moneyName(text.text), name.kind == .part,
            look.view.amount(row, next.column).value != nil, look.words.amount(text.label) == nil
        else { return nil }
        let line = MoneyLine(text, at: CellReference(row: row, column: text.column), look.words)
        return Phrase(line: line, place: CellReference(row: row, column: next.column), text: next.text)
    }

    private init(_ phrases: [Phrase], title: String?, _ money: MoneyBlock, _ look: SheetLook) {
        let unit = money.columns.lazy.compactMap(\.unit).first ?? look.words.template.moneyUnit
        self.unit = unit
        self.phrases = phrases
        let amounts = phrases.map { Self.number($0, look.view) }
        let values = amounts.map { amount in (amount.moneyUnit ?? unit).converted(amount.value ?? 0, to: unit) }
        let sum = values.reduce(0, +)
        self.sum = sum
        let total = money.rows.first { $0.line.map { $0.isTotal && !$0.isOtherTotal } ?? ($0.name != nil) }
        // What was given for the year goes before what was planned; what was spent may be the same.
        let role = [BudgetColumn.adjusted, .executed, .initial].first { role in
            let own = money.columns.first { $0.role == role }
            guard let total, let own, let value = look.view.amount(total.row, own.column).value else { return false }
            return (own.unit ?? unit).converted(value, to: unit) == sum
        }
        self.role = role
        let names = phrases.compactMap(\.line.name)
        let name = look.words.template.standard.budgetTotalName
        blocks =
            role == nil
            ? [] : [Standard.BudgetBlock(title: title ?? "资金的各项", total: name, parts: names)]
        let why = role.map { "加起来等于\(name)的\($0.rawValue)" } ?? "加起来是 \(sum)，不等于\(name)的任何一个数"
        readings = phrases.map { phrase in
            PlaceReading(
                source: look.view.source(phrase.line.place.row, phrase.line.place.column),
                reading: role.map { "\(name)的一项“\(phrase.line.name ?? "")”的\($0.rawValue)" } ?? "资金的一项，不知道是预算数还是执行数",
                certainty: role == nil ? .open : .plain,
                evidence: [
                    .init(kind: "位置", weight: 1, ground: "名称和金额写在资金表旁边"), .init(kind: "算术", weight: 1, ground: why),
                ])
        }
    }

    private static func number(_ phrase: Phrase, _ view: SheetView) -> SourcedNumber {
        SourcedNumber(text: phrase.text, source: view.source(phrase.place.row, phrase.place.column))
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        reading.add(blocks, readings)
        guard let role else { return }
        for phrase in phrases {
            guard let name = phrase.line.name else { continue }
            reading.add(
                MoneyFacts.Slot(row: name, column: role, unit: unit), Self.number(phrase, view))
            reading.claim(view, phrase.place.row, phrase.place.column, .value)
        }
    }
}
