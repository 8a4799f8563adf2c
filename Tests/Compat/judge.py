"""Says as JSON what independent readers find in workbooks: judge.py FOLDER... OUT.json

Each reader has each file in a process of its own, with a limit of time and of memory: a reader that hangs or dies says
nothing of the file, and that is noted.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import answers

SECONDS = 90
MEMORY = 3 << 30
# A longer answer is that of a file that means harm: a million cells merged into one, shown as a million.
LONGEST = 32 << 20
JUDGES = {"openpyxl": answers.openpyxl_answer, "calamine": answers.calamine_answer, "xlrd": answers.xlrd_answer}
KINDS = {".xlsx": ("openpyxl", "calamine"), ".xlsm": ("openpyxl", "calamine"), ".xls": ("xlrd", "calamine"), ".et": ("xlrd", "calamine")}


def ask(judge, path):
    """One reader's answer, from a process of its own."""
    command = [sys.executable, "-B", os.path.abspath(__file__), "--one", judge, path]
    def bounds():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (LONGEST, LONGEST))

    try:
        with tempfile.TemporaryFile() as answer:
            done = subprocess.run(
                command, stdout=answer, stderr=subprocess.PIPE, timeout=SECONDS, check=False, preexec_fn=bounds)
            answer.seek(0)
            said = answer.read()
    except subprocess.TimeoutExpired:
        return {"error": f"no answer in {SECONDS} seconds"}
    try:
        return json.loads(said)
    except ValueError:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return {"error": f"ended with status {done.returncode}: {said[-1] if said else ''}"}


def answer_one(judge, path):
    """Runs in the child: the answer, or the error in the reader's own words."""
    try:
        result = JUDGES[judge](path)
    except BaseException as error:  # a reader may also panic, which is no Exception
        result = {"error": f"{type(error).__name__}: {error}"}
    json.dump(result, sys.stdout, ensure_ascii=True)


def expectations(folder):
    """What a corpus's own index expects of its files: values, an error, or either."""
    index = os.path.join(folder, "index.csv")
    if not os.path.exists(index):
        return {}
    with open(index, encoding="utf-8") as stream:
        return {line["file"]: line["expected"] for line in csv.DictReader(stream)}


def judges_of(path):
    """The readers that know a file of this kind. What is only called .xls is none of theirs."""
    kind = os.path.splitext(path)[1].lower()
    if kind in (".xls", ".et"):
        with open(path, "rb") as stream:
            if stream.read(4) != b"\xD0\xCF\x11\xE0":
                return ()
    return KINDS.get(kind, ())


def judged(path, expected):
    return {
        "path": os.path.abspath(path),
        "name": os.path.basename(path),
        "expected": expected,
        "judges": {judge: ask(judge, path) for judge in judges_of(path)},
    }


def main(arguments):
    *folders, out = arguments
    paths, expected = [], []
    for folder in folders:
        known = expectations(folder)
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".md") and name != "index.csv":
                paths.append(os.path.join(folder, name))
                expected.append(known.get(name, ""))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        files = list(pool.map(judged, paths, expected))
    with open(out, "w", encoding="utf-8") as stream:
        json.dump({"files": files}, stream, ensure_ascii=False)
    print(f"{len(files)} files judged", file=sys.stderr)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        answer_one(*sys.argv[2:])
    else:
        main(sys.argv[1:])
