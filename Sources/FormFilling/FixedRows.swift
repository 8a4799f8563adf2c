import Assessment
import FormRecognition
import Spreadsheet

/// The rows of a blank that name their indicator, and the given indicators that they stand for.
enum FixedRows {
    /// Index of the indicator that each printed row stands for, by the number of the row.
    static func matches(_ printed: [FormMap.PrintedRow], _ indicators: [Indicator]) -> [Int: Int] {
        var open = Array(indicators.indices)
        var found: [Int: Int] = [:]
        for row in printed where row.kind == .fixed {
            let name = TextNormalizer.key(row.name)
            let match = open.first { index in
                TextNormalizer.key(indicators[index].name) == name
                    || indicators[index].isExecutionRate && Indicator.isExecutionRate(row.name)
            }
            guard let match else { continue }
            found[row.row] = match
            open.removeAll { $0 == match }
        }
        return found
    }

    /// Rows that name an indicator which nobody gave: they stay as they are printed, and their points count.
    static func unfilled(_ block: FormMap.RepeatBlock, _ evaluation: Evaluation) -> [NotPlacedValue] {
        let found = matches(block.printed, evaluation.indicators)
        let rows = block.printed.filter { $0.kind == .fixed && found[$0.row] == nil }
        let points = rows.compactMap { $0.weight?.value }.reduce(0, +)
        return rows.map { row in
            var why = "表上印着“\(row.name)”这个指标，给的指标里没有，这一行没有填"
            if let weight = row.weight?.value {
                why += "；它印着 \(weight) 分，表上各行的分值合计 \(evaluation.weightTotal + points) 分"
            }
            return NotPlacedValue(name: row.name, source: row.source, why: why, isBlocking: true)
        }
    }
}
