"""Workbooks of Excel 5 and 95, which no program here writes any more: records put together by hand, after [MS-XLS] and OpenOffice's description."""

import io
import struct

from xlwt.CompoundDoc import XlsDoc


def record(kind, contents=b""):
    return struct.pack("<HH", kind, len(contents)) + contents


def place(row, column, style=15):
    return struct.pack("<HHH", row, column, style)


def label(row, column, text, encoding):
    coded = text.encode(encoding)
    return record(0x0204, place(row, column) + struct.pack("<H", len(coded)) + coded)


def number(row, column, value, style=15):
    return record(0x0203, place(row, column, style) + struct.pack("<d", value))


def packed(row, column, bits):
    return record(0x027E, place(row, column) + struct.pack("<I", bits))


def many(row, column, bits):
    body = b"".join(struct.pack("<HI", 15, each) for each in bits)
    return record(0x00BD, struct.pack("<HH", row, column) + body + struct.pack("<H", column + len(bits) - 1))


def formula(row, column, value, after=b""):
    return record(0x0006, place(row, column) + value + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0") + after


def special(kind, value=0):
    return bytes([kind, 0, value, 0, 0, 0, 0xFF, 0xFF])


def result(text, encoding):
    coded = text.encode(encoding)
    return record(0x0207, struct.pack("<H", len(coded)) + coded)


def begin(part):
    return record(0x0809, struct.pack("<HHHH", 0x0500, part, 0x0DBB, 0x07CC))


def book(tabs, page, encoding, is_1904=False, formats=()):
    """`tabs` are names and records."""
    head = begin(5) + record(0x0042, struct.pack("<H", page)) + record(0x0022, struct.pack("<H", is_1904))
    for _ in range(5):
        head += record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\5Arial")
    for index, code in enumerate(formats):
        coded = code.encode(encoding)
        head += record(0x041E, struct.pack("<HB", 164 + index, len(coded)) + coded)
    for index in range(16 + len(formats)):
        code = 163 + index - 15 if index > 15 else 0
        head += record(0x00E0, struct.pack("<HHHH", 0, code, 1 if index >= 15 else 0xFFF5, 0x20) + bytes(8))
    names = [name.encode(encoding) for name, _ in tabs]
    at = len(head) + sum(4 + 7 + len(name) for name in names) + 4
    parts = b""
    for name, (_, records) in zip(names, tabs):
        part = begin(0x10) + records + record(0x000A)
        head += record(0x0085, struct.pack("<IHB", at, 0, len(name)) + name)
        at += len(part)
        parts += part
    memory = io.BytesIO()
    XlsDoc().save(memory, head + record(0x000A) + parts)
    return memory.getvalue()


def texts(page, encoding, lines):
    records = b"".join(label(row, column, text, encoding) for row, line in enumerate(lines) for column, text in enumerate(line))
    return book([(lines[0][0][:10], records)], page, encoding)


def values():
    records = number(0, 0, 570.54) + packed(0, 1, 12345 << 2 | 3) + many(1, 0, [4 | 2, 8 | 2, 350 << 2 | 3])
    records += record(0x0205, place(2, 0) + b"\1\0") + record(0x0205, place(2, 1) + b"\7\1")
    records += formula(3, 0, struct.pack("<d", 94.26)) + formula(3, 1, special(0), result("优", "gbk"))
    records += formula(3, 2, special(1, 1)) + formula(3, 3, special(2, 0x2A))
    records += record(0x00D6, place(4, 0) + struct.pack("<H", 4) + "良好".encode("gbk") + b"\1\0\1")
    records += record(0x0201, place(5, 0))
    return book([("数值", records)], 936, "gbk")


def dates(is_1904):
    codes = ["yyyy/m/d", "h:mm", "yyyy-mm-dd hh:mm"]
    records = b"".join(number(row, column, serial, 16 + column) for row, serial in enumerate([100.5, 36526, 44742.25]) for column in range(3))
    return book([("日期", records)], 936, "gbk", is_1904, codes)


CASES = {
    "xls5-936": lambda: texts(936, "gbk", [["部门", "绩效自评"], ["三级指标", "abc"]]),
    "xls5-950": lambda: texts(950, "big5", [["部門", "績效自評"], ["三級指標", "abc"]]),
    "xls5-932": lambda: texts(932, "cp932", [["日本語", "テスト"]]),
    "xls5-949": lambda: texts(949, "cp949", [["한국어", "시험"]]),
    "xls5-1252": lambda: texts(1252, "cp1252", [["Café", "naïve €"]]),
    "xls5-1251": lambda: texts(1251, "cp1251", [["Отчёт", "тест"]]),
    "xls5-values": values,
    "xls5-dates-1900": lambda: dates(False),
    "xls5-dates-1904": lambda: dates(True),
    "xls5-many": lambda: book([(f"表{n}", label(n, n, f"第{n}张", "gbk")) for n in range(20)], 936, "gbk"),
    "xls5-tall": lambda: book([("长", b"".join(number(r, 0, r) + label(r, 1, f"行{r}", "gbk") for r in range(5000)))], 936, "gbk"),
}
