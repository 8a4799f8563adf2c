import Assessment
import FormTemplates
import Foundation
import Spreadsheet

/// A form made by chance, the same for the same seed: methods, operators, units, targets, weights, rows that do not apply, caps.
struct RandomForm {
    var submission: Submission
    var standard: Standard
    private var generator: Generator

    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    private static let source = Source(file: "随机")
    private static let facts = ["甲数", "乙数", "丙数", "丁数"]

    /// - Parameter base: What the template of the blank says; its money block and its place for 预算执行率 are kept.
    init(seed: Int, base: Standard) {
        generator = Generator(state: UInt64(seed) &* 7919 &+ 17)
        submission = Submission(source: Self.source)
        standard = base
        standard.methods = []
        standard.scorePlaces = pick([1, 2, 2, 2, 3])
        standard.notApplicable = pick([.leaveOut, .rescale])
        standard.executionRateWeight = base.executionRatePlace == .budget ? 10 : nil
        if chance(50) {
            standard.caps = [
                TotalCap(below: 90, atMost: 40), TotalCap(below: 80, atMost: 30), TotalCap(below: 60, atMost: 20),
            ]
        }
        for name in Self.facts where chance(97) {
            submission.facts[FactName(name)] = text("\(number(1...500, places: 2))")
        }
        addMoney()
        for index in 0..<Int.random(in: 2...9, using: &generator) { addRow(index) }
        if base.executionRatePlace == .indicator, chance(70) { addRate() }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &generator)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    /// A number with up to so many places.
    private mutating func number(_ range: ClosedRange<Int>, places: Int) -> Decimal {
        let scale = pick([1, 10, 100].prefix(places + 1).map { $0 })
        return Decimal(Int.random(in: range.lowerBound * scale...range.upperBound * scale, using: &generator))
            / Decimal(scale)
    }

    private func text(_ text: String) -> SourcedText { SourcedText(text, source: Self.source) }

    private mutating func addMoney() {
        var line = BudgetLine(name: standard.budgetTotalName)
        let adjusted = number(10...900, places: 2)
        let executed = adjusted * number(30...110, places: 2) / 100
        line.amounts[.adjusted] = SourcedNumber(text: "\(adjusted)", source: Self.source)
        line.amounts[.executed] = SourcedNumber(text: "\(executed)", source: Self.source)
        if chance(97) { submission.budget = [line] }
    }

    private mutating func addRate() {
        var row = Indicator(source: Self.source)
        (row.level1, row.level2, row.name) = ("预算执行率", "预算执行率", "预算执行率")
        row.target = Target(text: "=100%", source: Self.source)
        setActual("\(number(20...130, places: 2))%", &row)
        row.weight = SourcedNumber(text: "10", source: Self.source)
        submission.indicators.append(row)
    }

    private mutating func setActual(_ actual: String, _ row: inout Indicator) {
        row.actual = text(actual)
        row.actualQuantity = Quantity(actual)
    }

    private mutating func addRow(_ index: Int) {
        var row = Indicator(source: Self.source)
        (row.level1, row.level2, row.name) = ("产出指标", "数量指标", "第\(index)项")
        row.weight = SourcedNumber(text: "\(number(1...20, places: 2))", source: Self.source)
        let method = pick([ScoringMethod.proportion, .proportion, .proportion, .rate, .steps, .deduct, .bands, .self])
        addProportion(&row)
        if method == .proportion, chance(30) {
            row.places[.criterion] = Source(file: "随机.csv", text: pick(Self.criteria))
        }
        if method == .bands || method == .self {
            row.givenScore = SourcedNumber(text: "\(number(0...1, places: 1))", source: Self.source)
            if method == .bands {
                row.target = Target(text: "健全", source: Self.source)
                setActual("部分达成", &row)
            }
        }
        var choice = Standard.MethodChoice(name: row.name, method: method)
        if method == .rate || (method == .steps || method == .deduct) && chance(60) { choice.rate = figures() }
        if method == .steps || method == .deduct {
            if chance(93) { setActual("\(number(-20...140, places: 2))%", &row) }
            row.target = nil
            choice.steps = method == .steps ? steps() : nil
            choice.deduction = method == .deduct ? deduction() : nil
        }
        if chance(10) { row.isNotApplicable = true }
        standard.methods.append(choice)
        submission.indicators.append(row)
    }

    /// 评分标准 that rows print.
    private static let criteria = [
        "按比例得分", "达到指标值得满分，未达到按比例得分", "完成得满分，未完成不得分", "达到目标得满分，每少5%扣该项分值的10%，扣完为止", "≥90%得满分，60%-90%得分值的50%，其余不得分",
        "每少1个扣0.5分", "90%以上得满分，每低1个百分点扣0.3分，不足1个百分点不计，最多扣2分",
    ]

    private mutating func addProportion(_ row: inout Indicator) {
        let unit = pick(["", "场", "%", "万元"])
        let sign = pick(["≥", "≥", "≤", "=", "±", ""])
        let wanted = chance(5) ? 0 : (chance(5) ? number(-20 ... -1, places: 1) : number(1...120, places: 2))
        let target = sign == "±" ? "\(max(wanted, 0))±\(number(1...20, places: 1))\(unit)" : "\(sign)\(wanted)\(unit)"
        row.target = Target(text: target, source: Self.source)
        let reached = chance(15) ? wanted : number(chance(5) ? -10...10 : 0...150, places: 2)
        setActual(unit == "万元" && chance(30) ? "\(reached * 10_000)元" : "\(reached)\(unit)", &row)
    }

    private mutating func figures() -> RateFigures {
        var terms: [RateFigures.Term] = [.init(name: pick(Self.facts))]
        if chance(60) { terms.append(.init(name: pick(Self.facts), isSubtracted: chance(50))) }
        return RateFigures(numerator: terms, denominator: [.init(name: pick(Self.facts))])
    }

    private mutating func steps() -> ScoreSteps {
        let isShare = chance(50)
        let gives: [Decimal] = isShare ? [100, 75, 50] : [5, 4, 2]
        if chance(50) {
            return ScoreSteps(
                bands: [
                    .init(to: 0, gives: gives[0]), .init(above: 0, to: 10, gives: gives[1]),
                    .init(above: 10, to: 50, gives: gives[2]),
                ], otherwise: 0, isShare: isShare)
        }
        return ScoreSteps(
            bands: [
                .init(from: 100, gives: gives[0]), .init(from: 90, below: 100, gives: gives[1]),
                .init(from: 60, gives: gives[2]),
            ], otherwise: chance(50) ? 1 : 0, isShare: isShare)
    }

    private mutating func deduction() -> ScoreDeduction {
        ScoreDeduction(
            limit: pick([0, 90, 100]), side: pick([.above, .below]), step: pick([1, 5, Decimal(5) / 10]),
            costs: pick([1, 2, Decimal(5) / 10]), isShare: chance(40), counting: pick([.started, .full, .exact]))
    }
}
