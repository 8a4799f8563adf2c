"""Workbooks of dates: by number of format, by code, in both systems, and codes that look like dates and are none."""

from package import MAIN, Book, Sheet, cell, column, formatted, row, style_sheet

BUILT_IN = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]
CHINESE_BUILT_IN = [*range(27, 37), *range(50, 59)]
SERIALS = ["44742", "44742.34375", "44742.999988425924", "0.75", "61"]
CUSTOM = ["yyyy-mm-dd", "yyyy/m/d h:mm", "dd/mm/yyyy", "mmm-yy", "dddd, mmmm dd, yyyy", "yyyy\\-mm\\-dd;@", "d.m.yy",
          "yyyymmdd", "m/d/yy h:mm AM/PM", "yyyy-mm-dd\"T\"hh:mm:ss", "YYYY-MM-DD HH:MM:SS", "[Red]yyyy-mm-dd",
          "d\\.mm\\.yyyy;;", "mmmmm", "ddd", "yy", "[$-409]d\\-mmm\\-yy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"]
CHINESE = ['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"d"日";@', '[$-804]yyyy"年"m"月"d"日"', '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
           'yyyy年m月d日', "[$-804]aaaa;@", "[$-804]aaa", '上午/下午h"时"mm"分"', '[$-804]上午/下午h"时"mm"分"ss"秒";@',
           '[DBNum1][$-804]上午/下午h"时"mm"分"', 'm"月"d"日"', 'yyyy"年"m"月"', 'h"时"mm"分"', "[$-F400]h:mm:ss\\ AM/PM",
           '[$-404]e"年"m"月"d"日"', '[$-ja-JP]ge.m.d']
TIMES = ["h:mm", "hh:mm:ss", "mm:ss", "mm:ss.0", "h:mm:ss.000", "h:mm AM/PM", "h:mm:ss a/p", "h", "ss", "mm:ss;@"]
DURATIONS = ["[h]:mm:ss", "[hh]:mm", "[mm]:ss", "[m]", "[ss]", "[s].00", "[h]", "[$-409][h]:mm:ss;@", "[Red][h]:mm"]
NO_DATES = ['0"d"', "[Red]0.00", "0.00_);[Red]\\(0.00\\)", "[$USD] 0.00", 'General"days"', '#,##0"h"', "0.00E+00",
            "\\d0", "[$-409]0", "[Magenta]0", "[Color3]0", "0_d", "0*d", "[>=100]0;0.0", '"yyyy"0', '0"小时"',
            '#,##0.00"元"', '[$￥-804]#,##0.00', "[Cyan]General", '0;"ymd"0', '@"d"', "[DBNum2][$-804]General", "# ?/?",
            "[Yellow]#,##0;[Black]-#,##0", "[White]0"]
LOCAL_GENERAL = ["G/通用格式", "G/通用格式\"元\"", "GENERAL", "general", "Standard"]


def leap():
    return formatted(["0", "0.5", "1", "31", "32", "58", "59", "60", "60.5", "61", "62", "366", "367"],
                     [14, 22, "yyyy-mm-dd", 21])


def ends(*values):
    return formatted(values, [14, 22, 21])


def rounding():
    return formatted(["44742.9999999", "44742.99999999999", "44742.00001", "44742.000005787037", "0.999999", "0.99999999",
                      "44742.499994212962", "1.1574074074074073E-5", "0.5000057"], [14, 22, 21, "[h]:mm:ss"])


def iso_dates(strict):
    values = ["2022-06-30", "2022-06-30T08:15:00", "2022-06-30T08:15:00Z", "2022-06-30T08:15:00.500", "08:15:00",
              "1900-01-01", "1900-03-01", "9999-12-31"]
    rows = "".join(row(index, cell(f"A{index}", value, "d"), cell(f"B{index}", value, "d", 1),
                       cell(f"C{index}", value, "d", 2)) for index, value in enumerate(values, 1))
    return Book(Sheet("日期", rows), formats=[14, 22], strict=strict)


def by_records(records, codes="", cell_styles=None):
    """One value in every record of a hand-made list of styles."""
    count = records.count("<xf ")
    rows = row(1, *(cell(f"{chr(65 + index)}1", "44742.25", style=index) for index in range(count)))
    return Book(Sheet("样式", rows), styles=style_sheet(records, codes, MAIN, cell_styles))


def inherited():
    base = '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    return by_records('<xf numFmtId="0" xfId="0"/><xf xfId="1"/><xf numFmtId="14" xfId="1"/><xf numFmtId="0" xfId="1"/>',
                      cell_styles=base)


def redefined():
    codes = ('<numFmt numFmtId="14" formatCode="0.00"/><numFmt numFmtId="2" formatCode="yyyy-mm-dd"/>'
             '<numFmt numFmtId="5" formatCode="h:mm"/><numFmt numFmtId="31" formatCode="0"/>')
    return by_records('<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="5"/><xf numFmtId="31"/>', codes)


def undefined():
    return by_records('<xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="65"/><xf/><xf numFmtId="-1"/>')


def escaped_codes():
    codes = ('<numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
             '<numFmt numFmtId="171" formatCode="0_x0022_d_x0022_"/><numFmt numFmtId="172" formatCode=""/>')
    return by_records('<xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>', codes)


def style_beyond():
    return Book(Sheet("样式", row(1, cell("A1", 44742, style=1), cell("B1", 44742, style=9), cell("C1", 44742))), formats=[14])


def of_formulas():
    return Book(Sheet("日期", column([(44742, None, 1, "TODAY()"), ("44742.5", None, 2, "NOW()"), ("1.5", None, 3, "A1"),
                                    ("2022-06-30", "str", 1, "TEXT(A1,&quot;yyyy-mm-dd&quot;)")])),
                formats=[14, 22, "[h]:mm"])


def sections():
    return formatted(["44742.5", "0", "-3"], ["0;yyyy-mm-dd", "yyyy-mm-dd;0", "0;0;h:mm", ";;;", "[=0]\"无\";yyyy-mm-dd",
                                             "yyyy-mm-dd;;;@", "\"无\";yyyy-mm-dd"])


CASES = {
    "dates-1900-built-in": lambda: formatted(SERIALS, BUILT_IN),
    "dates-1900-built-in-chinese": lambda: formatted(SERIALS, CHINESE_BUILT_IN),
    "dates-1904-built-in": lambda: formatted(["0", "1", "43280", "43280.34375", "0.75"], BUILT_IN, date1904=True),
    "dates-1904-custom": lambda: formatted(["0", "59", "60", "43280.5"], ["yyyy-mm-dd", "[h]:mm", "h:mm"], date1904=True),
    "dates-custom-formats": lambda: formatted(["44742", "44742.34375"], CUSTOM),
    "dates-chinese-formats": lambda: formatted(["44742", "44742.34375"], CHINESE),
    "dates-around-the-false-leap-day": leap,
    "dates-on-the-last-day": lambda: ends("2958465", "2958465.5", "2958465.99998"),
    "dates-beyond-the-last-day": lambda: ends("2958466"),
    "dates-far-beyond-the-last-day": lambda: ends("3000000", "1E10"),
    "dates-negative": lambda: ends("-1", "-0.5"),
    "dates-that-round": rounding,
    "dates-that-are-none": lambda: formatted(["44742", "1.5"], NO_DATES),
    "dates-local-general": lambda: formatted(["44742", "1.5"], LOCAL_GENERAL),
    "dates-iso-transitional": lambda: iso_dates(False),
    "dates-iso-strict": lambda: iso_dates(True),
    "dates-of-formulas": of_formulas,
    "dates-by-section": sections,
    "dates-applyNumberFormat-0": lambda: by_records(
        '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="0"/><xf numFmtId="14"/><xf numFmtId="22" applyNumberFormat="false"/>'),
    "dates-format-of-the-cell-style": inherited,
    "dates-built-in-number-redefined": redefined,
    "dates-format-number-undefined": undefined,
    "dates-format-code-escaped": escaped_codes,
    "dates-style-beyond-the-list": style_beyond,
    "times": lambda: formatted(["0.34375", "0.75", "0", "44742.75"], TIMES),
    "durations": lambda: formatted(["1.5", "0.5", "0", "100.000011574074", "-0.25"], DURATIONS),
}
