"""A workbook by its parts: the markup of its sheets is written by hand, the rest is filled in around it."""

from xml.sax.saxutils import escape, quoteattr

from archive import DEFLATED, Member, archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml."
CONTENT_TYPES = {
    "worksheet": CONTENT + "worksheet+xml",
    "chartsheet": CONTENT + "chartsheet+xml",
    "sharedStrings": CONTENT + "sharedStrings+xml",
    "styles": CONTENT + "styles+xml",
    "officeDocument": CONTENT + "sheet.main+xml",
}


class Sheet:
    """A sheet: `rows` is what stands between `<sheetData>` and its end, `before` and `after` what stands around."""

    def __init__(self, name, rows="", state=None, before="", after="", part=None, target=None, whole=None,
                 kind="worksheet", relations=()):
        self.name, self.rows, self.state, self.before, self.after = name, rows, state, before, after
        self.part, self.target, self.whole, self.kind, self.relations = part, target, whole, kind, relations

    def markup(self, book):
        """The part's text, with the prefix and the namespaces of the book."""
        if self.whole is not None:
            return self.whole
        return DECLARATION + (
            f'<worksheet xmlns="{book.main}" xmlns:r="{book.office}" xmlns:mc="{MC}">'
            f"{self.before}<sheetData>{self.rows}</sheetData>{self.after}</worksheet>")


class Book:
    """A workbook. `formats` are codes or numbers of built-in formats; the first is style 1, since 0 is General."""

    def __init__(self, *sheets, strings=None, formats=None, styles=None, date1904=False, strict=False,
                 workbook="xl/workbook.xml", strings_part="xl/sharedStrings.xml", styles_part="xl/styles.xml",
                 workbook_target=None, strings_target=None, styles_target=None, extra=None, root_relations=True,
                 workbook_markup=None):
        self.sheets, self.strings, self.formats, self.styles = sheets, strings, formats, styles
        self.date1904, self.strict = date1904, strict
        self.main, self.office = (STRICT_MAIN, STRICT_OFFICE) if strict else (MAIN, OFFICE)
        self.workbook, self.strings_part, self.styles_part = workbook, strings_part, styles_part
        self.workbook_target, self.strings_target, self.styles_target = workbook_target, strings_target, styles_target
        self.extra, self.root_relations, self.workbook_markup = extra or {}, root_relations, workbook_markup

    def parts(self):
        """Names and bytes of the parts, in the order in which they are written."""
        folder = self.workbook.rpartition("/")[0] + "/"
        overrides = [("officeDocument", self.workbook)]
        relations, result = [], {}
        for index, sheet in enumerate(self.sheets, 1):
            part = sheet.part or f"{folder}{sheet.kind}s/sheet{index}.xml"
            relations.append((f"rId{index}", sheet.kind, sheet.target or relative(part, folder), ""))
            overrides.append((sheet.kind, part))
            result[part] = encoded(sheet.markup(self))
            if sheet.relations:
                where, _, name = part.rpartition("/")
                result[f"{where}/_rels/{name}.rels"] = encoded(self.relation_list(sheet.relations))
        if self.strings is not None:
            relations.append(("rIdS", "sharedStrings", self.strings_target or relative(self.strings_part, folder), ""))
            overrides.append(("sharedStrings", self.strings_part))
            result[self.strings_part] = encoded(self.string_table())
        if self.formats is not None or self.styles is not None:
            relations.append(("rIdY", "styles", self.styles_target or relative(self.styles_part, folder), ""))
            overrides.append(("styles", self.styles_part))
            result[self.styles_part] = encoded(self.style_sheet())
        first = {"[Content_Types].xml": encoded(self.content_types(overrides))}
        if self.root_relations:
            target = self.workbook_target or self.workbook
            first["_rels/.rels"] = encoded(self.relation_list([("rId1", "officeDocument", target, "")]))
        first[self.workbook] = encoded(self.workbook_markup or self.workbook_part())
        name = self.workbook.rpartition("/")[2]
        first[f"{folder}_rels/{name}.rels"] = encoded(self.relation_list(relations))
        return {**first, **result, **{key: encoded(value) for key, value in self.extra.items()}}

    def workbook_part(self):
        sheets = "".join(
            f'<sheet name={quoteattr(sheet.name)} sheetId="{index}"'
            + (f' state="{sheet.state}"' if sheet.state else "") + f' r:id="rId{index}"/>'
            for index, sheet in enumerate(self.sheets, 1))
        system = '<workbookPr date1904="1"/>' if self.date1904 else "<workbookPr/>"
        kind = ' conformance="strict"' if self.strict else ""
        return DECLARATION + (
            f'<workbook xmlns="{self.main}" xmlns:r="{self.office}"{kind}>{system}<sheets>{sheets}</sheets></workbook>')

    def string_table(self):
        """`strings` is the markup of the whole part, or a list of the insides of `<si>`."""
        if isinstance(self.strings, str):
            return self.strings
        items = "".join(f"<si>{each}</si>" for each in self.strings)
        count = len(self.strings)
        return DECLARATION + f'<sst xmlns="{self.main}" count="{count}" uniqueCount="{count}">{items}</sst>'

    def style_sheet(self):
        if self.styles is not None:
            return self.styles
        numbers, codes, records = 164, "", '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        for entry in self.formats:
            number = entry
            if isinstance(entry, str):
                number, numbers = numbers, numbers + 1
                codes += f'<numFmt numFmtId="{number}" formatCode={quoteattr(entry)}/>'
            records += (
                f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>')
        return style_sheet(records, codes, self.main)

    def content_types(self, overrides):
        entries = "".join(
            f'<Override PartName="/{part}" ContentType="{CONTENT_TYPES[kind]}"/>'
            for kind, part in overrides if kind in CONTENT_TYPES)
        return DECLARATION + (
            f'<Types xmlns="{TYPES}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{entries}</Types>')

    def relation_list(self, relations):
        entries = "".join(
            f'<Relationship Id="{number}" Type="{self.office}/{kind}" Target={quoteattr(target)}'
            + (f' TargetMode="{mode}"' if mode else "") + "/>" for number, kind, target, mode in relations)
        return DECLARATION + f'<Relationships xmlns="{RELATIONSHIPS}">{entries}</Relationships>'

    def bytes(self, method=DEFLATED, descriptor=False, zip64=False, rename=None, recode=None, **options):
        """The archive; `rename` changes the names in it, `recode` a part's bytes by its name."""
        members = []
        for name, content in self.parts().items():
            content = recode(name, content) if recode else content
            members.append(Member(rename(name) if rename else name, content, method, descriptor, zip64))
        return archive(members, zip64=zip64, **options)


def style_sheet(records, codes="", main=MAIN, cell_styles=None):
    """A whole part of styles around the `<xf>` of the cells."""
    formats = f"<numFmts>{codes}</numFmts>" if codes else ""
    base = cell_styles or '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return DECLARATION + (
        f'<styleSheet xmlns="{main}">{formats}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f"<cellStyleXfs>{base}</cellStyleXfs><cellXfs>{records}</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def encoded(text):
    return text if isinstance(text, bytes) else text.encode("utf-8")


def relative(part, folder):
    return part[len(folder):] if part.startswith(folder) else "/" + part


def cell(place, value=None, kind=None, style=None, formula=None):
    """A cell; `value` and `formula` are markup, not text."""
    attributes = (f' r="{place}"' if place else "") + (f' s="{style}"' if style else "")
    attributes += f' t="{kind}"' if kind else ""
    inside = (f"<f>{formula}</f>" if formula is not None else "") + (f"<v>{value}</v>" if value is not None else "")
    return f"<c{attributes}>{inside}</c>"


def words(place, text):
    """A cell of inline text."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def row(number, *cells):
    return (f'<row r="{number}">' if number else "<row>") + "".join(cells) + "</row>"


def column(cells, start=1):
    """Rows of one cell each, in column A; each item is what `cell` takes after the place."""
    return "".join(row(index, cell(f"A{index}", *each)) for index, each in enumerate(cells, start))


def formatted(values, formats, date1904=False):
    """A book in which every value (a row) stands in every format (a column)."""
    from openpyxl.utils import get_column_letter as letters

    rows = "".join(
        row(index, *(cell(f"{letters(place)}{index}", value, style=place) for place in range(1, len(formats) + 1)))
        for index, value in enumerate(values, 1))
    return Book(Sheet("格式", rows), formats=formats, date1904=date1904)
