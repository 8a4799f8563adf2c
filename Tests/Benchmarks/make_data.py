"""Writes the benchmark's data: a ledger of a million rows and 11 columns, as CSV and XLSX.

Usage: make_data.py FOLDER [ROWS]. The same every time. Only the standard library; the XLSX is written as a finance system would write it:
shared strings (300 000 distinct ones among them), a date column, amounts of two decimals. `inline.xlsx` has the same figures with inline
strings; `ledger-gb18030.csv` the same rows in the encoding of older systems.
"""

import random
import sys
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

HEADING = ["日期", "凭证号", "科目编码", "科目名称", "摘要", "部门", "项目", "借方金额", "贷方金额", "余额", "备注"]
ACCOUNTS = [("50010101", "业务活动费用-工资福利费用"), ("50010102", "业务活动费用-商品和服务费用"),
            ("50010103", "业务活动费用-对个人和家庭补助"), ("1001", "库存现金"), ("1002", "银行存款"), ("1011", "零余额账户用款额度"),
            ("4001", "财政拨款收入"), ("3001", "累计盈余"), ("121201", "其他应收款-备用金"), ("230701", "其他应付款-押金")]
DEPARTMENTS = ["办公室", "财务科", "人事科", "规划科", "信息中心", "执法大队", "社会事务科", "法规科"]
PROJECTS = ["基本支出", "信息化建设项目", "设备购置项目", "培训项目", "社区服务项目", "宣传项目"]
WORDS = ["支付", "报销", "差旅费", "办公用品", "印刷费", "维修费", "培训费", "劳务费", "物业费", "水电费", "租赁费", "会议费"]
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    "</Types>")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_);[Red]\\(#,##0.00\\)"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>')


def rows(count):
    """The ledger's rows as tuples of text; amounts with two decimals, the date as ISO text."""
    chance = random.Random(2024)
    first = date(2022, 1, 1)
    balance = 1_000_000_00
    for number in range(count):
        day = first + timedelta(days=number * 730 // count)
        code, name = chance.choice(ACCOUNTS)
        amount = chance.randrange(1, 5_000_000)
        debit, credit = (amount, 0) if chance.random() < 0.5 else (0, amount)
        balance += debit - credit
        # Near a third of the summaries is seen once only.
        words = chance.choice(WORDS) + chance.choice(WORDS)
        summary = f"{words}{number}号单据" if number % 10 < 3 else f"{words}第{chance.randrange(400)}批"
        note = "" if chance.random() < 0.8 else chance.choice(["已核", "待附件", '见"附表", 第2页', "跨年"])
        yield (day, f"记-{number % 9999 + 1:04d}", code, name, summary, chance.choice(DEPARTMENTS), chance.choice(PROJECTS),
               cents(debit), cents(credit), cents(balance), note)


def cents(amount):
    """`1234` as 12.34; whole amounts without decimals, as a spreadsheet keeps them."""
    sign, amount = ("-", -amount) if amount < 0 else ("", amount)
    text = f"{sign}{amount // 100}"
    rest = amount % 100
    return text if rest == 0 else f"{text}.{rest:02d}".rstrip("0")


def field(text):
    """A CSV field."""
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in '",\n') else text


def write_csv(path, count, encoding):
    """One CSV file."""
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(",".join(HEADING) + "\r\n")
        for row in rows(count):
            file.write(",".join([row[0].isoformat(), *(field(text) for text in row[1:])]) + "\r\n")


def write_xlsx(path, count, inline):
    """One workbook; texts shared or inline."""
    strings = {}

    def text(reference, value):
        if not value:
            return f'<c r="{reference}"/>'
        if inline:
            return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f'<c r="{reference}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'

    epoch = date(1899, 12, 30)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="明细账" sheetId="1" r:id="rId1"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        archive.writestr("xl/styles.xml", STYLES)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}"><dimension ref="A1:K{count + 1}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>'.encode())
            part.write(('<row r="1" spans="1:11">' + "".join(text(f"{column}1", name) for column, name in zip("ABCDEFGHIJK", HEADING)) + "</row>").encode())
            buffer = []
            for number, row in enumerate(rows(count), start=2):
                cells = [f'<c r="A{number}" s="1"><v>{(row[0] - epoch).days}</v></c>']
                cells += [text(f"{column}{number}", value) for column, value in zip("BCDEFG", row[1:7])]
                cells += [f'<c r="{column}{number}" s="2"><v>{value}</v></c>' for column, value in zip("HIJ", row[7:10])]
                cells.append(text(f"K{number}", row[10]))
                buffer.append(f'<row r="{number}" spans="1:11">' + "".join(cells) + "</row>")
                if len(buffer) == 2000:
                    part.write("".join(buffer).encode())
                    buffer.clear()
            part.write(("".join(buffer) + '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>').encode())
        items = "".join(f"<si><t>{escape(value)}</t></si>" for value in strings)
        archive.writestr("xl/sharedStrings.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="{MAIN}" count="{count * 8}" uniqueCount="{len(strings)}">{items}</sst>')


def main():
    """Writes all four files."""
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    write_csv(f"{folder}/ledger.csv", count, "utf-8")
    write_csv(f"{folder}/ledger-gb18030.csv", count, "gb18030")
    write_xlsx(f"{folder}/ledger.xlsx", count, inline=False)
    write_xlsx(f"{folder}/inline.xlsx", count, inline=True)


main()
