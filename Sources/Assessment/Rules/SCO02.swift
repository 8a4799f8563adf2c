import Foundation
import Spreadsheet

/// The printed 得分 is the one that the indicator's scoring method gives, as the form rounds.
///
/// What SCO-01, SCO-03, SCO-04, VAL-01, VAL-02, VAL-03 or VAL-07 report is not reported again.
enum SCO02: Rule {
    static let info = RuleInfo(
        id: "SCO-02",
        title: "得分与计分方法一致",
        level: .must,
        citation: "模板规定的计分方法",
        departure:
            "表中印有评分标准的先按评分标准，没有读懂的不判；印有得分系数的核对系数乘分值；没有说明不足一档怎样算的，算与不算都认；按本表得分印出的位数核对，得分都是整数的表按整数核对；成本一类没有写符号的目标，得满分的不报；达到目标而写了原因的扣分不报；别的规则已经报了的行不再报。",
        remedy: "按算出的得分改正；定性指标自己给分，须在档次范围内。")

    static let needs: [RuleNeed] = [.column(.score), .column(.weight), .column(.target), .column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        // A form without scores by its design asks for none.
        if !evaluation.purpose.isToBeFilled, !evaluation.hasColumn(.score) { return .notRun("表上没有得分这一列") }
        let precision = PrintedPrecision(evaluation)
        let printed = evaluation.judged.filter { $0.indicator.givenScore != nil }
        if !printed.isEmpty, printed.allSatisfy({ CriterionScoring.isUnread($0.indicator) }) {
            return .notRun("各行的评分标准没有读懂，得分无从核对")
        }
        return .ran(
            evaluation.judged.compactMap { row in
                let indicator = row.indicator
                if let hit = byCoefficient(row) { return hit }
                // What SCO-01, SCO-09, VAL-01, VAL-03, VAL-07 and WGT-04 report is not reported again.
                guard !indicator.isExecutionRate, indicator.target != nil, indicator.actual != nil,
                    let weight = row.weight,
                    !indicator.copiesOperator
                else { return nil }
                guard let given = indicator.givenScore else { return missing(row) }
                guard let value = given.value else {
                    return RuleHit(
                        given.source, subject: indicator.title, found: given.text, expected: "一个数",
                        message: "得分“\(given.text)”不是数。")
                }
                if value < 0 || value > weight { return nil }
                if evaluation.isDeductedThoughMet(row) { return nil }
                if evaluation.isFullThoughMissed(row) {
                    guard row.score.method == .criterion else { return nil }
                    // What SCO-04 says is the plainer word for it.
                    var hit = wrong(row, given, value, precision, evaluation)
                    hit?.follows = [SCO04.id]
                    return hit
                }
                return wrong(row, given, value, precision, evaluation)
            })
    }

    /// Points that are not 得分系数 × 分值, where the table has such a column.
    private static func byCoefficient(_ row: JudgedIndicator) -> RuleHit? {
        guard let coefficient = row.indicator.coefficient, let share = coefficient.value,
            let given = row.indicator.givenScore, let value = given.value, let weight = row.weight, value >= 0,
            value <= weight, !row.coefficientPoints.isEmpty, !row.agreesWithCoefficient
        else { return nil }
        let percent = coefficient.text.contains("%") || share > 2 ? share : share * 100
        let points = DecimalText.rounded(percent * weight / 100, places: 2)
        return RuleHit(
            given.source, subject: row.indicator.title, found: given.text, expected: "\(points)",
            message: "得分系数 \(percent)% × 分值 \(weight) = \(points)，与填写的 \(given.text) 不符。", level: .must,
            remedy: "按得分系数改正得分；系数填错了的，改正系数。")
    }

    /// Points that the person must give.
    private static func missing(_ row: JudgedIndicator) -> RuleHit? {
        guard let allowed = row.score.allowed, row.score.points == nil else { return nil }
        return RuleHit(
            row.indicator.place(.score), subject: row.indicator.title, found: "",
            expected: "\(allowed.lowerBound)–\(allowed.upperBound)", message: "\(row.score.missing ?? "没有得分")。")
    }

    /// Points that are not those of the method.
    private static func wrong(
        _ row: JudgedIndicator, _ given: SourcedNumber, _ value: Decimal, _ precision: PrintedPrecision,
        _ evaluation: Evaluation
    ) -> RuleHit? {
        if let allowed = row.score.allowed, !allowed.contains(value) {
            let range = "\(allowed.lowerBound)–\(allowed.upperBound)"
            return RuleHit(
                given.source, subject: row.indicator.title, found: given.text, expected: range,
                message: "完成情况“\(row.indicator.actual?.text ?? "")”所在档次的得分范围是 \(range)。")
        }
        // All points for a cost that stayed below a target without a sign.
        if row.indicator.mayMeanAtMost, value == row.weight, row.indicator.outcome(evaluation.standard) != .missed {
            return nil
        }
        // The form's own coefficient is rounded before the points are.
        if let exact = row.score.trace.exact, row.agreesWithCoefficient,
            row.coefficientPoints(isRounded: true).contains(where: { $0.contains(exact) })
        {
            return nil
        }
        guard row.computed != nil, let weight = row.weight, !precision.agrees(value, with: row.score, weight: weight)
        else {
            return nil
        }
        let isPrinted = row.score.method == .criterion
        var hit = RuleHit(
            given.source, subject: row.indicator.title, found: given.text,
            expected: precision.shown(row.score, weight: weight),
            message: isPrinted
                ? "按评分标准（\(row.score.trace.rule)）：\(row.score.formula)，与填写的 \(given.text) 不符（\(precision.words)）。"
                : "\(row.score.method.title)：\(row.score.formula)，与填写的 \(given.text) 不符（\(precision.words)）。",
            level: isPrinted ? .must : nil)
        if isPrinted { hit.citation = "表中印的评分标准" }
        return hit
    }
}
