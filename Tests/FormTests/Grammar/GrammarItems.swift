import Assessment

/// Contents of indicator tables as bureaus write them: groups, and under each what is counted.
enum GrammarItems {
    /// An indicator: its name, and what is aimed at.
    struct Item {
        enum Aim { case number(Target.Operator, Int, String), date(String, late: String, early: String), words(String) }
        var name: String
        var aim: Aim

        static func most(_ name: String, _ number: Int, _ unit: String) -> Item {
            Item(name: name, aim: .number(.atMost, number, unit))
        }
        static func least(_ name: String, _ number: Int, _ unit: String) -> Item {
            Item(name: name, aim: .number(.atLeast, number, unit))
        }
        static func equal(_ name: String, _ number: Int, _ unit: String) -> Item {
            Item(name: name, aim: .number(.equal, number, unit))
        }
        static func words(_ name: String, _ words: String) -> Item { Item(name: name, aim: .words(words)) }
        static func date(_ name: String, month: Int) -> Item {
            Item(
                name: name,
                aim: .date("年\(month)月底前", late: "年\(month + 1)月", early: "年\(month - 1)月"))
        }
    }

    /// A group of the second level.
    struct Group {
        var name: String
        var items: [Item]
    }

    /// Groups of the first level with those under them; 指标 is put behind the names of projects, or not.
    static let project: [(String, [Group])] = [
        (
            "产出",
            [
                Group(
                    name: "数量",
                    items: [
                        .least("新建灌溉渠道", 12, "公里"), .least("开展技能培训", 20, "场"), .equal("购置检测设备", 8, "台"),
                        .least("维修路灯", 360, "盏"), .least("慰问困难群众", 240, "户"), .least("编制规划报告", 4, "份"),
                    ]),
                Group(
                    name: "质量",
                    items: [
                        .least("工程验收合格率", 95, "%"), .least("设备完好率", 90, "%"), .equal("资金发放准确率", 100, "%"),
                        .least("培训考核通过率", 85, "%"),
                    ]),
                Group(
                    name: "时效",
                    items: [
                        .date("工程完工时间", month: 11), .date("资金拨付完成时间", month: 10), .least("任务按期办结率", 96, "%"),
                        .most("平均办理天数", 15, "天"),
                    ]),
                Group(
                    name: "成本",
                    items: [.most("单位面积造价", 480, "元"), .most("人均培训费用", 350, "元"), .most("设备采购均价", 25, "万元")]),
            ]
        ),
        (
            "效益",
            [
                Group(name: "经济效益", items: [.least("带动农户增收", 500, "元"), .least("节约运行费用比例", 8, "%")]),
                Group(
                    name: "社会效益",
                    items: [
                        .words("改善群众出行条件", "明显改善"), .least("政策知晓率", 88, "%"), .least("受益群众", 3000, "人"),
                        .words("提升服务能力", "有效提升"),
                    ]),
                Group(name: "生态效益", items: [.least("水质达标率", 92, "%"), .words("改善人居环境", "持续改善")]),
                Group(name: "可持续影响", items: [.words("健全长效管护机制", "基本健全"), .least("设施持续使用年限", 5, "年")]),
            ]
        ),
        (
            "满意度",
            [Group(name: "服务对象满意度", items: [.least("受益群众满意度", 90, "%"), .least("企业满意度", 85, "%")])]
        ),
    ]

    /// Groups of departments' forms.
    static let department: [(String, [Group])] = [
        (
            "履职效能",
            [
                Group(
                    name: "重点工作履行",
                    items: [
                        .least("重点项目开工数", 15, "个"), .least("执法检查次数", 48, "次"), .least("督办事项办结率", 95, "%"),
                        .least("审批事项网办率", 90, "%"), .equal("年度考核任务完成数", 6, "项"),
                    ]),
                Group(
                    name: "部门效果目标",
                    items: [.words("营商环境", "明显优化"), .least("规上企业新增数", 10, "家"), .least("污水集中处理率", 93, "%")]),
            ]
        ),
        (
            "管理效率",
            [
                Group(
                    name: "预算管理",
                    items: [
                        .least("预算编制及时率", 100, "%"), .most("三公经费控制率", 100, "%"), .least("预决算公开率", 100, "%"),
                        .most("结转结余率", 10, "%"),
                    ]),
                Group(
                    name: "资产与采购管理",
                    items: [.least("固定资产利用率", 90, "%"), .least("政府采购合规率", 100, "%"), .equal("资产盘点次数", 1, "次")]),
            ]
        ),
        (
            "社会效应",
            [
                Group(name: "社会影响", items: [.words("政务公开水平", "稳步提高"), .most("重大安全事故数", 0, "起")]),
                Group(name: "服务对象满意", items: [.least("服务对象满意率", 88, "%"), .least("职工满意率", 85, "%")]),
            ]
        ),
    ]

    /// Criteria of pure scoring forms; the points that an item loses stand behind.
    static let criteria = [
        "制度健全的得满分，每缺一项扣1分，扣完为止。", "程序规范、资料齐全的得满分，发现一处不规范扣1分。", "全部按期完成的得满分，否则酌情扣分。",
        "由评价组根据实际情况酌情打分。",
    ]

    /// Reasons, all of them different.
    static let reasons = [
        "受汛期影响，部分标段开工较晚，下一步将加快施工", "招标流标一次，设备到货推迟，已重新签订合同", "参训人员临时调整，今后提前做好统筹", "项目资金四季度才下达，次年一季度完成支付",
        "上级部门调整了工作计划，已申请变更目标", "第三方机构人手不足，已增派人员跟进", "部分资料归档不及时，已开展专项整理", "宣传覆盖面不够，将增加线上渠道", "施工场地移交延后，已协调属地解决",
        "原设备停产，改用新型号后重新论证",
    ]
}
