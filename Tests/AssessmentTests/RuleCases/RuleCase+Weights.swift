import Assessment

extension RuleCase {
    static let weights = [
        RuleCase("WGT-01", row("场次|≥20场|21场|60||") + "效益指标|社会效益|人数|≥1人|1人|40||"),
        RuleCase("WGT-01", row("场次|≥20场|21场|60||") + "效益指标|社会效益|人数|≥1人|1人|30||\n合计|||||90①||"),
        RuleCase("WGT-01", row("场次|≥20场|21场|90||") + "$ 合计|全年预算数=10|全年执行数=10", standard: .sample(place: .budget)),
        RuleCase("WGT-01", fine + "合计|||||100.5①||"),
        // What says 不适用 keeps its points or gives them to the others.
        RuleCase("WGT-01", row("场次|≥20场|21场|80||") + "||次数|≥1|不适用|20||"),
        RuleCase("WGT-01", row("场次|≥20场|21场|100||") + "||次数|≥1|不适用|20||"),
        // A table alone may leave 预算执行率 to the money block, or not score it.
        RuleCase("WGT-01", "! 指标表\n" + row("场次|≥20场|21场|90||"), standard: .sample(place: .budget)),
        RuleCase("WGT-01", "! 指标表\n" + fine + "合计|||||100||", standard: .sample(place: .budget)),
        RuleCase("WGT-01", fine + "合计|||||100①||", standard: .sample(place: .budget)),

        RuleCase(
            "WGT-02",
            row("场次|≥20场|21场|50||") + "效益指标|社会效益指标|人数|≥1人|1人|30||\n满意度指标|服务对象|学生|≥1|1|10||",
            standard: .levelled()),
        RuleCase(
            "WGT-02",
            heading + "产出指标（70分）①|数量指标|场次|≥20场|21场|70||\n效益指标②|社会效益指标|人数|≥1人|1人|15||\n||户数|≥1|1|5||\n"
                + "满意度指标|服务对象|学生|≥1|1|10||", standard: .levelled()),
        // What the form prints goes before the template, and is enough without one.
        RuleCase(
            "WGT-02",
            "注：1.一级指标分值统一设置为：产出指标60分、效益指标20分、服务对象满意度指标10分、预算资金执行率10分。\n" + row("场次|≥20场|21场|60||")
                + "效益指标|社会效益指标|人数|≥1人|1人|20||\n满意度指标|服务对象|学生|≥1|1|10||", standard: .levelled()),
        RuleCase("WGT-02", "注：产出指标60分、效益指标20分。\n" + heading + "产出指标①|数量指标|场次|≥20场|21场|50||"),
        RuleCase(
            "WGT-02", row("场次|≥20场|21场|50||") + "$ 合计|分值=20①|全年预算数=10", standard: .levelled()
        ) {
            $0.executionRatePlace = .budget
            $0.executionRateWeight = 10
        },

        RuleCase("WGT-03", heading + "产出指标（50分）|数量指标（30分）|场次|≥20场|21场|30||\n|质量指标|合格率|≥1|1|20||"),
        RuleCase("WGT-03", heading + "产出指标（50分）①|数量指标（30分）②|场次|≥20场|21场|25||\n|质量指标|合格率|≥1|1|20||"),
        RuleCase("WGT-03", heading + "过程|||||20①||\n|管理|制度|健全|健全|8||\n||档案|齐全|齐全|8||"),
        RuleCase("WGT-03", "! 节选\n" + heading + "产出指标（50分）|数量指标（20分）①|场次|≥20场|21场|30||"),

        RuleCase("WGT-04", row("场次|≥20场|21场|0.5||") + "||次数|≥1|不适用|||"),
        RuleCase("WGT-04", row("场次|≥20场|21场|①||") + "产出指标|数量指标|次数|≥2次|2次|0②||\n产出指标|数量指标|户数|≥2户|2户|十分③||"),
    ]
}
