"""Reads the first sheet of a workbook with a reader of somebody else's and writes it as CSV: what the benchmark compares with.

Usage: readers.py READER IN.xlsx OUT.csv, READER one of calamine, fastexcel, openpyxl, stream.
"""

import csv
import sys


def calamine(source, writer):
    """python-calamine."""
    from python_calamine import CalamineWorkbook

    writer.writerows(CalamineWorkbook.from_path(source).get_sheet_by_index(0).iter_rows())


def openpyxl(source, writer):
    """openpyxl in its streaming mode."""
    from openpyxl import load_workbook

    writer.writerows(load_workbook(source, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True))


def stream(source, writer):
    """stream-xlsx-py, in its fast mode: dates are serial numbers there."""
    import stream_xlsx_py

    for frame in stream_xlsx_py.read_xlsx(source, has_header=False, fast=True):
        writer.writerows(frame.iter_rows())


def main():
    """Reads and writes."""
    reader, source, target = sys.argv[1:]
    if reader == "fastexcel":
        import fastexcel

        fastexcel.read_excel(source).load_sheet(0).to_polars().write_csv(target)
        return
    with open(target, "w", encoding="utf-8", newline="") as file:
        {"calamine": calamine, "openpyxl": openpyxl, "stream": stream}[reader](source, csv.writer(file))


main()
