/// The words of a form's headings: head nouns and modifiers put together by chance.
struct GrammarHeadings {
    private(set) var level1: String
    private(set) var level2: String
    private(set) var name: String
    private(set) var comparison: String
    private(set) var initialTarget: String
    private(set) var target: String
    private(set) var unit: String
    private(set) var actual: String
    private(set) var weight: String
    private(set) var score: String
    private(set) var coefficient: String
    private(set) var criterion: String
    private(set) var reason: String
    private(set) var initial: String
    private(set) var adjusted: String
    private(set) var executed: String
    private(set) var rate: String
    private(set) var fundTotal: String
    private(set) var total: String
    private(set) var grade: String
    private(set) var office: String

    /// Names of the words that are told.
    private static let names: [(String, WritableKeyPath<GrammarHeadings, String> & Sendable)] = [
        ("词·三级指标", \.name), ("词·指标值", \.target), ("词·完成值", \.actual), ("词·分值", \.weight), ("词·得分", \.score),
        ("词·原因", \.reason), ("词·评分标准", \.criterion), ("词·比较符号", \.comparison), ("词·指标单位", \.unit),
        ("词·年初指标值", \.initialTarget),
        ("词·得分系数", \.coefficient), ("词·年初预算", \.initial), ("词·全年预算", \.adjusted), ("词·执行数", \.executed),
        ("词·执行率", \.rate),
        ("词·资金合计", \.fundTotal), ("词·总分", \.total), ("词·等级", \.grade), ("词·单位名称", \.office), ("词·一级指标", \.level1),
        ("词·二级指标", \.level2),
    ]

    /// Words for the table of what was chosen.
    var table: [(name: String, choice: String)] { Self.names.map { ($0.0, self[keyPath: $0.1]) } }

    /// Sets words that are not left to chance.
    mutating func set(_ fixed: [String: String]) {
        for (name, path) in Self.names { if let word = fixed[name] { self[keyPath: path] = word } }
    }

    init(_ chance: inout Chance, kind: GrammarChoice.Kind, hasInitialTarget: Bool) {
        let suffix = chance.happens(15) ? "名称" : ""
        level1 = "一级指标" + suffix
        level2 = "二级指标" + suffix
        name = chance.pick(weighted: Self.lowest)
        comparison = chance.pick(Self.comparisons)
        initialTarget = chance.pick(["年初", "年初设定", "年初批复"]) + chance.pick(["目标值", "指标值"])
        target =
            hasInitialTarget
            ? chance.pick(["调整后", "全年（调整后）", "调整"]) + chance.pick(["目标值", "指标值"])
            : Self.target(&chance)
        unit = chance.pick(["计量单位", "度量单位", "单位", "指标单位"])
        actual = Self.actual(&chance)
        weight = chance.pick(weighted: Self.weights)
        score = chance.pick(weighted: Self.scores)
        coefficient = chance.pick(["得分系数", "得分系数（%）", "指标得分系数（%）"])
        criterion = chance.pick(["评分标准", "计分标准", "评价标准", "评分细则", "评分办法", "计分方法"])
        reason = chance.pick(weighted: Self.causes) + chance.pick(Self.accounts) + chance.pick(weighted: Self.measures)
        initial = chance.pick(Self.initials)
        adjusted = chance.pick(Self.adjusteds)
        executed = chance.pick(Self.executeds)
        rate = chance.pick(Self.rates)
        fundTotal = chance.pick(weighted: Self.fundTotals)
        total = chance.pick(Self.totals)
        grade = chance.pick(["评价等级", "自评等级", "绩效等级", "自评结果等级", "等级", "评价等次"])
        office = chance.pick(kind == .project || kind == .unscored ? Self.projectOffices : Self.departmentOffices)
    }

    private static func target(_ chance: inout Chance) -> String {
        let modifier = chance.pick(["", "年度", "全年", "本年", "当年", "年度绩效", "预期", "年初设定"])
        let noun = chance.pick(weighted: [("目标", 45), ("指标", 40), ("计划", 15)])
        let tail = noun == "指标" ? "值" : chance.pick(weighted: [("值", 75), ("数", 25)])
        return modifier + noun + tail
    }

    private static func actual(_ chance: inout Chance) -> String {
        let modifier = chance.pick(["实际", "全年", "全年实际", "年度实际", "本年实际", "指标实际", ""])
        let noun = chance.pick(weighted: [("完成", 75), ("达成", 15), ("执行", 10)])
        let tail = noun == "执行" ? "情况" : chance.pick(weighted: [("值", 50), ("数", 15), ("情况", 35)])
        return modifier.isEmpty && tail == "情况" ? "指标" + noun + tail : modifier + noun + tail
    }

    private static let lowest: [(String, Int)] = [
        ("三级指标", 55), ("三级指标名称", 10), ("指标名称", 15), ("绩效指标名称", 5), ("具体指标", 8), ("指标内容", 7),
    ]
    private static let comparisons = ["指标性质", "指标方向", "计算符号", "比较符号", "符号"]
    private static let weights: [(String, Int)] = [
        ("分值", 40), ("权重", 20), ("参考分值", 7), ("标准分", 8), ("满分", 6), ("指标分值", 9), ("指标权重", 10),
    ]
    private static let scores: [(String, Int)] = [
        ("得分", 40), ("自评得分", 20), ("自评分", 12), ("评分", 6), ("实际得分", 8), ("单位自评得分", 7), ("指标得分", 7),
    ]
    private static let causes: [(String, Int)] = [
        ("偏差", 35), ("未完成", 20), ("未达标", 8), ("扣分", 17), ("差异", 8), ("未达成", 6), ("未完成指标", 6),
    ]
    private static let accounts = ["原因", "原因分析", "原因说明", "情况说明"]
    private static let measures: [(String, Int)] = [
        ("", 50), ("及改进措施", 22), ("及整改措施", 10), ("和改进措施", 10), ("及下一步改进措施", 8),
    ]
    private static let initials = ["年初预算数", "年初预算", "年初批复预算数", "年初安排数", "年初预算安排数"]
    private static let adjusteds = ["全年预算数", "全年预算数（A）", "调整后预算数", "全年预算数（调整后）", "预算数", "全年预算"]
    private static let executeds = ["全年执行数", "执行数", "全年执行数（B）", "实际支出数", "全年支出数", "预算执行数", "决算数"]
    private static let rates = ["执行率", "预算执行率", "执行率（B/A）", "执行率（%）", "预算执行进度"]
    private static let fundTotals: [(String, Int)] = [
        ("年度资金总额", 30), ("合计", 15), ("年度预算总额", 9), ("资金总额", 9), ("部门预算总额", 7), ("预算资金总额", 7),
        ("年度财政资金总额", 5), ("支出合计", 6), ("资金合计", 6), ("项目资金总计", 6),
    ]
    private static let totals = ["合计", "总分", "总计", "得分合计", "自评总分", "自评得分合计", "总得分", "综合得分"]
    private static let projectOffices = ["实施单位", "项目实施单位", "项目单位", "单位名称", "预算单位", "填报单位（盖章）"]
    private static let departmentOffices = [
        "单位名称", "填报单位（盖章）", "部门（单位）名称", "部门名称", "预算单位", "预算单位名称", "填报部门",
    ]
}
