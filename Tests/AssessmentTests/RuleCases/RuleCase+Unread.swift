import Assessment

extension RuleCase {
    /// Rows of two indicators under a heading of which one column was not understood.
    private static func table(_ heading: String, _ rows: String) -> String {
        "一级|二级|三级|\(heading)\n产出指标|数量指标|\(rows)"
    }

    private static let noScore = table("年度指标值|实际完成值|分值|?自评|原因", "场次|≥12场|11场|100|92|少一场")
    private static let noWeight = table("年度指标值|实际完成值|?标准分|得分|原因", "场次|≥12场|12场|100|100|")
    private static let noTarget = table("?指标目标值|实际完成值|分值|得分|原因", "场次|≥12场|12场|100|100|")
    private static let noActual = table("年度指标值|?完成|分值|得分|原因", "场次|≥12场|12场|100|100|")
    private static let noReason = table("年度指标值|实际完成值|分值|得分|?情况", "制度|健全|快了|100|92|少一场")
    private static let noBudget = fine + "$ 合计|?预算=10|全年执行数=9|执行率=90%\n$ 财政拨款|?预算=10|全年执行数=9"
    private static let otherPart = fine + "$ 合计|全年预算数=10|全年执行数=9\n$ 财政拨款|全年预算数=8|全年执行数=7\n$ ?上级补助|全年预算数=2|全年执行数=2"
    private static let otherTotal = fine + "$ ?总计|全年预算数=10|全年执行数=9\n$ 财政拨款|全年预算数=10|全年执行数=9"
    private static let otherFact = fine + "# ?评语=良\n# ?合计得分=97\n合计|||||100||"
    private static let graded = fine + "# ?合计得分=97\n合计|||||100||差"
    private static let printed = row("场次|≥1|1|90|90|") + "合计|||||90|99|\n$ 合计|全年预算数=10|全年执行数=10|?分=10|?自评=9"

    /// Rules that can't judge, since what they need may be what was not understood: the cell, and what it may be.
    static let unread =
        ["SCO-01", "SCO-02", "SCO-03", "SCO-04", "SCO-05", "SCO-07", "EXP-01", "EXP-03"].map {
            RuleCase($0, noScore + "\n合计|||||100|90|", why: "没有读懂 G1“自评”这一列，它可能就是")
        }
        + ["WGT-01", "WGT-02", "WGT-03", "WGT-04", "SCO-01", "SCO-02", "SCO-04", "SCO-08", "EXP-01", "STR-03"].map {
            RuleCase($0, noWeight, why: "没有读懂 F1“标准分”这一列，它可能就是分值", standard: .levelled())
        }
        + ["VAL-07", "VAL-02", "VAL-05", "SCO-02", "SCO-07", "STR-03"].map {
            RuleCase($0, noTarget, why: "没有读懂 D1“指标目标值”这一列，它可能就是年度指标值")
        }
        + ["VAL-01", "VAL-02", "VAL-03", "VAL-04", "SCO-02", "SCO-07", "STR-03"].map {
            RuleCase($0, noActual, why: "没有读懂 E1“完成”这一列，它可能就是实际完成值")
        }
        + ["EXP-01", "EXP-02", "EXP-03", "EXP-04", "VAL-06", "SCO-03"].map {
            RuleCase($0, noReason, why: "没有读懂 H1“情况”这一列，它可能就是偏差原因")
        }
        + ["BUD-01", "BUD-03", "BUD-06", "BUD-07"].map {
            RuleCase($0, noBudget, why: "没有读懂 B3“预算”这一列，它可能就是全年预算数") {
                $0.rules["BUD-07"] = .init(threshold: 95)
            }
        }
        + [
            RuleCase("BUD-02", otherPart, why: "没有读懂 A5“上级补助”这一行，它可能就是资金的一个分项"),
            RuleCase("BUD-05", otherTotal, why: "没有读懂 A3“总计”这一行，它可能就是资金合计"),
            RuleCase("BUD-06", otherTotal, why: "没有读懂 A3“总计”这一行，它可能就是全年预算数"),
            RuleCase("SCO-06", otherFact, why: "没有读懂 A3“评语”这一项，它可能就是等级"),
            RuleCase("SCO-06", graded, why: "没有读懂 A3“合计得分”这一项，它可能就是总分"),
            RuleCase("SCO-05", otherFact, why: "没有读懂 A4“合计得分”这一项，它可能就是总分"),
            RuleCase("SCO-05", printed, why: "“分”这一格，它可能就是预算执行率的得分", standard: .sample(place: .budget)),
            RuleCase("SCO-09", printed, why: "“分”这一格，它可能就是预算执行率的得分", standard: .sample(place: .budget)),
            RuleCase("WGT-01", printed, why: "“分”这一格，它可能就是预算执行率的分值", standard: .sample(place: .budget)),
            RuleCase("STR-01", fine + "# ?填报单位=甲局", why: "没有读懂 A3“填报单位”这一项，它可能就是必填的一项") {
                $0.requiredFacts = ["单位名称"]
            },
        ]
}
