import Foundation
import Spreadsheet

/// 执行率 printed is 执行数 ÷ 全年预算数.
///
/// 86% is right for 86.20%; 20 beside 18.55 counts as 20.00.
enum BUD01: Rule {
    static let info = RuleInfo(
        id: "BUD-01",
        title: "执行率等于执行数除以全年预算数",
        level: .must,
        citation: "表样：执行率＝执行数÷全年预算数（调整后）",
        departure: "指标表里“预算执行率”一行的完成值与资金情况不同的，要求说明。按印出的位数核对：执行率和金额各自可能四舍五入过，只要有可能相符就不报；金额按这张表里最多的小数位数（至少到模板的位数）看待。",
        remedy: "核对预算数和执行数，改正执行率；不填执行率时由本工具计算。")

    static let needs: [RuleNeed] = [.amount(.rate), .amount(.adjusted), .amount(.executed)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        let lines = evaluation.budget.filter { $0[.rate] != nil }
        let places = evaluation.submission.moneyPlaces(evaluation.standard)
        let rows = rows(evaluation, places: places)
        guard !lines.isEmpty || !rows.isEmpty else { return .notRun("输入里没有填写执行率，由本工具计算") }
        var hits: [RuleHit] = []
        var open: String?
        for line in lines {
            guard let printed = line.amounts[.rate], let executed = line[.executed], let adjusted = line[.adjusted],
                agrees(line, places: places) == false
            else { continue }
            // 上年结转 that nobody read may be part of what could be spent.
            if let rate = printed.value, rate < executed / adjusted * 100,
                let why = evaluation.whyMoreToSpend(in: line)
            {
                open = why
                continue
            }
            let isScale = BUD04.explains(evaluation) { check, scale in
                if case .rate(let index) = check { return scale.lines[index].name == line.name }
                return false
            }
            let shown = DecimalText.text(
                executed / adjusted * 100, places: max(printed.precision, evaluation.standard.ratePlaces))
            hits.append(
                RuleHit(
                    printed.source, subject: line.name, found: printed.text, expected: "\(shown)%",
                    message: "\(executed) ÷ \(adjusted) = \(shown)%，与填写的 \(printed.text) 不符。",
                    follows: [BUD05.id] + (isScale ? [BUD04.id] : []), followsAnywhere: isScale))
        }
        hits += rows.compactMap { $0 }
        if hits.isEmpty, let open { return .notRun(open) }
        return .ran(hits)
    }

    /// 预算执行率 as a row of the indicators says it, beside the money: nil for each that is the money's. A row may reckon in its own way: it is asked.
    private static func rows(_ evaluation: Evaluation, places: Int) -> [RuleHit?] {
        guard let rate = evaluation.executionRate.map({ $0 * 100 }), let total = evaluation.budgetTotal else {
            return []
        }
        return evaluation.submission.indicators.compactMap { row -> RuleHit?? in
            guard row.isExecutionRate, !row.isNotApplicable, !row.statesAmounts, let actual = row.actual,
                let quantity = row.actualQuantity, let said = quantity.number,
                actual.source != total.amounts[.rate]?.source,
                quantity.unit == "%" || quantity.unit.isEmpty && row.target?.quantity.unit == "%"
            else { return nil }
            var line = total
            line.amounts[.rate] = SourcedNumber(
                value: said, text: actual.text, precision: quantity.precision, source: actual.source)
            // ≥95%, 约95%.
            if quantity.isApproximate || Target(text: actual.text, source: actual.source).isOperatorWritten
                || agrees(line, places: places) ?? true
            {
                return .some(nil)
            }
            let shown = DecimalText.text(rate, places: max(quantity.precision, evaluation.standard.ratePlaces))
            return RuleHit(
                actual.source, subject: row.title, found: actual.text, expected: "\(shown)%",
                message: "指标“\(row.title)”的完成值是 \(actual.text)，按资金情况计算的预算执行率是 \(shown)%。", level: .explain,
                follows: [BUD04.id], followsAnywhere: true, remedy: "核对预算数、执行数和这一行的完成值，改成一致；口径不同的写明。")
        }
    }

    /// Whether the printed rate of a row can be that of its amounts; nil when it can't be told.
    ///
    /// - Parameter places: Places that the amounts of the block are printed with.
    static func agrees(_ line: BudgetLine, places: Int) -> Bool? {
        guard let printed = line.amounts[.rate], let rate = printed.value, let executed = line[.executed],
            let adjusted = line[.adjusted], adjusted > 0
        else { return nil }
        let exact = executed / adjusted * 100
        // 0.98 without a format that shows per cents is 98 %.
        if rate <= 2, !printed.text.contains("%"), !printed.text.contains("％"),
            DecimalText.rounded(exact / 100, places: printed.precision) == rate
        {
            return true
        }
        if DecimalText.rounded(exact, places: printed.precision) == rate { return true }
        let amounts = AmountInterval(executed, places: places).percent(of: AmountInterval(adjusted, places: places))
        return amounts?.meets(AmountInterval(rate, places: printed.precision)) ?? false
    }
}

extension Evaluation {
    /// Why a row of money may have had more to spend than its budget: a column of amounts beside it was not read. Nil where there is none.
    func whyMoreToSpend(in line: BudgetLine) -> String? {
        guard let source = line.amounts[.adjusted]?.source, let place = source.cell else { return nil }
        let column = openMoney(besides: source).first { open in
            open.place.cells.contains { $0.row == place.row } && Set(open.place.cells.map(\.column)).count == 1
        }
        return column.map { "\($0.why)“\($0.place.source.text.filter { !$0.isNewline })”这一列，它可能也是可以用的钱" }
    }

    /// Rows and columns of amounts on the sheet of a cell that were not used, and may be of the money there.
    func openMoney(besides source: Source) -> [(place: UnreadPlace, why: String)] {
        openPlaces.filter {
            $0.place.kind == .money && $0.place.holdsFigures && $0.place.source.sheet == source.sheet
        }
    }
}

extension BudgetLine {
    /// Whether its printed rate is that of its amounts, which are exact; nil when it can't be told.
    public var agreesWithRate: Bool? { BUD01.agrees(self, places: 6) }
}
