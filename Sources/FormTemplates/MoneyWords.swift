import Assessment
import Spreadsheet

/// The words by which rows of money are told apart, and how much each sign of a total counts. Data, from `Templates/labels.yaml`.
public struct MoneyWords: Sendable {
    /// A sign that a row of money is the total, and how much it counts.
    public struct Sign: Hashable, Sendable {
        /// Its name in the data.
        public var name: String
        /// What kind of sign it is, for a person: 名称, 位置, 算术.
        public var kind: String
        /// How much it counts.
        public var weight: Int
        /// What it is, for a person.
        public var ground: String
    }

    private var totals: [HeadingParts<Void>] = []
    private var broad: [HeadingParts<Void>] = []
    private var known: [HeadingParts<Void>] = []
    private var sums: [String] = []
    private var funds: [String] = []
    private var modifiers: [String] = []
    private var natures: [String] = []
    private var within: [String] = []
    private var otherColumns: [String] = []
    private var signs: [String: Sign] = [:]
    /// From how much on a row is taken for the total without being asked.
    public private(set) var certain = 0
    /// By how much one of several totals has to weigh more than the others, to be taken for that of the budget.
    public private(set) var clear = 0
    private var spent: [String] = []
    private var income: [String] = []
    private var bare: Set<String> = []
    private var beginnings: [String] = []

    /// No words.
    init() {}

    init(_ node: YAMLNode) throws {
        try node.allow([
            "totals", "sums", "broad", "known", "funds", "modifiers", "natures", "within", "other-columns", "signs",
            "certain", "spent", "clear", "bare", "beginnings", "income",
        ])
        func parts(_ key: String) throws -> [HeadingParts<Void>] {
            try node[key]?.list().map { try HeadingParts((), $0) } ?? []
        }
        totals = try parts("totals")
        broad = try parts("broad")
        known = try parts("known")
        sums = try node.texts("sums").map(Label.name)
        funds = try node.texts("funds").map(Label.name)
        modifiers = try node.texts("modifiers").map(Label.name)
        natures = try node.texts("natures").map(Label.name)
        within = try node.texts("within").map(Label.name)
        otherColumns = try node.texts("other-columns").map(Label.name)
        for (name, sign) in try node.required("signs").pairs() {
            try sign.allow(["kind", "weight", "ground"])
            signs[name] = Sign(
                name: name, kind: try sign.required("kind").text(), weight: try sign.required("weight").integer(),
                ground: try sign.required("ground").text())
        }
        certain = try node.required("certain").integer()
        clear = try node.required("clear").integer()
        spent = try node.texts("spent").map(Label.name)
        income = try node.texts("income").map(Label.name)
        beginnings = try node.texts("beginnings").map(Label.name)
        bare = Set(try node.texts("bare").map(Label.name))
    }

    /// Longest label that is looked at.
    private static let longest = 24

    private func isLooked(_ label: Label) -> Bool { (2...Self.longest).contains(label.name.count) }

    /// Whether a label says by its words that it is the total: 部门预算总额, 本年支出合计.
    public func isTotal(_ label: Label) -> Bool { isLooked(label) && totals.contains { $0.matches(label.name) } }

    /// Whether a label may be that of the total, if its place says so too: 全年支出, 部门整体支出.
    public func mayBeTotal(_ label: Label) -> Bool { isLooked(label) && broad.contains { $0.matches(label.name) } }

    /// Whether a label is that of some money by all of its words: 政府预算资金, 中央财政资金.
    public func isKnownFund(_ label: Label) -> Bool { isLooked(label) && known.contains { $0.matches(label.name) } }

    /// Whether a label ends like that of some money: 某某专项资金.
    public func isFund(_ label: Label) -> Bool {
        isLooked(label) && funds.contains { label.name.hasSuffix($0) && label.name.count > $0.count }
    }

    /// A label without the words that say only of which year the money is: 当年财政资金 is 财政资金; nil where it has none.
    public func withoutModifiers(_ label: Label) -> Label? {
        var name = label.name[...]
        while let modifier = modifiers.first(where: { name.hasPrefix($0) && name.count > $0.count + 1 }) {
            name = name.dropFirst(modifier.count)
        }
        return name.count < label.name.count ? Label(String(name)) : nil
    }

    /// A label without the word that says that it is a sum: 基本支出总额 is 基本支出; nil where it has none.
    public func withoutSum(_ label: Label) -> Label? {
        sums.first { label.name.hasSuffix($0) && label.name.count > $0.count + 1 }
            .map { Label(String(label.name.dropLast($0.count))) }
    }

    /// Whether a name says what the money was spent on (基本支出), not where it came from.
    public func isNature(_ name: String) -> Bool { natures.contains { Label.name(of: name).contains($0) } }

    /// Whether money of this name often stands within that of another row: 中央补助 within 财政拨款.
    public func mayStandWithin(_ name: String) -> Bool { within.contains { Label.name(of: name).contains($0) } }

    /// Whether a heading is that of figures besides the budget and what was spent of it: 到位数, 结余数.
    public func isOtherColumn(_ heading: Label) -> Bool { otherColumns.contains { heading.name.hasSuffix($0) } }

    /// Whether the label of a total says that it is of what came in: 收入合计.
    public func isIncome(_ name: String) -> Bool { income.contains { name.contains($0) } }

    /// Whether a heading says that its amounts are those of the year's beginning: 年初预算数.
    public func isOfBeginning(_ heading: Label) -> Bool { beginnings.contains { heading.name.contains($0) } }

    /// Whether a label is the name of a fund where funds stand, and says nothing elsewhere: 中央, 省级, 自筹.
    public func isBareFund(_ label: Label) -> Bool { bare.contains(label.name) }

    /// Whether the label of a total says that it is of what is spent: 支出合计.
    public func isSpent(_ name: String) -> Bool { spent.contains { name.contains($0) } }

    /// A sign of a total by its name; nil where the data have none.
    public func sign(_ name: String) -> Sign? { signs[name] }
}
