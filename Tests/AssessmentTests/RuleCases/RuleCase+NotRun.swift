import Assessment

extension RuleCase {
    private static let bare = "一级|二级|三级|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|场次|≥12场|20场|100|5"
    private static let excerpt = "! 节选\n" + row("场次|≥12场|12场|60|60|") + "合计|||||100|50|差"

    /// Rules that can't run, and why.
    static let notRun =
        ["EXP-01", "EXP-02", "EXP-03", "EXP-04"].map { RuleCase($0, bare, why: "没有偏差原因") }
        + ["STR-01", "STR-02", "STR-04", "WGT-01", "WGT-02", "SCO-05", "SCO-06", "BUD-06"].map {
            RuleCase($0, excerpt, why: "节选", standard: .levelled())
        }
        + (1...9).map { number in
            RuleCase("BUD-0\(number)", "! 指标表\n" + fine, why: "这份文件里没有资金情况") {
                $0.rules["BUD-07"] = .init(threshold: 90)
                $0.rules["BUD-08"] = .init()
            }
        }
        + [
            RuleCase("STR-01", "! 指标表\n" + fine, why: "填表时再核对") { $0.requiredFacts = ["单位名称"] },
            RuleCase("STR-01", "! 导出\n$ 合计|全年预算数=10", why: "导出") { $0.requiredFacts = ["单位名称"] },
            RuleCase("STR-02", fine, why: "没有规定"), RuleCase("STR-04", fine, why: "没有可以比照的空表"),
            RuleCase("STR-06", "& 甲局\n" + fine, why: "只写了一处"), RuleCase("WGT-02", fine, why: "没有规定"),
            RuleCase("WGT-03", fine, why: "没有写明分值"),
            RuleCase("BUD-08", fine + "$ 合计|年初预算数=1|全年预算数=2", why: "不使用"),
            RuleCase("VAL-01", "一级|二级|三级|年度指标值|分值\n产出指标|数量指标|场次|≥12场|100", why: "STR-03"),
            RuleCase("VAL-08", fine, why: "没有给出"), RuleCase("SCO-03", fine, why: "没有填写得分"),
            RuleCase("SCO-06", fine + "合计|||||100|50|差", why: "没有等级标准") { $0.grades = [] },
            RuleCase("SCO-08", row("场次|≥1|1|90||") + "|时效指标|预算执行率|100%|100%|10||", why: "没有另外"),
        ]

    private static let empty = "$ 合计|年初预算数=0|全年预算数=0|全年执行数=0|执行率=0|得分=9|分值=10\n"
    private static let zeroTotal = fine + empty + "$ 财政拨款|年初预算数=20|全年预算数=20|全年执行数=20"

    /// Rules of which nothing is reported, since it only follows from another.
    static let consequences =
        ["BUD-02", "BUD-06"].map { RuleCase($0, zeroTotal, why: "BUD-05", standard: .sample(place: .budget)) }
        + [
            RuleCase("SCO-07", row("场次|≥20场||10|10|"), why: "VAL-01"),
            RuleCase("WGT-01", row("场次|≥20场|21场|0||") + "||次数|≥1|1|90||", why: "WGT-04"),
            RuleCase(
                "BUD-01", fine + "$ 合计|全年预算数=20|全年执行数=180000|执行率=90%\n$ 财政拨款|全年预算数=20|全年执行数=18", why: "BUD-04"),
            RuleCase("BUD-02", fine + "$ 合计|全年预算数=57\n$ 财政拨款|全年预算数=49\n$ 其他资金|全年预算数=0.8", why: "BUD-04"),
            RuleCase("BUD-03", fine + "$ 合计|全年预算数=20|全年执行数=199000", why: "BUD-04"),
            RuleCase(
                "BUD-08", fine + "$ 合计|年初预算数=20|全年预算数=0|原因=\n$ 财政拨款|年初预算数=20|全年预算数=25", why: "BUD-05"
            ) { $0.rules["BUD-08"] = .init() },
        ]
}
