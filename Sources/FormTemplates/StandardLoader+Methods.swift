import Assessment
import Foundation
import Spreadsheet

extension StandardLoader {
    /// Reads the list `methods`: choices of a method for an indicator, and groups of which one is scored.
    static func readMethods(_ node: YAMLNode?, into standard: inout Standard) throws {
        for item in try node?.list() ?? [] {
            if try item.required("method").text() == ScoringMethod.oneOf.rawValue {
                try item.allow(["method", "names"])
                let names = try item.required("names").list().map { try $0.text() }
                guard names.count > 1 else {
                    throw item.broken("one-of 要写两个以上的指标名称。", advice: "写成 names: [甲, 乙]。")
                }
                standard.oneOf.append(names)
            } else {
                standard.methods.append(try methodChoice(item))
            }
        }
    }

    private static func methodChoice(_ node: YAMLNode) throws -> Standard.MethodChoice {
        try node.allow([
            "level1", "level2", "name", "method", "numerator", "denominator", "steps", "otherwise", "deduct",
        ])
        let method = try node.required("method").choice(ScoringMethod.self)
        var choice = Standard.MethodChoice(
            level1: try node["level1"]?.text(), level2: try node["level2"]?.text(), name: try node["name"]?.text(),
            method: method)
        choice.rate = try rate(node)
        switch method {
        case .steps: choice.steps = try steps(node)
        case .deduct: choice.deduction = try deduction(node.required("deduct"))
        default: break
        }
        for (key, owner) in [("steps", ScoringMethod.steps), ("otherwise", .steps), ("deduct", .deduct)] {
            if let value = node[key], method != owner {
                throw value.broken("“\(key)”只用于 method: \(owner.rawValue)。")
            }
        }
        return choice
    }

    /// The figures of a rate, where the node has some.
    static func rate(_ node: YAMLNode) throws -> RateFigures? {
        guard let above = node["numerator"] else { return nil }
        return RateFigures(
            numerator: try above.list().map(term), denominator: try node.required("denominator").list().map(term))
    }

    /// `年初预算数`, or `-年末结余` for a term that is taken away.
    private static func term(_ node: YAMLNode) throws -> RateFigures.Term {
        let text = try node.text()
        guard text.hasPrefix("-") else { return RateFigures.Term(name: text) }
        return RateFigures.Term(name: String(text.dropFirst()), isSubtracted: true)
    }

    private static func steps(_ node: YAMLNode) throws -> ScoreSteps {
        let list = try node.required("steps")
        var shares: Set<Bool> = []
        var bands: [ScoreSteps.Band] = []
        for item in try list.list() {
            try item.allow(["above", "from", "below", "to", "points", "share"])
            let (gives, isShare) = try amount(item)
            shares.insert(isShare)
            let band = ScoreSteps.Band(
                above: try item["above"]?.decimal(), from: try item["from"]?.decimal(),
                below: try item["below"]?.decimal(), to: try item["to"]?.decimal(), gives: gives)
            if let low = band.above ?? band.from, let high = band.below ?? band.to, low > high {
                throw item.broken("这一段的下限 \(low) 大于上限 \(high)。")
            }
            bands.append(band)
        }
        guard !bands.isEmpty else { throw list.broken("steps 至少要有一段。") }
        guard shares.count == 1 else { throw list.broken("各段要么都写 points（分），要么都写 share（分值的百分之几）。") }
        let otherwise = try node["otherwise"]?.decimal() ?? 0
        if let written = node["otherwise"], otherwise < 0 { throw written.broken("otherwise 应不小于 0。") }
        return ScoreSteps(bands: bands, otherwise: otherwise, isShare: shares.contains(true))
    }

    private static func deduction(_ node: YAMLNode) throws -> ScoreDeduction {
        try node.allow(["limit", "side", "step", "points", "share", "started"])
        let (costs, isShare) = try amount(node)
        let step = try node["step"]?.decimal() ?? 1
        if let written = node["step"], step <= 0 { throw written.broken("step 应大于 0。") }
        let counting: ScoreDeduction.Counting =
            try node["started"].map { try $0.boolean() ? .started : .full } ?? .exact
        return ScoreDeduction(
            limit: try node.required("limit").decimal(),
            side: try node.required("side").choice(ScoreDeduction.Side.self), step: step, costs: costs,
            isShare: isShare, counting: counting)
    }

    /// Points, or a share of the weight in per cent: one of them.
    private static func amount(_ node: YAMLNode) throws -> (Decimal, isShare: Bool) {
        switch (node["points"], node["share"]) {
        case (let points?, nil):
            let value = try points.decimal()
            guard value >= 0 else { throw points.broken("points 应不小于 0。") }
            return (value, false)
        case (nil, let share?):
            let value = try share.decimal()
            guard value >= 0, value <= 100 else { throw share.broken("share 应在 0 到 100 之间。") }
            return (value, true)
        default: throw node.broken("points（分）和 share（分值的百分之几）要写一个，只写一个。")
        }
    }

    /// Reads `caps`: below which 执行率 which total is the highest.
    static func caps(_ node: YAMLNode?) throws -> [TotalCap] {
        try node?.list().map { item in
            try item.allow(["below", "at-most"])
            return TotalCap(
                below: try item.required("below").decimal(), atMost: try item.required("at-most").decimal())
        } ?? []
    }
}
