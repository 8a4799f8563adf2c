"""Blanks of forms for a whole department."""

from kit import Blank


def flat_list():
    """Indicators as a flat list, 自评总分 at the top right, one row of money, three columns of goals side by side."""
    form = Blank([26, 10, 10, 14, 14, 14, 12, 12, 12, 12], sheet="部门整体绩效自评表", face="宋体", size=11)
    form.text("A1:J1", "    年度部门整体绩效自评表", face="方正小标宋简体", size=20, align="center")
    for row, left, right in [(2, "部门（单位）名称", "自评总分（分）"), (3, "主管部门", "财政处室"), (4, "部门联系人", "联系电话")]:
        form.labels(row, [("A", left), ("F:G", right)])
        form.slots(row, "B:E H:J")
    form.label("A5", "部门资金\n（万元）")
    form.labels(5, [("B:C", "年初预算数"), ("D:E", "全年（调整）预算数"), ("F", "全年执行数"), ("G", "执行率（%）"),
                    ("H", "执行率权重"), ("I:J", "执行率得分（分）")])
    form.label("A6", "年度总金额")
    form.slots(6, "B:C D:E F", number="#,##0.00")
    form.slots(6, "G H I:J")
    form.label("A7:A8", "当年整体绩效目标")
    form.labels(7, [("B:D", "年初绩效目标"), ("E:G", "全年（调整）绩效目标"), ("H:J", "全年目标实际完成情况")])
    form.slots(8, "B:D E:G H:J", align="left")
    form.labels(9, zip("ABCDEFGHIJ", ["指标名称", "计量单位", "指标性质", "年初指标值", "调整指标值", "全年完成值", "得分系数（%）",
                                      "指标权重（分）", "指标得分（分）", "是否核心指标"]), bold=True)
    for row in range(10, 16):
        form.slots(row, "A B C D E F G H I J")
    form.text("A16:J16", "说明：得分系数由部门根据指标完成情况填写，指标得分=得分系数×指标权重。", size=9, wrap=True)
    form.heights({1: 34, "2-4": 24, "5-7": 32, 8: 80, 9: 32, "10-15": 22, 16: 20})
    form.page("A1:J16", landscape=True, titles="9:9")
    return form


# Level, its points, second level, its points, indicator, points, standard. The rows of 投入 and the first two of 预算执行 are
# printed so in a published excerpt; the others are of our own making, their points and standards 依据待核.
FIXED = [
    ("投入16", "预算配置16", "在职人员控制率", 8, "在职人员控制率≤100%，计8分；每超过一个百分点扣0.5分，扣完为止。"),
    ("投入16", "预算配置16", "“三公经费”变动率", 8, "“三公经费”变动率≤0，计8分；每超过一个百分点扣0.8分，扣完为止。"),
    ("过程44", "预算执行16", "预算完成率", 8, "100%计满分，每低于5%扣2分，扣完为止。"),
    ("过程44", "预算执行16", "预算控制率", 8, "0计8分；0-10%（含）计6分；10-20%（含）计4分；20-30%（含）计2分；大于30%不得分。"),
    ("过程44", "预算管理28", "公用经费控制率", 8, "公用经费控制率≤100%，计8分；每超过一个百分点扣1分，扣完为止。"),
    ("过程44", "预算管理28", "政府采购执行率", 6, "政府采购执行率≥100%，计6分；每低一个百分点扣0.5分，扣完为止。"),
    ("过程44", "预算管理28", "管理制度健全性", 8, "制度健全计4分；执行有效计4分。"),
    ("过程44", "预算管理28", "资金使用合规性", 6, "有一项不合规的，不得分。"),
    ("产出20", "职责履行20", "重点工作实际完成率", 10, "实际完成率×分值。"),
    ("产出20", "职责履行20", "质量达标率", 10, "质量达标率×分值。"),
    ("效果20", "履职效益20", "社会效益", 10, "根据部门实际，酌情计分。"),
    ("效果20", "履职效益20", "社会公众满意度", 10, "90%（含）以上计10分；80%（含）-90%计8分；70%（含）-80%计6分；低于70%不得分。"),
]


def merged(form, column, first, texts):
    """Equal labels one under the other as one box."""
    start = 0
    for index in range(1, len(texts) + 1):
        if index == len(texts) or texts[index] != texts[start]:
            form.label(f"{column}{first + start}:{column}{first + index - 1}", texts[start])
            start = index


def fixed_indicators():
    """投入, 过程, 产出, 效果 with their points in the labels; indicators, standards and points are printed; 等级 below."""
    form = Blank([9, 12, 18, 7, 42, 22, 12, 11], sheet="指标表", face="仿宋_GB2312", size=11)
    form.text("A1:H1", "部门整体支出绩效自评表", face="方正小标宋简体", size=20, align="center")
    form.text("A2:H2", "（    年度）", align="center")
    form.text("A3:E3", "单位名称：")
    form.text("F3:H3", "单位：万元、%、分", align="right")
    form.labels(4, [("A:B", "年初预算数"), ("E", "全年预算数"), ("G", "全年执行数")])
    form.slots(4, "C:D F H", number="#,##0.00")
    form.labels(5, zip("ABCDEFGH", ["一级指标", "二级指标", "三级指标", "分值", "评价标准", "指标说明", "指标值", "得分"]), face="黑体")
    first = 6
    for index, (_, _, name, points, standard) in enumerate(FIXED):
        row = first + index
        form.label(f"C{row}", name)
        form.label(f"D{row}", points)
        form.label(f"E{row}", standard, align="left")
        form.slots(row, "F", align="left")
        form.slots(row, "G H")
    merged(form, "A", first, [row[0] for row in FIXED])
    merged(form, "B", first, [row[1] for row in FIXED])
    last = first + len(FIXED)
    form.labels(last, [("A:C", "合计")], face="黑体")
    form.label(f"D{last}", 100)
    form.slots(last, "E F G H")
    form.labels(last + 1, [("A:C", "等级")], face="黑体")
    form.slots(last + 1, "D:H")
    form.text(f"A{last + 2}:H{last + 2}", "填报人：                    联系电话：                    填报日期：")
    form.heights({1: 34, 2: 18, 3: 20, 4: 24, 5: 26, f"{first}-{last - 1}": 36, f"{last}-{last + 2}": 24})
    form.page(f"A1:H{last + 2}", landscape=True, titles="5:5")
    return form


def department_tasks():
    """Rows of 年度重点工作任务, two grids of money, 完成情况 beside 未能完成原因, signatures with a seal."""
    form = Blank([5, 10, 11, 17, 11, 11, 6.5, 7, 19], face="宋体", size=10)
    form.text("A1:I1", "部门整体支出绩效自评表", face="方正小标宋简体", size=18, align="center")
    form.text("A2:I2", "（    年度）", align="center")
    form.label("A3:A4", "单位基本情况")
    form.label("B3:C3", "单位名称")
    form.slots(3, "D:I")
    form.label("B4:C4", "年度整体绩效目标")
    form.slots(4, "D:I", align="left")
    form.label("A5:A6", "整体绩效目标完成情况")
    form.labels(5, [("B:E", "完成情况"), ("F:I", "未能完成原因")])
    form.slots(6, "B:E F:I", align="left")
    form.label("A7:A14", "年度部门整体支出规模（万元）")
    for row, title, names in [(7, "资金来源", ["财政拨款", "其他资金", "合计"]), (11, "支出构成", ["基本支出", "项目支出", "合计"])]:
        form.labels(row, [("B:D", title), ("E:F", "全年预算数"), ("G:H", "执行数"), ("I", "执行率")])
        for offset, name in enumerate(names, 1):
            form.labels(row + offset, [("B:D", name)])
            form.slots(row + offset, "E:F G:H", number="#,##0.00")
            form.slots(row + offset, "I", number="0.00%")
    form.label("A15:A18", "年度重点工作任务完成情况")
    form.labels(15, [("B:D", "重点工作任务"), ("E:H", "完成情况"), ("I", "未完成原因")])
    for row in (16, 17, 18):
        form.slots(row, "B:D E:H I", align="left")
    form.label("A19:A22", "年度绩效指标完成情况")
    form.labels(19, zip("BCDEFGHI", ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "未完成原因分析"]))
    for row in (20, 21, 22):
        form.slots(row, "B C D E F G H I")
    for row, name in [(23, "总分"), (24, "等级")]:
        form.label(f"A{row}:F{row}", name)
    form.slots(23, "G H I")
    form.slots(24, "G:I")
    form.text("A26:B26", "填报人：")
    form.text("E26:F26", "联系电话：")
    form.text("A27:B27", "单位负责人：")
    form.text("E27:F27", "填报日期：")
    form.text("G28:I28", "（公章）", align="center")
    form.heights({1: 30, 2: 18, 3: 22, 4: 70, 5: 20, 6: 60, "7-14": 20, "15-18": 26, 19: 30, "20-22": 26, "23-24": 20, "26-28": 22})
    form.page("A1:I28", titles="19:19", margins=(0.7, 0.7, 0.8, 0.8))
    return form
