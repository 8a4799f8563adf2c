"""What the blanks are made with: boxes, lines of text, page set-up, and files that are the same each time."""

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.cell_range import CellRange

YELLOW = "FFFF99"


class Blank:
    """A sheet that is drawn box by box."""

    def __init__(self, widths, sheet="自评表", face="宋体", size=10.5, line="thin", slot_fill=None):
        self.book = Workbook()
        self.sheet = self.book.active
        self.sheet.title = sheet
        self.face, self.size, self.line, self.slot_fill = face, size, line, slot_fill
        for index, width in enumerate(widths):
            self.sheet.column_dimensions[chr(65 + index)].width = width
        self.last = chr(64 + len(widths))

    def _style(self, cells, text, boxed, face, size, bold, align, rotate, fill, wrap, number, top):
        area = CellRange(cells)
        side = Side(style=self.line if boxed else None)
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                cell = self.sheet.cell(row, column)
                if boxed:
                    cell.border = Border(left=side, right=side, top=side, bottom=side)
                cell.font = Font(name=face or self.face, size=size or self.size, bold=bold)
                cell.alignment = Alignment(
                    horizontal=align, vertical="top" if top else "center", wrap_text=wrap, text_rotation=rotate)
                if fill:
                    cell.fill = PatternFill("solid", fgColor=fill)
                if number:
                    cell.number_format = number
        if area.size["rows"] > 1 or area.size["columns"] > 1:
            self.sheet.merge_cells(cells)
        if text is not None:
            self.sheet.cell(area.min_row, area.min_col, text)

    def label(self, cells, text, face=None, size=None, bold=False, align="center", rotate=0, fill=None, top=False):
        """A printed label in a box."""
        self._style(cells, text, True, face, size, bold, align, rotate, fill, True, None, top)

    def slot(self, cells, text=None, align="center", number=None, top=False):
        """A place to be filled."""
        self._style(cells, text, True, None, None, False, align, 0, self.slot_fill, True, number, top)

    def slots(self, row, columns, **named):
        """Slots of a row, one for each run of columns: `"D", "E:F"`."""
        for part in columns.split():
            first, _, last = part.partition(":")
            self.slot(f"{first}{row}:{last or first}{row}", **named)

    def labels(self, row, pairs, **named):
        """Labels of a row: `("A:B", "项目名称")`."""
        for part, text in pairs:
            first, _, last = part.partition(":")
            self.label(f"{first}{row}:{last or first}{row}", text, **named)

    def text(self, cells, text, face=None, size=None, bold=False, align="left", wrap=False):
        """Text outside of the boxes: a title, a note, a signature."""
        self._style(cells, text, False, face, size, bold, align, 0, None, wrap, None, False)

    def heights(self, heights):
        """Heights by row: `{1: 30, "6-9": 20}`."""
        for rows, height in heights.items():
            first, _, last = str(rows).partition("-")
            for row in range(int(first), int(last or first) + 1):
                self.sheet.row_dimensions[row].height = height

    def page(self, area, landscape=False, titles=None, margins=(0.6, 0.6, 0.7, 0.7), high=0, center=True, paper=9):
        """Print set-up as bureaus give it."""
        setup = self.sheet.page_setup
        setup.paperSize, setup.orientation = paper, "landscape" if landscape else "portrait"
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        setup.fitToWidth, setup.fitToHeight = 1, high
        left, right, top, bottom = margins
        edges = self.sheet.page_margins
        edges.left, edges.right, edges.top, edges.bottom = left, right, top, bottom
        self.sheet.print_options.horizontalCentered = center
        self.sheet.print_area = area
        if titles:
            self.sheet.print_title_rows = titles

    def bytes(self):
        """The file, without the times that would make it another each day."""
        made = io.BytesIO()
        self.book.save(made)
        return pinned(made.getvalue())


def pinned(data):
    """A package with its times set to the first moment of the format."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return result.getvalue()
