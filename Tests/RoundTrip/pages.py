"""Compares what LibreOffice prints of workbooks and of their copies: pages.py PAIRS.json FOLDER.

Prints for each pair the pages of both, and the largest share of pixels of a page that differ at 60 dpi."""

import json
import os
import subprocess
import sys

# How much a channel may differ: edges of letters are smoothed.
STEP = 24
FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Fixtures", "fonts.conf")


def printed(paths, folder, base):
    """PDF of each workbook, in one run; what LibreOffice does not open has none."""
    os.makedirs(folder, exist_ok=True)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{os.path.abspath(base)}/profile", "--convert-to", "pdf",
         "--outdir", folder, *paths],
        env={**os.environ, "FONTCONFIG_FILE": FONTS, "HOME": os.path.abspath(base)}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, timeout=1800, check=False)


def pages(path):
    """The pages of a PDF as (width, height, bytes)."""
    if not os.path.exists(path):
        return None
    raw = subprocess.run(["pdftoppm", "-r", "60", path], stdout=subprocess.PIPE, check=True).stdout
    found, place = [], 0
    while place < len(raw):
        assert raw[place:place + 2] == b"P6"
        end = place + 3
        numbers = []
        while len(numbers) < 3:
            stop = end
            while not raw[stop:stop + 1].isspace():
                stop += 1
            numbers.append(int(raw[end:stop]))
            end = stop + 1
        size = numbers[0] * numbers[1] * 3
        found.append((numbers[0], numbers[1], raw[end:end + size]))
        place = end + size
    return found


def difference(one, two):
    if one == two:
        return 0.0
    if one[:2] != two[:2]:
        return 1.0
    a, b = one[2], two[2]
    count = sum(
        1 for each in range(0, len(a), 3)
        if a[each:each + 3] != b[each:each + 3]
        and max(abs(a[each] - b[each]), abs(a[each + 1] - b[each + 1]), abs(a[each + 2] - b[each + 2])) > STEP)
    return count / (len(a) // 3)


pairs, base = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2]
os.makedirs(base, exist_ok=True)
printed([original for _, original, _ in pairs], base + "/originals", base)
printed([copy for _, _, copy in pairs], base + "/copies", base)
answers = []
for name, _, _ in pairs:
    pdf = name.rsplit(".", 1)[0] + ".pdf"
    one, two = (pages(f"{base}/{each}/{pdf}") for each in ("originals", "copies"))
    answers.append({
        "file": name, "original": len(one) if one else 0, "copy": len(two) if two else 0,
        "differs": max((difference(*each) for each in zip(one or [], two or [])), default=0)})
json.dump(answers, sys.stdout)
