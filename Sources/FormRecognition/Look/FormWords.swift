import Assessment
import FormTemplates
import Spreadsheet

/// What labels mean: a template's own words go before those of the label table.
struct FormWords: Sendable {
    let template: Template
    let labels: LabelTable
    /// The template's fields by the name of each word for them.
    private let fields: WordMap<FactName>
    /// What texts say as labels of money, found once.
    let moneyNames: Memo<MoneyName?>

    init(template: Template, labels: LabelTable) {
        self.template = template
        self.labels = labels
        var fields = WordMap<FactName>()
        for field in template.fields {
            for word in [field.label.rawValue] + field.synonyms {
                let name = Label.name(of: word)
                if fields[name] == nil { fields[name] = field.label }
            }
        }
        self.fields = fields
        moneyNames = Memo()
    }

    /// The words of the label table alone.
    init(labels: LabelTable) { self.init(template: Template.none, labels: labels) }

    /// The same words for the template as it was adapted to a form.
    func adapted(_ template: Template) -> FormWords {
        FormWords(template: template, labels: labels, fields: fields, moneyNames: moneyNames)
    }

    private init(
        template: Template, labels: LabelTable, fields: WordMap<FactName>, moneyNames: Memo<MoneyName?>
    ) {
        self.template = template
        self.labels = labels
        self.fields = fields
        self.moneyNames = moneyNames
    }

    /// The heading of an indicator table that a text may be a slip of, by one letter; nil for none.
    func nearColumn(_ text: String) -> String? { labels.nearColumn(Label(text)) }

    /// The label of a fact that a text may be a slip of, by one letter; nil for none.
    func nearFact(_ text: String) -> String? { labels.nearFact(Label(text)) }

    /// The fact that a label names, of the template or of the label table.
    func fact(_ label: Label?) -> FactName? {
        guard let label else { return nil }
        // 2022年度 is the year itself, no label of it.
        if label.year != nil, label.name.count <= 2 { return nil }
        return fields[label.name] ?? labels.fact(label)
    }

    /// The column of an indicator table that a heading names.
    func indicatorColumn(_ label: Label?) -> IndicatorColumn? {
        label.flatMap { template.indicatorColumn($0) ?? labels.indicatorColumn($0) }
    }

    /// The column of the money block that a heading names.
    func budgetColumn(_ label: Label?) -> BudgetColumn? { label.flatMap { labels.budgetColumn($0) } }

    /// The row of the money block that a label names, by its canonical name.
    func budgetRow(_ label: Label?) -> String? { label.flatMap { template.budgetRowName(of: $0) } }

    /// Whether a label begins a row of totals.
    func isTotal(_ label: Label?) -> Bool { label.map { labels.isTotal($0) } ?? false }

    /// Whether a label is that of all points of the form: 总分, 自评得分合计.
    func isPointsTotal(_ label: Label?) -> Bool {
        label.map { fact($0) == .total || composedFact($0) == .total || labels.isPointsTotal($0) } ?? false
    }

    /// Headings that only a table of indicators has.
    private static let ofIndicators: [IndicatorColumn?] = [.level1, .level2, .name, .target, .actual]

    /// Whether the texts of a row head a money block: 全年预算数 and 全年执行数 are among them.
    func headsMoney(_ texts: [ViewText]) -> Bool {
        guard texts.count >= 2 else { return false }
        var listed: Set<BudgetColumn> = []
        var all: Set<BudgetColumn> = []
        for text in texts {
            if let column = budgetColumn(text.label) {
                listed.insert(column)
                all.insert(column)
            } else if let column = text.label.flatMap({ labels.composedBudgetColumn($0) }) {
                all.insert(column)
            }
        }
        // Most rows head nothing: what else they say is not looked at.
        guard all.isSuperset(of: [.adjusted, .executed]) else { return false }
        if listed.isSuperset(of: [.adjusted, .executed]) { return true }
        // 计划数 and 完成数 beside 三级指标 are of the indicators.
        let isOfIndicators = texts.contains { text in
            Self.ofIndicators.contains(indicatorColumn(text.label))
                || text.label.flatMap { labels.composedColumn($0) } == .name
        }
        return !isOfIndicators
    }

    /// The place of the money block that a label such as `其中：财政拨款 全年预算数（万元）` names; nil when it names no amount.
    func amount(_ label: Label?) -> MoneyFacts.Slot? {
        guard let label else { return nil }
        guard let found = labels.budgetColumnSuffix(label) else {
            // 预算执行进度 by the words that it is put together of.
            return labels.composedBudgetColumn(label) == .rate
                ? MoneyFacts.Slot(row: template.standard.budgetTotalName, column: .rate, unit: nil) : nil
        }
        switch found.column {
        // 执行率权重 is of the money block; 分值 and 得分 alone are of the indicators.
        case .weight where label.name.contains("执行率"), .score where label.name.contains("执行率"): break
        case .weight, .score:
            // 预算执行进度得分.
            guard labels.composedBudgetColumn(Label(found.rest)) == .rate else { return nil }
            return MoneyFacts.Slot(row: template.standard.budgetTotalName, column: found.column, unit: nil)
        case .reason: return nil
        case .initial, .adjusted, .executed, .rate: break
        }
        let rest = found.rest.drop { ":,、-—的".contains($0) }
        var words = String(rest)
        while let last = words.last, ":,、-—的".contains(last) { words.removeLast() }
        if words.isEmpty {
            return MoneyFacts.Slot(row: template.standard.budgetTotalName, column: found.column, unit: label.unit)
        }
        return template.budgetRowName(of: Label(words)).map {
            MoneyFacts.Slot(row: $0, column: found.column, unit: label.unit)
        }
    }
}
