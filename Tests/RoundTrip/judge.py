"""Compares workbooks and their copies by openpyxl, attribute by attribute: judge.py PAIRS.json, a list of [name, original, copy].

Prints for each pair how many attributes were compared and which differ."""

import colorsys
import hashlib
import json
import math
import sys
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl
from openpyxl.styles.colors import COLOR_INDEX

try:
    import openpyxl.cell.rich_text
    RICH = True
except ImportError:
    RICH = False
warnings.simplefilter("ignore")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"]


class Colours:
    """What the colours of a workbook are, whatever way they are named."""

    def __init__(self, book):
        self.theme = {}
        if book.loaded_theme:
            scheme = ElementTree.fromstring(book.loaded_theme).find(f".//{DRAWING}clrScheme")
            for index, name in enumerate(ORDER):
                entry = scheme.find(DRAWING + name) if scheme is not None else None
                if entry is not None and len(entry):
                    self.theme[index] = entry[0].get("lastClr") or entry[0].get("val")
        else:
            # That of a workbook without a theme: Office's.
            self.theme = dict(enumerate(
                "FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080".split()))
        self.palette = list(book._colors) if getattr(book, "_colors", None) else list(COLOR_INDEX)

    def plain(self, colour):
        """RRGGBB, or None for the automatic colour."""
        if colour is None or colour.type == "auto":
            return None
        if colour.type == "rgb":
            value = colour.rgb if isinstance(colour.rgb, str) else None
        elif colour.type == "theme":
            value = self.theme.get(colour.theme)
        else:
            value = self.palette[colour.indexed] if colour.indexed < 64 and colour.indexed < len(self.palette) else None
        if value is None:
            return None
        value = value[-6:].upper()
        if not colour.tint:
            return value
        red, green, blue = (int(value[each:each + 2], 16) / 255 for each in (0, 2, 4))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        light = light * (1 + colour.tint) if colour.tint < 0 else light * (1 - colour.tint) + colour.tint
        return "".join(f"{round(each * 255):02X}" for each in colorsys.hls_to_rgb(hue, light, saturation))


def same(one, two):
    """Equal, colours to one step of each channel, numbers to 15 digits."""
    if one == two:
        return True
    if isinstance(one, str) and isinstance(two, str) and len(one) == len(two) == 6:
        try:
            return all(abs(int(one[each:each + 2], 16) - int(two[each:each + 2], 16)) <= 1 for each in (0, 2, 4))
        except ValueError:
            return False
    if isinstance(one, float) or isinstance(two, float):
        try:
            return math.isclose(float(one), float(two), rel_tol=1e-14)
        except (TypeError, ValueError):
            return False
    return False


def text(value):
    if hasattr(value, "ref") and hasattr(value, "text"):
        return f"{{{value.ref} {value.text}}}"
    return value if isinstance(value, (int, float, bool, type(None))) else str(value)


def rich(value):
    if not RICH or not isinstance(value, openpyxl.cell.rich_text.CellRichText):
        return None
    return str([(str(each), None if isinstance(each, str) else (each.font.rFont, each.font.sz, bool(each.font.b)))
                for each in value])


def cell_attributes(cell, colours):
    font, fill, border, alignment = cell.font, cell.fill, cell.border, cell.alignment
    # An empty text is no value; a text in the cell itself is one in the shared texts afterwards.
    isEmpty = cell.value is None or cell.value == ""
    yield "value", None if isEmpty else text(cell.value)
    yield "kind", None if isEmpty else "s" if cell.data_type == "inlineStr" else cell.data_type
    yield "rich", rich(cell.value)
    yield "format", cell.number_format
    for name in ("name", "sz", "u", "vertAlign", "charset", "family"):
        yield "font." + name, getattr(font, name)
    for name in ("b", "i", "strike", "outline", "shadow"):
        yield "font." + name, bool(getattr(font, name))
    yield "font.color", colours.plain(font.color)
    if fill.tagname == "gradientFill":
        yield "fill", str([(each.position, colours.plain(each.color)) for each in fill.stop] + [fill.degree])
    else:
        yield "fill", fill.fill_type
        yield "fill.front", colours.plain(fill.fgColor) if fill.fill_type else None
        # What is behind a solid colour is not seen.
        yield "fill.back", colours.plain(fill.bgColor) if fill.fill_type not in (None, "solid") else None
    for name in ("left", "right", "top", "bottom", "diagonal"):
        edge = getattr(border, name)
        line = edge.style if edge and edge.style != "none" else None
        yield "border." + name, line
        yield f"border.{name}.color", colours.plain(edge.color) if line else None
    yield "border.rises", bool(border.diagonalUp)
    yield "border.falls", bool(border.diagonalDown)
    yield "alignment.horizontal", alignment.horizontal or "general"
    yield "alignment.vertical", alignment.vertical or "bottom"
    for name in ("wrap_text", "shrink_to_fit", "justifyLastLine"):
        yield "alignment." + name, bool(getattr(alignment, name))
    for name in ("indent", "text_rotation", "readingOrder"):
        yield "alignment." + name, int(getattr(alignment, name) or 0)
    yield "locked", cell.protection.locked is not False
    yield "hidden", bool(cell.protection.hidden)
    comment = cell.comment
    yield "comment", comment and comment.text
    yield "comment.author", comment and comment.author
    yield "comment.size", comment and (comment.width, comment.height)
    link = cell.hyperlink
    for name in ("ref", "target", "location", "tooltip"):
        yield "link." + name, link and getattr(link, name)


def markup(item):
    return ElementTree.tostring(item.to_tree(), encoding="unicode") if item is not None else None


def plain_rule(rule, colours):
    style = rule.dxf
    look = None
    if style is not None:
        look = (
            style.font and (bool(style.font.b), colours.plain(style.font.color)),
            style.fill and (style.fill.fill_type, colours.plain(getattr(style.fill, "bgColor", None))),
            style.numFmt and style.numFmt.formatCode, style.border and style.border.left and style.border.left.style)
    parts = [None if each is None else markup(each) for each in (rule.colorScale, rule.dataBar, rule.iconSet)]
    return str((rule.type, rule.operator, rule.formula, rule.priority, bool(rule.stopIfTrue), rule.text, rule.rank, look, parts))


def column_layouts(sheet):
    runs = [(each.min, each.max, each) for each in sheet.column_dimensions.values() if each.min]
    for number in [*range(1, 201), *range(1000, 16384, 1000), 16384]:
        found = next((each for first, last, each in runs if first <= number <= last), None)
        if found is not None:
            yield number, found


def sheet_attributes(sheet, colours):
    page, margins, view = sheet.page_setup, sheet.page_margins, sheet.sheet_view
    yield "title", sheet.title
    yield "state", sheet.sheet_state
    yield "merges", str(sorted(str(each) for each in sheet.merged_cells.ranges))
    yield "tab", colours.plain(sheet.sheet_properties.tabColor)
    outline = sheet.sheet_properties.outlinePr
    yield "outline", (outline.summaryBelow, outline.summaryRight) if outline else (True, True)
    yield "fit", bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)
    for name in ("paperSize", "scale", "fitToWidth", "fitToHeight", "firstPageNumber", "pageOrder", "cellComments", "copies",
                 "errors"):
        value = getattr(page, name)
        usual = {"scale": 100, "fitToWidth": 1, "fitToHeight": 1, "pageOrder": "downThenOver"}.get(name)
        yield "page." + name, usual if value is None else value
    for name in ("blackAndWhite", "draft", "useFirstPageNumber"):
        yield "page." + name, bool(getattr(page, name))
    yield "page.orientation", page.orientation if page.orientation == "landscape" else "portrait"
    for name in ("left", "right", "top", "bottom", "header", "footer"):
        yield "margin." + name, getattr(margins, name)
    for name in ("gridLines", "headings", "horizontalCentered", "verticalCentered"):
        yield "print." + name, bool(getattr(sheet.print_options, name))
    for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
        header = getattr(sheet.HeaderFooter, name)
        for part in ("left", "center", "right"):
            item = getattr(header, part)
            yield f"{name}.{part}", (item.text, item.font, item.size, item.color)
    for name in ("differentOddEven", "differentFirst", "scaleWithDoc", "alignWithMargins"):
        value = getattr(sheet.HeaderFooter, name)
        yield "header." + name, bool(value if value is not None else name in ("scaleWithDoc", "alignWithMargins"))
    yield "print.area", str(sheet.print_area)
    yield "print.rows", str(sheet.print_title_rows).replace("$", "")
    yield "print.columns", str(sheet.print_title_cols).replace("$", "")
    yield "breaks.rows", str(sorted({each.id for each in sheet.row_breaks.brk}))
    yield "breaks.columns", str(sorted({each.id for each in sheet.col_breaks.brk}))
    yield "frozen", sheet.freeze_panes
    for name in ("showGridLines", "showRowColHeaders", "showZeros", "rightToLeft", "showFormulas"):
        value = getattr(view, name)
        yield "view." + name, bool(value if value is not None else name in ("showGridLines", "showRowColHeaders", "showZeros"))
    yield "view.zoom", view.zoomScale or 100
    yield "view.kind", view.view or "normal"
    yield "view.top", view.topLeftCell
    pane = view.pane
    yield "view.pane", pane and (pane.state, pane.xSplit or 0, pane.ySplit or 0, pane.topLeftCell, pane.activePane)
    formats = sheet.sheet_format
    yield "height", formats.defaultRowHeight
    yield "width", formats.defaultColWidth
    for number, layout in column_layouts(sheet):
        for name in ("width", "hidden", "outlineLevel", "collapsed"):
            yield f"column {number} {name}", getattr(layout, name) or 0
        yield f"column {number} set", bool(layout.customWidth)
    for number, layout in sheet.row_dimensions.items():
        for name in ("height", "hidden", "outlineLevel", "collapsed", "thickTop", "thickBot"):
            yield f"row {number} {name}", getattr(layout, name) or None
    for index, check in enumerate(sheet.data_validations.dataValidation if sheet.data_validations else []):
        yield f"check {index}", markup(check)
    for index, format in enumerate(sheet.conditional_formatting):
        yield f"condition {index}", str(format.sqref) + str([plain_rule(each, colours) for each in format.rules])
    yield "filter", markup(sheet.auto_filter) if sheet.auto_filter and sheet.auto_filter.ref else None
    yield "protection", markup(sheet.protection) if sheet.protection.sheet else None
    for table in sheet.tables.values():
        yield f"table {table.displayName}", markup(table)
    # openpyxl before 3.1 keeps all names in one list of the workbook.
    if hasattr(sheet, "defined_names"):
        for name, entry in sorted(sheet.defined_names.items()):
            yield f"name {name}", (entry.attr_text, bool(entry.hidden))


def workbook_attributes(book):
    names = book.defined_names
    listed = names.items() if hasattr(names, "items") else (
        (f"{each.name} {each.localSheetId}", each) for each in names.definedName)
    for name, entry in sorted(listed, key=lambda each: each[0]):
        yield f"name {name}", (entry.attr_text, bool(entry.hidden), entry.comment)
    yield "sheets", [each.title for each in book.worksheets]
    yield "active", book.active.title if book.active is not None else None
    yield "epoch", str(book.epoch)


def properties(path):
    """What the file says of itself; times that it does not say are not held against a copy, which must have some."""
    with zipfile.ZipFile(path) as archive:
        for part in ("docProps/core.xml", "docProps/custom.xml"):
            if part not in archive.namelist():
                continue
            for entry in ElementTree.fromstring(archive.read(part)):
                name = entry.get("name") or entry.tag.rsplit("}", 1)[-1]
                if name in ("revision", "lastPrinted", "version", "language", "identifier", "contentType"):
                    continue
                value = entry.text or "".join(each.text or "" for each in entry)
                if value.strip():
                    yield f"property {name}", value


def load(path):
    # Looks within a cell are read by openpyxl from 3.1 on.
    return openpyxl.load_workbook(path, **({"rich_text": True} if RICH else {}))


def carried_parts(path):
    """Drawings, pictures and charts, which are carried byte by byte."""
    with zipfile.ZipFile(path) as archive:
        found = [each for each in archive.namelist() if each.startswith(("xl/drawings/", "xl/media/", "xl/charts/"))]
        parts = [each for each in found if not each.endswith((".rels", ".vml", "/"))]
        for number, digest in enumerate(sorted(hashlib.sha1(archive.read(each)).hexdigest() for each in parts)):
            yield f"part {number}", digest


def compare(original, copy):
    try:
        books = [load(original)]
    except Exception as error:  # noqa: BLE001: what openpyxl can't read it can't judge
        return {"unreadable": f"{type(error).__name__}: {error}"}
    if not books[0].worksheets:
        return {"unreadable": "no sheets"}
    books.append(load(copy))
    colours = [Colours(each) for each in books]
    count, differences = 0, []

    def hold(place, one, two):
        nonlocal count
        one, two = dict(one), dict(two)
        for name in {**one, **two}:
            count += 1
            if not same(one.get(name), two.get(name)):
                differences.append(
                    {"place": place, "property": name, "original": str(one.get(name)), "copy": str(two.get(name))})

    hold("", carried_parts(original), carried_parts(copy))
    said = dict(properties(original))
    hold("", said.items(), [each for each in properties(copy) if each[0] in said])
    hold("", workbook_attributes(books[0]), workbook_attributes(books[1]))
    for one, two in zip(*(each.worksheets for each in books)):
        hold(one.title, sheet_attributes(one, colours[0]), sheet_attributes(two, colours[1]))
        for place in sorted({*one._cells, *two._cells}):
            cells = [each._cells.get(place) for each in (one, two)]
            where = next(each for each in cells if each is not None).coordinate
            hold(f"{one.title}!{where}", *(
                cell_attributes(cell, colour) if cell is not None else [("value", None)]
                for cell, colour in zip(cells, colours)) if all(each is not None for each in cells) else (
                    [("there", cells[0] is not None)], [("there", cells[1] is not None)]))
    return {"compared": count, "differences": differences}


if __name__ == "__main__":
    answers = []
    for name, original, copy in json.load(open(sys.argv[1], encoding="utf-8")):
        try:
            answer = compare(original, copy)
        except Exception as error:  # noqa: BLE001: a copy that can't be read is a fault of ours
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.append({"file": name, **answer})
    json.dump(answers, sys.stdout, ensure_ascii=True)
