import Assessment
import Foundation
import Testing

/// 得分系数 × 分值 = 得分, and rows of a rate with a target of their own.
@Suite struct CoefficientTests {
    private func rules(_ rest: String, heading: String = "系数（%）") -> [String] {
        let grid = Grid("一级|二级|三级|年度指标值|实际完成值|\(heading)|分值|得分|原因\n产出指标|数量指标|" + rest)
        return Evaluator.evaluate(grid.submission, standard: .sample()).findings
            .filter { $0.level == .must && $0.rule.hasPrefix("SCO-0") }.map(\.rule)
    }

    @Test(arguments: [
        // 90 of 100 for 10 points is 9, and 10 was printed.
        ("播发稿件数量|≥300篇|270|90|10|10|未达", ["SCO-02"]), ("播发稿件数量|≥300篇|270|90|10|9|未达", []),
        // The coefficient is rounded: 93 of 95 is 97.89 %.
        ("满意度|≥95%|93%|98|10|9.8|未达", []), ("完成率|≥90%|76%|84|5|4.2|未达", []), ("满意度|≥95%|93%|98%|10|9.8|未达", []),
        ("满意度|≥95%|93%|0.98|10|9.8|未达", []), ("满意度|≥95%|93%|0.98|10|9|未达", ["SCO-02"]), ("合格率|100%|100%|1|10|10|", []),
        ("合格率|100%|100%|100|10|10|", []), ("制度|健全|健全|80|10|9|有缺", ["SCO-02"]),
        // The coefficient goes before the proportion: 0.9 of 20 is 18, whatever 19000 of 20000 is.
        ("签约人数|≥20000人|19000人|0.9|20|19|未达", ["SCO-02"]), ("签约人数|≥20000人|19000人|0.9|20|18|未达", []),
    ])
    func pointsAreTheCoefficientsShareOfTheWeight(rest: String, expected: [String]) {
        #expect(rules(rest) == expected)
    }

    /// ≥95% with 96 % was scored 9.6.
    @Test(arguments: [
        ("≥95%|96%|10|10", 0), ("≥95%|96%|10|9.6", 0), ("≥95%|93.2%|5|4.91", 0), ("≥95%|93.2%|5|4.66", 0),
        ("≥95%|93.2%|5|5", 1), ("100%|96%|10|10", 1),
    ])
    func aRateWithATargetOfItsOwnIsScoredByIt(row: String, hits: Int) {
        let grid = Grid(RuleTests.heading + "投入|预算管理|预算执行率|\(row)|")
        let found = Evaluator.evaluate(grid.submission, standard: .sample()).findings
        #expect(found.count { $0.rule == "SCO-09" } == hits)
    }

    @Test(arguments: [
        ("注：完成值超过指标值30%以上的，须说明原因。", "14", 1), ("注：完成值超过指标值的150%的，须说明原因。", "14", 0),
        ("注：完成值超过指标值的150%的，须说明原因。", "16", 1),
        ("注：超过目标值20%的分析原因。", "12.5", 1), ("注：超过3天的报告。", "14", 1),
    ])
    func theFormsOwnLimitOfOverCompletionGoesFirst(note: String, actual: String, hits: Int) {
        let grid = Grid(note + "\n" + RuleTests.row("场次|≥10场|\(actual)场|100|100|"))
        let found = Evaluator.evaluate(grid.submission, standard: .sample()).findings
        #expect(found.count { $0.rule == "EXP-02" } == hits)
    }

    /// A total that was typed wrong is the total's fault: what stands there is said, and the rows are left alone.
    @Test func aWrongTotalIsSaidOfTheTotal() throws {
        let grid = Grid(RuleTests.row("场次|≥10场|10场|100|100|") + "合计|||||98|100|")
        let finding = try #require(
            Evaluator.evaluate(grid.submission, standard: .sample()).findings.first { $0.rule == "WGT-01" })
        #expect(finding.found == "98" && finding.expected == "100")
        #expect(finding.remedy.contains("合计行的 98 改成 100"))
        let short = Grid(RuleTests.row("场次|≥10场|10场|98|98|") + "合计|||||100|98|")
        let other = try #require(
            Evaluator.evaluate(short.submission, standard: .sample()).findings.first { $0.rule == "WGT-01" })
        #expect(other.found == "100" && other.message.contains("相加是 98"))
    }
}
