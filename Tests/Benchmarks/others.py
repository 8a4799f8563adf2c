"""A workbook's first sheet as CSV, by another reader: others.py READER IN.xlsx OUT.csv

With a reader alone it is only imported: the exit status says whether it is there. One process a reader, so that its memory
is its own. Each is used as its documentation shows for a whole sheet.
"""

import csv
import importlib
import sys
from datetime import date, datetime

MODULES = {
    "calamine": ["python_calamine"],
    "openpyxl": ["openpyxl"],
    "xlsx2csv": ["xlsx2csv"],
    "fastexcel": ["fastexcel", "polars"],
    "stream_xlsx_py": ["stream_xlsx_py", "polars"],
}


def plain(value):
    """A value as a person would write it: whole numbers without decimals, dates as ISO 8601."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value


def write(rows, target):
    """Rows of values as CSV."""
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in rows:
            writer.writerow([plain(value) for value in row])


def calamine(source, target):
    from python_calamine import CalamineWorkbook

    write(CalamineWorkbook.from_path(source).get_sheet_by_index(0).iter_rows(), target)


def openpyxl(source, target):
    from openpyxl import load_workbook

    write(load_workbook(source, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True), target)


def xlsx2csv(source, target):
    from xlsx2csv import Xlsx2csv

    Xlsx2csv(source, outputencoding="utf-8", dateformat="%Y-%m-%d", lineterminator="\n").convert(target)


def fastexcel(source, target):
    import fastexcel as reader

    reader.read_excel(source).load_sheet(0).to_polars().write_csv(target)


def stream_xlsx_py(source, target):
    import stream_xlsx_py as reader

    with open(target, "wb") as file:
        for number, frame in enumerate(reader.read_xlsx(source, fast=True)):
            frame.write_csv(file, include_header=number == 0)


def main():
    """Imports a reader, and has it read when there is something to read."""
    for module in MODULES[sys.argv[1]]:
        importlib.import_module(module)
    if len(sys.argv) > 2:
        globals()[sys.argv[1]](*sys.argv[2:])


main()
