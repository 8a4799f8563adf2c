"""Workbooks whose sheets are laid out oddly: sparse, out of order, at the edges, hidden, named in every way."""

from package import DECLARATION, MAIN, OFFICE, Book, Sheet, cell, row, words

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def one(rows, **options):
    return Book(Sheet("表", rows, **options))


def numbered(count=3):
    return "".join(row(index, cell(f"A{index}", index), cell(f"B{index}", index * 10)) for index in range(1, count + 1))


def merges(*ranges):
    return f'<mergeCells count="{len(ranges)}">' + "".join(f'<mergeCell ref="{each}"/>' for each in ranges) + "</mergeCells>"


def visibility():
    return Book(Sheet("可见", row(1, cell("A1", 1))), Sheet("隐藏", row(1, cell("A1", 2)), state="hidden"),
                Sheet("深藏", row(1, cell("A1", 3)), state="veryHidden"), Sheet("明写", row(1, cell("A1", 4)), state="visible"))


def names():
    labels = ["O'Brien", '说"好"', "A&B<C>", "绩效自评表（2022年）", " 前后空格 ", "😀表", "x" * 31, "1", "TRUE"]
    return Book(*(Sheet(label, row(1, cell("A1", index))) for index, label in enumerate(labels)))


def reversed_order():
    return Book(*(Sheet(f"第{index}", row(1, cell("A1", index)), part=f"xl/worksheets/sheet{4 - index}.xml")
                  for index in range(1, 4)))


def chartsheets():
    chart = f'{DECLARATION}<chartsheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>'
    return Book(Sheet("数据", row(1, cell("A1", 1))), Sheet("图表", kind="chartsheet", whole=chart),
                Sheet("说明", row(1, words("A1", "后面的表"))))


def alternate_content():
    choice = ('<mc:AlternateContent><mc:Choice Requires="x14"><x14:c xmlns:x14="%s"/>{0}</mc:Choice>'
              "<mc:Fallback>{1}</mc:Fallback></mc:AlternateContent>") % X14
    controls = choice.format("<controls/>", "<legacyDrawing r:id='rId9'/>")
    views = choice.format("", "")
    return one(numbered(), before=views, after=controls.replace(" r:id='rId9'", ""))


def alternate_rows():
    switch = ('<mc:AlternateContent><mc:Choice xmlns:v="urn:of-no-one" Requires="v"><row r="2"><c r="A2"><v>1</v></c></row></mc:Choice>'
              '<mc:Fallback><row r="2"><c r="A2"><v>2</v></c></row></mc:Fallback></mc:AlternateContent>')
    return one(row(1, cell("A1", 1)) + switch + row(3, cell("A3", 3)))


def foreign_elements():
    extension = (f'<extLst><ext uri="{{0}}" xmlns:x14="{X14}"><x14:sheetData><x14:row r="9"><x14:c r="A9"><x14:v>9</x14:v></x14:c>'
                 "</x14:row></x14:sheetData></ext></extLst>")
    inside = f'<c r="A4" xmlns:x14="{X14}"><x14:v>7</x14:v><v>4</v><extLst><ext uri="{{1}}"><x14:v>8</x14:v></ext></extLst></c>'
    return one(numbered() + row(4, inside), after=extension)


def foreign_attributes():
    rows = ('<row r="1" xmlns:x="urn:x" x:r="7" spans="1:9" x14ac:dyDescent="0.2" xmlns:x14ac="urn:y">'
            '<c x:r="C9" r="A1" x:t="s" x:s="5"><v>1</v></c><c vm="1" ph="1" r="B1"><v x:y="1">2</v></c></row>')
    return one(rows)


def hidden_rows_and_columns():
    rows = row(1, cell("A1", 1), cell("B1", 2)) + '<row r="2" hidden="1"><c r="A2"><v>3</v></c></row>'
    return one(rows + row(3, cell("A3", 4)), before='<cols><col min="2" max="2" width="9" hidden="1" customWidth="1"/></cols>')


def out_of_order():
    return one(row(1, cell("C1", 3), cell("A1", 1), cell("B1", 2)) + row(2, cell("B2", 5), cell("A2", 4)))


def rows_out_of_order():
    return one(row(3, cell("A3", 3)) + row(1, cell("A1", 1)) + row(2, cell("A2", 2)))


CASES = {
    "cells-without-address": lambda: one('<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c><v>3</v></c></row>'),
    "cells-with-and-without-address": lambda: one(
        '<row r="1"><c r="B1"><v>1</v></c><c><v>2</v></c><c r="E1"><v>3</v></c><c><v>4</v></c></row>'),
    "rows-without-number": lambda: one('<row><c><v>1</v></c></row><row/><row><c><v>3</v></c><c><v>4</v></c></row>'),
    "rows-without-number-after-a-gap": lambda: one('<row r="4"><c><v>1</v></c></row><row><c><v>2</v></c></row>'),
    "rows-without-number-cells-with-address": lambda: one(
        '<row><c r="A2"><v>1</v></c></row><row><c r="A5"><v>2</v></c><c r="C5"><v>3</v></c></row>'),
    "rows-sparse": lambda: one(row(2, cell("C2", 1)) + row(100, cell("Z100", 2)) + row(5000, cell("AA5000", 3))),
    "cells-out-of-order": out_of_order,
    "rows-out-of-order": rows_out_of_order,
    "cells-repeated": lambda: one(
        row(1, cell("A1", 1), cell("A1"), cell("B1", 2), cell("B1", 3), cell("C1"), cell("C1", 4))
        + row(2, cell("A2", 5)) + row(2, cell("A2"), cell("B2", 6))),
    "cells-addressed-in-small-letters": lambda: one(row(1, cell("a1", 1), cell("b1", 2))),
    "edge-last-column": lambda: one(row(1, cell("A1", 1), cell("XFD1", 2))),
    "edge-last-row": lambda: one(row(1, cell("A1", 1)) + row(1048576, cell("A1048576", 2))),
    "edge-last-cell": lambda: one(row(1048576, cell("XFD1048576", 1))),
    "dimension-missing": lambda: one(numbered()),
    "dimension-too-small": lambda: one(numbered(), before='<dimension ref="A1"/>'),
    "dimension-too-large": lambda: one(numbered(), before='<dimension ref="A1:XFD1048576"/>'),
    "dimension-elsewhere": lambda: one(numbered(), before='<dimension ref="D10:F20"/>'),
    "dimension-no-range": lambda: one(numbered(), before='<dimension ref=""/>'),
    "merges": lambda: one(numbered(6), after=merges("A1:B1", "A3:A4", "C1:E6")),
    "merges-over-values": lambda: one(numbered(4), after=merges("A1:B2", "A3:A4")),
    "merges-odd": lambda: one(numbered(2), after=merges("A1:B1", "D4:D4", "F9:G10")),
    "merges-beyond-the-cells": lambda: one(row(1, cell("A1", 1)), after=merges("B2:C3", "A1:A2000")),
    "rows-and-columns-hidden": hidden_rows_and_columns,
    "sheets-hidden": visibility,
    "sheets-names": names,
    "sheets-name-escaped": lambda: Book(Sheet("_x0041_表", row(1, cell("A1", 1)))),
    "sheets-parts-in-reverse": reversed_order,
    "sheets-chartsheet-between": chartsheets,
    "sheets-empty": lambda: Book(Sheet("空"), Sheet("有", row(1, cell("A1", 1))), Sheet("空行", '<row r="5"/><row r="9"></row>'),
                                 Sheet("自闭", whole=f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>')),
    "markup-alternate-content": alternate_content,
    "markup-alternate-rows": alternate_rows,
    "markup-foreign-elements": foreign_elements,
    "markup-foreign-attributes": foreign_attributes,
}
