"""Workbooks of text: where it stands, how it is escaped, what must not be taken for it."""

from package import DECLARATION, MAIN, Book, Sheet, cell, column, row, words

SHARED = [(index, "s") for index in range(20)]


def shared(*strings):
    """A book of one column that shows each shared string in turn."""
    return Book(Sheet("文字", column(SHARED[:len(strings)])), strings=list(strings))


def inline(place, markup):
    return f'<c r="{place}" t="inlineStr"><is>{markup}</is></c>'


def lines(*markups):
    """A book of one column of inline strings."""
    rows = "".join(row(index, inline(f"A{index}", each)) for index, each in enumerate(markups, 1))
    return Book(Sheet("文字", rows))


def wrong_counts():
    strings = f'{DECLARATION}<sst xmlns="{MAIN}" count="2" uniqueCount="99"><si><t>甲</t></si><si><t>乙</t></si><si><t>丙</t></si></sst>'
    return Book(Sheet("文字", column(SHARED[:3])), strings=strings)


def pretty():
    strings = (f'{DECLARATION}<sst xmlns="{MAIN}">\n  <si>\n    <t>甲</t>\n  </si>\n  <si>\n    <r>\n      <t>乙</t>\n    </r>\n'
               '    <r>\n      <t xml:space="preserve"> 丙</t>\n    </r>\n  </si>\n</sst>')
    rows = ('\n  <row r="1">\n    <c r="A1" t="s">\n      <v>0</v>\n    </c>\n    <c r="B1" t="s">\n      <v>\n1\n</v>\n    </c>\n'
            '  </row>\n  <row r="2">\n\t<c r="A2">\n\t\t<v>\t12.5\t</v>\n\t</c>\n  </row>\n')
    return Book(Sheet("文字", rows), strings=strings)


def markup_in_text():
    rows = row(1, words("A1", '<row r="9"><c r="A9"><v>1</v></c></row>'),
               inline("B1", '<t><![CDATA[<row r="8"><c r="A8"><v>2</v></c></row>]]></t>'))
    rows += row(2, cell("A2", '<![CDATA[</row><row r="7">]]>', "str"), words("B2", "</sheetData>"))
    return Book(Sheet("文字", rows))


def comments_in_text():
    rows = row(1, cell("A1", "1<!-- 0 -->2"), cell("B1", "甲<?x 乙?>丙", "str"),
               inline("C1", "<t>丁<!-- 戊 -->己</t>"))
    rows += "<!-- <row r='5'><c r='A5'><v>5</v></c></row> --><?row r='6'?>" + row(2, cell("A2", 3), "<!-- -->")
    return Book(Sheet("文字", rows))


def empties():
    rows = row(1, cell("A1", 0, "s"), cell("B1", 1, "s"), cell("C1", "", "s"), cell("D1", None, "s"))
    rows += row(2, inline("A2", "<t/>"), inline("B2", ""), '<c r="C2" t="inlineStr"/>', cell("D2", "", "str"))
    rows += row(3, cell("A3", 2, "s"))
    return Book(Sheet("文字", rows), strings=["", "<t/>", "<t>有</t>"])


def spaces():
    texts = ["<t> 前</t>", "<t>后 </t>", '<t xml:space="preserve"> 前后 </t>', '<t xml:space="default"> 前后 </t>',
             '<t xml:space="preserve">   </t>', "<t>   </t>", "<t>中  间</t>", "<t>　全角　</t>", "<t>&#160;不断行&#160;</t>",
             '<t xml:space="preserve">\t制表\t</t>', "<t>\n</t>"]
    return shared(*texts)


def spaces_in_runs():
    runs = ["<r><t>你好 </t></r><r><t> 世界</t></r>", "<r><t>你好</t></r><r><t> </t></r><r><t>世界</t></r>",
            '<r><t>你好</t></r><r><t xml:space="preserve"> 世界 </t></r>']
    rows = column(SHARED[:3]) + "".join(row(index, inline(f"A{index}", each)) for index, each in enumerate(runs, 4))
    return Book(Sheet("文字", rows), strings=runs)


def phonetics():
    strings = [
        '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
        '<r><t>大</t></r><rPh sb="0" eb="1"><t>オオ</t></rPh><r><t>阪</t></r><rPh sb="1" eb="2"><t>サカ</t></rPh>',
    ]
    rows = column(SHARED[:2]) + row(3, inline("A3", '<t>拼音</t><rPh sb="0" eb="2"><t>pīn yīn</t></rPh>'))
    return Book(Sheet("文字", rows), strings=strings)


def look_alikes():
    texts = ["001", "1e5", "TRUE", "#N/A", "=1+1", "2022-06-30", "94.26%", "-", "+1", "@", "'引号", "123456789012345678"]
    return Book(Sheet("文字", "".join(row(index, words(f"A{index}", text)) for index, text in enumerate(texts, 1))))


def entities():
    return lines("<t>&amp;&lt;&gt;&quot;&apos;</t>", "<t>&#x4E2D;&#25991;</t>", "<t>&amp;amp;</t>", "<t>a&#9;b&#10;c</t>")


def formula_text():
    return Book(Sheet("文字", column([
        ("甲", "str", None, "A2"), (" 空 ", "str", None, "B1"), ("", "str", None, "&quot;&quot;"), ("12", "str"),
        ("_x0041_", "str", None, "C1"), ("a\nb", "str", None, "D1"), ("<![CDATA[<丁>]]>", "str", None, "E1")])))


CASES = {
    "text-shared": lambda: shared("<t>甲</t>", "<t>乙</t>", "<t>甲</t>"),
    "text-shared-wrong-counts": wrong_counts,
    "text-inline": lambda: lines("<t>甲</t>", "<t>乙 丙</t>", "<t>12</t>"),
    "text-rich-runs": lambda: shared(
        "<r><rPr><b/></rPr><t>粗</t></r><r><t xml:space=\"preserve\"> 细 </t></r><r><t>末</t></r>", "<r><t>独</t></r>",
        "<r><rPr><rFont val=\"宋体\"/></rPr><t/></r><r><t>空段后</t></r>"),
    "text-rich-runs-inline": lambda: lines("<r><t>一</t></r><r><rPr><i/></rPr><t xml:space=\"preserve\"> 二</t></r>"),
    "text-phonetic-runs": phonetics,
    "text-spaces": spaces,
    "text-spaces-inline": lambda: lines(
        "<t> 前</t>", "<t>后\n</t>", '<t xml:space="preserve"> 前后 </t>', "<t> </t>", "<t>&#9;制表&#9;</t>", "<t>中  间</t>"),
    "text-spaces-in-runs": spaces_in_runs,
    "text-escapes-xHHHH": lambda: shared(
        "<t>_x0041_</t>", "<t>_x005F_x0041_</t>", "<t>_X0041_</t>", "<t>_x4e2D_</t>", "<t>_x00ZZ_</t>", "<t>_x41_</t>",
        "<t>_xD83D__xDE00_</t>", "<t>a_x0009_b</t>", "<t>_x0041__x0042_</t>", "<t>_x005F_</t>", "<t>x_x0041</t>"),
    "text-line-breaks": lambda: shared(
        "<t>a\nb</t>", "<t>a&#13;&#10;b</t>", "<t>a_x000D_\nb</t>", "<t>a_x000D_b</t>", "<t>a_x000a_b</t>",
        "<t>a\r\nb</t>", "<t>尾\n</t>"),
    "text-astral": lambda: shared("<t>😀</t>", "<t>𠮷野家</t>", "<t>&#x1F363;</t>", "<t>👨‍👩‍👧‍👦</t>", "<t>e\u0301</t>", "<t>\ufeff首</t>"),
    "text-longest": lambda: shared("<t>" + "长" * 32767 + "</t>", "<t>" + "a" * 32767 + "</t>"),
    "text-of-formulas": formula_text,
    "text-cdata": lambda: Book(
        Sheet("文字", row(1, cell("A1", "<![CDATA[1]]>", "s"), cell("B1", "<![CDATA[12]]>.5"),
                        inline("C1", "<t><![CDATA[a & b]]> c</t>"))), strings=["<t>甲</t>", "<t>乙<![CDATA[<丙>]]></t>"]),
    "text-that-holds-markup": markup_in_text,
    "text-comments-and-instructions": comments_in_text,
    "text-empty": empties,
    "text-empty-inline-after-text": lambda: Book(Sheet("文字", row(
        1, inline("A1", "<t>甲</t>"), '<c r="B1" t="inlineStr"/>', '<c r="C1" t="inlineStr"></c>', inline("D1", "<t>乙</t>")))),
    "text-that-looks-like-values": look_alikes,
    "text-entities": entities,
    "text-pretty-printed": pretty,
}
