import Foundation
import Spreadsheet

/// Units that convert exactly.
enum UnitConversion {
    /// Families of units, each unit as a multiple of the first of its family.
    private static let families: [[String: Decimal]] = [
        ["元": 1, "百元": 100, "千元": 1000, "万元": 10_000, "百万元": 1_000_000, "千万元": 10_000_000, "亿元": 100_000_000],
        ["米": 100, "m": 100, "厘米": 1, "cm": 1, "公里": 100_000, "千米": 100_000, "km": 100_000, "万米": 1_000_000],
        ["平方米": 1, "㎡": 1, "m2": 1, "m²": 1, "万平方米": 10_000, "公顷": 10_000, "平方公里": 1_000_000, "平方千米": 1_000_000],
        ["亩": 1, "公顷": 15, "万亩": 10_000],
        ["立方米": 1, "m3": 1, "m³": 1, "方": 1, "万立方米": 10_000, "万方": 10_000],
        ["千克": 2, "公斤": 2, "kg": 2, "斤": 1, "吨": 2000, "t": 2000, "万吨": 20_000_000],
        ["千瓦时": 1, "度": 1, "kwh": 1, "万千瓦时": 10_000, "万度": 10_000],
        ["天": 1440, "日": 1440, "小时": 60, "分钟": 1],
        ["人": 1, "万人": 10_000],
        ["人次": 1, "万人次": 10_000],
    ]

    /// Words of which each counts things one by one, whatever they are.
    private static let counters: Set<String> = [
        "个", "项", "件", "条", "份", "篇", "处", "家", "所", "座", "台", "套", "辆", "批", "期", "场", "次", "场次", "届", "起", "例", "宗",
        "部", "间", "支", "本", "册",
        "张", "门", "户", "人", "名", "位", "幢", "栋", "块", "只", "头", "株", "班", "组",
    ]

    /// Whether a unit counts things one by one.
    static func isCount(_ unit: String) -> Bool { counters.contains(unit) }

    /// Whether a unit is one that is known, alone or by the piece of another (元/人).
    static func isKnown(_ unit: String) -> Bool {
        let (own, per) = parts(unit)
        return isCount(own) || families.contains { $0[own] != nil } && (per.isEmpty || isKnown(per))
    }

    /// A unit without the year that is reported on: 批次 of 批次/年.
    static func withoutYear(_ unit: String) -> String {
        for year in ["/年度", "/年", "/每年"] where unit.hasSuffix(year) && unit.count > year.count {
            return String(unit.dropLast(year.count))
        }
        return unit
    }

    /// 万元 and 人 of 万元/人, 万元每人, 万元（每人）; 人·天, 人/天 and 人天 are one.
    static func parts(_ unit: String) -> (own: String, per: String) {
        guard let stroke = unit.firstIndex(where: { "/每".contains($0) }), stroke > unit.startIndex else {
            return (unit, "")
        }
        let own = unit[..<stroke].filter { !"(（".contains($0) }
        return (own, unit[stroke...].filter { !"/每·.*()（）".contains($0) })
    }

    /// Whether a unit is one of money, by the piece of something or not.
    static func isMoney(_ unit: String) -> Bool { families[0][parts(unit).own] != nil }

    /// Whether two units are of one family, and by the piece of the same thing.
    static func converts(_ unit: String, _ other: String) -> Bool { factor(unit, other) != nil }

    /// How many of the other one of a unit is; nil where they do not convert.
    private static func factor(_ unit: String, _ other: String) -> (from: Decimal, to: Decimal)? {
        let (one, two) = (parts(withoutYear(unit)), parts(withoutYear(other)))
        guard one.per == two.per else { return nil }
        for family in families {
            if let from = family[one.own], let to = family[two.own] { return (from, to) }
        }
        return nil
    }

    /// The number of a quantity in another unit. A quantity without a unit is taken to be in that unit already; a unit
    /// that does not convert leaves the number as it is (whether the two may be compared is ``UnitRelation``'s to say).
    static func number(of quantity: Quantity, in unit: String) -> Decimal? {
        guard let number = quantity.number else { return nil }
        guard quantity.unit != unit, !quantity.unit.isEmpty, !unit.isEmpty else { return number }
        guard let factor = factor(quantity.unit, unit) else { return number }
        return number * factor.from / factor.to
    }
}
