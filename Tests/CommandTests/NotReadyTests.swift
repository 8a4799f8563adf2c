import TestProgram
import Testing

/// A form without its total, and a table without scores, are not called ready.
struct NotReadyTests {
    @Test func aFormWithoutItsTotalIsNotReady() throws {
        let program = try Program()
        defer { program.remove() }
        let form = NotUnderstoodTests.whole.replacing("年度资金总额,100,100,95,10,95%,9.5", with: "年度资金总额,100,100,,10,,")
            .replacing("其中：当年财政拨款,100,100,95", with: "其中：当年财政拨款,100,100,").replacing(
                "总分,,,,,100,99.5,", with: "总分,,,,,100,,")
        try program.write(form.utf8, as: "表.csv")
        let run = try program.run("fill", "表.csv", "--template", "national-project", "-o", "果.xlsx")
        #expect(run.output.contains("总分：算不出") && !run.output.contains("可以报送"), "\(run.output)")
    }

    @Test func aTableWithoutScoresIsNoForm() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n产出指标,数量指标,次数,≥2次,2次,60\n效益指标,社会效益,人数,≥9人,9人,40\n".utf8,
            as: "表.csv")
        let run = try program.run("check", "表.csv")
        #expect(run.output.hasPrefix("结论：没有要改正的，但这张指标表没有得分，还不是填好的自评表。"), "\(run.output)")
    }
}
