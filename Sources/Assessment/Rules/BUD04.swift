import Foundation
import Spreadsheet

/// No amount is off by a unit: 元 in a 万元 form (10 000 times), a lost decimal point (10 or 100 times).
enum BUD04: Rule {
    static let info = RuleInfo(
        id: "BUD-04",
        title: "金额没有错一个单位",
        level: .must,
        citation: "本工具约定（按同一张表里的其他金额判断）",
        departure:
            "改了单位或小数点以后，合计、执行率都能对上，或与同一行的金额相当（相差不到 1%），才报，并写出依据；两格都可能错时不报，留给 BUD-02 核对合计。整块金额大得不像一个单位的（全年预算数在 100 亿元以上，限值由模板定，按亿元）或小得不像的（不到 1000 元），只要求说明。",
        remedy: "核对这一格的单位（元、万元）和小数点。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        guard !evaluation.budget.isEmpty else { return .notRun("没有资金情况") }
        let scale = AmountScale(evaluation)
        let hits = scale.suspicions().compactMap { hit($0, scale) }
        return .ran(hits.isEmpty ? [size(evaluation)].compactMap { $0 } : hits)
    }

    private static func hit(_ suspicion: AmountScale.Suspicion, _ scale: AmountScale) -> RuleHit? {
        let place = suspicion.places.first { $0.column == .adjusted } ?? suspicion.places.first
        guard let place, let amount = scale.lines[place.line].amounts[place.column], let value = amount.value else {
            return nil
        }
        let line = scale.lines[place.line]
        let right = value / suspicion.factor
        let times =
            suspicion.factor > 1
            ? "除以 \(suspicion.factor)" : "乘以 \(DecimalText.rounded(1 / suspicion.factor, places: 0))"
        var name = "\(line.name)的\(place.column.rawValue)"
        if suspicion.places.count > 1 {
            let isRow = Set(suspicion.places.map(\.line)).count == 1
            name = isRow ? "\(line.name)这一行" : "\(place.column.rawValue)这一列"
        }
        let reasons = suspicion.settled.map { words($0, scale) }.sorted().joined(separator: "，")
        return RuleHit(
            amount.source, subject: line.name, found: amount.text, expected: "\(right)",
            message: "\(name)像是错了单位或小数点：\(times) 后，\(reasons)。")
    }

    /// 全年预算数 in hundred millions of yuan (亿元) from which a unit is asked whether its amounts are in the unit that the form says.
    private static let largest: Decimal = 100

    /// 全年预算数 in yuan below which a unit is asked the same.
    private static let smallest: Decimal = 1000

    /// A whole block in 元 under 单位：万元 agrees with itself: its size alone tells.
    private static func size(_ evaluation: Evaluation) -> RuleHit? {
        let unit = evaluation.standard.moneyUnit
        guard unit.power > 0, let total = evaluation.budgetTotal,
            let amount = total.amounts[.adjusted] ?? total.amounts[.initial], let value = amount.value
        else { return nil }
        let inHundredMillions = unit.converted(value, to: .hundredMillion)
        let inYuan = unit.converted(value, to: .yuan)
        if value > 0, inYuan < smallest {
            return RuleHit(
                amount.source, subject: total.name, found: "\(amount.text) \(unit)",
                expected: "\(DecimalText.text(DecimalText.rounded(inYuan, places: 2))) 元，或更大的单位",
                message:
                    "按\(unit)只有 \(DecimalText.text(DecimalText.rounded(inYuan, places: 2))) 元，不像一年的预算；金额可能是按更大的单位填的。",
                level: .explain)
        }
        guard inHundredMillions >= evaluation.standard.rules[info.id]?.threshold ?? largest else { return nil }
        let shown = DecimalText.text(DecimalText.rounded(inHundredMillions, places: 2))
        let asYuan = DecimalText.text(DecimalText.rounded(MoneyUnit.yuan.converted(value, to: unit), places: 2))
        return RuleHit(
            amount.source, subject: total.name, found: "\(amount.text) \(unit)",
            expected: "\(asYuan) \(unit)（如果金额是按元填的）",
            message: "按\(unit)是 \(shown) 亿元，不像一个单位的预算；金额可能是按元填的。", level: .explain)
    }

    private static func words(_ check: AmountScale.Check, _ scale: AmountScale) -> String {
        switch check {
        case .sum(let block, let column): "\(scale.blocks[block].title)的\(column.rawValue)各项相加等于合计"
        case .rate(let line): "\(scale.lines[line].name)的执行率与填写的 \(scale.lines[line].amounts[.rate]?.text ?? "") 相符"
        case .nearness(let line, let one, let other):
            "\(scale.lines[line].name)的\(other.rawValue)与\(one.rawValue)相当"
        }
    }

    /// Whether a finding of this rule explains what is wrong with a check.
    static func explains(_ evaluation: Evaluation, _ matches: (AmountScale.Check, AmountScale) -> Bool) -> Bool {
        let scale = AmountScale(evaluation)
        return scale.suspicions().contains { $0.settled.contains { matches($0, scale) } }
    }
}
