import Assessment

extension RuleCase {
    static let reasons = [
        RuleCase("EXP-01", row("场次|≥12场|11场|6|5.5|少一场") + "||次数|≥2|2|10|7|无"),
        RuleCase("EXP-01", row("场次|≥12场|11场|6||①") + "产出指标|数量指标|次数|≥2次|2次|10|7|②"),
        RuleCase("EXP-01", row("场次|≥12场|11场|6|5.5|~应说明原因①")),
        RuleCase("EXP-01", row("场次|≥12场|不适用|6|0|")),
        // The form that is made asks for a reason, though the table has no column for it.
        RuleCase("EXP-01", "! 填表\n一级|二级|三级|年度指标值|实际完成值|分值\n产出指标①|数量指标|场次|≥20场|10场|100"),
        // A table without 得分 asks for the reason by its own heading, where the target was missed for certain.
        RuleCase(
            "EXP-01",
            "一级|二级|三级|年度指标值|实际完成值|原因\n产出指标|质量指标|合格率|≥95%|93%|~①\n||场次|≥12场|12场|~\n||户数|≥20户|18户|外迁\n||次数|≥3项|2个|~"
        ),
        // The money block's own column counts where there is one.
        RuleCase(
            "EXP-01", row("场次|≥1|1|90|90|") + "$ 合计|全年预算数=10|全年执行数=9|得分=9|原因=①", standard: .sample(place: .budget)),
        RuleCase("EXP-01", row("场次|≥1|1|90|90|") + "$ 合计|全年预算数=10|全年执行数=9|得分=9", standard: .sample(place: .budget)),

        RuleCase(
            "EXP-02",
            row("稿件|≥2200篇|2859篇|10||")
                + "||场次|≥10|43|10||扩大了范围\n||执行率|≤2%|5%|10||\n||起数|≥0|3|10||\n|成本指标|单价|10元|15元|10||"),
        RuleCase("EXP-02", row("稿件|≥2200篇|2861篇①|10||") + "||满意度|≥60%|90%②|10||"),
        RuleCase("EXP-02", row("稿件|≥10|14|10||") + "||场次|≥10|16①|10||") {
            $0.rules["EXP-02"] = .init(threshold: 150)
        },

        RuleCase("EXP-03", row("场次|≥12场|12场|6|6|0") + "||次数|≥2|2|10|10|无\n||户数|≥2|1|10|5|一户外迁"),
        RuleCase(
            "EXP-03", row("场次|≥12场|11场|6|5.5|0①") + "||次数|≥2|1|10|5|／②\n||户数|≥2|1|10|5|原因③\n||家数|≥10|14|10|10|无。④"),

        RuleCase(
            "EXP-04", row("场次|≥12场|11场|6|5.5|受天气影响") + "||次数|≥2|1|10|5|资金到位晚\n||户数|≥2|1|10|5|同上\n||家数|≥2|1|10|5|同上"),
        RuleCase("EXP-04", row("场次|≥12场|11场|6|5.5|受天气影响。") + "||次数|≥2|1|10|5|受天气 影响①\n||户数|≥2|1|10|5|受天气影响②"),
    ]
}
