"""Workbooks of Excel 97–2003 by xlwt: each exercises one thing that the reader of records meets."""

import datetime
import io

import xlwt

LONG = "绩效目标完成情况：" * 400


def saved(book):
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


def book_of(fill, sheet="表", **options):
    """A book whose only sheet is filled by a function."""
    book = xlwt.Workbook(**options)
    fill(book.add_sheet(sheet))
    return saved(book)


def rows(*lines):
    def fill(sheet):
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if value is not None:
                    sheet.write(row, column, value)

    return fill


def styled(pairs):
    """Values with a number format each, one below the other."""

    def fill(sheet):
        for row, (value, code) in enumerate(pairs):
            sheet.write(row, 0, value, xlwt.easyxf(num_format_str=code))

    return fill


def merged(*areas):
    def fill(sheet):
        for number, (top, bottom, left, right) in enumerate(areas):
            sheet.write_merge(top, bottom, left, right, f"合并{number}")

    return fill


def many_texts(count, make):
    return book_of(lambda sheet: [sheet.write(n % 1000, n // 1000, make(n)) for n in range(count)])


def rich(sheet):
    bold = xlwt.easyfont("bold true, color_index red")
    sheet.write_rich_text(0, 0, [("项目", bold), "支出", ("绩效自评", bold)])
    sheet.write_rich_text(1, 0, ["plain ", ("bold", bold)])


def formulas(sheet):
    for row in range(5):
        sheet.write(row, 0, row + 1)
    for row, text in enumerate(["SUM(A1:A5)", "A1+A2*2", 'IF(A1>0,"是","否")', "ROUND(A2/A3,2)", "表!A1", "A1&A2"]):
        sheet.write(row, 1, xlwt.Formula(text))


def errors(sheet):
    codes = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A]
    for column, code in enumerate(codes):
        sheet.row(0).set_cell_error(column, code)
    sheet.row(1).set_cell_boolean(0, True)
    sheet.row(1).set_cell_boolean(1, False)


def sheets(count, visibility=lambda number: 0):
    book = xlwt.Workbook()
    for number in range(count):
        sheet = book.add_sheet(f"第{number + 1}张")
        sheet.write(number % 50, number % 20, f"内容{number}")
        sheet.visibility = visibility(number)
    return saved(book)


def dates(is_1904):
    book = xlwt.Workbook()
    book.dates_1904 = is_1904
    sheet = book.add_sheet("日期")
    codes = ["YYYY-MM-DD", "yyyy/m/d", 'yyyy"年"m"月"d"日"', "h:mm:ss", "yyyy-mm-dd hh:mm", "mmm-yy", "[h]:mm", "m/d/yy"]
    for row, serial in enumerate([1, 59, 61, 100.5, 36526, 43280.25, 44742.999, 2957003]):
        for column, code in enumerate(codes):
            sheet.write(row, column, serial, xlwt.easyxf(num_format_str=code))
    sheet.write(20, 0, datetime.datetime(2022, 6, 30, 8, 15), xlwt.easyxf(num_format_str="YYYY-MM-DD HH:MM"))
    return saved(book)


def layout(sheet):
    sheet.write(0, 0, "标题", xlwt.easyxf("font: bold on, height 320; align: horiz center, vert center; borders: left thin, right thick"))
    sheet.col(0).width = 256 * 30
    sheet.col(3).hidden = True
    sheet.row(2).hidden = True
    sheet.row(0).height_mismatch = True
    sheet.row(0).height = 800
    sheet.set_panes_frozen(True)
    sheet.set_horz_split_pos(1)
    for row in range(1, 10):
        sheet.write(row, 0, row, xlwt.easyxf("pattern: pattern solid, fore_colour light_yellow"))


def edges(sheet):
    sheet.write(65535, 255, "最后")
    sheet.write(0, 255, "右上")
    sheet.write(65535, 0, "左下")


NUMBERS = [0, 1, -1, 0.1, 0.1 + 0.2, 570.54, 1e15, 123456789012345, 1e-7, -0.05, 1 / 3, 99.995, 5e20, 1e100, 536870911, 536870912, -536870912, 12345.67, 0.07, 1.005]

CASES = {
    "xls-numbers": lambda: book_of(rows(NUMBERS, [-n for n in NUMBERS], [n / 100 for n in NUMBERS])),
    "xls-numbers-column": lambda: book_of(rows(*[[n] for n in NUMBERS])),
    "xls-texts": lambda: book_of(rows(["一", "plain", "né", "тест", "日本語", "𠮷野", " 前后 ", "a\nb", "\t", "'quoted", '"', "0012", "1e5"])),
    "xls-texts-empty": lambda: book_of(rows(["", None, "x"], [], ["", "", ""])),
    "xls-texts-control": lambda: book_of(rows(["a\x01b", "x\x7fy", "_x000D_", "\u200b", "\ufeff前"])),
    "xls-text-longest": lambda: book_of(rows(["长" * 32767], ["x" * 32767], ["短"])),
    "xls-text-continue": lambda: book_of(rows([LONG, LONG + "二"], ["a" * 9000 + "尾"], ["尾" + "a" * 9000])),
    "xls-sst-chinese": lambda: many_texts(4000, lambda n: f"第{n}条三级指标名称完成情况说明"),
    "xls-sst-latin": lambda: many_texts(6000, lambda n: f"entry number {n} of the ledger"),
    "xls-sst-mixed": lambda: many_texts(5000, lambda n: ("指标" if n % 3 else "item ") * (n % 7) + str(n)),
    "xls-sst-odd-lengths": lambda: many_texts(3000, lambda n: "字" * (n % 97) + "x" * (n % 5)),
    "xls-sst-long": lambda: many_texts(40, lambda n: "绩" * (8200 + n) + str(n)),
    "xls-sst-one": lambda: many_texts(3000, lambda n: "同一条"),
    "xls-sst-surrogates": lambda: many_texts(2500, lambda n: "𠮷" * (n % 9) + f"{n}𠀀"),
    "xls-rich": lambda: book_of(rich),
    "xls-formulas": lambda: book_of(formulas),
    "xls-errors": lambda: book_of(errors),
    "xls-dates-1900": lambda: dates(False),
    "xls-dates-1904": lambda: dates(True),
    "xls-formats": lambda: book_of(styled([(n, code) for n in (0, 1234.5, -0.25) for code in ["General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "# ?/?", "@", "¥#,##0.00", '#,##0.00"万元"', "[Red]0.00;[Blue]-0.00", "_ * #,##0.00_ ", "0.0_);(0.0)"]])),
    "xls-merges": lambda: book_of(merged((0, 0, 0, 3), (1, 4, 0, 0), (1, 2, 1, 3), (10, 12, 5, 9))),
    "xls-merges-many": lambda: book_of(merged(*[(2 * n, 2 * n + 1, n % 5, n % 5 + 2) for n in range(1200)])),
    "xls-many-sheets": lambda: sheets(60),
    "xls-hidden": lambda: sheets(6, lambda number: number % 3),
    "xls-layout": lambda: book_of(layout),
    "xls-edges": lambda: book_of(edges),
    "xls-names": lambda: saved_names(["a b", "表 (1)", "x'y", "长名字" * 10, "1", "ñ"]),
    "xls-empty": lambda: book_of(rows()),
    "xls-blanks": lambda: book_of(lambda sheet: [sheet.write(r, c, style=xlwt.easyxf("borders: left thin")) for r in range(5) for c in range(8)]),
    "xls-gaps": lambda: book_of(lambda sheet: [sheet.write(r, c, r * c) for r, c in ((0, 0), (500, 3), (9999, 200), (40000, 1))]),
    "xls-wide": lambda: book_of(rows(*[[r * 256 + c for c in range(256)] for r in range(40)])),
    "xls-tall": lambda: book_of(rows(*[[r, f"行{r}", r / 8] for r in range(12000)])),
    "xls-compressed-styles": lambda: book_of(styled([(1, "0.00")] * 50), style_compression=2),
    "xls-latin-sheet": lambda: book_of(rows(["é"]), sheet="Café"),
    "xls-booleans": lambda: book_of(rows([True, False, 1, 0, "TRUE"])),
}


def saved_names(names):
    book = xlwt.Workbook()
    for name in names:
        book.add_sheet(name[:31]).write(0, 0, name)
    return saved(book)
