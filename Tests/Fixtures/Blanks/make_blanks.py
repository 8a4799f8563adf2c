"""Writes the blanks of this folder and what fills them: make_blanks.py [FOLDER]

Needs python3-openpyxl. The same bytes each time. README.md says which published form each is drawn after.
"""

import os
import sys

import department_forms as department
import inputs
import project_forms as project

FORMS = {
    "national-export": (project.national_export, inputs.EXPORT),
    "filler-rows": (project.filler_rows, inputs.FILLER),
    "two-row-heading": (project.two_row_heading, inputs.TWO_ROW),
    "numbered-report": (project.numbered_report, inputs.NUMBERED),
    "flat-list": (department.flat_list, inputs.FLAT),
    "fixed-indicators": (department.fixed_indicators, inputs.FIXED),
    "department-tasks": (department.department_tasks, inputs.TASKS),
    "landscape": (project.landscape, inputs.LANDSCAPE),
    "fixed-above-repeat": (project.fixed_above_repeat, inputs.REPEAT),
    "second-sheet": (project.second_sheet, inputs.SECOND),
}


def main(folder):
    for name, (draw, table) in FORMS.items():
        made = inputs.text_bytes(table) if table["file"] == "csv" else inputs.workbook_bytes(table)
        for file, content in [(f"blank-{name}.xlsx", draw().bytes()), (f"blank-{name}-input.{table['file']}", made)]:
            with open(os.path.join(folder, file), "wb") as stream:
                stream.write(content)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
