import Assessment

/// The words that stand for a label in forms, tables and exports. Data, from `Templates/labels.yaml`.
public struct LabelTable: Sendable {
    private var indicatorColumns: [String: IndicatorColumn] = [:]
    private var budgetColumns: [String: BudgetColumn] = [:]
    private var facts: [String: [String]] = [:]
    /// Canonical labels of facts by the key of each word for them.
    private var factNames: [String: String] = [:]
    private var totals: Set<String> = []
    private var exportColumns: [String: String] = [:]
    private var notes: [String] = []
    private var markScalars: Set<Unicode.Scalar> = []
    /// Words of tables that finance systems export.
    public private(set) var tables = TableWords()
    /// What a blank prints for the person to replace.
    public private(set) var fillers = FillerWords()
    private var excerpts: [String] = []

    /// Loads the table; what is not understood in it is an error with its line.
    public static func load(path: String) throws -> LabelTable {
        let root = try YAMLNode(path: path)
        try root.allow([
            "indicator-columns", "budget-columns", "facts", "totals", "export-columns", "notes", "fillers", "excerpts",
            "tables",
        ])
        var table = LabelTable()
        for (name, words) in try root.required("indicator-columns").pairs() {
            guard let role = IndicatorColumn(rawValue: name) else { throw words.broken("没有“\(name)”这种列。") }
            for word in [name] + (try words.list().map { try $0.text() }) {
                table.indicatorColumns[TextNormalizer.key(word)] = role
            }
        }
        for (name, words) in try root.required("budget-columns").pairs() {
            guard let role = BudgetColumn(rawValue: name) else { throw words.broken("没有“\(name)”这种列。") }
            for word in [name] + (try words.list().map { try $0.text() }) {
                table.budgetColumns[TextNormalizer.key(word)] = role
            }
        }
        for (name, words) in try root.required("facts").pairs() {
            table.facts[name] = try words.list().map { try $0.text() }
            table.factNames[TextNormalizer.key(name)] = name
        }
        // A label's own name goes before a synonym of another.
        for (name, _) in try root.required("facts").pairs() {
            for word in table.facts[name] ?? [] where table.factNames[TextNormalizer.key(word)] == nil {
                table.factNames[TextNormalizer.key(word)] = name
            }
        }
        table.totals = Set(try root.texts("totals").map(TextNormalizer.key))
        for (name, words) in try root.required("export-columns").pairs() {
            for word in [name] + (try words.list().map { try $0.text() }) {
                table.exportColumns[TextNormalizer.key(word)] = name
            }
        }
        table.notes = try root.texts("notes").map(TextNormalizer.key)
        if let words = root["fillers"] { table.fillers = try FillerWords(words) }
        table.excerpts = try root.texts("excerpts")
        if let words = root["tables"] { table.tables = try TableWords(words) }
        table.markScalars = Set(table.totals.compactMap { $0.unicodeScalars.last }).union(table.tables.markScalars)
        return table
    }

    /// Whether a text may be the label of a total or the mark of a page. Cheap: most texts of a long table are neither.
    public func mayMarkRow(_ text: String) -> Bool { text.unicodeScalars.contains { markScalars.contains($0) } }

    /// The column of an indicator table that a heading names, or nil.
    public func indicatorColumn(_ heading: String) -> IndicatorColumn? { indicatorColumns[Self.plain(heading)] }

    /// The column of a money block that a heading names, or nil.
    public func budgetColumn(_ heading: String) -> BudgetColumn? { budgetColumns[Self.plain(heading)] }

    /// Other words for a fact's label.
    public func factSynonyms(_ label: String) -> [String] { facts[label] ?? [] }

    /// The canonical label of a fact, or nil.
    public func fact(_ label: String) -> String? { factNames[Self.plain(label)] }

    /// The money column that a label ends with, and what stands before it: `其中：财政拨款 全年预算数（万元）`.
    public func budgetColumnSuffix(_ label: String) -> (rest: String, column: BudgetColumn)? {
        let key = Self.plain(label)
        // Asked of every text of a form: keys are compared by their bytes.
        var found: (bytes: Int, column: BudgetColumn)?
        for (word, column) in budgetColumns {
            let bytes = word.utf8.count
            guard bytes > found?.bytes ?? 0, key.utf8.suffix(bytes).elementsEqual(word.utf8) else { continue }
            found = (bytes, column)
        }
        return found.map { (String(decoding: key.utf8.dropLast($0.bytes), as: UTF8.self), $0.column) }
    }

    /// What a column of a finance export that holds no amount tells (资金来源, 支出类型, 项目名称), or nil.
    public func exportColumn(_ heading: String) -> String? { exportColumns[Self.plain(heading)] }

    /// Whether a text begins a note or the signatures after a table.
    public func isNote(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        return notes.contains { key.hasPrefix($0) && !key.hasSuffix("指标") }
    }

    /// Whether a title says that it is over a part of a table (节选).
    public func isExcerpt(_ title: String) -> Bool { excerpts.contains { title.contains($0) } }

    /// Whether a label begins a row of totals.
    public func isTotal(_ label: String) -> Bool { totals.contains(Self.plain(label)) }

    /// A label's key without bracketed units and letters: 全年执行数（B） is 全年执行数.
    package static func plain(_ label: String) -> String {
        let key = TextNormalizer.key(label)
        // Of 全年(调整)预算数(万元) only what ends the label.
        guard key.hasSuffix(")"), let open = key.lastIndex(of: "("), open > key.startIndex else { return key }
        return String(key[..<open])
    }
}

extension TemplateFolder {
    /// Loads the label table.
    public func labels() throws -> LabelTable { try LabelTable.load(path: path + "/labels.yaml") }
}
