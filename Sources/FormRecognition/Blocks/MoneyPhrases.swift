import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Parts of the money that are written behind colons under the block: `其中：一般公共预算：1658.42`, one breakdown in each column.
struct MoneyPhrases: FormBlock {
    /// A part with its amount.
    struct Phrase: Sendable {
        var row: Int
        var line: MoneyLine
        /// The amount behind the colon, as it is written.
        var text: String
    }

    /// The phrases under one another.
    let phrases: [Phrase]
    /// What of the total they make; nil where they make none of its amounts.
    let role: BudgetColumn?
    /// The sum of the amounts, in the unit of the block.
    let sum: Decimal
    private let unit: MoneyUnit
    private let blocks: [Standard.BudgetBlock]
    private let grounds: [ReadingGround]

    /// Phrases that stand more rows apart from the block than this are none of its parts.
    private static let reach = 12

    static func find(in look: inout SheetLook) -> [FormPlace] {
        guard let above = look.places.last(where: { $0.block is MoneyBlock }), let money = above.block as? MoneyBlock
        else { return [] }
        var columns: [Int: [Phrase]] = [:]
        var labels: [CellReference] = []
        for row in look.view.filledRows
        where row > above.rows.upperBound && row <= above.rows.upperBound + reach && !look.ownRows.contains(row) {
            var found = false
            for text in look.freeTexts(in: row) {
                if let phrase = phrase(text, row, look) {
                    columns[text.column, default: []].append(phrase)
                    found = true
                } else if heads(text) {
                    // 按收入性质分：
                    labels.append(CellReference(row: row, column: text.column))
                    found = true
                }
            }
            if !found { break }
        }
        guard !columns.isEmpty else { return [] }
        for label in labels where columns[label.column] != nil { look.claims.claim(label, .label) }
        return columns.sorted { $0.key < $1.key }.compactMap { column, phrases in
            let title = labels.last { $0.column == column && $0.row < phrases[0].row }
                .map { BlankLearner.rowName(look.view.text($0.row, $0.column)) }
            let block = MoneyPhrases(phrases, title: title, money, look)
            let rows = phrases.map(\.row)
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
        return Phrase(
            row: row, line: MoneyLine(viewed, at: CellReference(row: row, column: text.column), look.words),
            text: amount)
    }

    private init(_ phrases: [Phrase], title: String?, _ money: MoneyBlock, _ look: SheetLook) {
        let unit = money.columns.lazy.compactMap(\.unit).first ?? look.words.template.moneyUnit
        self.unit = unit
        self.phrases = phrases
        let amounts = phrases.map { Self.number($0, look.view) }
        let values = amounts.map { amount in (amount.moneyUnit ?? unit).converted(amount.value ?? 0, to: unit) }
        let sum = values.reduce(0, +)
        self.sum = sum
        let total = money.rows.first { $0.line?.isTotal ?? ($0.name != nil) }
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
            ? [] : [Standard.BudgetBlock(title: title ?? "资金", total: name, parts: names)]
        let why = role.map { "加起来等于\(name)的\($0.rawValue)" } ?? "加起来是 \(sum)，不等于\(name)的任何一个数"
        grounds = phrases.map { phrase in
            ReadingGround(
                place: look.view.source(phrase.row, phrase.line.place.column),
                reading: role.map { "\(name)的一项“\(phrase.line.name ?? "")”的\($0.rawValue)" } ?? "资金的一项，不知道是预算数还是执行数",
                evidence: ["金额写在冒号后面", why], certainty: role == nil ? .unsure : .shown)
        }
    }

    private static func number(_ phrase: Phrase, _ view: SheetView) -> SourcedNumber {
        SourcedNumber(text: phrase.text, source: view.source(phrase.row, phrase.line.place.column))
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        reading.add(blocks, grounds)
        guard let role else { return }
        for phrase in phrases {
            guard let name = phrase.line.name else { continue }
            reading.add(
                MoneyFacts.Slot(row: name, column: role, unit: unit), Self.number(phrase, view))
            reading.claim(view, phrase.row, phrase.line.place.column, .value)
        }
    }
}
