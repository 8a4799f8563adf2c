#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets: small inputs, each with something of its own. Run from anywhere; the result is committed."""
import io
import pathlib
import shutil
import struct
import zipfile

FOLDER = pathlib.Path(__file__).parent / "corpus"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SEPARATOR = b"\0\0PART\0"


def save(target, name, content):
    if isinstance(content, str):
        content = content.encode()
    assert len(content) < 4096, name
    (FOLDER / target / name).write_bytes(content)


def sheet(rows, before="", after="", root="worksheet"):
    return f'<{root} xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</{root}>'


STRINGS = f'<sst xmlns="{MAIN}"><si><t>项目</t></si><si><r><t>一、</t></r><r><t xml:space="preserve"> "a",b\n</t></r></si>' \
    f'<si><t>拼音</t><rPh sb="0" eb="1"><t>pin</t></rPh></si><si><t>_x000D__x5F_</t></si></sst>'
STYLES = f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' \
    '<numFmt numFmtId="165" formatCode="[Red][&gt;=100]#,##0.00_);[&lt;0]-0.0%;@&quot;x&quot;;General"/></numFmts>' \
    '<fonts><font><b/><sz val="11"/><color theme="1"/><name val="宋体"/></font></fonts><fills><fill/></fills><borders><border/></borders>' \
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/><xf numFmtId="11"/>' \
    '<xf numFmtId="12" fontId="0" applyAlignment="1"><alignment wrapText="1" horizontal="center"/></xf></cellXfs></styleSheet>'
MANY = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 4}</v></c><c r="B{n}" s="{n % 7}"><v>{n * 1234.5}</v></c></row>' for n in range(1, 16))

SHEETS = {
    "texts": sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>a,b</t></is></c></row>'),
    "numbers": sheet('<row r="1">' + "".join(f'<c s="{s}"><v>{v}</v></c>' for s in range(7) for v in ("45000.5", "-1E-7", "0")) + "</row>"),
    "kinds": sheet('<row r="2"><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="d" s="1"><v>2024-02-29T12:30:00</v></c><c r="E2" t="str"><f>A1&amp;"x"</f><v>x</v></c></row>'),
    "formulas": sheet('<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">SUM($B1:C$2)+\'表 1\'!D4</f><v>3</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'),
    "merges": sheet('<row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row>', '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><dimension ref="A1:C9"/><sheetViews><sheetView zoomScale="80"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols><col min="1" max="3" width="12.5" style="2" hidden="1"/></cols>',
                    '<mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells><pageMargins left="0.7" right="0.7" top="1" bottom="1"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;P/&amp;N</oddFooter></headerFooter>'),
    "many": sheet(MANY),
    "gap": sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="ZZ900"><v>2</v></c></row>'),
    "last": sheet('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
    "unordered": sheet('<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>'),
    "unnumbered": sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' * 8),
    "elsewhere": sheet('<row r="1"><c r="A2"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
    "cdata": sheet('<row r="1"><c r="A1" t="str"><v><![CDATA[<row r="9">]]></v></c></row><!-- <row > -->' + MANY),
    "prefix": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>' + '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>' * 3 + "</x:sheetData></x:worksheet>",
    "foreign": sheet('<row r="1"><e:c xmlns:e="urn:e"><v>9</v></e:c><c r="A1"><v>1</v><extLst><ext/></extLst></c></row>', after='<extLst><ext uri="x"/></extLst>'),
    "alternative": f'<worksheet xmlns="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="x"><cols/></mc:Choice><mc:Fallback><cols><col min="1" max="1" width="3"/></cols></mc:Fallback></mc:AlternateContent><sheetData><row r="1"><c><v>1</v></c></row></sheetData></worksheet>',
    "other-cell": sheet('<row r="1"><c xmlns="urn:x" r="A1"><v>1</v></c><c r="B1" t="e"><v> #N/A\n</v></c></row>' + MANY),
    "other-value": sheet('<row r="1"><c r="A1" t="str"><v xmlns="urn:x">q</v></c><c r="B1" t="d" s="1"><v>2024-02-29T12:30:00</v></c></row>'),
    "wide-gap": sheet('<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    "wide-gaps": sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>' + "".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1000, 60000, 1000))),
    "bare": "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
    "chartsheet": sheet("", root="chartsheet"),
    "dtd": '<!DOCTYPE worksheet [<!ENTITY a "b">]>' + sheet('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>'),
    "cut": sheet(MANY)[:1000],
}


def xlsx():
    for way, (name, part) in enumerate(SHEETS.items()):
        save("xlsx", name, bytes([way % 8]) + SEPARATOR.join(text.encode() for text in (part, STRINGS, STYLES)))
    for encoding in ("utf-16", "gb18030"):
        text = f'<?xml version="1.0" encoding="{encoding}"?>' + SHEETS["kinds"].replace("#N/A", "错误")
        save("xlsx", encoding, b"\1" + text.encode(encoding))
    for way in (0, 2):
        save("xlsx", f"many-{way}", bytes([way]) + SEPARATOR.join(text.encode() for text in (SHEETS["many"], STRINGS)))
    workbook = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" state="hidden" r:id="r1"/><sheet name="b" sheetId="2" r:id="r1"/></sheets>' \
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">a!$A$1:$C$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">a!$A:$B,a!$1:$3</definedName></definedNames></workbook>'
    save("xlsx", "workbook", b"\1" + SEPARATOR.join(text.encode() for text in (SHEETS["numbers"], "", STYLES, workbook)))
    formats = STYLES.replace("[Red]", "0E+0#,##0.00;[Red]").replace("yyyy", "%" * 150 + "0.0")
    save("xlsx", "formats", b"\7" + SEPARATOR.join(text.encode() for text in (SHEETS["numbers"], "", formats)))
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>'
    save("xlsx", "theme", b"\0" + SEPARATOR.join(text.encode() for text in (SHEETS["numbers"], "", STYLES, "", "", theme)))
    for name, kind in (("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED)):
        save("xlsx", name + ".xlsx", container(kind))
    save("xlsx", "cut.xlsx", container(zipfile.ZIP_DEFLATED)[:-100])
    save("xlsx", "encrypted", b"P" + bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))


def container(kind):
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="sheet1.xml"/></Relationships>',
        "xl/sheet1.xml": SHEETS["bare"],
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", kind) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, kind)
    return memory.getvalue()


def csv():
    text = '序号,项目,"金额（万元）"\n1,"办公费, ""小额""\n第二行",001.50\n2,,-3\n'
    seeds = {
        "plain": (0, 0, b"a,b\n1,2\n3,4\n"), "utf8": (0, 0x40, text.encode()), "mark": (0, 0xA0, b"\xef\xbb\xbf" + text.encode()),
        "gb18030": (3, 0x50, text.encode("gb18030")), "found-gb18030": (0, 0x44, text.replace("\n", "\r\n").encode("gb18030")),
        "utf16": (0, 0, text.encode("utf-16")), "utf16le": (4, 1, text.encode("utf-16-le")), "utf16be": (5, 0x18, text.encode("utf-16-be")),
        "big5": (6, 0, "金額,項目\n1,辦公費\n".encode("big5")), "windows1252": (7, 0x40, "né;ü\n1;2\n".encode("cp1252")),
        "tab": (0x10, 2, b"a\tb\n1\t2\n"), "semicolon": (0, 0x41, b"sep=;\r\na;b\r\n1;2\r\n"), "bar": (0, 3, b"a|b\n1|2\n"),
        "stray": (0, 0x40, b'"a"b,c\n1,x"y\n'), "open": (0, 0x40, b'a,b\n"1,2\n3,4\n' * 4), "zero": (0, 0x40, b"a,b\n1,\0\n" * 4),
        "narrow": (0x20, 0x40, b"1,2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8,9\n"), "short": (0x40, 0x40, b"short,exactly 12 b\nlonger than twelve,x\n"),
        "return": (0, 0x40, b"a,b\r1,2\r\r\n3,4"), "broken": (2, 0x40, b"a,\xe4\xb8\n1,2\n" * 3), "pieces": (0, 0x80, (text * 12).encode()),
        "quotes": (0, 0x40, b'"","""",""""""\n' * 12), "blank": (0, 0, b"\n\n\n"), "pieces-gb18030": (3, 0x90, (text * 12).encode("gb18030")),
    }
    for name, (reading, writing, content) in seeds.items():
        save("csv", name, bytes([reading, writing]) + content)


def html():
    page = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="{0}"><style>td{{mso-number-format:"\\@"}} .n{{mso-number-format:"0\\.00";text-align:right;font-weight:700}}</style>' \
        '<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>表一</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>' \
        '<body><table border=1><col width=80 style="width:60pt"><tr height=20><td colspan=2 rowspan="2">项目</td><td class=n x:num="12.5">12.50</td></tr><tr><td>a<br>b &amp; c&nbsp;&#19968;</td></tr></table></body></html>'
    for name, encoding in (("page", "utf-8"), ("page-gb2312", "gb2312"), ("page-gbk", "gbk")):
        save("html", name, page.format(encoding).encode(encoding))
    save("html", "page-utf16", page.format("utf-16").encode("utf-16"))
    for name, text in {
        "bare": "<table><tr><td>1<td>2<tr><td>3</table>", "nested": "<table><tr><td><table><tr><td>in</td></tr></table>out</td></tr></table>",
        "two": "<h1>t</h1><table><tr><th>a</th></tr></table>x<table><thead><tr><td>b</td></tr></thead><tbody><tr><td hidden>c</td></tr></tbody></table>",
        "spans": "<table>" + "<tr><td colspan=1000 rowspan=65534>a<td rowspan=0 colspan=-1>b</tr>" * 3 + "</table>", "empty": "<html><body></body></html>",
        "cut": page.format("utf-8")[:900], "pre": "<table><tr><td><pre> a\n b</pre><script>x</script><style>y</style></td></tr></table>",
        "dates": '<table><tr><td style=\'mso-number-format:"yyyy\\/m\\/d"\'>2024/2/29</td><td style="vnd.ms-excel.numberformat:@">007</td></tr></table>',
        "login": "<html><body><form>请登录</form></body></html>",
    }.items():
        save("html", name, text)
    office = "urn:schemas-microsoft-com:office:spreadsheet"
    head = '<?xml version="1.0" encoding="{0}"?><?mso-application progid="Excel.Sheet"?>'
    book = f'<Workbook xmlns="{office}" xmlns:ss="{office}" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="Default" ss:Name="Normal"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/><Font ss:Bold="1"/><Alignment ss:Horizontal="Center" ss:WrapText="1"/></Style></Styles>' \
        '<Worksheet ss:Name="表一"><Table ss:ExpandedColumnCount="3"><Column ss:Index="2" ss:Width="80" ss:Span="1"/><Row ss:Height="20"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">项目</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-02-29T00:00:00.000</Data></Cell></Row>' \
        '<Row ss:Index="5" ss:Span="2"><Cell ss:Index="3" ss:Formula="=R[-1]C+1"><Data ss:Type="Number">1.5E3</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>'
    for encoding in ("utf-8", "gb18030", "utf-16"):
        save("html", "xml-" + encoding, (head.format(encoding) + book).encode(encoding))
    save("html", "xml-cut", (head.format("utf-8") + book)[:1100])
    save("html", "xml-rich", head.format("UTF-8") + f'<ss:Workbook xmlns:ss="{office}"><ss:Worksheet ss:Name="a"><ss:Table><ss:Row><ss:Cell ss:Index="16384" ss:MergeAcross="99999"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>a</B>&#10;<Font>b</Font></ss:Data><ss:Comment><ss:Data>c</ss:Data></ss:Comment></ss:Cell></ss:Row><ss:Row ss:Index="1048576"/></ss:Table></ss:Worksheet></ss:Workbook>')


def xls():
    def record(kind, contents=b""):
        return struct.pack("<HH", kind, len(contents)) + contents

    def words(text, size="<H"):
        return struct.pack(size, len(text)) + b"\1" + text.encode("utf-16-le")

    def begin(part, version=0x600):
        return record(0x809, struct.pack("<HHHHII", version, part, 0x0DBB, 0x07CC, 0, 6))

    def at(row, column, style=15):
        return struct.pack("<HHH", row, column, style)

    def book(records, strings=b"", extra=b"", version=0x600, name=None, kind=0):
        head = begin(5, version) + record(0x42, struct.pack("<H", 936)) + extra
        old = version == 0x500
        for bold in (400, 700, 400):
            head += record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 8, bold, 0, 0, 0, 134, 0) + (b"\4\xcb\xce\xcc\xe5" if old else words("宋体", "<B")))
        head += record(0x41E, struct.pack("<H", 164) + (b"\x0ayyyy-mm-dd" if old else words('yyyy"年"m"月"')))
        for index in range(18):
            formats = {16: 164, 17: 10}
            head += record(0xE0, struct.pack("<HHHBB", 1, formats.get(index, 0), 1 if index >= 15 else 0xFFF5, 0x2A, 45) + (b"\0\4\x11\x22\x40\x20\x40\x20\4\x20" if not old else b"\x41\x20\4\2\x11\x22\x40\x20") + b"\0\0")
        name = name or ("表".encode("gbk") if old else "表")
        tab = bytes([len(name)]) + name if old else words(name, "<B")
        place = len(head) + 4 + 6 + len(tab) + len(strings) + 4
        head += record(0x85, struct.pack("<IBB", place, 0, kind) + tab) + strings + record(0x0A)
        return head + begin(0x10, version) + records + record(0x0A)

    sst = struct.pack("<II", 4, 4) + words("绩效") + struct.pack("<HBH", 2, 9, 1) + "自评".encode("utf-16-le") + struct.pack("<HH", 1, 1)
    sst += struct.pack("<HBI", 3, 4, 4) + b"abcXXXX" + struct.pack("<HB", 6, 1) + "跨记".encode("utf-16-le")
    strings = record(0xFC, sst) + record(0x3C, b"\0lede")
    shared = b"".join(record(0xFD, at(n, 0) + struct.pack("<I", n)) for n in range(4))
    numbers = record(0x203, at(0, 1, 16) + struct.pack("<d", 44742.25)) + record(0x27E, at(0, 2, 17) + struct.pack("<I", 9426 << 2 | 3))
    numbers += record(0xBD, struct.pack("<HH", 1, 1) + struct.pack("<HI", 15, 6) * 3 + struct.pack("<H", 3)) + record(0xBE, struct.pack("<HHHHH", 2, 1, 15, 15, 2))
    kinds = record(0x205, at(0, 0) + b"\1\0") + record(0x205, at(0, 1) + b"\7\1") + record(0x204, at(1, 0) + words("文字\r\n二")) + record(0xD6, at(1, 1) + words("富文") + struct.pack("<HHH", 1, 1, 1))
    def formula(row, column, value, tokens, behind=b""):
        return record(6, at(row, column) + value + struct.pack("<HIH", 0, 0, len(tokens)) + tokens + behind)
    double = struct.pack("<d", 2.5)
    tokens = [b"\x25" + struct.pack("<HHHH", 0, 3, 0xC000, 0xC001) + b"\x19\x10\0\0", b"\x1e\1\0\x17\2\0ab\x08\x15", b"\x44\0\0\0\xc0\x1f" + double + b"\x06\x1e\2\0\x41\x1b\0",
              b"\x3a\0\0\1\0\2\0", b"\x20" + bytes(7), b"\x43\1\0\0\0", b"\x1d\1\x19\4\1\0\0\0\0\0\x1e\3\0\x1e\4\0\x42\3\1\0"]
    formulas = b"".join(formula(n, 0, double, each, b"\1\0\0\1" + double + b"\2\1\0\0a" if each[0] == 0x20 else b"") for n, each in enumerate(tokens))
    formulas += formula(9, 0, b"\0\0\0\0\0\0\xff\xff", b"\1\x09\0\0\0") + record(0x4BC, struct.pack("<HHBBH", 9, 9, 0, 1, 1) + struct.pack("<H", 5) + b"\x4c\xff\xff\0\xc0") + record(0x207, words("结果"))
    formulas += formula(9, 1, double, b"\1\x09\0\0\0") + formula(10, 0, b"\2\0\7\0\0\0\xff\xff", b"\1\x0a\0\0\0") + record(0x221, struct.pack("<HHBBHI", 10, 10, 0, 0, 0, 0) + b"\3\0\x1e\1\0")
    links = record(0x1AE, b"\1\0\1\4") + record(0x17, struct.pack("<HHHH", 1, 0, 0, 0)) + record(0x18, struct.pack("<HBBHHHI", 0x20, 0, 1, 11, 0, 1, 0) + b"\0\6" + b"\x3b\0\0" + struct.pack("<HHHH", 0, 5, 0, 3))
    links += record(0x18, struct.pack("<HBBHHHI", 0, 0, 2, 3, 0, 0, 0) + b"\0ab" + b"\x1e\5\0") + record(0x92, struct.pack("<HI", 1, 0x332211))
    layout = record(0x81, b"\xc1\5") + record(0x225, b"\1\0\x90\1") + record(0x55, b"\x0a\0") + record(0x7D, struct.pack("<HHHHHH", 0, 255, 2560, 16, 0x1103, 0)) + record(0x208, struct.pack("<HHHHHHHH", 1, 0, 3, 600, 0, 0, 0x1E7, 0x3010))
    layout += record(0x26, double) + record(0x14, words("&C&P")) + record(0xA1, struct.pack("<8H", 9, 80, 1, 1, 0, 0x2BB, 600, 600) + double + double + b"\2\0") + record(0x1B, struct.pack("<HHHH", 1, 5, 0, 255)) + record(0x12, b"\1\0") + record(0x13, b"\x12\x34")
    layout += record(0x23E, struct.pack("<HHHIHHI", 0x6BE, 0, 0, 64, 0, 0, 0)) + record(0xA0, b"\4\0\5\0") + record(0x41, struct.pack("<5H", 1, 2, 2, 1, 0)) + record(0x1D, struct.pack("<BHHHH", 0, 0, 0, 0, 1) + b"\0\0\1\0\0\1")
    layout += record(0xE5, struct.pack("<H4H", 1, 0, 1, 0, 2)) + record(0x862, bytes(16) + struct.pack("<I", 10))
    url = "http://a.cn\0".encode("utf-16-le")
    extras = record(0x1B8, struct.pack("<4H", 0, 0, 0, 0) + bytes(16) + struct.pack("<II", 2, 3) + bytes.fromhex("E0C9EA79F9BACE118C8200AA004BA90B") + struct.pack("<I", len(url)) + url) + record(0x800, struct.pack("<5H", 0x800, 0, 0, 0, 0) + "提示\0".encode("utf-16-le"))
    extras += record(0x1BE, struct.pack("<I", 0xC0103) + (b"\1\0\0\0" * 4) + struct.pack("<HH", 6, 0) + b"\x17\3\0a\0b" + struct.pack("<HHH", 0, 0, 1) + struct.pack("<4H", 0, 9, 0, 0))
    extras += record(0x5D, struct.pack("<HHHHH", 0x15, 18, 0x19, 1, 0) + bytes(12)) + record(0x1B6, struct.pack("<HHHHHHH", 0, 0, 0, 0, 0, 2, 16) + bytes(4)) + record(0x3C, b"\1" + "批注".encode("utf-16-le")) + record(0x3C, bytes(16)) + record(0x1C, struct.pack("<4H", 0, 0, 2, 1) + words("人"))
    chart = begin(0x20) + record(0x203, at(9, 9) + double) + record(0x0A)
    old = record(0x204, at(0, 0) + b"\4\0\xd6\xb8\xb1\xea") + formula(1, 0, double, b"\x24\0\xc0\0\x1e\1\0\3") + formula(1, 1, b"\0\0\0\0\0\0\xff\xff", b"\x17\1a") + record(0x207, b"\2\0\xd3\xc5")
    seeds = {"texts": book(shared, strings), "numbers": book(numbers), "kinds": book(kinds), "formulas": book(formulas, extra=links), "layout": book(numbers + layout, extra=links), "extras": book(shared + extras, strings),
             "chart": book(chart + numbers), "old": book(old + numbers, version=0x500), "dates-1904": book(numbers, extra=record(0x22, b"\1\0")), "password": book(b"", extra=record(0x2F, bytes(6))), "macro": book(b"", kind=1),
             "unordered": book(record(0x203, at(5, 1) + double) + record(0x203, at(1, 1) + double)), "far": book(record(0x203, at(65535, 255) + double)), "alone": record(0x809, bytes([0, 0, 0x10, 0, 0, 0])) + old, "cut": book(shared + numbers, strings)[:-20]}
    for name, content in seeds.items():
        save("xls", name, content)
    save("xls", "file", compound("Workbook", seeds["texts"]))
    save("xls", "file-old", compound("Book", seeds["old"]))
    save("xls", "doc", compound("WordDocument", b"x" * 100))


def compound(name, stream):
    """A compound file whose only stream stands in the root's small pieces."""
    stream += bytes(-len(stream) % 64)
    pieces = len(stream) // 64
    size = -(-len(stream) // 512)
    end = 0xFFFFFFFE
    links = [0xFFFFFFFD, end, end] + [3 + n + 1 for n in range(size)]
    links[-1] = end
    links += [0xFFFFFFFF] * (128 - len(links))
    small = [n + 1 for n in range(pieces)]
    small[-1] = end
    small += [0xFFFFFFFF] * (128 - len(small))

    def entry(name, kind, child, start, size):
        coded = name.encode("utf-16-le")
        return coded + bytes(64 - len(coded)) + struct.pack("<HBBIII", len(coded) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<III", start, size, 0)

    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10) + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 2, 1, end, 0)
    header += struct.pack("<I", 0) + b"\xff" * 432
    directory = entry("Root Entry", 5, 1, 3, len(stream)) + entry(name, 2, 0xFFFFFFFF, 0, len(stream)) + bytes(256)
    return header + struct.pack("<128I", *links) + directory + struct.pack("<128I", *small) + stream + bytes(-len(stream) % 512)


for target, make in (("xlsx", xlsx), ("xls", xls), ("csv", csv), ("html", html)):
    shutil.rmtree(FOLDER / target, ignore_errors=True)
    (FOLDER / target).mkdir(parents=True)
    make()
