import Foundation

/// Units that convert exactly.
enum UnitConversion {
    /// Families of units, each unit as a multiple of the first of its family.
    private static let families: [[String: Decimal]] = [
        ["元": 1, "万元": 10_000, "亿元": 100_000_000],
        ["米": 100, "m": 100, "厘米": 1, "cm": 1, "公里": 100_000, "千米": 100_000, "km": 100_000, "万米": 1_000_000],
        ["平方米": 1, "㎡": 1, "m2": 1, "m²": 1, "万平方米": 10_000, "公顷": 10_000, "平方公里": 1_000_000],
        ["千克": 1, "公斤": 1, "kg": 1, "吨": 1000, "t": 1000],
        ["小时": 1, "天": 24, "日": 24],
        ["人": 1, "万人": 10_000],
        ["人次": 1, "万人次": 10_000],
    ]

    /// Whether two units are of one family.
    static func converts(_ unit: String, _ other: String) -> Bool {
        families.contains { $0[unit] != nil && $0[other] != nil }
    }

    /// The number of a quantity in another unit. A quantity without a unit is taken to be in that unit already; a unit
    /// that does not convert leaves the number as it is (that the units differ is a finding of its own).
    static func number(of quantity: Quantity, in unit: String) -> Decimal? {
        guard let number = quantity.number else { return nil }
        guard quantity.unit != unit, !quantity.unit.isEmpty, !unit.isEmpty else { return number }
        for family in families {
            if let from = family[quantity.unit], let to = family[unit] { return number * from / to }
        }
        return number
    }
}
