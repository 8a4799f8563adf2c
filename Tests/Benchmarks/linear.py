"""The time of each command grows with what it is given, not with its square: linear.py PROGRAM.

Of each kind of hostile input two are made, one four times as large, and the processor time of each command is compared, less that of an input
with nothing added. Never an absolute time: a machine may be slow. An input that is refused, in words and at once, passes."""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLANK = ROOT / "Templates/national-project/form.xlsx"
TABLE = ROOT / "Templates/national-project/example/指标表.xlsx"
# Four times the input may take ten times the time: caches are small, and sorting is not quite linear. With its square it would take sixteen.
MOST = 10.0
# Differences below this many seconds are noise.
NOISE = 0.15


def changed(path, part, before, added):
    with zipfile.ZipFile(BLANK) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                text = content.decode("utf-8")
                assert before in text, (part, before)
                content = text.replace(before, added + before, 1).encode("utf-8")
            target.writestr(name, content)


SHEET = "xl/worksheets/sheet1.xml"


def merges(path, count):
    changed(path, SHEET, "</mergeCells>", "".join(f'<mergeCell ref="A{100 + n}:B{100 + n}"/>' for n in range(count)))


def overlapping(path, count):
    changed(path, SHEET, "</mergeCells>", '<mergeCell ref="A100:D120"/>' * count)


def stairs(path, count):
    changed(path, SHEET, "</mergeCells>",
            "".join(f'<mergeCell ref="A{100 + n % 400}:GR{5100 + n % 400}"/>' for n in range(count)))


def rows(path, count):
    changed(path, SHEET, "</sheetData>",
            "".join(f'<row r="{n}" ht="20" customHeight="1"/>' for n in range(100, 100 + count)))


def styles(path, count):
    changed(path, "xl/styles.xml", "</cellXfs>", "<xf/>" * count)


def conditions(path, count):
    one = '<conditionalFormatting sqref="A{0}"><cfRule type="expression" priority="{0}"><formula>1</formula></cfRule></conditionalFormatting>'
    with zipfile.ZipFile(BLANK) as source:
        text = source.read(SHEET).decode("utf-8")
    mark = next(m for m in ("<printOptions", "<pageMargins") if m in text)
    changed(path, SHEET, mark, "".join(one.format(n) for n in range(1, count + 1)))


KINDS = [(merges, 50_000), (overlapping, 20_000), (stairs, 20_000), (rows, 50_000), (styles, 15_000), (conditions, 20_000)]


def commands(path, folder):
    out = str(folder / "out")
    return [
        ("check", ["check", path]), ("check --mark", ["check", "--mark", path]), ("explain", ["explain", path]),
        ("fill --form", ["fill", str(TABLE), "--form", path, "-o", out, "--force"]),
        ("diff", ["diff", str(BLANK), path]), ("convert", ["convert", path, "-o", out + ".csv", "--force"]),
        ("sheets", ["sheets", path]),
    ]


def seconds(program, arguments):
    """Processor time of a run, the lesser of two."""
    best = None
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([program] + arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode < 0 or done.returncode in (64, 66, 70):
            sys.exit(f"{arguments}: {done.returncode} {done.stderr.decode('utf-8', 'replace')[:500]}")
        time = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        best = time if best is None else min(best, time)
    return best


def main():
    program = os.path.abspath(sys.argv[1])
    os.environ.setdefault("ZIPINGBIAO_TEMPLATES", str(ROOT / "Templates"))
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for make, count in KINDS:
            times = []
            for size in (1, count, 4 * count):
                path = folder / f"{make.__name__}-{size}.xlsx"
                make(path, size)
                times.append([seconds(program, arguments) for _, arguments in commands(str(path), folder)])
            for (command, _), base, one, four in zip(commands("", folder), *times):
                small, large = max(one - base, NOISE / 4), four - base
                ratio = large / small
                is_wrong = large > NOISE and ratio > MOST
                wrong += is_wrong
                print(f"{make.__name__:12} {command:13} {one:6.2f} s {four:6.2f} s  x{max(ratio, 0):4.1f}" + ("  NOT LINEAR" if is_wrong else ""))
    sys.exit(1 if wrong else 0)


main()
