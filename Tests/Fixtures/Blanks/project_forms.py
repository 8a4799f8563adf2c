"""Blanks of forms for one project."""

from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from kit import YELLOW, Blank

TITLE = "方正小标宋简体"


def money(form, row, names, columns, heading, label, dash, unit, points=True, name_columns="B:C"):
    """The money block: a heading row, then a row for each fund; only the first has points."""
    form.label(f"A{row}:A{row + len(names)}", label + "\n" + unit)
    first, last = name_columns.split(":")
    form.label(f"{first}{row}:{last}{row}", None)
    form.labels(row, list(zip(columns, heading)))
    for index, name in enumerate(names):
        at = row + 1 + index
        form.label(f"{first}{at}:{last}{at}", name, align="left" if index else "center")
        form.slots(at, " ".join(columns))
        if not points:
            continue
        score, rate, got = columns[-3:]
        form.label(f"{score}{at}", 10 if index == 0 else dash)
        if index:
            form.label(f"{got}{at}", dash)


def national_export():
    """National form in the wording of an export: 本年财政拨款, everything text."""
    form = Blank([9, 13, 14, 26, 19, 17, 9, 9, 24], face="宋体", size=10)
    form.text("A1:I1", "项目支出绩效自评表", size=16, bold=True, align="center")
    form.text("A2:I2", "（    年度）", align="center")
    form.labels(3, [("A:B", "项目名称")])
    form.slots(3, "C:I")
    form.labels(4, [("A:B", "主管部门"), ("F", "实施单位")])
    form.slots(4, "C:E G:I")
    money(form, 5, ["年度资金总额：", "其中：本年财政拨款", "上年结转资金", "其他资金"], list("DEFGHI"),
          ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], "项目资金", "-", "（万元）")
    form.label("A10:A11", "年度\n总体\n目标")
    form.labels(10, [("B:E", "预期目标"), ("F:I", "实际完成情况")])
    form.slots(11, "B:E F:I", align="left")
    form.label("A12:A21", "绩\n效\n指\n标")
    form.labels(12, zip("BCDEFGHI", ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
                                     "偏差原因分析及改进措施"]))
    form.label("B13:B16", "产出指标（50分）")
    form.label("B17:B20", "效益指标（30分）")
    form.label("B21", "满意度指标（10分）")
    seconds = ["数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
               "服务对象满意度指标"]
    for row, name in enumerate(seconds, 13):
        form.label(f"C{row}", name)
        form.slots(row, "D E F G H I")
    form.label("A22:F22", "总分")
    form.label("G22", "100")
    form.slots(22, "H I")
    form.heights({1: 28, 2: 18, "3-9": 24, 10: 20, 11: 70, 12: 24, "13-21": 30, 22: 22})
    form.page("A1:I22", titles="12:12")
    return form


def filler_rows():
    """Filler rows 指标1：, 指标2：, …… under each second level, 附件1, and a year line that lost its bracket."""
    form = Blank([6, 11, 12, 22, 14, 14, 7, 7, 18], face="仿宋_GB2312", size=11, slot_fill=YELLOW)
    form.text("A1:I1", "附件1", face="黑体", size=14)
    form.text("A2:I2", "项目支出绩效自评表", face=TITLE, size=20, align="center")
    form.text("A3:I3", "2024年度）", align="center")
    form.labels(4, [("A:B", "项目名称")])
    form.slots(4, "C:I")
    form.labels(5, [("A:B", "主管部门"), ("F", "实施单位")])
    form.slots(5, "C:E G:I")
    money(form, 6, ["年度资金总额", "其中：当年财政拨款", "      上年结转资金", "      其他资金"], list("DEFGHI"),
          ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], "项目资金", "—", "（万元）")
    form.label("A11:A12", "年度\n总体\n目标")
    form.labels(11, [("B:E", "预期目标"), ("F:I", "实际完成情况")])
    form.slots(12, "B:E F:I", align="left")
    form.labels(13, zip("BCDEFGHI", ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
                                     "偏差原因分析及改进措施"]), face="黑体")
    row = 14
    for level, seconds in [("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]),
                           ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
                           ("满意度指标", ["服务对象满意度指标"])]:
        first = row
        for second in seconds:
            form.label(f"C{row}:C{row + 2}", second)
            for filler in ["指标1：", "指标2：", "……"]:
                form.slot(f"D{row}", filler, align="left")
                form.slots(row, "E F G H I")
                row += 1
        form.label(f"B{first}:B{row - 1}", level)
    form.label(f"A13:A{row - 1}", "绩\n效\n指\n标", face="黑体")
    form.label(f"A{row}:F{row}", "总分", face="黑体")
    form.label(f"G{row}", 100)
    form.slots(row, "H I")
    form.heights({1: 20, 2: 34, 3: 20, "4-10": 22, 11: 20, 12: 72, 13: 34, f"14-{row}": 21})
    form.page(f"A1:I{row}", titles="13:13", margins=(0.75, 0.75, 0.9, 0.8))
    form.sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    return form


def two_row_heading():
    """Headings over two rows, money in 元, 其他需要说明事项, notes that print the grades."""
    form = Blank([12, 15, 24, 10, 11, 11, 15, 9, 10, 24], sheet="项目支出绩效自评表", face="宋体", size=10)
    form.text("A1:J1", "项目支出绩效自评表", face="黑体", size=18, align="center")
    form.text("A2:J2", "（    年度）", align="center")
    form.text("A3:G3", "单位名称：")
    form.text("H3:J3", "公开14表", align="right")
    form.labels(4, [("A:B", "项目名称")])
    form.slots(4, "C:J")
    form.labels(5, [("A:B", "主管部门"), ("F:G", "实施单位")])
    form.slots(5, "C:E H:J")
    form.label("A6:B10", "项目资金\n（元）")
    form.labels(6, [("C", None), ("D:E", "年初预算数"), ("F", "全年预算数"), ("G", "全年执行数"), ("H", "分值"), ("I", "执行率"),
                    ("J", "得分")])
    for row, name in enumerate(["年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"], 7):
        form.label(f"C{row}", name)
        form.slots(row, "D:E F G", number="#,##0.00")
        form.slots(row, "I", number="0.00%")
        form.label(f"H{row}", 10 if row == 7 else "—")
        form.slot(f"J{row}", None if row == 7 else "—")
    form.label("A11:B12", "年度总体目标")
    form.labels(11, [("C:F", "预期目标"), ("G:J", "实际完成情况")])
    form.slots(12, "C:F G:J", align="left")
    form.labels(13, [("A:C", "绩效指标"), ("D:F", "年度指标值")])
    for column, name in zip("GHIJ", ["实际完成值", "分值", "得分", "偏差原因分析及改进措施"]):
        form.label(f"{column}13:{column}14", name)
    form.labels(14, zip("ABCDEF", ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"]))
    form.label("A15:A18", "产出指标")
    form.label("A19:A22", "效益指标")
    form.label("A23", "满意度指标")
    seconds = ["数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
               "服务对象满意度指标等"]
    for row, name in enumerate(seconds, 15):
        form.label(f"B{row}", name)
        form.slots(row, "C D E F G H I J")
    form.labels(24, [("A:B", "其他需要说明事项")])
    form.slots(24, "C:J", align="left")
    form.label("A25:G25", "总分")
    form.label("H25", 100)
    form.slots(25, "I J")
    form.text("A26:J26", "备注：1.其他资金：请在“其他需要说明事项”栏注明资金来源。", size=9, wrap=True)
    form.text("A27:J27", "2.总分值为100分，按90（含）以上为优、80（含）-90为良、60（含）-80为中、60以下为差划分等级。", size=9, wrap=True)
    form.heights({1: 28, 2: 16, 3: 18, "4-10": 20, 11: 18, 12: 60, "13-14": 20, "15-23": 28, 24: 40, 25: 20, "26-27": 18})
    form.page("A1:J27", landscape=True, titles="13:14")
    return form


def numbered_report():
    """报表编号 at the top, operator, value and unit in three columns, printed prompts and a merged column of instructions."""
    form = Blank([11, 12, 13, 22, 10, 10, 11, 12, 8, 8, 24], face="宋体", size=10.5)
    form.text("A1:K1", "报表编号：510000_0013zp", size=9)
    form.text("A2:K2", "部门预算项目支出绩效自评表", face="黑体", size=18, align="center")
    form.text("A3:K3", "（    年度）", align="center")
    form.labels(4, [("A:B", "项目名称")])
    form.slots(4, "C:K")
    form.labels(5, [("A:B", "主管部门"), ("F:G", "实施单位")])
    form.slots(5, "C:E H:K")
    for row, name in [(6, "项目年度目标"), (7, "年度目标完成情况")]:
        form.labels(row, [("A:B", name)])
        form.slots(row, "C:K", align="left")
    form.label("A8:A13", "预算执行情况\n（万元）")
    form.labels(8, [("B:C", None), ("D", "年初预算"), ("E:F", "调整后预算数"), ("G", "预算执行数"), ("H", "预算执行率"),
                    ("I", "权重"), ("J", "得分"), ("K", "原因")])
    for row, name in enumerate(["总额", "其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"], 9):
        form.labels(row, [("B:C", name)])
        form.slots(row, "D E:F G", number="0.00")
        form.slots(row, "H", number="0.00%")
        form.label(f"I{row}", 10 if row == 9 else "/")
        form.slot(f"J{row}", None if row == 9 else "/")
    form.slot("K9:K13", "1.预算执行率=预算执行数/调整后预算数；2.执行率低于90%的应说明原因（100字以内）；3.年中有预算调整的应单独说明调整原因。",
              align="left", top=True)
    form.label("A14:A17", "绩效指标")
    form.labels(14, zip("BCDEFGHIJK", ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分",
                                       "未完成原因分析"]))
    for row in (15, 16, 17):
        form.slots(row, "B C D E F G H I J K")
    form.label("A18:H18", "合计")
    form.label("I18", 100)
    form.slots(18, "J K")
    for row, name, prompt in [(19, "评价结论", "对项目自评得分、项目绩效作总体评价。（200字以内）"),
                              (20, "存在问题", "说明评价中发现的主要问题。（200字以内）"),
                              (21, "改进措施", "针对问题提出改进措施。（200字以内）")]:
        form.label(f"A{row}", name)
        form.slot(f"B{row}:K{row}", prompt, align="left")
    form.text("A22:F22", "项目负责人：")
    form.text("G22:K22", "财务负责人：")
    form.heights({1: 16, 2: 28, 3: 18, "4-5": 22, "6-7": 48, "8-13": 24, 14: 26, "15-17": 26, 18: 22, "19-21": 52, 22: 26})
    form.page("A1:K22", landscape=True, titles="14:14")
    return form


def landscape():
    """Indicators above the money, points before the target, vertical labels, weights in a row of their own for each level.

    The layout is our own; the bands 100-80-50-0 are printed in forms of two provinces, their document is 依据待核.
    """
    form = Blank([6, 6, 6, 16, 28, 8, 16, 16, 8, 34], face="仿宋", size=11, line="thin")
    form.text("A1:J1", "财政项目支出绩效自评表", face=TITLE, size=20, align="center")
    form.text("A2:F2", "填报单位：")
    form.text("G2:J2", "自评年度：        年", align="right")
    form.labels(3, [("A:C", "项目名称")])
    form.slots(3, "D:F H:J")
    form.labels(3, [("G", "主管部门")])
    form.label("B4:C4", "一级指标")
    form.labels(4, zip("DEFGHIJ", ["二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因及改进措施"]))
    row = 5
    for level, points, seconds in [("产出指标", 50, ["数量指标", "质量指标", "时效指标", "成本指标"]), ("效益指标", 30,
                                   ["经济效益指标", "社会效益指标", "可持续影响指标"]), ("满意度指标", 10, ["服务对象满意度指标"])]:
        form.label(f"B{row}:C{row + len(seconds)}", level, rotate=255)
        form.label(f"D{row}:E{row}", "分值小计")
        form.label(f"F{row}", points)
        form.slots(row, "G H I J")
        for second in seconds:
            row += 1
            form.label(f"D{row}", second)
            form.slots(row, "E F G H I J")
        row += 1
    form.label(f"A4:A{row - 1}", "绩效指标完成情况", rotate=255)
    form.label(f"A{row}:A{row + 4}", "资金情况", rotate=255)
    form.labels(row, [("B:D", "资金来源（万元）"), ("E", "年初预算数"), ("F:G", "全年预算数"), ("H", "全年执行数"), ("I", "执行率"),
                      ("J", "得分")])
    for name in ["年度资金总额", "其中：财政拨款", "上年结转资金", "其他资金"]:
        row += 1
        form.labels(row, [("B:D", name)])
        form.slots(row, "E F:G H", number="#,##0.00")
        form.slots(row, "I", number="0.0%")
        form.slots(row, "J")
    form.labels(row + 1, [("A:H", "自评总分")])
    form.slots(row + 1, "I J")
    form.labels(row + 2, [("A:C", "年度目标")])
    form.slots(row + 2, "D:F H:J", align="left")
    form.labels(row + 2, [("G", "目标完成情况")])
    form.text(f"A{row + 3}:J{row + 3}", "注：定性指标按完成程度分四档计分，分别为该指标分值的100%-80%、80%-50%、50%-0%、0；资金执行率10分。",
              size=9, wrap=True)
    form.text(f"A{row + 4}:E{row + 4}", "填报人：")
    form.text(f"F{row + 4}:J{row + 4}", "单位负责人（签字）：")
    form.heights({1: 32, 2: 20, 3: 24, 4: 24, f"5-{row + 1}": 24, "14-15": 42, row + 2: 66, f"{row + 3}-{row + 4}": 22})
    form.page(f"A1:J{row + 4}", landscape=True, titles="1:4", margins=(0.5, 0.5, 0.6, 0.6))
    return form


def second_sheet():
    """A second sheet 填表说明, a hidden sheet of lists, protection, comments. After the national form."""
    form = Blank([8, 12, 13, 24, 10, 10, 9, 14, 7, 8, 20], sheet="项目自评表", face="宋体", size=10, slot_fill="FFF2CC")
    form.text("A1:K1", "项目支出绩效自评表", face=TITLE, size=18, align="center")
    form.text("A2:K2", "（    年度）", align="center")
    form.labels(3, [("A:B", "项目名称"), ("G", "项目编码")], fill="D9E1F2")
    form.slots(3, "C:F")
    form.slots(3, "H:K", number="@")
    form.labels(4, [("A:B", "主管部门"), ("G", "实施单位")], fill="D9E1F2")
    form.slots(4, "C:F H:K")
    form.label("A5:A8", "项目资金\n（万元）", fill="D9E1F2")
    form.labels(5, [("B:C", None), ("D", "年初预算数"), ("E:F", "全年预算数"), ("G:H", "全年执行数"), ("I", "分值"), ("J", "执行率"),
                    ("K", "得分")], fill="D9E1F2")
    for row, name in enumerate(["年度资金总额", "其中：财政拨款", "其他资金"], 6):
        form.labels(row, [("B:C", name)])
        form.slots(row, "D E:F G:H J K", number="#,##0.00")
        form.label(f"I{row}", 10 if row == 6 else "-")
    form.sheet["J6"].number_format = "0.00%"
    form.label("A9:B9", "年度总体目标\n（200字以内）", fill="D9E1F2")
    form.slots(9, "C:F H:K", align="left")
    form.label("G9", "目标完成情况", fill="D9E1F2")
    form.label("A10:A19", "绩效指标", rotate=255, fill="D9E1F2")
    form.labels(10, zip("BCDEFGHIJK", ["一级指标", "二级指标", "三级指标", "指标方向", "目标值", "计量单位", "实际完成值", "权重",
                                       "自评得分", "偏差原因分析"]), fill="D9E1F2")
    for first, last, name in [(11, 14, "产出指标"), (15, 18, "效益指标"), (19, 19, "满意度指标")]:
        form.label(f"B{first}:B{last}", name)
    seconds = ["数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
               "服务对象满意度指标"]
    for row, name in enumerate(seconds, 11):
        form.label(f"C{row}", name)
        form.slots(row, "D E F G H I J K")
    form.labels(20, [("A:H", "合计")], fill="D9E1F2")
    form.label("I20", 100)
    form.slots(20, "J K")
    form.text("A21:F21", "填报人：")
    form.text("G21:K21", "填报日期：")
    form.heights({1: 28, 2: 18, "3-8": 22, 9: 70, 10: 26, "11-18": 26, 19: 30, "20-21": 24})
    form.page("A1:K21", landscape=True, titles="10:10")
    guide = form.book.create_sheet("填表说明")
    guide.column_dimensions["A"].width = 90
    for row, line in enumerate(["填表说明", "一、黄色单元格由填报单位填写，其余单元格不得改动。", "二、金额单位为万元，保留两位小数。",
                                "三、偏差原因应逐条说明，每条不超过100字。", "四、权重合计（含预算执行率10分）为100分。"], 1):
        guide.cell(row, 1, line)
    lists = form.book.create_sheet("选项")
    for row, word in enumerate(["≥", "≤", "＝", "定性"], 1):
        lists.cell(row, 1, word)
    lists.sheet_state = "hidden"
    choice = DataValidation(type="list", formula1="选项!$A$1:$A$4", allow_blank=True)
    choice.add("E11:E19")
    form.sheet.add_data_validation(choice)
    for cells in form.sheet["D11:K19"]:
        for cell in cells:
            cell.protection = Protection(locked=False)
    form.sheet.protection.sheet = True
    for place, words in [("H3", "21位项目编码"), ("K10", "得分低于权重的必须填写")]:
        form.sheet[place].comment = Comment(words, "财政局", height=60, width=160)
    return form


def fixed_above_repeat():
    """Fixed rows of 过程管理 above a repeat block; frozen panes, a list of operators, a conditional format, breaks.

    The rows of 过程管理 and their points are our own (依据待核).
    """
    form = Blank([7, 12, 13, 26, 9, 11, 9, 12, 7, 8, 24], face="宋体", size=10, slot_fill=YELLOW)
    form.text("A1:K1", "专项资金绩效自评表", face="黑体", size=18, align="center")
    form.text("A2:K2", "（    年度）", align="center")
    form.labels(3, [("A:B", "专项名称"), ("G", "主管部门")])
    form.slots(3, "C:F H:K")
    form.label("A4:A7", "资金投入\n（万元）")
    form.labels(4, [("B:C", "资金来源"), ("D", "年初预算数"), ("E:F", "全年预算数"), ("G:H", "全年执行数"), ("I:J", "执行率"),
                    ("K", "备注")])
    for row, name in enumerate(["财政拨款", "其他资金", "合计"], 5):
        form.labels(row, [("B:C", name)])
        form.slots(row, "D E:F G:H", number="#,##0.00")
        form.slots(row, "I:J", number="0.00%")
        form.slots(row, "K")
    form.labels(8, [("A:B", "年度目标"), ("G", "完成情况")])
    form.slots(8, "C:F H:K", align="left")
    form.label("A9:A21", "绩\n效\n指\n标")
    form.labels(9, zip("BCDEFGHIJK", ["一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值", "分值", "得分",
                                      "偏差原因分析及改进措施"]), bold=True)
    form.label("B10:B14", "过程管理\n（20分）")
    for row, second, name, points in [(10, "资金管理", "预算执行率", 10), (11, "资金管理", "资金使用合规性", 4),
                                      (12, "资金管理", "资金到位及时性", 2), (13, "组织实施", "管理制度健全性", 2),
                                      (14, "组织实施", "制度执行有效性", 2)]:
        form.label(f"D{row}", name, align="left")
        form.slots(row, "E F G H J K")
        form.label(f"I{row}", points)
    form.label("C10:C12", "资金管理")
    form.label("C13:C14", "组织实施")
    form.label("B15:B18", "产出指标\n（40分）")
    form.label("B19:B20", "效益指标\n（30分）")
    form.label("B21", "满意度指标\n（10分）")
    for row, second in enumerate(["数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "可持续影响指标", "服务对象满意度"], 15):
        form.label(f"C{row}", second)
        form.slots(row, "D E F G H I J K")
    form.label("A22:H22", "总分")
    form.label("I22", 100)
    form.slots(22, "J K")
    form.labels(23, [("A:B", "自评等级")])
    form.slots(23, "C:K")
    form.text("A24:F24", "填报人：")
    form.text("G24:K24", "填报日期：")
    form.heights({1: 30, 2: 18, 3: 24, "4-7": 22, 8: 80, 9: 28, "10-21": 28, "22-24": 24})
    form.page("A1:K24", landscape=True, titles="9:9")
    sheet = form.sheet
    sheet.freeze_panes = "A10"
    choice = DataValidation(type="list", formula1='"≥,≤,＝,定性"', allow_blank=True)
    choice.add("E10:E21")
    sheet.add_data_validation(choice)
    low = PatternFill("solid", bgColor="FFC7CE")
    sheet.conditional_formatting.add("J10:J21", CellIsRule(operator="lessThan", formula=["I10"], fill=low))
    sheet.row_breaks.append(Break(id=8))
    sheet.oddHeader.left.text = "专项资金绩效自评"
    sheet.oddFooter.center.text = "第 &P 页"
    return form
