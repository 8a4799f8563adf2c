import Assessment
import Spreadsheet

/// Words for what a table of indicators says besides them: rows that add to their points or take from them, columns that others make. Data, from
/// `Templates/labels.yaml`.
struct BesideWords: Sendable {
    private var added: Set<String> = []
    private var taken: Set<String> = []
    /// The columns that others are reckoned from, by the name of their heading.
    private var derived: [String: [IndicatorColumn]] = [:]
    /// What the words for rows begin with: most names have none of these letters, and nothing else is asked of them.
    private var firsts: Set<UInt32> = []

    init() {}

    init(_ root: YAMLNode) throws {
        if let extra = root["extra-rows"] {
            try extra.allow(["added", "taken"])
            added = Set(try extra.texts("added").map(Label.name))
            taken = Set(try extra.texts("taken").map(Label.name))
            firsts = Set(added.union(taken).compactMap { $0.unicodeScalars.first?.value })
        }
        for node in try root["derived-columns"]?.list() ?? [] {
            try node.allow(["headings", "from"])
            let sources = try node.required("from").list().map { try $0.choice(IndicatorColumn.self) }
            for heading in try node.texts("headings") { derived[Label.name(of: heading)] = sources }
        }
    }

    fileprivate func derivation(of heading: String) -> [IndicatorColumn]? { derived[Label.name(of: heading)] }

    fileprivate func extra(_ text: String) -> Indicator.Extra? {
        guard text.utf8.count <= 60, text.unicodeScalars.contains(where: { firsts.contains($0.value) }) else {
            return nil
        }
        // 加分项（最高5分）.
        let name = Label(String(text.prefix { !"（(".contains($0) }), isLevel: true).name
        if added.contains(name) { return .added }
        return taken.contains(name) ? .taken : nil
    }
}

extension LabelTable {
    /// The columns that a column with this heading is reckoned from: 扣分 from 分值 and 得分. Nil for one that says something of its own.
    public func derivation(of heading: String) -> [IndicatorColumn]? { besides.derivation(of: heading) }

    /// What a row adds to the points of the indicators, or takes from them: 加分项, 扣分项. Nil for an indicator.
    public func extra(_ text: String) -> Indicator.Extra? { besides.extra(text) }
}
