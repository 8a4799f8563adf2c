import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Tables of pages: texts, places, values.
struct HTMLTableTests {
    private func sheet(_ rows: String, head: String = "") throws -> Sheet {
        try MarkupSupport.read("<html><head>\(head)</head><body><table>\(rows)</table></body></html>").sheets[0]
    }

    static let shapes: [(html: String, cells: [[String]])] = [
        (
            "<tr><th>单位名称<th>执行数<tr><td>某区图书馆<td>537.81", [["单位名称", "执行数"], ["某区图书馆", "537.81"]]
        ),
        (
            "<thead><tr><th>编码</th></tr></thead><tbody><tr><td>0012</td></tr></tbody><tfoot><tr><td>合计</td></tr></tfoot>",
            [["编码"], ["0012"], ["合计"]]
        ),
        ("<tr><td>440112001100000018</td><td>570.54</td></tr>", [["440112001100000018", "570.54"]]),
        ("<tr><td>第一行<br>第二行<br/><br/>第四行</td></tr>", [["第一行\n第二行\n\n第四行"]]),
        ("<tr><td><p>一</p>\n<p>二</p><div>三<div>四</div></div></td></tr>", [["一\n二\n三\n四"]]),
        ("<tr><td>\n  产出\n  指标\t<b>数量</b> <i> 指标</i> \n</td></tr>", [["产出 指标 数量 指标"]]),
        ("<tr><td>&nbsp;</td><td>&nbsp;&nbsp;执行&nbsp;率&nbsp</td></tr>", [["", "执行\u{A0}率"]]),
        ("<tr><td>a &lt; b &amp; c &#8805;&#x5143; &unknown;</td></tr>", [["a < b & c ≥元 &unknown;"]]),
        ("<tr><td>1 < 2</td></tr>", [["1 < 2"]]),
        ("<tr><td>甲<script>var a='<td>';</script><style>b{}</style><!-- 丙 --></td></tr>", [["甲"]]),
        ("<tr><td>甲<input type=hidden value=密><input type=\"text\" value=\"12\"></td></tr>", [["甲12"]]),
        ("<tr><td>甲<span style=\"display:none\">密</span></td></tr>", [["甲"]]),
        ("<tr><td><select><option>优<option selected>良</select></td></tr>", [["良"]]),
        ("<td>无行</td><td>乙</td></tr><td>次行</td>", [["无行", "乙"], ["次行", ""]]),
        ("<TR><TD ALIGN=center NoWrap><FONT COLOR=red>大写</FONT></TD></TR>", [["大写"]]),
        ("<tr><td><div>未关<td>乙</tr>", [["未关", "乙"]]), ("<tr><td><![if !excel]>甲<![endif]></td></tr>", [["甲"]]),
        ("<tr><td><table><tr><td>内文</td></tr></table></td><td>乙</td></tr>", [["内文", "乙"]]),
    ]

    @Test(arguments: shapes)
    func asABrowserShowsIt(html: String, cells: [[String]]) throws {
        #expect(MarkupSupport.grid(try sheet(html)) == cells)
    }

    static let merges: [(html: String, merges: [String], cells: [[String]])] = [
        (
            "<tr><td colspan=3>标题</td></tr><tr><td rowspan=2>产出</td><td>数量</td><td>1</td></tr><tr><td>质量</td><td>2</td></tr>",
            ["A1:C1", "A2:A3"], [["标题", "", ""], ["产出", "数量", "1"], ["", "质量", "2"]]
        ),
        (
            "<tr><td rowspan='2' colspan='2'>块</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr>",
            ["A1:B2"], [["块", "", "1"], ["", "", "2"], ["3", "4", "5"]]
        ),
        ("<tr><td rowspan=0>到底</td><td>1</td></tr><tr><td>2</td></tr>", ["A1:A2"], [["到底", "1"], ["", "2"]]),
        ("<tr><td rowspan=99999999>长</td><td>1</td></tr><tr><td>2</td></tr>", ["A1:A2"], [["长", "1"], ["", "2"]]),
        (
            "<thead><tr><td rowspan=5>头</td><td>1</td></tr></thead><tbody><tr><td>2</td><td>3</td></tr></tbody>", [],
            [["头", "1"], ["2", "3"]]
        ),
        ("<tr><td colspan=-3>甲</td><td colspan=x>乙</td><td colspan=0>丙</td></tr>", [], [["甲", "乙", "丙"]]),
    ]

    @Test(arguments: merges)
    func spansAreMerges(html: String, merges: [String], cells: [[String]]) throws {
        let sheet = try sheet(html)
        #expect(sheet.merges.map(\.description) == merges)
        #expect(MarkupSupport.grid(sheet) == cells)
    }

    @Test func aHugeColumnSpanIsClamped() throws {
        let sheet = try sheet("<tr><td colspan=2000000000>宽</td></tr>")
        #expect(sheet.merges.map(\.columns.count) == [1000])
    }

    @Test func hiddenRowsAndColumns() throws {
        let sheet = try sheet(
            """
            <col><col style='display:none'>
            <tr><td>a</td><td>b</td><td style="display: none">c</td></tr><tr style="DISPLAY:NONE"><td>d</td></tr>
            <tr class=off><td>e</td></tr><tbody style="display:none"><tr><td>f</td><td></td><td style="display:none">g</td></tr></tbody>
            <tr height=0 style='display:none'><td width=72></td></tr>
            """, head: "<style><!-- tr.off {display:none;} --></style>")
        #expect(sheet.rows.filter(\.value.hidden).keys.sorted() == [1, 2, 3])
        #expect(sheet.columns.filter(\.value.hidden).keys.sorted() == [1, 2])
    }

    static let values: [(cell: String, value: CellValue, shown: String, format: String)] = [
        ("<td x:num=\"570.53999999999996\">570.54</td>", .number(Decimal(string: "570.54") ?? 0), "570.54", "General"),
        ("<td x:num>537.81</td>", .number(Decimal(string: "537.81") ?? 0), "537.81", "General"),
        ("<td x:num=\"0.9426\">94.26%</td>", .number(Decimal(string: "0.9426") ?? 0), "94.26%", "General"),
        (
            "<td class=xl24 x:num=\"0.94260000000000005\">94.3%</td>", .number(Decimal(string: "0.9426") ?? 0),
            "94.26%", "0.00%"
        ),
        (
            "<td style='mso-number-format:\"\\#\\,\\#\\#0\\.00_ \"' x:num=\"1570.5\">1</td>",
            .number(Decimal(string: "1570.5") ?? 0), "1,570.50 ", "#,##0.00_ "
        ),
        ("<td style='mso-number-format:\"\\@\"'>0012</td>", .text("0012"), "0012", "@"),
        ("<td style=\"vnd.ms-excel.numberformat:@\">0012</td>", .text("0012"), "0012", "@"),
        (
            "<td class=\"a xl25\">000044011200100000001</td>", .text("000044011200100000001"), "000044011200100000001",
            "@"
        ),
        ("<td x:str>0012</td>", .text("0012"), "0012", "General"),
        ("<td x:bool=\"TRUE\">TRUE</td>", .boolean(true), "TRUE", "General"),
        ("<td x:err=\"#DIV/0!\">#DIV/0!</td>", .error("#DIV/0!"), "#DIV/0!", "General"),
        (
            "<td sdval=\"0.9426\" sdnum=\"2052;0;0.00%\">94.26%</td>", .number(Decimal(string: "0.9426") ?? 0),
            "94.26%", "0.00%"
        ),
        ("<td>570.54</td>", .text("570.54"), "570.54", "General"),
        ("<td x:num=abc>说明</td>", .text("说明"), "说明", "General"),
    ]

    @Test(arguments: values)
    func valuesBesideTheText(cell: String, value: CellValue, shown: String, format: String) throws {
        let head =
            "<style>.xl24 {mso-number-format:Percent;color:red} @media print {td{display:none}} td.xl25, .z\n{mso-number-format:\"\\@\";}</style>"
        let workbook = try MarkupSupport.read("<html><head>\(head)</head><table><tr>\(cell)</tr></table></html>")
        let found = try #require(workbook.sheets[0][0, 0])
        #expect(found.value == value)
        #expect(found.shown == shown)
        #expect(workbook.styles[found.style].numberFormat == format)
    }

    @Test func aDateOfExcel() throws {
        let sheet = try sheet(
            "<tr><td style='mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022\"' x:num=44742>x</td></tr>")
        #expect(sheet["A1"] == "2022年6月")
        guard case .date(let date)? = sheet[0, 0]?.value else {
            Issue.record("no date")
            return
        }
        #expect(date.day?.month == 6)
    }

    @Test func excelHidesTextThatRunsOver() throws {
        let text =
            "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>某区财政<span style='display:none'>局</span></td></tr></table></html>"
        #expect(try MarkupSupport.read(text).sheets[0]["A1"] == "某区财政局")
    }
}
