import Foundation
import Spreadsheet

/// 总分 is the sum of the 得分, 预算执行率 included.
///
/// The printed scores are added up exactly, and compared at the precision of the printed total.
enum SCO05: Rule {
    static let info = RuleInfo(
        id: "SCO-05",
        title: "总分等于各项得分之和",
        level: .must,
        citation: "表样：总分为各项得分之和（含预算执行率）",
        departure:
            "按填写的得分相加；单独一张指标表可以不含预算执行率的得分；写明不适用的行不计，加分、扣分的行另外加减，模板规定折算或封顶的照规定；节选的表不核对；预算执行率的得分空着的，只看总分是否可能；小计行和各级得分按所属的各行核对；文字里另外写了总分的，与表里的总分比较，不同的要求说明。",
        remedy: "各项得分没有错的，把总分改成相加的数；总分没有错的，改正填错的那一项得分。")

    static let needs: [RuleNeed] = [.printedTotal, .column(.score), .rateScore]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        if let why = submission.whyPartial { return .notRun(why) }
        let groups = groups(evaluation) + subtotals(submission) + levels(submission) + said(evaluation)
        switch total(evaluation) {
        case .ran(let hits): return .ran(groups + hits)
        case .notRun(let why): return groups.isEmpty ? .notRun(why) : .ran(groups)
        }
    }

    /// Points that a group states for itself, in a row of its own, are the sum of those below it.
    private static func groups(_ evaluation: Evaluation) -> [RuleHit] {
        evaluation.submission.groups.compactMap { group in
            guard let stated = group.statedScore, let value = stated.value else { return nil }
            let own = evaluation.scoredRows.filter {
                $0.indicator.level1 == group.level1 && $0.indicator.part == group.part
                    && (group.level2.isEmpty || $0.indicator.level2 == group.level2)
            }
            let points = own.compactMap { $0.indicator.givenScore?.value }
            let sum = points.reduce(0, +)
            guard !own.isEmpty, points.count == own.count, !agrees(stated, value, sum) else { return nil }
            let name = group.level2.isEmpty ? group.level1 : group.level2
            return RuleHit(
                stated.source, subject: name, found: stated.text, expected: "\(sum)",
                message: "“\(name)”写明得分 \(value)，下面各行相加是 \(sum)。")
        }
    }

    /// What a row 小计 prints is the sum of the rows that it adds up.
    private static func subtotals(_ submission: Submission) -> [RuleHit] {
        submission.subtotals.compactMap { subtotal in
            guard let printed = subtotal.score, let value = printed.value,
                let sum = subtotal.sum(\.givenScore, of: submission.indicators), !agrees(printed, value, sum),
                !subtotal.isUncertain
            else { return nil }
            return RuleHit(
                printed.source, subject: subtotal.title, found: printed.text, expected: "\(sum)",
                message: "\(subtotal.title)写的得分是 \(value)，各行相加是 \(sum)。")
        }
    }

    /// The total under the scores of a level is the sum of what its groups state.
    private static func levels(_ submission: Submission) -> [RuleHit] {
        submission.printedLevelScores.compactMap { level, printed in
            let stated = submission.groups.filter { $0.level2.isEmpty == (level == 1) }.map { $0.statedScore?.value }
            let sum = stated.reduce(0) { $0 + ($1 ?? 0) }
            guard !stated.isEmpty, !stated.contains(nil), let value = printed.value, !agrees(printed, value, sum) else {
                return nil
            }
            let name = level == 1 ? "一级指标" : "二级指标"
            return RuleHit(
                printed.source, subject: "\(name)得分合计", found: printed.text, expected: "\(sum)",
                message: "合计行印的\(name)得分是 \(printed.text)，各\(name)的得分相加是 \(sum)。")
        }
    }

    /// Totals said in words (自评结论) that are not the one that the table prints, or that its points make.
    private static func said(_ evaluation: Evaluation) -> [RuleHit] {
        let printed = evaluation.submission.printedTotal?.value
        guard let total = printed ?? evaluation.total else { return [] }
        let all = evaluation.submission.saidTotals
        var told: Set<Source> = []
        return all.compactMap { said in
            // Of several in one text another one may be meant: 自评得分98分，复评得分97分.
            let isRight = all.contains { other in
                guard other.source == said.source, let value = other.value else { return other.source == said.source }
                // The table's total may leave 预算执行率 to the money.
                let rate = evaluation.isTotalOfTable ? evaluation.budgetTotal?[.score] : nil
                return agrees(other, value, total) || rate.map { agrees(other, value, total + $0) } ?? false
            }
            guard !isRight, told.insert(said.source).inserted else { return nil }
            let other = printed == nil ? "各项得分相加是 \(total)" : "表里的总分是 \(total)"
            return RuleHit(
                said.source, subject: "总分", found: said.text, expected: "\(total)",
                message: "文字里写的总分是 \(said.text)，\(other)。", level: .explain, remedy: "核对总分，把文字和表改成一致。")
        }
    }

    private static func total(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard let printed = submission.printedTotal, let value = printed.value else {
            return .notRun("输入里没有填写总分，由本工具计算")
        }
        // A score that was left blank is told by SCO-01: the sum lacks it.
        let scored = evaluation.judged.filter { !$0.indicator.isExecutionRate }
        if submission.kind != .export, !evaluation.purpose.isToBeFilled,
            scored.contains(where: { $0.indicator.givenScore != nil }),
            let blank = scored.first(where: { $0.indicator.givenScore == nil && $0.indicator.weight?.value != nil }),
            !agrees(printed, value, evaluation.total ?? value + 1)
        {
            return .notRun("“\(blank.indicator.title)”没有填得分，总分无从核对")
        }
        if let why = whyOpen(evaluation, printed, value) ?? evaluation.whyUncertain(.pointsRow) { return .notRun(why) }
        let rows = evaluation.judged.map(\.points)
        let budgetGiven = evaluation.budgetTotal?.amounts[.score]?.value
        // Points of the rate that nobody knows make the sum greater, never smaller.
        let least: Decimal? = evaluation.isRateUnweighed ? 0 : nil
        // A form without any money has no points of the rate beside it.
        let hasMoney = !evaluation.budget.isEmpty
        let budget = hasMoney ? evaluation.budgetScore.map { [budgetGiven ?? $0.points ?? least] } ?? [] : []
        // A table that leaves 预算执行率 to the money block prints what its own rows make.
        let own = rows.reduce(evaluation.extraPoints) { $0 + ($1 ?? 0) }
        let mayLeaveOut = submission.kind == .table || budgetGiven == nil || evaluation.isTotalOfTable
        let isComplete = !rows.contains { $0 == nil }
        if mayLeaveOut, isComplete, agrees(printed, value, evaluation.total(of: own)) { return .ran([]) }
        guard !(rows + budget).contains(where: { $0 == nil }) else { return .notRun("有的指标没有得分，总分无从核对") }
        let sum = budget.reduce(own) { $0 + ($1 ?? 0) }
        let total = evaluation.total(of: sum)
        guard !agrees(printed, value, total) else { return .ran([]) }
        // Points that stand with money that nobody read may be what is missing.
        if value > total, evaluation.budgetTotal?.amounts[.score] == nil,
            let why = evaluation.whyUncertain(.moneyPoints)
        {
            return .notRun(why)
        }
        let settled = total == sum ? "" : "，按规定折算或封顶后是 \(total)"
        return .ran([
            RuleHit(
                printed.source, subject: "总分", found: printed.text, expected: "\(total)",
                message: "各项得分相加是 \(sum)\(settled)，填写的总分是 \(printed.text)。")
        ])
    }

    /// Why the total is not held against a sum that lacks 得分 of 预算执行率, which was left blank (SCO-01 tells it); nil where none was, where the
    /// total is the one that the reckoned points make, and where no points of the rate make it.
    private static func whyOpen(_ evaluation: Evaluation, _ printed: SourcedNumber, _ value: Decimal) -> String? {
        guard evaluation.submission.kind != .export, !evaluation.purpose.isToBeFilled, let rate = evaluation.blankRate,
            !agrees(printed, value, evaluation.total ?? value + 1)
        else { return nil }
        let others = evaluation.judged.filter { !$0.indicator.isExecutionRate }.map(\.points)
        guard !others.contains(nil) else { return nil }
        let own = others.reduce(evaluation.extraPoints) { $0 + ($1 ?? 0) }
        let lowest = evaluation.total(of: own)
        let highest = evaluation.total(of: own + rate.weight)
        return (min(lowest, highest)...max(lowest, highest)).contains(value) ? "“预算执行率”没有填得分，总分无从核对" : nil
    }

    private static func agrees(_ printed: SourcedNumber, _ value: Decimal, _ total: Decimal) -> Bool {
        total == value || DecimalText.rounded(total, places: printed.precision) == value
    }
}

extension Evaluation {
    /// Whether the row of totals adds up the table alone, and leaves 预算执行率 to the money block: what it says of 分值 is what the table's rows make.
    fileprivate var isTotalOfTable: Bool {
        guard let line = budgetTotal, let printed = submission.printedWeightTotal?.value else { return false }
        let weights = indicators.reduce(Decimal(0)) { $0 + ($1.weight?.value ?? 0) }
        return printed == weights && weights < standard.total
            && (line.amounts[.weight] != nil || line.amounts[.score] != nil)
    }
}
