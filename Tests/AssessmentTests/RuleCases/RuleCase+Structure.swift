import Assessment

extension RuleCase {
    private static let levels = "产出指标|数量指标|场次|≥1|1|50||\n效益指标|社会效益指标|人数|≥1|1|30||\n"

    static let structure = [
        RuleCase("STR-01", "# 单位名称=甲\n" + fine) { $0.requiredFacts = ["单位名称"] },
        RuleCase("STR-01", "# 单位名称=①\n" + fine) { $0.requiredFacts = ["单位名称"] },
        // What the blank prints is STR-05's.
        RuleCase("STR-01", "# 评价结论=~（200字以内）\n" + fine) { $0.requiredFacts = ["评价结论"] },

        RuleCase("STR-02", heading + levels + "满意度指标|服务对象满意度指标等|学生|≥1|1|10||", standard: .levelled()),
        // 生态效益指标 may be left out, a level-2 label may say less than the template's, a rate is no group.
        RuleCase(
            "STR-02", heading + levels + "服务对象满意度指标|满意度|学生|≥1|1|10||\n预算执行率|预算执行率|预算执行率|1|1|10||",
            standard: .levelled()),
        RuleCase("STR-02", "一级①|二级|三级|年度指标值|实际完成值|分值|得分|原因\n" + levels, standard: .levelled()),
        RuleCase(
            "STR-02",
            heading + levels + "|数量指标①|次数|≥1|1|5||\n满意度指标|服务对象满意度指标|学生|≥1|1|10||\n管理指标②|制度|制度|健全|健全|5||\n"
                + "满意度指标|社会公众评价③|公众|≥1|1|5||", standard: .levelled()),

        RuleCase("STR-03", fine),
        RuleCase("STR-03", "一级|二级|三级|年度指标值|实际完成值|分值|分值①\n产出指标|数量指标|场次|≥20场|21场|100|100"),
        RuleCase("STR-03", "一级①|二级|三级|实际完成值|分值\n产出指标|数量指标|场次|21场|100"),
        RuleCase("STR-03", "一级|二级|三级|年度指标值|实际完成值|分值|责任科室①\n产出指标|数量指标|场次|≥20场|21场|100|办"),
        RuleCase("STR-03", "! 节选\n一级|二级|三级|年度指标值|分值\n产出指标|数量指标|场次|21场|100"),

        RuleCase("STR-04", "%\n" + fine),
        RuleCase("STR-04", "% 年度资金总计①|其中：拨款②\n" + fine),

        RuleCase("STR-05", "# 评价结论=好。\n" + fine),
        RuleCase("STR-05", "# 评价结论=~（200字以内）①\n" + heading + "产出指标|数量指标|~指标2：②|||||\n" + "|质量指标|~……③|||||"),

        RuleCase("STR-06", "& 219001-某镇人民政府|某镇 人民政府（本级）|某镇人民政府（盖章）\n" + fine),
        RuleCase("STR-06", "& 甲县水利局|乙县水利局①|甲县水利局\n" + fine),

        RuleCase("STR-07", row("场次|≥20场|21场|50||") + "|质量指标|场次|≥20场|21场|50||"),
        RuleCase("STR-07", row("“六一”场次|≥20场|21场|50||") + "|数量指标|六一 场次①|≥20场|21场|50||"),

        RuleCase("STR-08", "# 存在问题=四个 字呢\n" + fine) { $0.textLimits = [("存在问题", 4)] },
        RuleCase("STR-08", "# 存在问题=超过四个字①\n" + fine) { $0.textLimits = [("存在问题", 4)] },

        RuleCase("STR-09", fine),
        RuleCase("STR-09", row("^场次①|^≥20场|^21场|50||") + "|质量指标|合格率|≥90%|95%|50||^备忘②"),
        // A hidden column is one finding, however many rows it has.
        RuleCase("STR-09", row("场次|^≥20场①|^21场②|50||") + "|质量指标|合格率|^≥90%|^95%|50||\n||及时率|^≥90%|^95%|50||"),
    ]
}
