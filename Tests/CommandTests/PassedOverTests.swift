import TestProgram
import Testing

/// What used to be passed over in silence, each for its kind: it is read, or it is named and nothing is promised.
struct PassedOverTests {
    struct Fault: CustomTestStringConvertible, Sendable {
        /// What was wrong.
        var name: String
        var old: String
        var new: String
        /// Status of check.
        var status: Int32
        /// What has to stand in the report; empty where the form is simply read.
        var told = ""
        /// What must not.
        var untold = "　　"
        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        // Figures in a sentence.
        Fault(
            name: "points-taken-away-in-a-remark", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n备注：另扣7.77分",
            status: 5,
            told: "A16"),
        Fault(
            name: "points-taken-away-in-words", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n疫情停工扣五分", status: 5,
            told: "A16"),
        Fault(
            name: "an-amount-in-a-line-of-its-own", old: "（2024年度）", new: "（2024年度）\n全年执行数77.7万元", status: 5, told: "A3"
        ),
        Fault(
            name: "an-amount-beside-the-year", old: "（2024年度）", new: "2024年度因疫情扣减7.77分", status: 5, told: "A2"),
        Fault(
            name: "an-amount-in-the-brackets-of-a-label", old: "年度资金总额", new: "年度资金总额（含上年结转77.7）", status: 5,
            told: "B6"),
        Fault(
            name: "an-amount-behind-an-annex", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n附件：另有执行数77.7万元",
            status: 5, told: "A16"),
        Fault(
            name: "a-verdict-below-the-table", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n审核意见：退回重报", status: 0,
            told: "没有用到“审核意见”"),
        // Cells that should hold a number.
        Fault(name: "a-score-that-is-no-number", old: "10,95%,9.5", new: "10,95%,9.5（扣0.5）", status: 5, told: "H6"),
        Fault(name: "a-part-that-is-no-number", old: "财政拨款,100,100,95", new: "财政拨款,100,见附件,95", status: 5, told: "D7"),
        Fault(
            name: "points-of-a-part-of-the-money", old: "财政拨款,100,100,95,,,", new: "财政拨款,100,100,95,7.7,,", status: 5,
            told: "F7"),
        Fault(
            name: "a-figure-in-the-corner-of-the-money", old: "（万元）,,年初预算数", new: "（万元）,77.7,年初预算数", status: 5,
            told: "B5"),
        // Two for one place.
        Fault(
            name: "a-row-of-money-twice", old: "其中：当年财政拨款,100,100,95,,,",
            new: "其中：当年财政拨款,100,100,95,,,\n,当年财政拨款,77.7,77.7,77.7,,,", status: 5, told: "有两处不同"),
        Fault(
            name: "a-total-twice", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n自评得分,77.7", status: 5, told: "A16"),
        // Rows that belong to no indicator.
        Fault(
            name: "a-target-in-a-row-without-a-name", old: "产出指标,质量指标,验收", new: ",,,再加5公里,,,,\n产出指标,质量指标,验收",
            status: 5, told: "D12"),
        Fault(
            name: "a-reason-in-a-row-without-a-name", old: "产出指标,质量指标,验收", new: ",,,,,,,雨季误工\n产出指标,质量指标,验收",
            status: 5, told: "H12"),
        // Indicators that begin or end like something else.
        Fault(name: "an-indicator-that-begins-like-a-note", old: "受益村民数", new: "注册登记村民数", status: 0, untold: "没有读懂"),
        Fault(
            name: "an-indicator-that-begins-like-a-signature", old: "受益村民数", new: "联系人培训数", status: 0, untold: "没有读懂"),
        Fault(name: "an-indicator-that-ends-like-the-grade", old: "受益村民数", new: "空气质量等级", status: 0, untold: "没有读懂"),
        Fault(name: "an-indicator-that-is-called-a-total", old: "受益村民数", new: "小计", status: 0, untold: "没有读懂"),
        Fault(
            name: "a-row-that-numbers-the-columns", old: "产出指标,数量指标", new: "1,2,3,4,5,6,7,8\n产出指标,数量指标", status: 0,
            untold: "没有读懂"),
        Fault(
            name: "letters-that-number-the-columns", old: "产出指标,数量指标", new: "栏次,A,B,C,D,E,F,G\n产出指标,数量指标", status: 0,
            untold: "没有读懂"),
        Fault(name: "a-span-of-time-without-a-sign", old: "≥20公里,20公里", new: "24小时内,12小时", status: 0, untold: "SCO-04"),
        Fault(name: "an-equal-unit-in-letters", old: "≥20公里,20公里", new: "≥20公里,20km", status: 0, untold: "VAL-04"),
        Fault(
            name: "a-target-in-figures-that-is-no-number", old: "≥20公里,20公里", new: "增长5%,增长6%", status: 0,
            untold: "[VAL-06]"),
        Fault(
            name: "a-grade-with-ticks", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n等级,□优√良□中□差□", status: 5,
            told: "看不出是哪一档"),
        Fault(
            name: "a-score-with-a-mark", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5?,", status: 5, told: "G15"),
        Fault(
            name: "an-amount-with-a-unit-of-its-own", old: "财政拨款,100,100,95", new: "财政拨款,1000000元,100万元,95", status: 0,
            untold: "没有读懂"),
        // What is no part of the form.
        Fault(
            name: "who-printed-it-is-no-question", old: "总分,,,,,100,99.5,",
            new: "总分,,,,,100,99.5,\n打印日期：2025-01-03,,经办人：张三,,复核：李四", status: 0, told: "没有用到“打印日期”"),
        Fault(
            name: "signatures-that-wait", old: "总分,,,,,100,99.5,", new: "总分,,,,,100,99.5,\n经办人,,审核人,", status: 0,
            untold: "没有读懂"),
        Fault(
            name: "running-numbers-under-any-heading", old: "", new: "", status: 0, untold: "没有读懂"),
        Fault(
            name: "a-total-by-another-name", old: "总分,,,,,100,99.5,", new: "自评总分,,,,,100,99.5,", status: 0,
            untold: "没有读懂"),
    ]

    /// The form with a column of running numbers in front of its rows.
    private static var numbered: String {
        var number = 0
        return NotUnderstoodTests.whole.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix("一级指标") { return "No.," + line }
            if line.hasSuffix(",") && line.contains("指标,") {
                number += 1
                return "\(number),\(line)"
            }
            return line.isEmpty ? "" : line.hasPrefix("总分") ? "总分,," + line.dropFirst(3) : String(line)
        }.joined(separator: "\n")
    }

    @Test(arguments: faults) func isReadOrNamed(fault: Fault) throws {
        let program = try Program()
        defer { program.remove() }
        let whole = NotUnderstoodTests.whole
        let text = fault.old.isEmpty ? Self.numbered : whole.replacingOccurrences(of: fault.old, with: fault.new)
        #expect(text != whole)
        try program.write(text.utf8, as: "表.csv")
        let run = try program.run("check", "表.csv")
        #expect(run.status == fault.status, "\(run.output)\(run.errors)")
        #expect(run.output.contains(fault.told) || fault.told.isEmpty, "\(run.output)")
        #expect(!run.output.contains(fault.untold), "\(run.output)")
        #expect(run.output.hasPrefix("结论：可以报送。") == (fault.status == 0))
        #expect(run.output.contains("必须改正 0 处"))
    }

    /// What is said of places that are not there, or were read already, is answered.
    @Test(arguments: [
        (["--ignore", "列G"], "列G：那里没有没读懂的内容（"), (["--column", "得分=Z"], "得分=Z：按您的指定，这一列没有表头，不起作用"),
        (["--cell", "等级=B16"], "等级=B16：按您的指定，这一格是空的"),
    ])
    func anOverruleThatDoesNothingIsAnswered(arguments: [String], told: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(NotUnderstoodTests.whole.utf8, as: "表.csv")
        let run = try program.run(["check", "表.csv"] + arguments)
        #expect(run.status == 0 && run.output.contains(told), "\(run.output)\(run.errors)")
    }

    /// A total that the person points at is the form's.
    @Test func aTotalThatIsSaidIsUsed() throws {
        let program = try Program()
        defer { program.remove() }
        let text = NotUnderstoodTests.whole + "另行评定,77.7,,,,,,\n"
        try program.write(text.utf8, as: "表.csv")
        let run = try program.run("check", "表.csv", "--cell", "自评总分=B16")
        #expect(run.status == 3 && run.output.contains("[SCO-05]") && run.output.contains("77.7"), "\(run.output)")
    }
}
