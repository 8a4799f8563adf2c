"""Writes workbooks that each exercise one thing a reader meets: make_workbooks.py FOLDER

The same bytes each time. A file's name says what it exercises.
"""

import os
import sys

import cases_dates
import cases_libraries
import cases_numbers
import cases_package
import cases_sheets
import cases_text

ROOMS = [cases_text, cases_numbers, cases_dates, cases_sheets, cases_package, cases_libraries]


def main(folder):
    os.makedirs(folder, exist_ok=True)
    count = 0
    for room in ROOMS:
        for name, make in room.CASES.items():
            made = make()
            with open(os.path.join(folder, name + ".xlsx"), "wb") as stream:
                stream.write(made if isinstance(made, bytes) else made.bytes())
            count += 1
    print(f"{count} workbooks made in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
