import Foundation
import Spreadsheet

/// The cases of a 评分标准 held against a figure, in one formula.
struct CriterionCases {
    private let criterion: ScoringCriterion
    private let subject: ScoringSubject
    private let value: CriterionValue
    private let weight: FormulaExpression

    init(_ criterion: ScoringCriterion, _ subject: ScoringSubject, _ value: CriterionValue) {
        self.criterion = criterion
        self.subject = subject
        self.value = value
        weight = subject.weightOperand
    }

    /// A case with its tests put into the unit of the figure.
    private struct Case {
        var tests: [FormulaTest]
        /// It holds at its own bounds too, for all that the words say.
        var mayHold: Bool
        var award: ScoringCriterion.Award

        var holds: Bool { tests.allSatisfy(\.holds) }
    }

    func result() -> CriterionReckoning.Result {
        var cases: [Case] = []
        var last: ScoringCriterion.Award?
        for rule in criterion.rules {
            switch rule.test {
            case .bounds(let bounds):
                // 未达到100%按比例得分 beside 100%得满分 is all the rest.
                if rule.award == .proportional, last == nil, isRest(bounds) {
                    last = .proportional
                    continue
                }
                guard let found = bounded(bounds, rule.award) else { return unsettled("评分标准的单位与完成值不同，不能比较") }
                cases.append(found)
            case .met:
                guard let test = reached else { return unsettled("看不出是否达到目标，得分由填报人对照评分标准给出") }
                cases.append(Case(tests: [test], mayHold: test.holds, award: rule.award))
            case .missed, .otherwise, .always: last = rule.award
            case .words: return unsettled("评分标准以文字分档，得分由填报人对照给出")
            }
        }
        // 低于60%不得分 goes before 每低1个百分点扣1分.
        let taken = cases.first(where: \.holds) ?? cases.first(where: \.mayHold)
        var alternatives = cases.filter { $0.mayHold || $0.holds }.compactMap { exact($0.award) }
        var rest: FormulaExpression?
        var distance: String?
        if let deduction = criterion.deduction {
            guard let reckoned = deducted(deduction) else { return unsettled("看不出从哪里起扣分，得分由填报人对照评分标准给出") }
            rest = reckoned.expression
            distance = reckoned.distance
            if taken == nil || taken.map({ exact($0.award) }) == nil { alternatives += reckoned.alternatives }
        } else if let last {
            rest = last == .proportional ? proportion(&alternatives) : Self.points(last, weight)
        }
        guard taken != nil || rest != nil else {
            let isFull = cases.contains { exact($0.award) == subject.weight }
            return .unsettled("评分标准没有写\(shown)得多少分，得分由填报人给出", isBelowFull: isFull || last == .open)
        }
        if let taken, exact(taken.award) == nil { return unsettled("得分由填报人对照评分标准给出") }
        // Steps off which of several awards nobody says.
        if taken == nil, criterion.deduction != nil,
            cases.contains(where: { exact($0.award).map { $0 > 0 && $0 < subject.weight } ?? false })
        {
            return unsettled("看不出从哪一档起扣分，得分由填报人对照评分标准给出")
        }
        let outer = cases.filter { Self.points($0.award, weight) != nil }
        // A case that holds only by its open bound is no test of a formula.
        let isSoft = taken.map { !$0.holds } ?? false
        let chosen = isSoft ? taken.flatMap { Self.points($0.award, weight) } : nil
        let otherwise = rest ?? .number(0)
        let expression =
            chosen.map(subject.rounded)
            ?? outer.reversed().reduce(subject.rounded(otherwise)) { rest, one in
                .condition(
                    one.tests, then: subject.rounded(Self.points(one.award, weight) ?? otherwise), otherwise: rest)
            }
        return .given(
            CriterionReckoning.Given(
                expression: expression, judgement: judgement(taken, distance), inputs: value.inputs,
                derivation: value.derivation, alternatives: alternatives,
                isWritable: !isSoft && outer.count == cases.count && rest != nil))
    }

    private func unsettled(_ why: String) -> CriterionReckoning.Result { .unsettled(why, isBelowFull: false) }

    private var shown: String { JudgedValue.shown(value.value, unit: value.unit) }

    private func judgement(_ taken: Case?, _ distance: String?) -> String {
        guard let taken else { return distance ?? "\(shown) 没有达到得满分的条件" }
        let tests = taken.tests.map { test in
            "\(CriterionText.sign(test.sign)) \(JudgedValue.shown(test.right.value, unit: value.unit))"
        }
        return "\(shown) \(tests.joined(separator: "、"))"
    }

    /// Whether one bound is the contrary of the bound for all the points.
    private func isRest(_ bounds: [ScoringCriterion.Bound]) -> Bool {
        guard bounds.count == 1 else { return false }
        return criterion.rules.contains { rule in
            guard case .bounds(let full) = rule.test, full.count == 1, exact(rule.award) == subject.weight else {
                return false
            }
            return full[0].number == bounds[0].number && full[0].sign != bounds[0].sign
        }
    }

    // MARK: Tests

    private func bounded(_ bounds: [ScoringCriterion.Bound], _ award: ScoringCriterion.Award) -> Case? {
        var tests: [FormulaTest] = []
        var mayHold = true
        for bound in bounds {
            guard let number = value.number(bound.number, in: bound.unit) else { return nil }
            let test = FormulaTest(value.expression, bound.sign, .number(number))
            mayHold = mayHold && (test.holds || bound.isSoft && value.value == number)
            tests.append(test)
        }
        return Case(tests: tests, mayHold: mayHold, award: award)
    }

    /// The target's own comparison; nil for a range or a row without a figure as its target.
    private var reached: FormulaTest? {
        guard let target = value.target, let comparison = subject.indicator.target?.comparison,
            !subject.indicator.mayMeanAtMost
        else { return nil }
        let isStrict =
            subject.indicator.target?.isStrict == true && subject.indicator.outcome(subject.standard) != .unknown
        switch comparison {
        case .atLeast: return FormulaTest(value.expression, isStrict ? .more : .atLeast, target)
        case .atMost: return FormulaTest(value.expression, isStrict ? .less : .atMost, target)
        case .equal: return FormulaTest(value.expression, .equal, target)
        case .within, .qualitative: return nil
        }
    }

    // MARK: Points

    private func exact(_ award: ScoringCriterion.Award) -> Decimal? { Self.points(award, weight)?.value }

    /// The points of a case; nil where they depend on more.
    static func points(_ award: ScoringCriterion.Award, _ weight: FormulaExpression) -> FormulaExpression? {
        switch award {
        case .full: weight
        case .points(let points): points == weight.value ? weight : .number(points)
        case .share(let share): .product(weight, .percent(share))
        case .less(let points): .held(.difference(weight, .number(points)), atLeast: .number(0), atMost: nil)
        case .proportional, .open: nil
        }
    }

    /// The figure's share of what would have been all.
    private func proportion(_ alternatives: inout [Decimal]) -> FormulaExpression? {
        guard let limit, limit.value > 0, value.value > 0, let side = value.side ?? sideOfLimit else { return nil }
        let share: FormulaExpression =
            side == .below ? .quotient(value.expression, limit) : .quotient(limit, value.expression)
        if value.unit == "%", side == .below { alternatives.append(value.value / 100 * subject.weight) }
        if side == .above { alternatives.append((2 - value.value / limit.value) * subject.weight) }
        if let target = value.target, target.value > 0, side == .below {
            alternatives.append(value.value / target.value * subject.weight)
        }
        return .product(.held(share, atLeast: .number(0), atMost: .number(1)), weight)
    }

    /// What all the points ask for.
    private var limit: FormulaExpression? {
        for rule in criterion.rules where exact(rule.award) == subject.weight {
            if case .bounds(let bounds) = rule.test, bounds.count == 1 {
                return value.number(bounds[0].number, in: bounds[0].unit).map(FormulaExpression.number)
            }
            if rule.test == .met { return value.target }
        }
        return nil
    }

    private var sideOfLimit: ScoreDeduction.Side? {
        for rule in criterion.rules where exact(rule.award) == subject.weight {
            guard case .bounds(let bounds) = rule.test, bounds.count == 1 else { continue }
            switch bounds[0].sign {
            case .atLeast, .more: return .below
            case .atMost, .less: return .above
            case .equal: continue
            }
        }
        return nil
    }

    /// Steps off the whole, from the limit that the criterion names, else the target.
    private func deducted(_ deduction: ScoringCriterion.Deduction) -> (
        expression: FormulaExpression, alternatives: [Decimal], distance: String
    )? {
        let said = deduction.limit.flatMap { bound in value.number(bound.number, in: bound.unit) }
        if deduction.limit != nil, said == nil { return nil }
        var from = said.map(FormulaExpression.number) ?? limit ?? value.target
        if deduction.countsEvents, said == nil { from = limit ?? value.target ?? .number(0) }
        guard let from, let step = value.number(deduction.step, in: deduction.unit), step > 0 else { return nil }
        let ownSide = sideOfLimit ?? value.side
        guard let side = deduction.side ?? ownSide, ownSide == nil || ownSide == side else { return nil }
        let beyond: FormulaExpression =
            side == .above ? .difference(value.expression, from) : .difference(from, value.expression)
        let parts = FormulaExpression.rounded(.quotient(.maximum(beyond, .number(0)), .number(step)), places: 10)
        let cost: FormulaExpression =
            deduction.isShare ? .product(weight, .percent(deduction.costs)) : .number(deduction.costs)
        func points(_ counting: ScoreDeduction.Counting) -> FormulaExpression {
            let count: FormulaExpression
            switch counting {
            case .exact: count = parts
            case .started: count = .rounded(parts, places: 0, .up)
            case .full: count = .rounded(parts, places: 0, .down)
            }
            var off = FormulaExpression.product(count, cost)
            if let most = deduction.most { off = .minimum(off, .number(most)) }
            return .held(.difference(weight, off), atLeast: .number(0), atMost: nil)
        }
        let counting = deduction.counting ?? subject.choice.deduction?.counting ?? .full
        let open: [ScoreDeduction.Counting] = deduction.counting == nil ? [.exact, .started, .full] : []
        let (limit, far) = (from.value, max(beyond.value, 0))
        var others = open.map { points($0).value }
        // 发生1起扣10分: two may cost as much as one.
        if !deduction.isEach, far > 0 { others.append(subject.weight - cost.value) }
        let unit = value.unit == "%" ? " 个百分点" : value.unit
        let word = far == 0 ? "没有\(side == .above ? "超过" : "低于")" : side == .above ? "超过" : "低于"
        let distance =
            "\(shown) \(word) \(JudgedValue.shown(limit, unit: value.unit))"
            + (far == 0 ? "" : "，相差 \(JudgedValue.shown(far, unit: unit))")
        return (points(counting), others, distance)
    }
}
