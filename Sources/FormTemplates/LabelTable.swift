import Assessment
import Spreadsheet

/// The words that stand for a label in forms, tables and exports. Data, from `Templates/labels.yaml`.
public struct LabelTable: Sendable {
    private(set) var indicatorColumns = WordMap<IndicatorColumn>()
    private var budgetColumns = WordMap<BudgetColumn>()
    /// Its words, the longest first.
    private var budgetWords: [(word: String, column: BudgetColumn)] = []
    private var facts: [FactName: [String]] = [:]
    /// Canonical labels of facts by the key of each word for them.
    private(set) var factNames = WordMap<FactName>()
    private var totals: Set<TextKey> = []
    private var exportColumns = WordMap<ExportColumn>()
    private var notes: [String] = []
    private var markScalars: Set<Unicode.Scalar> = []
    /// Words of tables that finance systems export.
    public private(set) var tables = TableWords()
    /// What a blank prints for the person to replace.
    public private(set) var fillers = FillerWords()
    /// What labels of forms are compared by, found once for the forms of a run; nil for what is no label.
    public let printedKeys = Memo<String?>(most: 20_000)
    /// Words of sentences that say a total or a grade.
    public private(set) var saidOutcomes = SaidOutcomeWords()
    private var excerpts: [String] = []
    /// Rows besides the indicators, and columns that are reckoned from others.
    var besides = BesideWords()
    private var ordinals: Set<String> = []
    private var formMarks: Set<String> = []
    private var headingParts = PartsTable<IndicatorColumn>()
    private var moneyHeadings = PartsTable<BudgetColumn>()
    private var factParts = PartsTable<FactName>()
    private let pairs = Memo<BudgetColumn?>()
    private var otherFacts: [String] = []
    /// Words of rows of money.
    public private(set) var money = MoneyWords()
    /// How much each kind of evidence speaks for what a column holds.
    public private(set) var evidence = EvidenceWeights()
    /// The words by which other papers than self-assessments are known.
    public private(set) var papers = PaperWords()
    private var totalParts: HeadingParts<IndicatorColumn>?
    private var subjects: [String] = []
    private var levelParents: [String: Set<String>] = [:]
    private var parentLevels: Set<String> = []
    private var levelLabels: [String: Int] = [:]
    private var otherBeginnings: [String] = []
    private var otherEndings: [String] = []
    private var exportWords = ExportWords()
    private var paperEndings: [String] = []
    private var paperBeginnings: [String] = []

    /// Loads the table; what is not understood in it is an error with its line.
    public static func load(path: String) throws -> LabelTable {
        let root = try YAMLNode(path: path)
        try root.allow([
            "indicator-columns", "budget-columns", "facts", "totals", "export-columns", "notes", "said-outcomes",
            "fillers", "excerpts",
            "extra-rows", "derived-columns", "tables", "ordinal-columns", "form-marks", "paper", "heading-parts",
            "evidence", "other-columns",
            "level-labels", "papers", "level-parents", "total-parts", "money-headings", "money", "fact-parts",
            "other-facts", "export-words", "title-subjects",
        ])
        var table = LabelTable()
        for (name, words) in try root.required("indicator-columns").pairs() {
            guard let role = IndicatorColumn(rawValue: name) else { throw words.broken("没有“\(name)”这种列。") }
            for word in [name] + (try words.list().map { try $0.text() }) {
                table.indicatorColumns[Label.name(of: word)] = role
            }
        }
        for (name, words) in try root.required("budget-columns").pairs() {
            guard let role = BudgetColumn(rawValue: name) else { throw words.broken("没有“\(name)”这种列。") }
            for word in [name] + (try words.list().map { try $0.text() }) {
                table.budgetColumns[Label.name(of: word)] = role
            }
        }
        table.budgetWords = table.budgetColumns.pairs.sorted {
            ($0.word.utf8.count, $0.word) > ($1.word.utf8.count, $1.word)
        }.map { ($0.word, $0.value) }
        for (name, words) in try root.required("facts").pairs() {
            table.facts[FactName(name)] = try words.list().map { try $0.text() }
            table.factNames[Label.name(of: name)] = FactName(name)
        }
        // A label's own name goes before a synonym of another.
        for (name, _) in try root.required("facts").pairs() {
            for word in table.facts[FactName(name)] ?? [] where table.factNames[Label.name(of: word)] == nil {
                table.factNames[Label.name(of: word)] = FactName(name)
            }
        }
        table.totals = Set(try root.texts("totals").map { TextKey(Label.name(of: $0)) })
        for (name, words) in try root.required("export-columns").pairs() {
            guard let column = ExportColumn(rawValue: name) else { throw words.broken("没有“\(name)”这种列。") }
            for word in [name] + (try words.list().map { try $0.text() }) {
                table.exportColumns[Label.name(of: word)] = column
            }
        }
        table.notes = try root.texts("notes").map(TextNormalizer.key)
        if let words = root["said-outcomes"] { table.saidOutcomes = try SaidOutcomeWords(words) }
        if let words = root["fillers"] { table.fillers = try FillerWords(words) }
        table.excerpts = try root.texts("excerpts")
        table.besides = try BesideWords(root)
        table.formMarks = Set(try root.texts("form-marks").map(Label.name))
        for (name, kinds) in try root["heading-parts"]?.pairs() ?? [] {
            guard let column = IndicatorColumn(rawValue: name) else { throw kinds.broken("没有“\(name)”这种列。") }
            for kind in try kinds.list() { table.headingParts.append(try HeadingParts(column, kind)) }
        }
        for (name, kinds) in try root["money-headings"]?.pairs() ?? [] {
            guard let column = BudgetColumn(rawValue: name) else { throw kinds.broken("没有“\(name)”这种列。") }
            for kind in try kinds.list() { table.moneyHeadings.append(try HeadingParts(column, kind)) }
        }
        for (name, kinds) in try root["fact-parts"]?.pairs() ?? [] {
            for kind in try kinds.list() { table.factParts.append(try HeadingParts(FactName(name), kind)) }
        }
        if let words = root["money"] { table.money = try MoneyWords(words) }
        table.otherFacts = try root.texts("other-facts").map(Label.name)
        if let words = root["export-words"] { table.exportWords = try ExportWords(words) }
        if let paper = root["paper"] {
            try paper.allow(["endings", "beginnings"])
            table.paperEndings = try paper.texts("endings").map(Label.name)
            table.paperBeginnings = try paper.texts("beginnings").map(Label.name)
        }
        for (number, words) in try root["level-labels"]?.pairs() ?? [] {
            guard let level = Int(number) else { throw words.broken("没有第“\(number)”级。") }
            for word in try words.list() { table.levelLabels[Label(try word.text(), isLevel: true).levelName] = level }
        }
        for (name, words) in try root["level-parents"]?.pairs() ?? [] {
            let parent = Label(name, isLevel: true).levelName
            table.parentLevels.insert(parent)
            for word in try words.list() {
                table.levelParents[Label(try word.text(), isLevel: true).levelName, default: []].insert(parent)
            }
        }
        if let node = root["total-parts"] { table.totalParts = try HeadingParts(IndicatorColumn.name, node) }
        table.subjects = try root.texts("title-subjects").map(TextNormalizer.key)
        if let node = root["papers"] { table.papers = try PaperWords(node) }
        if let node = root["evidence"] { table.evidence = try EvidenceWeights(node) }
        if let node = root["other-columns"] {
            try node.allow(["beginnings", "endings"])
            table.otherBeginnings = try node.texts("beginnings").map(Label.name)
            table.otherEndings = try node.texts("endings").map(Label.name)
        }
        table.ordinals = Set(try root.texts("ordinal-columns").map(Label.name))
        if let words = root["tables"] { table.tables = try TableWords(words) }
        table.markScalars = Set(table.totals.compactMap { $0.text.unicodeScalars.last }).union(table.tables.markScalars)
        return table
    }

    /// Whether a text may be the label of a total or the mark of a page. Cheap: most texts of a long table are neither.
    public func mayMarkRow(_ text: String) -> Bool { text.unicodeScalars.contains { markScalars.contains($0) } }

    /// The column of an indicator table that a heading names, or nil.
    public func indicatorColumn(_ heading: Label) -> IndicatorColumn? { indicatorColumns[heading.name] }

    /// The column of an indicator table that a heading means by the words that it is put together of, where it is none that is listed; nil for none.
    public func composedColumn(_ heading: Label) -> IndicatorColumn? {
        headingParts.role(of: heading.name) { name in
            guard (2...20).contains(name.count), indicatorColumns[name] == nil else { return nil }
            // 全年（调整后）目标值: the words in brackets are words.
            return name.filter { !"()".contains($0) }
        }
    }

    /// The column of an indicator table that a heading names, or nil.
    public func indicatorColumn(_ heading: String) -> IndicatorColumn? { indicatorColumn(Label(heading)) }

    /// The column of a money block that a heading names, or nil.
    public func budgetColumn(_ heading: Label) -> BudgetColumn? { budgetColumns[heading.name] }

    /// The column of a money block that a heading names, or nil.
    public func budgetColumn(_ heading: String) -> BudgetColumn? { budgetColumn(Label(heading)) }

    /// The column of a money block that a heading means by the words that it is put together of, where it is none that is listed; nil for none.
    public func composedBudgetColumn(_ heading: Label) -> BudgetColumn? {
        moneyHeadings.role(of: heading.name) { name in
            (2...20).contains(name.count) && budgetColumns[name] == nil ? name : nil
        }
    }

    /// The column of a money block that a heading means together with the one over it, whichever stands first: 全年数 under 预算; nil for none.
    public func budgetColumn(_ heading: String, under above: String) -> BudgetColumn? {
        pairs.value(of: above + "\n" + heading) {
            amountColumn(Label(above + heading)) ?? amountColumn(Label(heading + above))
        }
    }

    /// The column of a money block that a heading names, listed or put together of known words; nil for none.
    public func amountColumn(_ heading: Label) -> BudgetColumn? {
        budgetColumn(heading) ?? composedBudgetColumn(heading)
    }

    /// The fact that a label means by the words that it is put together of, where it is none that is listed; nil for none.
    public func composedFact(_ label: Label) -> FactName? {
        factParts.role(of: label.name) { name in
            (3...20).contains(name.count) && factNames[name] == nil ? name : nil
        }
    }

    /// Whether a label asks for something that no rule goes by (项目类别, 立项依据): what stands beside it is known, and not needed.
    public func isOtherFact(_ label: String) -> Bool {
        let name = Label.name(of: label)
        return name.count >= 2 && otherFacts.contains { name.hasSuffix($0) }
    }

    /// Other words for a fact's label.
    public func factSynonyms(_ name: FactName) -> [String] { facts[name] ?? [] }

    /// The fact that a label names, or nil. 2022年度 is the year itself, no label of it.
    public func fact(_ label: String) -> FactName? { fact(Label(label)) }

    /// The fact that a label names, or nil. 2022年度 is the year itself, no label of it.
    public func fact(_ label: Label) -> FactName? {
        label.year != nil && label.name.count <= 2 ? nil : factNames[label.name]
    }

    /// The money column that a label ends with, and what stands before it: `其中：财政拨款 全年预算数（万元）`.
    public func budgetColumnSuffix(_ label: Label) -> (rest: String, column: BudgetColumn)? {
        let key = label.name
        // Asked of every text of a form. The longest comes first.
        guard let found = budgetWords.first(where: { key.hasSuffix($0.word) }) else { return nil }
        return (String(decoding: key.utf8.dropLast(found.word.utf8.count), as: UTF8.self), found.column)
    }

    /// What a column of a finance export that holds no amount tells (资金来源, 支出类型, 项目名称), or nil.
    public func exportColumn(_ heading: String) -> ExportColumn? { exportColumns[Label.name(of: heading)] }

    /// The amount that a column of a finance export holds, by its heading; nil for what names none.
    public func exportAmount(_ heading: Label) -> ExportAmount? {
        // 2023年支出数 is 支出数 of that year.
        let isDated = heading.year != nil && heading.name.hasPrefix("年")
        let name = isDated ? String(heading.name.dropFirst(heading.name.hasPrefix("年度") ? 2 : 1)) : heading.name
        if let amount = exportWords.amount(name) { return amount }
        return budgetColumn(isDated ? Label(name) : heading).flatMap { ExportAmount(rawValue: $0.rawValue) }
    }

    /// What a cell of an export that names a fund or a kind of expenditure means, in the words of forms: 特定目标类 is 项目支出. Nil for other words, and
    /// for those that name two.
    public func exportValue(_ text: String) -> String? { exportWords.value(text) }

    /// Whether a cell of an export has a word for a fund or a kind, and does not say that it is anything but that: 非财政拨款.
    public func exportText(_ text: String, names word: String) -> Bool {
        exportWords.names(Label.name(of: text), Label.name(of: word))
    }

    /// Whether a heading is that of one level of a code that stands in several columns: 类, 款, 项.
    public func isCodeLevel(_ heading: String) -> Bool { exportWords.isLevel(heading) }

    /// Whether a label is that of the paper itself (报表编号, 附件), which says nothing of what it reports.
    public func isFormMark(_ label: String) -> Bool { formMarks.contains(Label.name(of: label)) }

    /// Whether a label asks who made, printed or signed the paper, when, or how to reach them: nothing that the form says.
    public func isOfPaper(_ label: String) -> Bool {
        let name = Label.name(of: label)
        return paperEndings.contains { name.hasSuffix($0) } || paperBeginnings.contains { name.hasPrefix($0) }
    }

    /// The level of the groups that forms commonly have: 1 for 产出指标, 2 for 数量指标; nil for another word.
    public func levelNumber(_ label: Label) -> Int? { levelLabels[label.levelName] }

    /// What a title says that its form is about: 整体, 项目.
    public func titleSubjects(in title: String) -> Set<String> { Set(subjects.filter { title.contains($0) }) }

    /// Whether a text is the title of a form of this field: 部门整体支出绩效自评表.
    public func isTitle(_ key: String) -> Bool {
        key.hasSuffix("表") && key.contains("绩效") && (key.contains("自评") || key.contains("评价") || key.contains("评分"))
    }

    /// Whether a label is put together of words for a total of points: 自评得分合计, 综合得分.
    public func isPointsTotal(_ label: Label) -> Bool {
        (2...12).contains(label.name.count) && totalParts?.matches(label.name) ?? false
    }

    /// The groups of the first level that a group of the second usually stands under; nil for one that has no usual place.
    public func parent(of label: Label) -> Set<String>? { levelParents[label.levelName] }

    /// Whether a group of the first level is one that others usually stand under.
    public func isParent(_ label: Label) -> Bool { parentLevels.contains(label.levelName) }

    /// Whether a heading says that its column is somebody else's or another year's, or says something besides: 复核得分, 上年完成值, 是否核心指标.
    public func isOtherColumn(_ heading: String) -> Bool {
        let name = Label.name(of: heading)
        return otherBeginnings.contains { name.hasPrefix($0) } || otherEndings.contains { name.hasSuffix($0) }
    }

    /// Whether a heading is that of running numbers (序号), which say nothing of their rows.
    public func isOrdinalColumn(_ heading: String) -> Bool { ordinals.contains(Label.name(of: heading)) }

    /// Whether a text begins a note or the signatures after a table.
    public func isNote(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        return notes.contains { key.hasPrefix($0) && !key.hasSuffix("指标") }
    }

    /// Whether a title says that it is over a part of a table (节选).
    public func isExcerpt(_ title: String) -> Bool { excerpts.contains { title.contains($0) } }

    /// Whether a label begins a row of totals.
    public func isTotal(_ label: Label) -> Bool { totals.contains(TextKey(label.name)) }

    /// Whether a label begins a row of totals.
    public func isTotal(_ label: String) -> Bool { isTotal(Label(label)) }
}

extension TemplateFolder {
    /// Loads the label table.
    public func labels() throws -> LabelTable { try LabelTable.load(path: path + "/labels.yaml") }
}
