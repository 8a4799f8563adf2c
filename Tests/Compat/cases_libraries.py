"""Workbooks that two libraries write: the shapes that most programs' files have."""

import datetime
import io
import re
import zipfile

from archive import Member, archive

MOMENT = datetime.datetime(2022, 6, 30, 8, 15)
TABLE = [["指标", "目标", "完成", "得分"], ["产出数量", 120, 118.5, 9.88], ["及时率", 0.95, 0.9426, 10], ["成本", None, 1e6, True]]


def pinned(content):
    """The same parts without the time of writing in the archive or in the properties."""
    members = []
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2022-06-30T00:00:00Z", part)
            members.append(Member(info.filename, part))
    return archive(members)


def by_openpyxl(fill):
    import openpyxl

    book = openpyxl.Workbook()
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return pinned(buffer.getvalue())


def by_xlsxwriter(fill, **options):
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **options})
    fill(book)
    book.close()
    return pinned(buffer.getvalue())


def table(book):
    sheet = book.active
    sheet.title = "自评表"
    for line in TABLE:
        sheet.append(line)
    sheet.merge_cells("A6:D6")
    sheet["A6"] = "备注：合并"
    sheet["C3"].number_format = "0.00%"
    book.create_sheet("O'Neil & 空表")
    book.create_sheet("首页", 0)["B2"] = "首"


def openpyxl_dates(book, epoch=None):
    if epoch:
        book.epoch = epoch
    sheet = book.active
    values = [MOMENT, MOMENT.date(), MOMENT.time(), datetime.timedelta(hours=36, minutes=5), datetime.datetime(1900, 1, 1),
              datetime.datetime(9999, 12, 31, 23, 59, 59)]
    for value in values if not epoch else values[:4]:
        sheet.append([value, value])


def openpyxl_rich(book):
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    sheet = book.active
    sheet["A1"] = CellRichText("前", TextBlock(InlineFont(b=True), "粗"), " 后 ")
    sheet["A2"] = "=SUM(1,2)"
    sheet["A3"] = "多\n行"
    sheet["A4"] = " 空格 "


def openpyxl_chart(book):
    from openpyxl.chart import BarChart, Reference

    sheet = book.active
    for value in (3, 1, 2):
        sheet.append([value])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    book.create_chartsheet("图").add_chart(chart)
    book.create_sheet("末")["A1"] = 9


def writer_table(book):
    sheet = book.add_worksheet("自评表")
    percent = book.add_format({"num_format": "0.00%"})
    for index, line in enumerate(TABLE):
        sheet.write_row(index, 0, line)
    sheet.write(2, 2, 0.9426, percent)
    sheet.merge_range("A6:D6", "合并", percent)
    hidden = book.add_worksheet("隐藏")
    hidden.write("XFD1", "末列")
    hidden.hide()
    book.add_worksheet("深藏").very_hidden()


def writer_dates(book):
    sheet = book.add_worksheet()
    formats = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "h:mm:ss", "[h]:mm", "d mmm yyyy h:mm AM/PM"]
    for place, code in enumerate(formats):
        style = book.add_format({"num_format": code})
        sheet.write_datetime(0, place, MOMENT, style)
        sheet.write_datetime(1, place, MOMENT.time(), style)


def writer_formulas(book):
    sheet = book.add_worksheet()
    sheet.write_formula("A1", "=1+2", None, 3)
    sheet.write_formula("A2", '="甲"&"乙"', None, "甲乙")
    sheet.write_formula("A3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("A4", "=TRUE", None, True)
    sheet.write_formula("A5", "=A1")
    sheet.write_array_formula("B1:B2", "{=A1:A2}", None, 3)
    sheet.write_dynamic_array_formula("C1", "=UNIQUE(A1:A2)", None, 3)
    sheet.write_formula("A6", '=""', None, "")


def writer_text(book):
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    sheet.write_rich_string("A1", "前", bold, "粗", " 后 ")
    for index, text in enumerate(["_x0041_", "a\r\nb", "\x07 bell", " 空格 ", "=文字", "😀", "\t", "x" * 32767], 1):
        sheet.write_string(index, 0, text)
    sheet.write_url("B1", "https://example.com/", string="链接")
    sheet.write_comment("B2", "批注")


def writer_chart(book):
    sheet = book.add_worksheet("数据")
    sheet.write_column("A1", [1, 2, 3])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=数据!$A$1:$A$3"})
    book.add_chartsheet("图").set_chart(chart)
    book.add_worksheet("末").write("A1", "末")


CASES = {
    "openpyxl-table": lambda: by_openpyxl(table),
    "openpyxl-dates": lambda: by_openpyxl(openpyxl_dates),
    "openpyxl-dates-1904": lambda: by_openpyxl(lambda book: openpyxl_dates(book, datetime.datetime(1904, 1, 1))),
    "openpyxl-rich-text": lambda: by_openpyxl(openpyxl_rich),
    "openpyxl-chartsheet": lambda: by_openpyxl(openpyxl_chart),
    "xlsxwriter-table": lambda: by_xlsxwriter(writer_table),
    "xlsxwriter-dates": lambda: by_xlsxwriter(writer_dates),
    "xlsxwriter-dates-1904": lambda: by_xlsxwriter(writer_dates, date_1904=True),
    "xlsxwriter-formulas": lambda: by_xlsxwriter(writer_formulas),
    "xlsxwriter-text": lambda: by_xlsxwriter(writer_text),
    "xlsxwriter-chartsheet": lambda: by_xlsxwriter(writer_chart),
    "xlsxwriter-constant-memory": lambda: by_xlsxwriter(
        lambda book: book.add_worksheet().write_row("A1", ["甲", 1.5, " 乙 "]), constant_memory=True, in_memory=False),
}
