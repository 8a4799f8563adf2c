"""Makes workbooks that look like forms, by openpyxl: make_forms.py FOLDER [COUNT]. The same every time."""

import base64
import datetime
import io
import os
import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Alignment, Border, Color, Font, GradientFill, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.table import Table, TableStyleInfo

try:
    from openpyxl.worksheet.formula import ArrayFormula
except ImportError:  # before 3.1
    ArrayFormula = None

FONTS = ["宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "Times New Roman", "Calibri"]
LINES = ["thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot", "mediumDashDot",
         "dashDotDot", "mediumDashDotDot", "slantDashDot"]
PATTERNS = ["solid", "gray125", "darkGrid", "lightUp", "darkHorizontal", "lightTrellis", "mediumGray", "gray0625"]
UNDERLINES = [None, "single", "double", "singleAccounting", "doubleAccounting"]
HEADINGS = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
FORMATS = ["General", "0.00", "0.00%", "#,##0.00", "@", "yyyy\"年\"m\"月\"d\"日\"", "0.0_ ",
           "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "[Red]0.00;[Blue]-0.00", "h:mm:ss"]
LONG = "由于项目资金下达较晚，部分设备采购推迟到下半年，年末尚有一批设备没有验收；下一步将提前编制采购计划，按月通报进度。"
# A picture of 2 × 2 pixels.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8Dwn4GBgYGJAQoAHxcCAr7lhoAAAAAASUVORK5CYII=")


class Picture(Image):
    """A picture that openpyxl takes without Pillow."""

    def __init__(self):
        self.ref, self.width, self.height, self.format, self.anchor = io.BytesIO(PICTURE), 64, 48, "png", "J3"

    def _data(self):
        return PICTURE


def side(number):
    colour = [None, "FF0000FF", "FF808080"][number % 3]
    return Side(style=LINES[number % len(LINES)], color=colour)


def style(cell, number):
    cell.font = Font(
        name=FONTS[number % len(FONTS)], size=[9, 10, 10.5, 11, 12, 16][number % 6], bold=number % 3 == 0,
        italic=number % 7 == 1, underline=UNDERLINES[number % 5], strike=number % 11 == 3,
        color=[None, "FFC00000", Color(theme=4), Color(theme=5, tint=-0.25), Color(indexed=12)][number % 5],
        vertAlign=[None, None, None, "superscript", "subscript"][number % 5],
        charset=134 if number % len(FONTS) < 5 else None, family=number % 4 or None)
    pattern = PATTERNS[number % len(PATTERNS)]
    if number % 4 == 1:
        cell.fill = PatternFill("solid", fgColor=["FFFFF2CC", Color(theme=6, tint=0.6), Color(indexed=42)][number % 3])
    elif number % 4 == 2 and pattern != "solid":
        cell.fill = PatternFill(pattern, fgColor="FF9DC3E6", bgColor="FFFFFFFF")
    elif number % 13 == 0:
        cell.fill = GradientFill(degree=90, stop=("FFFFFFFF", "FFBDD7EE"))
    cell.border = Border(
        left=side(number), right=side(number + 1), top=side(number + 2), bottom=side(number + 3),
        diagonal=side(number) if number % 5 == 0 else None, diagonalUp=number % 10 == 0, diagonalDown=number % 15 == 0)
    cell.alignment = Alignment(
        horizontal=[None, "left", "center", "right", "justify", "distributed", "fill", "centerContinuous"][number % 8],
        vertical=[None, "top", "center", "bottom", "justify", "distributed"][number % 6], wrap_text=number % 2 == 0,
        shrink_to_fit=number % 9 == 4, indent=number % 3 if number % 8 in (1, 3) else 0,
        text_rotation=[0, 0, 0, 45, 90, 135, 180, 255][number % 8], readingOrder=number % 3)
    cell.protection = Protection(locked=number % 3 != 1, hidden=number % 6 == 2)
    cell.number_format = FORMATS[number % len(FORMATS)]


def form(sheet, number):
    """The form itself: title, facts, money, indicators, signatures."""
    plain = Font(name=FONTS[number % 3], size=10.5)
    line = Border(*[Side(style="thin")] * 4)
    centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.merge_cells("A1:H1")
    sheet["A1"] = f"部门整体支出绩效自评表（{2018 + number % 7}年度）"
    sheet["A1"].font = Font(name="方正小标宋简体", size=18, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet["A2"] = "填报单位：某某局"
    sheet["H2"] = "单位：万元"
    for row, label in enumerate(["年初预算数", "全年预算数", "全年执行数"], 3):
        sheet.cell(row, 1, label)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=4)
        sheet.cell(row, 2, 1286.53 - row * 7.25).number_format = "#,##0.00"
    sheet["F4"] = "执行率"
    sheet["G4"] = "=B5/B4"
    sheet["G4"].number_format = "0.00%"
    for column, heading in enumerate(HEADINGS, 1):
        cell = sheet.cell(7, column, heading)
        cell.font = Font(name="黑体", size=10.5)
        cell.fill = PatternFill("solid", fgColor=["FFD9E1F2", "FFE2EFDA", "FFFCE4D6"][number % 3])
    rows = 6 + number % 9
    for index in range(rows):
        row = 8 + index
        values = ["产出指标", "数量指标", f"指标之{index + 1}", "≥95%", 0.95 + index / 1000, 10, 9.5,
                  LONG if index % 3 == 0 else None]
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
        sheet.cell(row, 5).number_format = "0.00%"
        sheet.row_dimensions[row].height = 58 if index % 3 == 0 else None
    last = 8 + rows
    sheet.merge_cells(start_row=8, end_row=last - 1, start_column=1, end_column=1)
    sheet.cell(last, 1, "总分")
    sheet.cell(last, 6, f"=SUM(F8:F{last - 1})")
    sheet.cell(last, 7, f"=SUM(G8:G{last - 1})")
    for rows_of in sheet.iter_rows(min_row=3, max_row=last, max_col=8):
        for cell in rows_of:
            cell.border = line
            if cell.font.name != "黑体":
                cell.font = plain
            cell.alignment = centre
    for column, width in enumerate([12, 12, 16, 12, 12, 7.5, 7.5, 32], 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 36
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if number % 2 else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "$7:$7"
    sheet.print_area = f"A1:H{last}"
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    sheet.freeze_panes = ["A8", "C8", None][number % 3]
    return last


def features(book, sheet, number, last):
    """What forms have besides, some of it in each."""
    if number % 2 == 0:
        check = DataValidation(type="list", formula1='"优,良,中,差"', allow_blank=True, showErrorMessage=True)
        check.error, check.errorTitle, check.prompt, check.promptTitle = "请选等级", "等级", "从下拉表里选", "等级"
        check.add("B2:D2")
        check.add("G2")
        sheet.add_data_validation(check)
        size = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", errorStyle="warning")
        size.add(f"F8:G{last}")
        sheet.add_data_validation(size)
    if number % 3 == 0:
        sheet.conditional_formatting.add(
            f"G8:G{last}", CellIsRule(operator="lessThan", formula=["F8*0.9"], font=Font(color="FFC00000", bold=True),
                                      fill=PatternFill(bgColor="FFFFC7CE")))
        sheet.conditional_formatting.add(f"E8:E{last}", ColorScaleRule(
            start_type="min", start_color="FFF8696B", end_type="max", end_color="FF63BE7B"))
        sheet.conditional_formatting.add(f"F8:F{last}", DataBarRule("min", None, "max", None, color="FF638EC6"))
        sheet.conditional_formatting.add(f"D8:D{last}", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
        sheet.conditional_formatting.add(f"A8:C{last} H8:H{last}", FormulaRule(
            formula=["$G8<$F8"], border=Border(*[Side(style="thin", color="FFFF0000")] * 4), stopIfTrue=True))
    if number % 4 == 0:
        for place, text in [("C8", "上级要求：≥95%\n见通知"), ("G8", "请复核")]:
            comment = Comment(text, ["张三", "李四"][number % 8 // 4])
            comment.width, comment.height = 220, 90
            sheet[place].comment = comment
    if number % 4 == 1:
        sheet["C9"].hyperlink = "https://example.org/办法?年=2022&号=1"
        sheet["C9"].hyperlink.tooltip = "打开办法"
        sheet["C10"].hyperlink = "#'附 表'!A1"
        sheet["C10"].hyperlink.location, sheet["C10"].hyperlink.target = "'附 表'!A1", None
    if number % 5 == 0:
        sheet.protection.sheet = True
        sheet.protection.formatCells = False
        sheet.protection.password = "1234"
    if number % 5 == 1:
        sheet.auto_filter.ref = f"A7:H{last}"
        sheet.auto_filter.add_filter_column(0, ["产出指标"])
    if number % 5 == 2:
        sheet.row_breaks.append(Break(id=9))
        sheet.col_breaks = ColBreak()
        sheet.col_breaks.append(Break(id=5))
        sheet.print_title_cols = "$A:$A"
        sheet.sheet_properties.pageSetUpPr.fitToPage = False
        sheet.page_setup.scale = 85
    if number % 5 == 3:
        sheet.column_dimensions.group("J", "L", hidden=True, outline_level=1)
        sheet.row_dimensions.group(3, 4, outline_level=1)
        sheet.column_dimensions["N"].hidden = True
        sheet.row_dimensions[6].hidden = True
        sheet.sheet_properties.outlinePr.summaryBelow = False
    if number % 5 == 4:
        sheet.oddHeader.left.text, sheet.oddHeader.right.text = "附件2", "&D"
        sheet.evenHeader.center.text = "&\"宋体,加粗\"&12偶数页"
        sheet.firstFooter.center.text = "首页"
        sheet.HeaderFooter.differentOddEven = sheet.HeaderFooter.differentFirst = True
        sheet.print_options.horizontalCentered = sheet.print_options.verticalCentered = True
        sheet.print_options.gridLines = sheet.print_options.headings = True
        sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber = 3, True
        sheet.page_setup.pageOrder, sheet.page_setup.blackAndWhite = "overThenDown", True
        sheet.page_margins.left, sheet.page_margins.header = 0.31, 0.2
    if number % 6 == 0:
        sheet.add_image(Picture())
    if number % 6 == 1:
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=7, min_row=7, max_row=last), titles_from_data=True)
        sheet.add_chart(chart, "J10")
    if number % 6 == 2:
        if ArrayFormula:
            sheet["J8"] = ArrayFormula("J8:J9", "=F8:F9*2")
        sheet["K8"] = "=TEXT(G4,\"0.00%\")"
    sheet.sheet_properties.tabColor = [None, "FFC00000", Color(theme=9)][number % 3]
    sheet.sheet_view.zoomScale = [100, 85, 70][number % 3]
    sheet.sheet_view.showGridLines = number % 2 == 0


def swatches(book, number):
    """Every style that there is, some in each."""
    sheet = book.create_sheet("附 表")
    for index in range(60):
        cell = sheet.cell(1 + index // 6, 1 + index % 6)
        cell.value = [f"样式{index}", 12.5 + index, datetime.datetime(2022, 6, 30, 8, 15), None, True, "#N/A"][index % 6]
        style(cell, index + number * 7)
    sheet.sheet_state = ["visible", "hidden", "veryHidden"][number % 3]
    if number % 4 == 3:
        table = book.create_sheet("台账")
        table.append(["单位", "金额", "日期"])
        for row in range(5):
            table.append([f"单位{row}", row * 10.5, datetime.date(2022, 1, row + 1)])
        table.add_table(Table(displayName=f"台账{number}", ref="A1:C6",
                              tableStyleInfo=TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)))
    names = [DefinedName("税率", attr_text="0.13"), DefinedName("全年数", attr_text="'自评表'!$B$4", comment="全年预算数")]
    own = DefinedName("本表", attr_text="'自评表'!$A$1")
    if hasattr(sheet, "defined_names"):
        for name in names:
            book.defined_names[name.name] = name
        book["自评表"].defined_names[own.name] = own
    else:  # before 3.1
        own.localSheetId = 0
        book.defined_names.definedName.extend([*names, own])


def make(number):
    book = Workbook()
    sheet = book.active
    sheet.title = "自评表"
    last = form(sheet, number)
    features(book, sheet, number, last)
    swatches(book, number)
    book.properties.title, book.properties.creator = f"自评表{number}", "某某局"
    book.properties.created = book.properties.modified = datetime.datetime(2022, 7, 1)
    if number % 9 == 4:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904
        book.epoch = CALENDAR_MAC_1904
    if number % 3 == 0:
        book.active = 0
    return book


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
for each in range(int(sys.argv[2]) if len(sys.argv) > 2 else 24):
    make(each).save(os.path.join(folder, f"form-{each + 1:02}.xlsx"))
