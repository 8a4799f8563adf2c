"""Workbooks whose package is built oddly: names, targets, encodings of parts, the archive itself."""

from archive import STORED
from package import DECLARATION, MAIN, MC, OFFICE, Book, Sheet, cell, column, encoded, row, words

DECOY = f'{DECLARATION}<sst xmlns="{MAIN}"><si><t>错</t></si></sst>'
DECOY_SHEET = f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>999</v></c></row></sheetData></worksheet>'


def plain(**options):
    """A book with a little of everything: text, number, date, two sheets."""
    first = Sheet("表一", row(1, cell("A1", 0, "s"), cell("B1", "12.5"), cell("C1", 44742, style=1)) + row(2, words("A2", "乙")))
    second = Sheet("表二", row(1, cell("A1", 1, "s")))
    return Book(first, second, strings=["<t>甲</t>", "<t>丙丁</t>"], formats=[14], **options)


def prefixed(main=MAIN, prefix="x"):
    """Every main part under a namespace prefix."""
    def turned(markup):
        head, body = markup.split("?>\n", 1)
        body = body.replace("</", "\0").replace("<", f"<{prefix}:").replace("\0", f"</{prefix}:")
        return head + "?>\n" + body.replace(f'xmlns="{main}"', f'xmlns:{prefix}="{main}"')

    book = plain()

    def recode(name, content):
        main_part = name.startswith("xl/") and "_rels" not in name
        return encoded(turned(content.decode("utf-8"))) if main_part else content
    return book.bytes(recode=recode)


def recoded(encoding, bom, declared):
    """Every part in another encoding, with its mark and its declaration."""
    def recode(name, content):
        text = content.decode("utf-8").replace('encoding="UTF-8"', f'encoding="{declared}"')
        return bom + text.encode(encoding)
    return plain().bytes(recode=recode)


def sheet_in(encoding, bom, declared):
    """Only the sheets in another encoding."""
    def recode(name, content):
        if "worksheets/" not in name:
            return content
        return bom + content.decode("utf-8").replace('encoding="UTF-8"', f'encoding="{declared}"').encode(encoding)
    return plain().bytes(recode=recode)


def odd_names():
    sheets = [Sheet("表一", row(1, cell("A1", 0, "s"), cell("C1", 44742, style=1)), part="data/first.part"),
              Sheet("表二", row(1, cell("A1", 1, "s")), part="data/deep/er/2.xml")]
    extra = {"xl/sharedStrings.xml": DECOY, "xl/worksheets/sheet1.xml": DECOY_SHEET, "xl/workbook2.xml": "<x/>"}
    return Book(*sheets, strings=["<t>甲</t>", "<t>丙丁</t>"], formats=[14], workbook="book/main.xml",
                strings_part="texts/all.xml", styles_part="look.xml", extra=extra)


def decoys():
    """The usual names hold other things than the relationships name."""
    sheet = Sheet("表", row(1, cell("A1", 0, "s")), part="xl/worksheets/real.xml")
    return Book(sheet, strings=["<t>对</t>"], strings_part="xl/strings.xml",
                extra={"xl/sharedStrings.xml": DECOY, "xl/worksheets/sheet1.xml": DECOY_SHEET})


def targets(kind):
    if kind == "absolute":
        def target(name):
            return "/xl/" + name
    elif kind == "dotdot":
        def target(name):
            return "../xl/./" + name
    else:
        def target(name):
            return name.replace("/", "\\")
    sheets = [Sheet("表一", row(1, cell("A1", 0, "s")), target=target("worksheets/sheet1.xml")),
              Sheet("表二", row(1, cell("A1", "12.5", style=1)), target=target("worksheets/sheet2.xml"))]
    root = {"absolute": "/xl/workbook.xml", "dotdot": "./xl/../xl/workbook.xml", "backslash": "xl\\workbook.xml"}[kind]
    return Book(*sheets, strings=["<t>甲</t>"], formats=[14], strings_target=target("sharedStrings.xml"),
                styles_target=target("styles.xml"), workbook_target=root)


def other_case():
    sheet = Sheet("表", row(1, cell("A1", 0, "s"), cell("B1", 44742, style=1)), target="Worksheets/SHEET1.xml")
    return Book(sheet, strings=["<t>甲</t>"], formats=[14], strings_target="SharedStrings.XML", styles_target="Styles.xml")


def external():
    links = [("rId1", "hyperlink", "https://example.com/?a=1&b=2", "External")]
    sheet = Sheet("表", row(1, words("A1", "链接")), relations=links,
                  after='<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>')
    return Book(sheet)


def missing_style_part():
    return Book(Sheet("表", row(1, cell("A1", 44742, style=3), words("B1", "甲"))))


def workbook_alternate():
    """A workbook part as Excel writes it, with an alternative around the path that it was saved to."""
    markup = (f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="{MC}" mc:Ignorable="x15">'
              '<fileVersion appName="xl"/><workbookPr defaultThemeVersion="1"/><mc:AlternateContent><mc:Choice Requires="x15" '
              'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15ac:absPath url="C:\\" '
              'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
              '<bookViews><workbookView/></bookViews><sheets><sheet name="表" sheetId="7" r:id="rId1"/></sheets></workbook>')
    return Book(Sheet("表", row(1, cell("A1", 1))), workbook_markup=markup.replace(' mc:Ignorable="x15"', ""))


CASES = {
    "package-plain": plain,
    "package-strict": lambda: plain(strict=True),
    "package-prefixes": prefixed,
    "package-prefixes-long": lambda: prefixed(prefix="main-1.ns_"),
    "package-targets-absolute": lambda: targets("absolute"),
    "package-targets-dotdot": lambda: targets("dotdot"),
    "package-targets-backslash": lambda: targets("backslash"),
    "package-names-by-relationship": odd_names,
    "package-workbook-in-another-folder": lambda: plain(
        workbook="book/workbook.xml", strings_part="book/sharedStrings.xml", styles_part="book/styles.xml"),
    "package-names-with-decoys": decoys,
    "package-names-in-other-case": other_case,
    "package-names-backslash": lambda: plain().bytes(rename=lambda name: name.replace("/", "\\")),
    "package-names-leading-slash": lambda: plain().bytes(rename=lambda name: "/" + name),
    "package-parts-utf16le": lambda: recoded("utf-16-le", b"\xff\xfe", "UTF-16"),
    "package-parts-utf16be": lambda: recoded("utf-16-be", b"\xfe\xff", "UTF-16"),
    "package-sheets-utf16le": lambda: sheet_in("utf-16-le", b"\xff\xfe", "UTF-16"),
    "package-sheets-utf16be": lambda: sheet_in("utf-16-be", b"\xfe\xff", "UTF-16"),
    "package-parts-utf8-mark": lambda: recoded("utf-8", b"\xef\xbb\xbf", "UTF-8"),
    "package-sheets-gbk": lambda: sheet_in("gbk", b"", "GBK"),
    "package-without-strings": lambda: Book(Sheet("表", row(1, words("A1", "甲"), cell("B1", 44742, style=1))), formats=[14]),
    "package-without-styles": missing_style_part,
    "package-without-both": lambda: Book(Sheet("表", column([(1,), (2.5,), (1, "b")]))),
    "package-without-root-relationships": lambda: plain(root_relations=False),
    "package-external-relationships": external,
    "package-workbook-alternate-content": workbook_alternate,
    "package-strict-1904": lambda: Book(Sheet("表", row(1, cell("A1", 43280, style=1))), formats=[14], strict=True, date1904=True),
    "zip-stored": lambda: plain().bytes(method=STORED),
    "zip-data-descriptors": lambda: plain().bytes(descriptor=True),
    "zip-64": lambda: plain().bytes(zip64=True),
    "zip-64-data-descriptors": lambda: plain().bytes(zip64=True, descriptor=True),
    "zip-after-other-bytes": lambda: plain().bytes(prefix=b"MIME-Version: 1.0\r\n\r\n"),
    "zip-after-other-bytes-counted": lambda: plain().bytes(prefix=b"MIME-Version: 1.0\r\n\r\n", shifts=True),
    "zip-with-comment": lambda: plain().bytes(comment="注释".encode("utf-8")),
    "zip-with-comment-that-holds-a-signature": lambda: plain().bytes(comment="注释 PK\x05\x06 not the end".encode("utf-8")),
}
