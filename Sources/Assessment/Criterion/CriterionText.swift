import Foundation

/// What was understood of a 评分标准, in words that a person can hold against the form's own.
enum CriterionText {
    static func words(_ criterion: ScoringCriterion, weight: Decimal) -> String {
        var clauses = criterion.rules.map { rule in
            [test(rule.test), award(rule.award)].filter { !$0.isEmpty }.joined(separator: " ")
        }
        if let deduction = criterion.deduction { clauses.append(words(deduction)) }
        return clauses.joined(separator: "；")
    }

    private static func test(_ test: ScoringCriterion.Test) -> String {
        switch test {
        case .bounds(let bounds):
            bounds.map { "\(sign($0.sign)) \(Reckoning.number($0.number))\($0.unit)" }.joined(separator: "、")
        case .met: "达到目标"
        case .missed: "没有达到目标"
        case .otherwise: "其余"
        case .always: ""
        case .words(let words): "“\(words)”"
        }
    }

    private static func award(_ award: ScoringCriterion.Award) -> String {
        switch award {
        case .full: "得满分"
        case .points(let points): points == 0 ? "不得分" : "得 \(points) 分"
        case .share(let share): "得分值的 \(share)%"
        case .less(let points): "扣 \(points) 分"
        case .proportional: "按比例得分"
        case .open: "由填报人扣分"
        }
    }

    private static func words(_ deduction: ScoringCriterion.Deduction) -> String {
        var side = ""
        switch deduction.side {
        case .above: side = deduction.countsEvents ? "发生" : "超过"
        case .below: side = "少"
        case nil: break
        }
        let unit = deduction.unit == "%" ? "个百分点" : deduction.unit
        let step = Reckoning.number(deduction.step) + (unit.isEmpty ? "" : " \(unit)")
        let from = deduction.limit.map { "\(sign($0.sign)) \(Reckoning.number($0.number))\($0.unit) 的，" } ?? ""
        let costs = deduction.isShare ? "扣分值的 \(deduction.costs)%" : "扣 \(deduction.costs) 分"
        let most = deduction.most.map { "，最多扣 \($0) 分" } ?? "，扣完为止"
        return "\(from)\(deduction.isEach ? "每" : "")\(side) \(step)\(deduction.words) \(costs)\(most)"
    }

    /// ≥ in words.
    static func sign(_ sign: FormulaTest.Sign) -> String {
        switch sign {
        case .less: "低于"
        case .atMost: "不超过"
        case .equal: "等于"
        case .atLeast: "不低于"
        case .more: "大于"
        }
    }
}
