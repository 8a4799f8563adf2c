"""Workbooks of numbers, booleans, errors and formulas."""

from package import Book, Sheet, cell, column, row

SEVENTEEN = ["570.53999999999996", "0.10000000000000001", "9.0000000000000011E-2", "3.1415926535897931",
             "1234567.8900000001", "99999999999999.984", "0.30000000000000004", "510000210000000", "-2.2000000000000002"]
SCIENTIFIC = ["1E5", "1e5", "1.5E-3", "-1.5E+3", "1.0E0", "12E-1", "1E+20", "1E-20", "6.02214076E+23", "1E+100",
              "1E-100"]
EXTREME = ["1E+300", "1.7976931348623157E+308", "4.9406564584124654E-324", "2.2250738585072014E-308", "-1E+200"]
WHOLE = ["0", "1", "-1", "2147483648", "9007199254740993", "123456789012345678", "-9223372036854775808", "1.0", "007"]
ERRORS = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]
LATER_ERRORS = ["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!"]


def numbers(values):
    return Book(Sheet("数", column([(value,) for value in values])))


def errors(values):
    return Book(Sheet("错误", column([(value, "e", None, "A99") for value in values])))


def percentages():
    formats = [9, 10, "0.0%", '0.00"%"', "#,##0.00", 3, 4, 11, 12, 48, 37, 44, 49]
    values = ["0.9426", "1", "-0.05", "12345.678"]
    return Book(Sheet("百分比", "".join(
        row(index, *(cell(f"{chr(64 + style)}{index}", value, style=style) for style in range(1, len(formats) + 1)))
        for index, value in enumerate(values, 1))), formats=formats)


def empty_values():
    kinds = ["n", "s", "str", "b", "e", "inlineStr", "d", None]
    rows = "".join(row(index, cell(f"A{index}", "", kind), cell(f"B{index}", None, kind), f'<c r="C{index}"/>')
                   for index, kind in enumerate(kinds, 1))
    return Book(Sheet("空", rows + row(9, cell("A9", 1))), strings=["<t>甲</t>"])


def cached():
    return Book(Sheet("公式", column([
        (3, None, None, "1+2"), ("甲乙", "str", None, "&quot;甲&quot;&amp;&quot;乙&quot;"), (1, "b", None, "TRUE()"),
        ("#DIV/0!", "e", None, "1/0"), ("0.30000000000000004", None, None, "0.1+0.2"), (44742, None, 1, "TODAY()")])),
        formats=[14])


def missing_caches():
    rows = row(1, cell("A1", 1), cell("B1", None, None, None, "A1+1"), cell("C1", "", None, None, "A1+2"))
    rows += row(2, cell("A2", None, "str", None, "A1&amp;1"), '<c r="B2"><f>A1</f><v/></c>', cell("C2", 5))
    return Book(Sheet("公式", rows))


def shared_formulas():
    rows = row(1, cell("A1", 1), '<c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c>')
    rows += row(2, cell("A2", 2), '<c r="B2"><f t="shared" si="0"/><v>4</v></c>')
    rows += row(3, cell("A3", 3), '<c r="B3"><f t="shared" si="0"></f><v>6</v></c>')
    return Book(Sheet("公式", rows))


def array_formulas():
    rows = row(1, cell("A1", 1), '<c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c>',
               '<c r="C1" cm="1"><f t="array" ref="C1">SUM(A1:A2)</f><v>3</v></c>')
    rows += row(2, cell("A2", 2), cell("B2", 4), '<c r="C2"><f t="dataTable" ref="C2:C3" dt2D="0" dtr="0" r1="A1"/><v>7</v></c>')
    return Book(Sheet("公式", rows))


CASES = {
    "numbers-17-digits": lambda: numbers(SEVENTEEN),
    "numbers-scientific": lambda: numbers(SCIENTIFIC),
    "numbers-extreme": lambda: numbers(EXTREME),
    "numbers-whole": lambda: numbers(WHOLE),
    "numbers-negative-zero": lambda: numbers(["-0", "-0.0", "0E0", "-0E-5", "0.000"]),
    "numbers-without-digits-on-one-side": lambda: numbers([".5", "5.", "-.25", "+5"]),
    "numbers-between-spaces": lambda: numbers([" 5 ", "\n6\n", "\t-7.5"]),
    "numbers-explicit-type": lambda: Book(Sheet("数", column([(1, "n"), ("2.5", "n"), ("-3E2", "n")]))),
    "numbers-percentages-and-money": percentages,
    "booleans": lambda: Book(Sheet("真假", column([(1, "b"), (0, "b"), (1, "b", None, "NOT(A2)")]))),
    "booleans-in-words": lambda: Book(Sheet("真假", column([("true", "b"), ("false", "b")]))),
    "errors": lambda: errors(ERRORS),
    "errors-getting-data": lambda: errors(["#GETTING_DATA"]),
    "errors-of-later-versions": lambda: errors(LATER_ERRORS),
    "values-empty": empty_values,
    "formulas-with-cached-values": cached,
    "formulas-without-cached-values": missing_caches,
    "formulas-shared": shared_formulas,
    "formulas-array-and-table": array_formulas,
}
