import Assessment
import FormTemplates
import Foundation
import Spreadsheet

/// Submissions for any template, made in code.
enum SampleSubmission {
    /// A reason or goal of 300 characters in which every run of six characters is different, so that a piece that is
    /// missing from the paper can't hide behind another.
    static func long(_ seed: Int) -> String {
        var text = ""
        var number = seed * 100
        while text.count < 290 {
            text += "第\(number)项工作按计划完成，"
            number += 1
        }
        return String(text.prefix(299)) + "。"
    }

    /// The parts of a text that must stand together on paper: a line may break anywhere between two CJK characters, so
    /// only what can't be broken is looked for as a whole.
    static func pieces(of text: String) -> [String] {
        text.split { !($0.isASCII && ($0.isNumber || $0.isLetter || $0 == "." || $0 == "%")) }.map(String.init)
            + text.filter { !$0.isWhitespace }.map(String.init)
    }

    /// A form that fixes other groups than the usual ones gets its own, in their order.
    private static func labels(
        _ index: Int, _ level1: String, _ level2: String, _ template: Template
    ) -> (String, String) {
        let own = template.levels
        guard !own.isEmpty, !own.contains(where: { $0.level1.hasPrefix("产出指标") }) else { return (level1, level2) }
        let group = own[index * own.count / 8]
        return (group.level1, group.level2.first ?? level2)
    }

    static func make(for template: Template, longTexts: Bool = false) -> Submission {
        let source = Source(file: "样例")
        var submission = Submission(source: source)
        for (index, field) in template.fields.enumerated() {
            let text = longTexts && field.limit == nil ? long(index + 1) : "内容\(index)：\(field.label)"
            submission.facts[field.label] = SourcedText(text, source: source)
        }
        submission.facts["年度"] = SourcedText("2022", source: source)
        addMoney(&submission, template)
        submission.tasks = (1...5).map { number in
            WorkTask([
                .name: SourcedText("任务第\(number)项", source: source),
                .outcome: SourcedText("完成第\(number)项", source: source),
            ])
        }
        let isInBudget = template.standard.executionRatePlace == .budget
        let rows: [(String, String, String, String, String, String)] = [
            ("产出指标", "数量指标", "讲座场次", "≥20场", "21场", "20"),
            ("产出指标", "数量指标", "援助人数", "≥12名", "11名", "10"),
            ("产出指标", "质量指标", "结案率", "≥95%", "94.26%", "10"),
            ("产出指标", "时效指标", "完成时间", "≤2022年6月", "2022年6月", "5"),
            ("产出指标", "成本指标", "总成本", "≤10.5万元", "12.25万元", "5"),
            ("效益指标", "经济效益指标", "基地数", "=10家", "9家", "10"),
            ("效益指标", "社会效益指标", "影响程度", "效果明显", "达成预期指标", "20"),
            ("满意度指标", "服务对象满意度指标", "群众满意度", "90±5%", "94%", "10"),
        ]
        for (index, row) in rows.enumerated() {
            var indicator = Indicator(source: source)
            (indicator.level1, indicator.level2) = labels(index, row.0, row.1, template)
            indicator.name = row.2
            indicator.target = Target(text: row.3, source: source)
            indicator.actual = SourcedText(row.4, source: source)
            indicator.actualQuantity = Quantity(row.4)
            indicator.weight = SourcedNumber(text: row.5, source: source)
            if row.4.hasPrefix("达成") { indicator.givenScore = SourcedNumber(text: "18", source: source) }
            indicator.reason = SourcedText(longTexts ? long(20 + index) : "原因\(index)", source: source)
            submission.indicators.append(indicator)
        }
        if !isInBudget {
            var rate = Indicator(source: source)
            (rate.level1, rate.level2, rate.name) = ("预算执行率", "预算执行率", "预算执行率")
            rate.target = Target(text: "100%", operatorText: "=", source: source)
            rate.actual = SourcedText("94.26%", source: source)
            rate.actualQuantity = Quantity("94.26%")
            rate.weight = SourcedNumber(text: "10", source: source)
            rate.reason = SourcedText("尾款结转", source: source)
            submission.indicators.append(rate)
        }
        return submission
    }

    private static func addMoney(_ submission: inout Submission, _ template: Template) {
        let source = Source(file: "样例")
        func amount(_ text: String) -> SourcedNumber { SourcedNumber(text: text, source: source) }
        for block in template.standard.budgetBlocks {
            for (index, name) in ([block.total] + block.parts.prefix(2)).enumerated()
            where submission.line(name) == nil {
                var line = BudgetLine(name: name)
                let figures = [["570.54", "537.81"], ["562.54", "529.81"], ["8", "8"]][index]
                line.amounts = [.adjusted: amount(figures[0]), .executed: amount(figures[1])]
                line.amounts[.initial] = amount(figures[0])
                submission.budget.append(line)
            }
        }
    }
}
