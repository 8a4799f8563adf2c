/// The plainest form of the grammar, with one thing chosen otherwise: what fails there fails for that choice alone.
enum GrammarPlain {
    /// What is chosen for the plain form.
    static let choices: [String: String] = [
        "种类": "部门自评", "工作簿": "一个工作表", "基本情况": "右侧", "资金块": "合计在前", "资金在指标表下": "无", "年初预算列": "有", "金额单位": "万元",
        "单位写在": "资金标签里", "执行率": "资金块计分", "分项写法": "首行其中", "目标": "目标与完成并列", "级数": "三级", "上级指标": "合并", "上级分值": "不写",
        "表头": "一行", "左侧标签": "无", "指标名占两列": "无", "比较符号": "写在指标值里", "指标单位": "跟着数", "年初与调整目标": "无", "得分系数列": "无",
        "序号列": "无", "原因列": "有", "评分标准列": "无", "表头重复": "不重复", "列序": "目标 完成 分值 得分", "总分": "合计行", "等级": "没有",
        "等级说明": "不印", "列名装饰": "无", "数字": "数值", "半分的分值": "无", "得分位数": "2", "词·一级指标": "一级指标", "词·二级指标": "二级指标",
        "词·三级指标": "三级指标", "词·指标值": "年度指标值", "词·完成值": "实际完成值", "词·分值": "分值", "词·得分": "得分", "词·原因": "偏差原因分析及改进措施",
        "词·评分标准": "评分标准", "词·比较符号": "指标性质", "词·指标单位": "度量单位", "词·年初预算": "年初预算数", "词·全年预算": "全年预算数",
        "词·执行数": "全年执行数", "词·执行率": "执行率", "词·资金合计": "年度资金总额", "词·总分": "总分", "词·等级": "等级", "词·单位名称": "单位名称",
        "词·得分系数": "得分系数", "词·年初指标值": "年初指标值",
    ]

    /// What has to be chosen with it for a choice to be seen.
    private static let besides: [String: [String: String]] = [
        "词·评分标准": ["评分标准列": "有"], "词·比较符号": ["比较符号": "单独一列"], "词·指标单位": ["指标单位": "单独一列"], "词·等级": ["等级": "表下一项"],
        "词·得分系数": ["得分系数列": "有"], "词·年初指标值": ["年初与调整目标": "有"], "等级说明": ["等级": "表下一项"],
    ]

    /// The plain form with one choice of its own.
    static func with(_ name: String, _ choice: String) -> [String: String] {
        var fixed = choices.merging(besides[name] ?? [:]) { $1 }
        fixed[name] = choice
        return fixed
    }

    /// Every choice that some of many forms have, and that the plain form has not, in order.
    static func others(among forms: [GrammarForm]) -> [(name: String, choice: String)] {
        var seen: Set<String> = []
        var found: [(name: String, choice: String)] = []
        for choice in forms.flatMap(\.choices)
        where choices[choice.name] != choice.choice && seen.insert("\(choice.name)＝\(choice.choice)").inserted {
            found.append(choice)
        }
        let names = forms.first?.choices.map(\.name) ?? []
        return names.flatMap { name in found.filter { $0.name == name } }
    }
}
