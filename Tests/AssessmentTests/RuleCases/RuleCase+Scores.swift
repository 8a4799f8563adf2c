import Assessment

extension RuleCase {
    private static let rate = heading + "预算执行率|预算执行率|预算执行率|=100%|94.26%|10|"
    private static let ledger = "\n$ 合计|全年预算数=570.54|全年执行数=537.81"
    /// Two rows that make a form one of whole points.
    private static let whole = "||甲|≥1|1|10|10|\n||乙|≥1|1|10|10|\n"

    private static let capped = "\n$ 合计|全年预算数=10|全年执行数=7"

    static let scores = [
        RuleCase("SCO-01", row("场次|≥20场|21场|100|100|")),
        RuleCase("SCO-01", row("场次|≥20场|21场|10|11①|") + "产出指标|数量指标|次数|≥2次|2次|10|-1②|"),

        RuleCase("SCO-02", row("场次|≥12场|11场|6|5.5|少一场") + "产出指标|质量指标|制度|健全|部分达成|10|7|差一项"),
        RuleCase("SCO-02", row("知晓率|=100%|98%|10|9①|") + "产出指标|质量指标|制度|健全|部分达成|10|9②|差一项"),
        RuleCase("SCO-02", row("制度|健全|健全|10|①|")),
        // As the form rounds: in whole points, to one place.
        RuleCase("SCO-02", row("支付|≥43.2|37.24|10|9|尾款") + whole),
        RuleCase("SCO-02", row("支付|≥43.2|37.24|10|8①|尾款") + whole),
        RuleCase("SCO-02", row("支付|≥43.2|37.24|10|8.6|尾款") + "||甲|≥1|1|10|10.0|\n||乙|≥1|1|10|10.0|"),
        // 8.4951 is 8.50 in two places, and 8 in whole points.
        RuleCase("SCO-02", row("支付|≥10000|8495.1|10|8|尾款") + whole),
        // A cost below a target without a sign.
        RuleCase("SCO-02", row("投诉次数|5次|3次|10|10|") + "|成本指标|投资|20万元|19万元|10|10|"),
        // Others have said it, or the person says why.
        RuleCase("SCO-02", row("场次|≥20场|21场|10|7|") + "||次数|≥20|21|10|7|迟了一个月\n||率|≥20|10|10|10|\n||米|≥9米|≥9米|10|5|"),

        RuleCase("SCO-03", row("场次|≥20场|21场|10|7|迟了一个月") + "||次数|≥20|15|10|7|\n||制度|健全|部分达成|10|7|"),
        RuleCase(
            "SCO-03", row("及时率|≧100%|100%|10|7①|") + "||制度|健全|健全|10|7②|无\n||合规|合规|达成预期指标|10|7③|\n||档案|齐全|齐全|10|9|"),

        RuleCase("SCO-04", row("场次|≥20场|19场|10|9.5|") + "|成本指标|投资|20万元|19万元|10|10|\n|质量指标|制度|健全|达成|10|10|"),
        RuleCase("SCO-04", row("投诉次数|5次|3次|10|10|")),
        RuleCase("SCO-04", row("采购执行率|≥100%|72.74%|2|2①|") + "||超支|≤3%|4%|5|5②|\n||制度|健全|部分达成|10|10③|"),

        RuleCase("SCO-05", row("场次|≥12场|11场|6|5.5|少一场") + "合计|||||6|5.5|"),
        RuleCase("SCO-05", row("场次|≥12场|11场|6|5.5|少一场") + "合计|||||6|6|"),
        RuleCase("SCO-05", row("场次|≥12场|11场|6|5.5|少一场") + "合计|||||6|6.5①|"),
        // The money block's own points count in a form, and need not in a table.
        RuleCase(
            "SCO-05", row("场次|≥1|1|90|90|") + "合计|||||100|90①|\n$ 合计|全年预算数=10|全年执行数=10|得分=10",
            standard: .sample(place: .budget)),
        RuleCase(
            "SCO-05", row("场次|≥1|1|90|90|") + "合计|||||100|99|\n$ 合计|全年预算数=43.2|全年执行数=37.24|得分=9",
            standard: .sample(place: .budget)),
        RuleCase("SCO-05", "! 指标表\n" + row("场次|≥1|1|90|90|") + "合计|||||90|90|", standard: .sample(place: .budget)),

        // Rows that say 不适用 are scaled away where the template says so, and a cap holds the total down.
        RuleCase("SCO-05", row("场次|≥1|1|80|72|") + "||次数|≥1|不适用|20||\n合计|||||100|90|") { $0.notApplicable = .rescale },
        RuleCase("SCO-05", row("场次|≥1|1|80|72|") + "||次数|≥1|不适用|20||\n合计|||||100|72①|") { $0.notApplicable = .rescale },
        RuleCase("SCO-05", row("场次|≥1|1|100|100|") + "合计|||||100|89|" + capped) {
            $0.caps = [TotalCap(below: 80, atMost: 89)]
        },
        RuleCase("SCO-05", row("场次|≥1|1|100|100|") + "合计|||||100|100①|" + capped) {
            $0.caps = [TotalCap(below: 80, atMost: 89)]
        },

        RuleCase("SCO-06", row("场次|≥20场|21场|100||") + "合计|||||100|89.5|良"),
        RuleCase("SCO-06", row("场次|≥20场|21场|100||") + "合计|||||100|95|优秀"),
        RuleCase("SCO-06", row("场次|≥20场|21场|100||") + "合计|||||100|89.5|优①"),

        RuleCase("SCO-07", row("场次|≥20场|21场|10|10|") + "||次数|≥2||10|0|没有开展"),
        RuleCase("SCO-07", row("场次||21场|10|10①|")),

        RuleCase("SCO-08", row("场次|≥1|1|80|80|") + "|时效指标|完成及时率|≥1|1|10||\n预算执行率|预算执行率|预算执行率|100%|100%|10||"),
        RuleCase(
            "SCO-08", row("场次|≥1|1|80|80|") + "|时效指标|资金支付率①|≥1|1|10||\n$ 合计|全年预算数=10|全年执行数=9|分值=10",
            standard: .sample(place: .budget)),
        RuleCase(
            "SCO-08", row("场次|≥1|1|80|80|") + "|时效指标|预算执行率①|≥90%|90%|10||\n$ 合计|全年预算数=10|全年执行数=9|分值=10",
            standard: .sample(place: .budget)),

        RuleCase("SCO-09", rate + "9.43|尾款" + ledger),
        RuleCase("SCO-09", rate + "10①|尾款" + ledger),
        RuleCase(
            "SCO-09", row("场次|≥20场|21场|90|90|") + "$ 合计|全年预算数=43.2|全年执行数=37.24|得分=9①",
            standard: .sample(place: .budget)),
        RuleCase(
            "SCO-09", row("场次|≥20场|21场|70|70|") + whole + "$ 合计|全年预算数=43.2|全年执行数=37.24|得分=9",
            standard: .sample(place: .budget)),
    ]
}
