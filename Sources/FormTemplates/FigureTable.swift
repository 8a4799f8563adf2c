import Assessment
import Foundation
import Spreadsheet

/// The table of base figures (基础数据表) that a form has besides its indicators. Data, section `figures` of template.yaml.
///
/// Figures of a grid are named `行 列` (三公经费 本年预算数); those with a label of their own by that label (编制数).
/// A year in a label is resolved by the year of the form: 2018年预算数 on a form of 2018 is 本年预算数.
public struct FigureTable: Sendable {
    /// A row, a column or a figure by its name.
    public struct Entry: Hashable, Sendable {
        /// Canonical name.
        public let name: String
        /// Other words for it.
        public let synonyms: [String]
        /// It holds words, not a number.
        public var isText = false
        /// What the form computes it from; nil for what the person gives.
        public var rate: RateFigures?
        /// What a label is compared with: every text of a sheet is asked for.
        fileprivate let keys: Set<String>

        init(name: String, synonyms: [String]) {
            self.name = name
            self.synonyms = synonyms
            keys = Set(([name] + synonyms).map { FigureTable.plain(Label($0), year: nil) })
        }
    }

    /// Name of the blank's sheet that shows them; nil where the form has none.
    public var sheet: String?
    /// Columns of the grid.
    public var columns: [Entry] = []
    /// Rows of the grid.
    public var rows: [Entry] = []
    /// Figures that stand right of their label or under it.
    public var values: [Entry] = []

    /// Every name that a figure can have.
    public var names: [String] {
        values.map(\.name) + rows.flatMap { row in columns.map { "\(row.name) \($0.name)" } }
    }

    /// The entry that a label names, with its years resolved; nil for none.
    public static func entry(_ label: String, in entries: [Entry], year: Int?) -> Entry? {
        entry(Label(label), in: entries, year: year)
    }

    /// The entry that a label names, with its years resolved; nil for none.
    public static func entry(_ label: Label, in entries: [Entry], year: Int?) -> Entry? {
        let key = plain(label, year: year)
        guard !key.isEmpty else { return nil }
        // 2018年实际在职人数 is 实际在职人数 where no column is asked for by year.
        let keys = key.hasPrefix("本年") ? [key, String(key.dropFirst(2))] : [key]
        for key in keys {
            if let entry = entries.first(where: { $0.keys.contains(key) }) { return entry }
        }
        return nil
    }

    /// A label's key without 其中, its ordinal and its unit; years become 本年 and 上年.
    private static func plain(_ label: Label, year: Int?) -> String {
        guard let stated = label.year else { return label.name }
        let words = label.name
        if let year, words.hasPrefix("年") {
            for (number, word) in [(year, "本年"), (year - 1, "上年")] where number == stated {
                return word + words.dropFirst(words.hasPrefix("年度") ? 2 : 1)
            }
        }
        return "\(stated)" + words
    }
}

extension FigureTable {
    /// Reads the section.
    init(_ node: YAMLNode) throws {
        try node.allow(["sheet", "columns", "rows", "values"])
        sheet = try node["sheet"]?.text()
        columns = try node["columns"]?.list().map { try Self.entry($0) } ?? []
        rows = try node["rows"]?.list().map { try Self.entry($0) } ?? []
        values = try node["values"]?.list().map { try Self.entry($0) } ?? []
        let names = columns.map(\.name) + rows.map(\.name) + values.map(\.name)
        for name in names where name.contains(" ") { throw node.broken("名称“\(name)”里不能有空格：空格隔开行和列。") }
        if !rows.isEmpty, columns.isEmpty { throw node.broken("写了 rows，就要写 columns。") }
    }

    private static func entry(_ node: YAMLNode) throws -> Entry {
        try node.allow(["name", "synonyms", "text", "numerator", "denominator"])
        var entry = Entry(name: try node.required("name").text(), synonyms: try node.texts("synonyms"))
        entry.isText = try node["text"]?.boolean() ?? false
        entry.rate = try StandardLoader.rate(node)
        return entry
    }
}
