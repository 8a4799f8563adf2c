import Assessment
import Spreadsheet
import Testing

@testable import Reports

struct TextReportTests {
    /// Two rows without 实际完成值, one with points lost for no reason.
    private static let rows: [SmallForm.Row] = [
        ("讲座", "≥20场", "", "30", "", ""), ("培训", "≥10场", "", "30", "", ""), ("援助", "≥10人", "5人", "40", "20", ""),
    ]

    @Test func theWholeTextOfASmallForm() {
        var report = SmallForm.report(
            Self.rows, unsettled: ["分值"], evidence: ["标题是“自评表”", "表头 6 列"]
        ) { evaluation in
            // The catalogue grows; what is said of these rules must not change with it.
            let kept: Set = ["VAL-01", "EXP-01"]
            evaluation.findings.removeAll { !kept.contains($0.rule) }
            evaluation.followOns = [
                .init(rule: "SCO-05", cause: "VAL-01", source: Source(file: "表.xlsx")),
                .init(rule: "SCO-07", cause: "VAL-01", source: Source(file: "表.xlsx")),
                .init(rule: "SCO-07", cause: "VAL-01", source: Source(file: "表.xlsx")),
                // A consequence of a consequence is told at the root.
                .init(rule: "SCO-06", cause: "SCO-05", source: Source(file: "表.xlsx")),
                .init(rule: "WGT-04", cause: "STR-03", source: Source(file: "表.xlsx")),
            ]
            evaluation.rulesRun = ["VAL-01", "EXP-01", "SCO-07"]
            evaluation.notRun = [
                .init(rule: "BUD-01", title: "甲", why: "没有资金表"), .init(rule: "STR-08", title: "乙", why: "没有字数限制"),
                .init(rule: "BUD-02", title: "丙", why: "没有资金表"),
            ]
            for index in evaluation.findings.indices {
                evaluation.findings[index].citation = "依据\(evaluation.findings[index].rule)"
                evaluation.findings[index].remedy = "办法。"
                evaluation.findings[index].message = "说明。"
                evaluation.findings[index].expected = ""
            }
        }
        report.notes = ["编码：UTF-8"]
        report.marked = "表-核对.xlsx"
        #expect(
            TextReport.render(report) == """
                结论：暂不能报送。必须改正 3 处，需要说明 0 处，提示 0 处（已查 3 条规则，未执行 3 条）

                文件：夹/表.xlsx
                模板：自评表（t）
                认表依据：标题是“自评表”；表头 6 列
                总分：算不出（有指标没有得分；已有得分合计 20.00）
                等级：算不出
                预算执行率：算不出（缺全年预算数或全年执行数）

                必须改正（3 处）
                  [VAL-01] 每条指标都有实际完成值（2 处）
                    1. 〔自评〕C2:C3，共 2 处　讲座、培训
                       说明。
                       现在：（空）
                    依据：依据VAL-01
                    办法：办法。
                    由此引起、未重复列出：SCO-05、SCO-07（2 处）、SCO-06
                  [EXP-01] 未得满分的指标说明原因
                    2. 〔自评〕F4　援助
                       说明。
                       现在：（空）
                    依据：依据EXP-01
                    办法：办法。

                由此引起、未重复列出：WGT-04

                未执行的规则（3 条）
                  BUD-01、BUD-02：没有资金表
                  STR-08 乙：没有字数限制

                读取说明
                  编码：UTF-8

                本模板中依据待核的内容
                  分值：依据待核

                标注的副本：表-核对.xlsx
                结论：暂不能报送。必须改正 3 处，需要说明 0 处，提示 0 处（已查 3 条规则，未执行 3 条）

                """)
    }

    @Test func whatWasNotRecognisedIsSaid() {
        let text = TextReport.render(SmallForm.report(Self.rows, isGeneric: true))
        #expect(text.contains("模板：没有认出是哪一种表样，按各地表样共有的规则核对"))
        #expect(!text.contains("认表依据"))
    }

    @Test func columnsStandUnderEachOther() {
        let table = TextColumns.table([["规则", "数", "名"], ["A-1", "10", "甲乙"], ["一二三", "9", ""]], rightAligned: [1])
        #expect(table == "规则    数  名\nA-1     10  甲乙\n一二三   9  \n")
    }
}
