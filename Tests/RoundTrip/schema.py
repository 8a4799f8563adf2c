"""Holds written workbooks against the transitional schema and the rules around it: schema.py LINT FOLDER.

LINT is the path of xlsx_lint.py, which stands beside the checkout. In FOLDER, each workbook under `schema` must have no violation at all;
each one under `copies` has none that its original under `workbooks` does not have: what was carried as it stood is not ours.
Prints what is wrong and how much was looked at; exits with 1 when something is."""

import collections
import importlib.util
import pathlib
import sys


def main():
    lint_path, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    spec = importlib.util.spec_from_file_location("xlsx_lint", lint_path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def kinds(path):
        violations, _ = module.lint(str(path))
        return collections.Counter((kind, str(detail)) for kind, _, detail in violations)

    wrong = 0
    own = sorted((folder / "schema").rglob("*.xlsx")) if (folder / "schema").exists() else []
    for path in own:
        for (kind, detail), count in kinds(path).items():
            wrong += 1
            print(f"{path.relative_to(folder)}: {kind} {detail[:200]} ({count})")
    copies = sorted((folder / "copies").glob("*.xlsx"))
    for path in copies:
        try:
            before = kinds(folder / "workbooks" / path.name)
        except Exception:  # An original so odd that it can't be looked at: its copy must be whole all the same.
            before = collections.Counter()
        known = {kind for kind, _ in before}
        for (kind, detail), count in kinds(path).items():
            if kind not in known:
                wrong += 1
                print(f"copies/{path.name}: {kind} {detail[:200]} ({count})")
    print(f"schema: {len(own)} workbooks written here and {len(copies)} copies looked at, {wrong} violations")
    # Nothing looked at is nothing proved.
    sys.exit(1 if wrong or len(own) < 20 else 0)


main()
