import Assessment
import FormRecognition
import Spreadsheet

/// What a blank prints of the indicators that it names goes before what was given of them.
public enum PrintedFigures {
    /// Puts 年度指标值 and 分值 that the blank prints in the place of the given ones, before anything is reckoned.
    ///
    /// - Returns: The given values that say something else and have lost their place.
    public static func settle(_ submission: inout Submission, map: FormMap) -> [NotPlacedValue] {
        guard let printed = map.indicators?.printed else { return [] }
        let found = FixedRows.matches(printed, submission.indicators)
        var missing: [NotPlacedValue] = []
        for row in printed {
            guard let index = found[row.row] else { continue }
            let given = submission.indicators[index]
            if let target = row.target, !same(given.target, target) {
                if let own = given.target {
                    missing.append(
                        value(given, .target, own.source, says: own.shown, printed: target.shown, at: target.source))
                }
                submission.indicators[index].target = target
            }
            if let weight = row.weight, let points = weight.value, given.weight?.value != points {
                if let own = given.weight, !TextNormalizer.isBlank(own.text) {
                    missing.append(
                        value(given, .weight, own.source, says: own.text, printed: weight.text, at: weight.source))
                }
                submission.indicators[index].weight = weight
            }
        }
        return missing
    }

    private static func same(_ given: Target?, _ printed: Target) -> Bool {
        guard let given else { return false }
        if TextNormalizer.key(given.shown) == TextNormalizer.key(printed.shown) { return true }
        // ≤2022年12月31日 and 2022年12月31日前 are one limit.
        if let period = given.quantity.period {
            return period == printed.quantity.period && given.comparison == printed.comparison
        }
        return given.isQuantitative && given.sign == printed.sign && given.tolerance == printed.tolerance
            && given.quantity.number != nil && given.quantity.number == printed.quantity.number
            && given.quantity.unit == printed.quantity.unit
    }

    private static func value(
        _ indicator: Indicator, _ column: IndicatorColumn, _ source: Source, says text: String, printed: String,
        at place: Source
    ) -> NotPlacedValue {
        var source = source
        source.text = text
        return NotPlacedValue(
            name: "\(indicator.title)·\(column.rawValue)", source: source,
            why: "空表 \(place.place) 印着“\(printed)”，给的是“\(text)”：表上印的没有改，得分按表上印的算", isBlocking: true)
    }
}
