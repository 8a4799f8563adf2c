"""Says as JSON what openpyxl reads in a workbook: an opinion that the writer has no part in."""

import json
import sys

import openpyxl


def colour(value):
    if value is None:
        return None
    return value.rgb if value.type == "rgb" else f"{value.type}:{value.value}"


def edge(side):
    return {"style": side.style or "none", "color": colour(side.color)}


def areas(found):
    return (found if isinstance(found, str) else ",".join(found or [])) or None


def cell(plain, cached):
    value, kept = plain.value, cached.value
    return {
        "value": None if value is None else str(value),
        "kind": plain.data_type,
        "cached": None if kept is None else str(kept),
        "cachedKind": cached.data_type,
        "font": {
            "name": plain.font.name,
            "size": plain.font.size,
            "bold": bool(plain.font.bold),
            "italic": bool(plain.font.italic),
            "underline": plain.font.underline == "single",
            "strike": bool(plain.font.strike),
            "color": colour(plain.font.color),
            "charset": plain.font.charset,
        },
        "fill": colour(plain.fill.fgColor) if plain.fill.fill_type == "solid" else None,
        "border": {name: edge(getattr(plain.border, name)) for name in ("left", "right", "top", "bottom")},
        "alignment": {
            "horizontal": plain.alignment.horizontal or "general",
            "vertical": plain.alignment.vertical or "bottom",
            "wraps": bool(plain.alignment.wrap_text),
            "shrinks": bool(plain.alignment.shrink_to_fit),
            "indent": int(plain.alignment.indent),
            "rotation": plain.alignment.text_rotation,
        },
        "numberFormat": plain.number_format,
    }


def sheet(plain, cached):
    page, margins = plain.page_setup, plain.page_margins
    fitted = bool(plain.sheet_properties.pageSetUpPr and plain.sheet_properties.pageSetUpPr.fitToPage)
    cells = {}
    for row, column in sorted(plain._cells):
        one = plain._cells[row, column]
        two = cached._cells[row, column]
        cells[one.coordinate] = cell(one, two)
    return {
        "name": plain.title,
        "state": plain.sheet_state,
        "cells": cells,
        "merges": sorted(str(each) for each in plain.merged_cells.ranges),
        "widths": {name: each.width for name, each in plain.column_dimensions.items() if each.customWidth},
        "hiddenColumns": sorted(name for name, each in plain.column_dimensions.items() if each.hidden),
        "heights": {str(row): each.height for row, each in plain.row_dimensions.items() if each.height is not None},
        "hiddenRows": sorted(row for row, each in plain.row_dimensions.items() if each.hidden),
        "defaultHeight": plain.sheet_format.defaultRowHeight,
        "defaultWidth": plain.sheet_format.defaultColWidth,
        "paper": page.paperSize if page.paperSize is None else int(page.paperSize),
        "orientation": page.orientation or "portrait",
        "scale": page.scale,
        "fit": [page.fitToWidth if page.fitToWidth is not None else 1,
                page.fitToHeight if page.fitToHeight is not None else 1] if fitted else None,
        "margins": [margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer],
        "header": plain.HeaderFooter.oddHeader.center.text,
        "footer": plain.HeaderFooter.oddFooter.center.text,
        "centered": [bool(plain.print_options.horizontalCentered), bool(plain.print_options.verticalCentered)],
        "printArea": areas(plain.print_area),
        "titleRows": plain.print_title_rows,
        "breaks": [each.id for each in plain.row_breaks.brk],
        "frozen": plain.freeze_panes,
        # Shown unless the file says otherwise; openpyxl says None then.
        "gridlines": plain.sheet_view.showGridLines in (None, True),
        "zoom": plain.sheet_view.zoomScale or 100,
        "selected": bool(plain.sheet_view.tabSelected),
    }


plain = openpyxl.load_workbook(sys.argv[1])
cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
json.dump(
    {
        "sheets": [sheet(one, two) for one, two in zip(plain.worksheets, cached.worksheets)],
        "active": plain.active.title,
        "defaultFont": [plain._fonts[0].name, plain._fonts[0].size],
        "created": str(plain.properties.created),
        "creator": plain.properties.creator or "",
    },
    sys.stdout,
    ensure_ascii=True,
)
