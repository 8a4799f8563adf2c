import Foundation

extension Indicator {
    /// Counting words that people use for one another.
    private static let sameUnits: [Set<String>] = [
        ["人", "名", "位"], ["次", "场", "场次"], ["个", "家", "处"], ["天", "日"],
    ]
    /// Units that begin with another unit and are not it.
    private static let compounds: Set<String> = [
        "人次", "人天", "人日", "人月", "户次", "家次", "场次", "件次", "台次", "车次", "批次", "个月", "米/秒", "万人次", "人/次",
    ]

    /// Whether target and actual are in one unit, or in units that convert or stand for one another; one that is left out fits any.
    var unitsAgree: Bool {
        guard let target, let actual = actualQuantity else { return true }
        let wanted = TextNormalizer.key(target.quantity.unit)
        let given = TextNormalizer.key(actual.unit)
        if wanted.isEmpty || given.isEmpty || wanted == given || UnitConversion.converts(wanted, given) { return true }
        if Self.sameUnits.contains(where: { $0.contains(wanted) && $0.contains(given) }) { return true }
        // 人受益 goes on after its unit; 人次 is another unit.
        if Self.compounds.contains(wanted) || Self.compounds.contains(given) { return false }
        return given.hasPrefix(wanted) || wanted.hasPrefix(given)
    }
}
