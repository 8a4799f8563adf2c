import Foundation
import Spreadsheet

/// One row of the indicator table.
public struct Indicator: Hashable, Sendable {
    /// 一级指标, filled down.
    public var level1 = ""
    /// 二级指标, filled down.
    public var level2 = ""
    /// 三级指标.
    public var name = ""
    /// 年度指标值; nil when the cell is blank.
    public var target: Target?
    /// 实际完成值; nil when the cell is blank.
    public var actual: SourcedText?
    /// The amount in 实际完成值.
    public var actualQuantity: Quantity?
    /// 分值; nil when the cell is blank.
    public var weight: SourcedNumber?
    /// 得分 as the person gave it; nil when the cell is blank or the table has no such column.
    public var givenScore: SourcedNumber?
    /// 得分系数 in per cent, where the table has such a column.
    public var coefficient: SourcedNumber?
    /// The row says 不适用: it is left out of the total.
    public var isNotApplicable = false
    /// Its points come on top of those of the indicators, or are taken off them (加分项, 扣分项); nil for an indicator.
    public var extra: Extra?
    /// 偏差原因; nil when the cell is blank.
    public var reason: SourcedText?
    /// Which table of the form it stands in, from 0: one for each goal.
    public var part = 0
    /// Texts in columns that nobody knows, by the key of the heading: a form with the same heading takes them.
    public var others: [String: SourcedText] = [:]
    /// Where each column of this row stands, also where it is blank: a finding names the cell to fill.
    public var places: [IndicatorColumn: Source] = [:]
    /// Its 评价标准 stands under a heading that speaks of points (评分标准, 计分方法).
    var isUnderScoring = false
    /// Its place.
    public var source: Source

    /// An indicator by the place of its name.
    public init(source: Source) {
        self.source = source
    }

    /// The same in another table of the form.
    public func ofPart(_ part: Int) -> Indicator {
        var indicator = self
        indicator.part = part
        return indicator
    }

    /// Where a column of this row stands, or the row itself when the table has no such column.
    public func place(_ column: IndicatorColumn) -> Source { places[column] ?? source }

    /// Whether it is the row 预算执行率.
    public var isExecutionRate: Bool {
        let label = name.isEmpty ? level1 : name
        // Asked of each row by many rules: most have no rate.
        guard label.contains("率") else { return false }
        let key = TextNormalizer.key(label)
        return Self.isExecutionRate(key)
            || (TextNormalizer.key(level1).hasPrefix("预算执行率") && key.hasSuffix("执行率"))
    }

    /// Whether the row of 预算执行率 says from what rate on the points are whole: ≥95%.
    var hasRateTarget: Bool {
        guard let target, target.comparison == .atLeast || target.comparison == .within, actual != nil,
            let number = target.quantity.number, target.quantity.isPercentage
        else { return false }
        return number > 0 && number < 100 && actualQuantity?.number != nil
    }

    /// Whether the row of 预算执行率 has the amounts that were planned and spent as its target and its result, no rate.
    var statesAmounts: Bool {
        guard let planned = target?.quantity.number, planned > 0, let spent = actualQuantity?.number, spent >= 0,
            let quantity = actualQuantity, !quantity.isPercentage, target?.quantity.isPercentage == false
        else { return false }
        // 100 and 95 without a unit are rates.
        return !quantity.unit.isEmpty || planned != 100
    }

    /// Whether a label is a name of 预算执行率; 政府采购执行率 is another rate.
    public static func isExecutionRate(_ label: String) -> Bool {
        // Most labels end otherwise.
        guard label.contains("执行率") else { return false }
        let key = TextNormalizer.key(label)
        if rateNames.contains(key) { return true }
        // 四、预算执行率, 10.预算执行率.
        guard let name = rateNames.first(where: key.hasSuffix) else { return false }
        return key.dropLast(name.count).allSatisfy { "一二三四五六七八九十0123456789、.()第项".contains($0) }
    }

    /// What a row does besides the indicators.
    public enum Extra: String, Hashable, Sendable {
        /// 加分项: its points are added.
        case added
        /// 扣分项: its points are taken off, with or without a minus.
        case taken
    }

    /// What a row of points besides the indicators does to the total; 0 where it says nothing.
    var extraPoints: Decimal {
        let given = givenScore?.value ?? 0
        return extra == .taken ? -abs(given) : given
    }

    private static let rateNames = ["预算执行率", "预算资金执行率", "资金执行率"]

    /// The name that messages use.
    public var title: String { name.isEmpty ? (level2.isEmpty ? level1 : level2) : name }
}

/// The columns that an indicator table can have.
public enum IndicatorColumn: String, Hashable, Sendable, CaseIterable {
    case level1 = "一级指标"
    case level2 = "二级指标"
    case name = "三级指标"
    case comparison = "指标性质"
    /// The target as it was at the beginning of the year, beside one that was adjusted.
    case initialTarget = "年初指标值"
    case target = "年度指标值"
    case unit = "度量单位"
    case actual = "实际完成值"
    case weight = "分值"
    case coefficient = "得分系数"
    case score = "得分"
    /// How the points are given, in words.
    case criterion = "评价标准"
    case reason = "偏差原因"
    /// How the actual was reckoned, in words.
    case explanation = "指标说明"
}
