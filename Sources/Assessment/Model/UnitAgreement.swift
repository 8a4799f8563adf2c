import Foundation
import Spreadsheet

/// How the units of a target and of what was reached stand to one another.
enum UnitRelation: Hashable, Sendable {
    /// One unit, or units that convert exactly or stand for one another; one that is left out fits any.
    case same
    /// They are of different things: 米 and 个.
    case different
    /// Nobody can say: 个 and 项, % and 个百分点, 天 and 工作日.
    case unclear
}

extension UnitRelation {
    /// Why a row is not scored whose units can't be held against one another.
    static func words(_ indicator: Indicator) -> String {
        "目标的单位是“\(indicator.target?.quantity.unit ?? "")”，完成值的单位是“\(indicator.actualQuantity?.unit ?? "")”，不能比较，得分由填报人给出"
    }
}

extension Indicator {
    /// Counting words that people use for one another.
    private static let sameUnits: [Set<String>] = [
        ["人", "名", "位"], ["次", "场", "场次"], ["个", "家", "处"], ["天", "日"], ["月", "个月"], ["%", "％"],
        ["平方米", "㎡", "平米", "m2", "m²"],
        ["公里", "千米", "km"], ["%", "百分比"],
    ]
    /// Units that begin with another unit and are not it.
    private static let compounds: Set<String> = [
        "人次", "人天", "人日", "人月", "户次", "家次", "场次", "件次", "台次", "车次", "批次", "个月", "米/秒", "万人次", "人/次",
    ]
    /// Units that measure the same thing and do not convert exactly, or stand for one another only sometimes.
    private static let kin: [Set<String>] = [
        ["%", "个百分点", "百分点", "‰", "倍", "成"], ["天", "日", "工作日", "个工作日", "小时", "周", "月", "个月", "年", "分钟", "季度"],
        ["平方米", "亩", "万亩", "公顷", "㎡", "平方公里"], ["元", "万元", "亿元", "元/人", "万"],
    ]

    private static let days: Set<String> = ["天", "日"]
    private static let hours: Set<String> = ["小时", "分钟"]

    /// How the units of target and actual stand to one another.
    var unitRelation: UnitRelation {
        guard let target, let actual = actualQuantity else { return .same }
        let wanted = UnitConversion.withoutYear(TextNormalizer.key(target.quantity.unit))
        let given = UnitConversion.withoutYear(TextNormalizer.key(actual.unit))
        // A limit runs by the clock; 7天 of a course are not 168 hours.
        if target.comparison != .atMost, Self.days.contains(wanted) != Self.days.contains(given),
            Self.hours.contains(wanted) || Self.hours.contains(given)
        {
            return .unclear
        }
        if wanted.isEmpty || given.isEmpty || wanted == given || UnitConversion.converts(wanted, given) { return .same }
        if Self.sameUnits.contains(where: { $0.contains(wanted) && $0.contains(given) }) { return .same }
        if Self.kin.contains(where: { $0.contains(wanted) && $0.contains(given) }) { return .unclear }
        if UnitConversion.isMoney(wanted), UnitConversion.isMoney(given) {
            let (one, two) = (UnitConversion.parts(wanted), UnitConversion.parts(given))
            // 3万元 beside 3万元/座 is of one; 30000元 may be of all; 元/人 and 元/人次 need not be apart.
            if one.per.isEmpty || two.per.isEmpty { return one.own == two.own ? .same : .unclear }
            return one.per.hasPrefix(two.per) || two.per.hasPrefix(one.per) ? .unclear : .different
        }
        // 人受益 goes on after its unit; 人次 is another unit.
        if Self.compounds.contains(wanted) || Self.compounds.contains(given) { return .different }
        if given.hasPrefix(wanted) || wanted.hasPrefix(given) { return .same }
        let people: Set<String> = ["人", "名", "位", "户"]
        let areCounts = UnitConversion.isCount(wanted) && UnitConversion.isCount(given)
        return areCounts && !people.contains(wanted) && !people.contains(given) ? .unclear : .different
    }

    /// Whether target and actual may be held against one another.
    var unitsAgree: Bool { unitRelation == .same }

    /// What was reached, in the unit and the direction of the target: 下降2% is 2 for 下降3%, and −2 for 增长5%. Nil where that is not certain.
    var reached: Decimal? {
        guard let target, let actual = actualQuantity, unitsAgree,
            let number = UnitConversion.number(of: actual, in: target.quantity.unit)
        else { return nil }
        // 0.96 beside 95, and nobody wrote %: it may be 96 %.
        if target.quantity.unit.isEmpty, actual.unit.isEmpty, let wanted = target.quantity.number, wanted >= 50,
            wanted <= 100,
            number > 0, number <= 1, actual.precision > 0
        {
            return nil
        }
        switch (target.quantity.change, actual.change) {
        case (.down, .up), (.up, .down): return -number
        case (.down, nil) where number < 0: return -number
        case (nil, .down):
            // 下降率: what fell is what was wanted.
            if ["降", "减", "压", "节"].contains(where: name.contains) { return number }
            return ["增", "升", "涨", "提", "变"].contains(where: name.contains) ? -number : nil
        default: return number
        }
    }
}
