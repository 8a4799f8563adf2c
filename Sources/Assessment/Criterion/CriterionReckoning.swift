import Foundation
import Spreadsheet

/// Holds what a row says against its 评分标准.
struct CriterionReckoning {
    /// Points that follow.
    struct Given {
        var expression: FormulaExpression
        var judgement: String
        var inputs: [ScoreTrace.Input]
        var derivation = ""
        /// Other points that the words allow.
        var alternatives: [Decimal] = []
        /// The formula holds for other figures too; what words decided does not.
        var isWritable = true
    }

    /// What comes of it.
    enum Result {
        case given(Given)
        /// Why the person gives the points; and whether they can't be all of them.
        case unsettled(String, isBelowFull: Bool)
    }

    private let criterion: ScoringCriterion
    private let subject: ScoringSubject
    private let weight: FormulaExpression

    init(_ criterion: ScoringCriterion, _ subject: ScoringSubject) {
        self.criterion = criterion.counted(in: subject.indicator)
        self.subject = subject
        weight = subject.weightOperand
    }

    private var isOfWords: Bool {
        criterion.rules.contains { rule in
            if case .words = rule.test { return true }
            return false
        } || criterion.deduction.map { !$0.words.isEmpty && !isOwnEvent($0) } ?? false
    }

    /// 每发生一起安全事故 in a row that counts them.
    private func isOwnEvent(_ deduction: ScoringCriterion.Deduction) -> Bool {
        deduction.countsEvents && subject.indicator.counts(deduction.words)
    }

    func result() -> Result {
        if isOfWords { return words() }
        let needsFigure =
            criterion.deduction != nil
            || criterion.rules.contains { rule in
                if case .bounds = rule.test { return true }
                return rule.award == .proportional
            }
        if !needsFigure { return plain() }
        if criterion.rules.count == 1, criterion.deduction == nil, criterion.rules[0].award == .proportional {
            return proportional()
        }
        let (value, why) = CriterionValue.of(subject, criterion)
        guard let value else { return qualitative(why) }
        return CriterionCases(criterion, subject, value).result()
    }

    // MARK: Words

    /// A choice that only the person can make; what was reached may name one of the cases itself.
    private func words() -> Result {
        let actual = TextNormalizer.key(subject.indicator.actual?.text ?? "")
        let parts = criterion.parts(of: subject.weight)
        if !parts.isEmpty {
            let listed = parts.map { "\($0.name) \($0.points) 分" }.joined(separator: "、")
            return .unsettled("评分标准分项给分（\(listed)），由填报人逐项给出", isBelowFull: false)
        }
        for rule in criterion.rules {
            guard case .words(let name) = rule.test, !actual.isEmpty, name == actual else { continue }
            if let points = points(rule.award) { return given(points, "“\(name)”是评分标准写明的一档") }
        }
        return .unsettled("评分标准以文字分档，得分由填报人对照给出", isBelowFull: false)
    }

    // MARK: The target alone

    /// 完成得满分，未完成不得分: by whether the target was reached.
    private func plain() -> Result {
        let outcome = subject.indicator.outcome(subject.standard)
        switch outcome {
        case .unknown: return .unsettled("看不出是否达到目标，得分由填报人对照评分标准给出", isBelowFull: false)
        case .met:
            guard let rule = criterion.rules.first(where: { $0.test == .met || $0.test == .always }) else {
                return criterion.rules.contains { $0.test == .missed }
                    ? given(weight, "达到目标") : .unsettled("评分标准没有写达到目标时怎样给分", isBelowFull: false)
            }
            if rule.award == .open { return given(weight, "达到目标") }
            return points(rule.award).map { given($0, "达到目标") } ?? .unsettled("得分由填报人对照评分标准给出", isBelowFull: false)
        case .missed:
            let rule = criterion.rules.first { [.missed, .otherwise].contains($0.test) }
            guard let rule, let points = points(rule.award) else {
                return .unsettled("没有达到目标，评分标准没有写怎样给分，得分由填报人给出", isBelowFull: true)
            }
            return given(points, "没有达到目标")
        }
    }

    /// A row in words under a criterion of figures: 达到指标值得满分，未达到按比例得分.
    private func qualitative(_ why: String) -> Result {
        let asksTarget = criterion.rules.contains { $0.test == .met || $0.test == .missed }
        guard asksTarget, criterion.deduction == nil || criterion.deduction?.limit == nil else {
            return .unsettled(why, isBelowFull: false)
        }
        switch subject.indicator.outcome(subject.standard) {
        case .met: return given(weight, "达到目标")
        case .missed: return .unsettled("没有达到目标，得分由填报人对照评分标准给出", isBelowFull: true)
        case .unknown: return .unsettled(why, isBelowFull: false)
        }
    }

    private func given(_ points: FormulaExpression, _ judgement: String) -> Result {
        .given(
            Given(
                expression: subject.rounded(points), judgement: judgement,
                inputs: ScoreTrace.Input.row(subject.indicator), isWritable: false))
    }

    private func points(_ award: ScoringCriterion.Award) -> FormulaExpression? {
        CriterionCases.points(award, weight)
    }

    // MARK: Proportion

    /// 按比例得分, and nothing else.
    private func proportional() -> Result {
        let indicator = subject.indicator
        let judged = subject.choice.rate.flatMap { RateValue($0, subject.rows) }
        guard judged == nil else {
            let (value, why) = CriterionValue.of(subject, criterion)
            guard let value else { return .unsettled(why, isBelowFull: false) }
            return share(of: value)
        }
        if indicator.target?.isQuantitative == true {
            let score = ProportionScoring.score(subject)
            guard let expression = score.expression, score.points != nil else {
                return .unsettled(score.missing ?? "不能按比例计算", isBelowFull: score.isBelowFull)
            }
            var given = Given(expression: expression, judgement: score.trace.judgement, inputs: score.trace.inputs)
            given.alternatives = stated.map { [$0] } ?? []
            return .given(given)
        }
        let (value, why) = CriterionValue.of(subject, criterion)
        guard let value, value.unit == "%" else {
            return .unsettled(why.isEmpty ? "看不出按什么比例得分，得分由填报人给出" : why, isBelowFull: false)
        }
        return share(of: value)
    }

    /// The actual's own percentage of 分值: 93% of a target of ≥95% may be 93 or 93/95 of the points.
    private var stated: Decimal? {
        guard let actual = subject.indicator.actualQuantity, actual.isPercentage, let number = actual.number,
            number >= 0
        else { return nil }
        return min(number / 100, 1) * subject.weight
    }

    private func share(of value: CriterionValue) -> Result {
        let share = FormulaExpression.held(
            .quotient(value.expression, .number(100)), atLeast: .number(0), atMost: .number(1))
        return .given(
            Given(
                expression: subject.rounded(.product(share, weight)), judgement: "", inputs: value.inputs,
                derivation: value.derivation))
    }
}
