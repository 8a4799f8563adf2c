"""Writes workbooks that each exercise one thing a reader meets: make_workbooks.py FOLDER

The same bytes each time. A file's name says what it exercises. What LibreOffice opens of the XLSX files it also saves as XLS.
"""

import glob
import os
import subprocess
import sys
import tempfile

import cases_dates
import cases_libraries
import cases_numbers
import cases_old
import cases_package
import cases_sheets
import cases_text
import cases_xls

ROOMS = [cases_text, cases_numbers, cases_dates, cases_sheets, cases_package, cases_libraries]
OLD_ROOMS = [cases_xls, cases_old]
# Templates whose blanks become XLS too.
BLANKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Templates", "*", "form.xlsx")


def write(folder, name, made):
    with open(os.path.join(folder, name), "wb") as stream:
        stream.write(made if isinstance(made, bytes) else made.bytes())


def save_as_old(folder):
    """LibreOffice's own XLS of what stands there; what it can't open has none."""
    blanks = []
    for blank in sorted(glob.glob(BLANKS)):
        name = os.path.join(folder, "form-" + os.path.basename(os.path.dirname(blank)) + ".xlsx")
        with open(blank, "rb") as source, open(name, "wb") as target:
            target.write(source.read())
        blanks.append(name)
    paths = sorted(glob.glob(os.path.join(folder, "*.xlsx")))
    with tempfile.TemporaryDirectory() as profile:
        out = os.path.join(profile, "out")
        for start in range(0, len(paths), 20):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}/profile", "--headless", "--convert-to", "xls:MS Excel 97",
                 "--outdir", out, *paths[start:start + 20]], capture_output=True, timeout=600, check=False)
        for made in sorted(glob.glob(os.path.join(out, "*.xls"))):
            os.replace(made, os.path.join(folder, "lo-" + os.path.basename(made)))
    return len(glob.glob(os.path.join(folder, "lo-*.xls")))


def main(folder):
    os.makedirs(folder, exist_ok=True)
    count = 0
    for room in ROOMS:
        for name, make in room.CASES.items():
            write(folder, name + ".xlsx", make())
            count += 1
    count += save_as_old(folder)
    for room in OLD_ROOMS:
        for name, make in room.CASES.items():
            write(folder, name + ".xls", make())
            count += 1
    print(f"{count} workbooks made in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
