import Assessment

/// A score as JSON has it.
struct ScoreItem: Encodable {
    var indicator: String
    var level1: String
    var level2: String
    var method: String
    var weight: String?
    var points: String?
    var formula: String
    var missing: String?

    init(_ score: Score, _ indicator: Indicator?) {
        self.indicator = indicator?.title ?? "预算执行率"
        level1 = indicator?.level1 ?? ""
        level2 = indicator?.level2 ?? ""
        method = score.method.rawValue
        weight = indicator?.weight?.value.map { DecimalText.text($0) }
        points = score.points.map { DecimalText.text($0) }
        formula = score.formula
        missing = score.missing
    }
}
