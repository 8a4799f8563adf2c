import Foundation

/// The total: the sum of the points, scaled up where rows are left out, held down by a cap; and its grade.
struct TotalScoring {
    let standard: Standard
    /// 预算执行率 in per cent, exact, or nil.
    let rate: Decimal?
    /// 分值 of the rows that count.
    let weights: Decimal
    /// Names of the rows that say 不适用.
    let leftOut: [String]

    /// What came of a sum of points.
    struct Result {
        var total: Decimal
        var uncapped: Decimal
        var rescaling: Rescaling?
        var cap: AppliedCap?
        var trace: ScoreTrace
    }

    /// The total of points.
    func result(_ points: [ScoreTrace.Input], sum: Decimal) -> Result {
        var trace = ScoreTrace(method: "total", title: "合计", inputs: points)
        trace.citation = standard.citation("total", "SCO-05")
        let words = points.map(\.value).joined(separator: " + ")
        trace.exact = sum
        trace.formula = "\(words.isEmpty ? "0" : words) = \(Reckoning.number(sum))"
        var result = Result(total: sum, uncapped: sum, trace: trace)
        if standard.notApplicable == .rescale, !leftOut.isEmpty, weights > 0 {
            let exact = sum * standard.total / weights
            result.total = DecimalText.rounded(exact, places: standard.scorePlaces)
            let formula = "\(Reckoning.number(sum)) × \(standard.total) ÷ \(weights) = \(result.total)"
            result.rescaling = Rescaling(
                leftOut: leftOut, counted: weights, total: standard.total, before: sum, words: formula)
            result.trace.derivation = result.trace.formula
            result.trace.judgement = "\(leftOut.joined(separator: "、"))不适用，其余 \(weights) 分折算成 \(standard.total) 分"
            result.trace.formula = formula
            result.trace.exact = exact
            result.trace.rounding = ScoreTrace.rounding(of: exact, to: result.total, places: standard.scorePlaces)
        }
        result.uncapped = result.total
        if let cap = cap(on: result.total) {
            result.cap = cap
            result.total = cap.cap.atMost
            result.trace.cap = "\(cap.words)：\(cap.before) → \(cap.cap.atMost)"
        }
        return result
    }

    /// The tightest cap that the rate of execution falls under, where the total is above it.
    private func cap(on total: Decimal) -> AppliedCap? {
        guard let rate, let cap = standard.caps.filter({ rate < $0.below }).min(by: { $0.atMost < $1.atMost }),
            total > cap.atMost
        else { return nil }
        let shown = DecimalText.text(rate, places: standard.ratePlaces)
        return AppliedCap(
            cap: cap, rate: rate, before: total, words: "执行率 \(shown)% 低于 \(cap.below)%，总分最高 \(cap.atMost) 分")
    }

    /// Why a total has its grade.
    func gradeTrace(_ total: Decimal, _ grade: Grade) -> ScoreTrace {
        var trace = ScoreTrace(method: "grade", title: "等级", inputs: [.init("合计", "\(total)", unit: "分")])
        let above = standard.grades.filter { $0.from > grade.from }.min { $0.from < $1.from }
        let bounds =
            (grade.isAbove ? "高于 \(grade.from)" : "不低于 \(grade.from)")
            + (above.map { $0.isAbove ? "、不超过 \($0.from)" : "、低于 \($0.from)" } ?? "")
        trace.judgement = "\(total) \(bounds)"
        trace.formula = grade.name
        trace.citation = standard.citation("grade", "SCO-06")
        return trace
    }
}
