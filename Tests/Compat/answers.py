"""What a reader finds in a workbook, in one form for all readers.

A cell is [row, column, kind, text], both counted from 0. A number's text is plain decimal of 15 significant digits, a
date's is ISO 8601 with thousandths where it has some, a duration's is its seconds.
"""

import datetime
import io
import warnings
from decimal import ROUND_HALF_UP, Context, Decimal

FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP, Emax=999999, Emin=-999999)


def number_text(value):
    # From the exact binary value, as Excel shows it: the shortest text of it would round a second time.
    rounded = FIFTEEN.create_decimal(Decimal(value))
    if not rounded.is_finite():
        return str(value)
    text = format(rounded, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def to_thousandth(value):
    """Rounded to thousandths of a second: beyond them is what binary fractions add."""
    rest = value.microsecond % 1000
    return value + datetime.timedelta(microseconds=1000 - rest if rest >= 500 else -rest)


def iso(value):
    return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")


def described(value):
    """Kind and text of a value; None for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "boolean", "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return "number", number_text(value)
    if isinstance(value, datetime.datetime):
        return "datetime", iso(to_thousandth(value))
    if isinstance(value, datetime.date):
        return "date", value.isoformat()
    if isinstance(value, datetime.time):
        anchored = to_thousandth(datetime.datetime.combine(datetime.date(2000, 1, 1), value))
        # A time that rounds to midnight is that of the next day.
        return "time", iso(anchored.time()) if anchored.day == 1 else "24:00:00"
    if isinstance(value, datetime.timedelta):
        return "duration", number_text(value.total_seconds())
    return "text", str(value)


def sheet_answer(name, cells, merges):
    return {"name": name, "cells": cells, "merges": sorted(merges)}


def openpyxl_answer(path):
    import openpyxl

    warnings.simplefilter("ignore")
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        cells = []
        for (line, place), cell in sorted(sheet._cells.items()):
            found = described(cell.value)
            if found and cell.data_type == "e":
                found = "error", found[1]
            if found:
                cells.append([line - 1, place - 1, *found])
        sheets.append(sheet_answer(sheet.title, cells, [str(each) for each in sheet.merged_cells.ranges]))
    return {"sheets": sheets}


def calamine_answer(path):
    from openpyxl.utils import get_column_letter
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    def area(found):
        (top, left), (bottom, right) = found
        return f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}"

    book = CalamineWorkbook.from_path(path)
    sheets = []
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells = []
        # The area in use alone, moved by where it begins: the whole sheet would be 17 thousand million cells at worst.
        top, left = sheet.start or (0, 0)
        for line, values in enumerate(sheet.to_python(skip_empty_area=True)):
            for place, value in enumerate(values):
                found = described(value)
                if found:
                    cells.append([top + line, left + place, *found])
        sheets.append(sheet_answer(about.name, cells, [area(each) for each in sheet.merged_cell_ranges or []]))
    return {"sheets": sheets}


def xlrd_answer(path):
    import xlrd
    from openpyxl.utils import get_column_letter

    # Ragged rows: else a cell in the last place makes 17 million of them.
    book = xlrd.open_workbook(path, formatting_info=True, ragged_rows=True, logfile=io.StringIO())

    def value_of(cell):
        if cell.ctype == xlrd.XL_CELL_TEXT:
            return cell.value
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            return cell.value
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        if cell.ctype != xlrd.XL_CELL_DATE:
            return None
        code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        if "[h" in code.lower() or "[m" in code.lower() or "[s" in code.lower():
            return datetime.timedelta(days=cell.value)
        try:
            return xlrd.xldate.xldate_as_datetime(cell.value, book.datemode)
        except (ValueError, OverflowError):
            return cell.value

    sheets = []
    for sheet in book.sheets():
        cells = []
        for line in range(sheet.nrows):
            for place in range(sheet.row_len(line)):
                cell = sheet.cell(line, place)
                found = described(value_of(cell))
                if cell.ctype == xlrd.XL_CELL_ERROR:
                    found = "error", xlrd.error_text_from_code[cell.value]
                if found:
                    cells.append([line, place, *found])
        merges = [
            f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right)}{bottom}"
            for top, bottom, left, right in sheet.merged_cells if (bottom - top, right - left) != (1, 1)]
        sheets.append(sheet_answer(sheet.name, cells, merges))
    return {"sheets": sheets}
