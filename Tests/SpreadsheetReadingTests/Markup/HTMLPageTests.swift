import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Pages as a whole: their tables, names, encodings, and pages that are wrong.
struct HTMLPageTests {
    private static let row = "<tr><td>单位名称</td><td>执行数</td></tr><tr><td>某区图书馆</td><td>537.81</td></tr>"

    @Test func eachTableIsASheet() throws {
        let workbook = try MarkupSupport.read(
            "<html><body><table><caption> 预算\n执行 </caption>\(Self.row)</table><table>\(Self.row)</table><table><caption>预算 执行</caption>\(Self.row)</table></body></html>"
        )
        #expect(workbook.sheets.map(\.name) == ["预算 执行", "表2", "预算 执行（2）"])
        #expect(workbook.hasSheetNames)
        #expect(workbook.readingNotes.contains { $0.contains("3 个表格") })
    }

    @Test func namesOfExcelsSettings() throws {
        let comment = """
            <!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>收入&amp;支出</x:Name>
            </x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook><x:ExcelName><x:Name>区域</x:Name></x:ExcelName></xml><![endif]-->
            """
        let workbook = try MarkupSupport.read(
            "<html><head>\(comment)</head><body><table>\(Self.row)</table></body></html>")
        #expect(workbook.sheets.map(\.name) == ["收入&支出"])
        let several = try MarkupSupport.read(
            "<html><head>\(comment)</head><table>\(Self.row)</table><table>\(Self.row)</table></html>")
        #expect(several.sheets.map(\.name) == ["表1", "表2"])
        let island = try MarkupSupport.read(
            "<html><head><xml><x:ExcelWorksheet><x:Name>明细</x:Name></x:ExcelWorksheet></xml></head><table>\(Self.row)</table></html>"
        )
        #expect(island.sheets.map(\.name) == ["明细"])
    }

    @Test func oneTableWithoutANameHasNone() throws {
        let workbook = try MarkupSupport.read("<table>\(Self.row)</table>")
        #expect(workbook.sheets.map(\.name) == ["表1"])
        #expect(!workbook.hasSheetNames)
        #expect(workbook.readingNotes == ["格式：网页（HTML）；编码：UTF-8"])
    }

    @Test func tablesInTables() throws {
        let layout = try MarkupSupport.read(
            "<html><table><tr><td><table>\(Self.row)</table></td></tr><tr><td><table>\(Self.row)</table></td></tr></table></html>"
        )
        #expect(
            layout.sheets.map(MarkupSupport.grid)
                == Array(repeating: [["单位名称", "执行数"], ["某区图书馆", "537.81"]], count: 2))
        #expect(layout.readingNotes.contains { $0.contains("1 个表格只用来排版") })
        let mixed = try MarkupSupport.read(
            "<html><table><tr><td>单位：万元</td></tr><tr><td><table>\(Self.row)</table></td></tr></table></html>")
        #expect(mixed.sheets.map { $0.cells.count } == [1, 4])
        #expect(mixed.readingNotes.contains { $0.contains("里层、外层") })
    }

    @Test func aTableThatIsNotClosedBeforeTheNext() throws {
        let workbook = try MarkupSupport.read("<html><body><table>\(Self.row)<table>\(Self.row)</table></body></html>")
        #expect(workbook.sheets.map { $0.cells.count } == [4, 4])
    }

    @Test func hiddenTablesAndTextOutside() throws {
        let workbook = try MarkupSupport.read(
            "<html><body><h3>单位：万元</h3><div style=\"display:none\"><table>\(Self.row)</table></div><table>\(Self.row)</table></body></html>"
        )
        #expect(workbook.sheets.map(\.visibility) == [.hidden, .visible])
        #expect(workbook.readingNotes.contains { $0.contains("表格以外的文字") })
    }

    static let declarations = [
        "<meta charset=\"gb2312\">", "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html;charset=GBK'>", "<meta charset=utf-8>",
        "<meta charset=iso-8859-1>", "",
    ]

    @Test(arguments: declarations)
    func everyEncodingGivesTheSameCells(declaration: String) throws {
        let page =
            "<html><head>\(declaration)</head><body><table>\(Self.row)<tr><td>朱镕基</td></tr></table></body></html>"
        let cells = [["单位名称", "执行数"], ["某区图书馆", "537.81"], ["朱镕基", ""]]
        #expect(MarkupSupport.grid(try MarkupSupport.read(page).sheets[0]) == cells)
        #expect(MarkupSupport.grid(try MarkupSupport.read("\u{FEFF}" + page).sheets[0]) == cells)
        #expect(MarkupSupport.grid(try MarkupSupport.read(MarkupSupport.encoded(page, "GB18030")).sheets[0]) == cells)
        #expect(MarkupSupport.grid(try MarkupSupport.read(MarkupSupport.utf16(page)).sheets[0]) == cells)
    }

    @Test func aCutPageIsNeverWhole() throws {
        let rows = (1...5).map { "<tr><td align=\"left\">项目\($0)</td><td>570.54</td></tr>\n" }.joined()
        let page = Array("<html><body>\n<table border=\"1\">\(rows)</table>\n</body></html>".utf8)
        let end = page.count - "</table>\n</body></html>".utf8.count
        for count in 20..<end + 8 {
            let error = #expect(throws: ToolError.self) { try MarkupSupport.read(Array(page[..<count])) }
            #expect(error?.code == .notReadableDamaged || error?.message.contains("没有表格") == true)
            #expect(error?.message.contains("项目") == false)
        }
        let last = #expect(throws: ToolError.self) { try MarkupSupport.read(Array(page[..<end])) }
        #expect(last?.message.contains("只读到 5 行") == true)
        // All tables are there: only a note.
        let whole = try MarkupSupport.read(Array(page[..<(end + 8)]))
        #expect(whole.readingNotes.contains { $0.contains("没有结尾标记") })
        // Closed by the page's own end.
        #expect(throws: Never.self) { try MarkupSupport.read("<html><table>\(rows)</html>") }
        // A cut Chinese character is a cut, not a wrong encoding.
        let chinese = MarkupSupport.encoded("<meta charset=gbk><table><tr><td>单位名称", "GB18030").dropLast()
        #expect(
            #expect(throws: ToolError.self) { try MarkupSupport.read(Array(chinese)) }?.message.contains("截断") == true)
    }

    static let wrong: [(what: String, page: String, says: String, code: ToolError.Code)] = [
        (
            "frameset",
            "<html><head><link id=\"shLink\" href=\"a.files/sheet001.htm\"></head><frameset><frame src=\"a.files/sheet001.htm\"></frameset></html>",
            ".files", .notReadableFormat
        ),
        ("no table", "<html><body>登录超时</body></html>", "没有表格", .notReadableFormat),
        ("empty table", "<html><body><table><tr><td></td></tr></table></body></html>", "没有表格", .notReadableFormat),
        ("comment without end", "<html><table><tr><td>1</td></tr></table><!-- x", "截断", .notReadableDamaged),
        ("tag without end", "<html><table><tr><td>1</td></tr></table><table bor", "截断", .notReadableDamaged),
        (
            "too deep", "<html><table><tr><td>" + String(repeating: "<b><div>", count: 100_000), "嵌套层数超过",
            .notReadableTooLarge
        ),
        (
            "tables too deep", "<html>" + String(repeating: "<table><tr><td>", count: 100_000), "嵌套层数超过",
            .notReadableTooLarge
        ),
        (
            "columns", "<table><tr>" + String(repeating: "<td colspan=1000>", count: 20) + "</table>", "列数超过上限 16384",
            .notReadableTooLarge
        ),
        (
            "attributes", "<table><tr><td " + (0...2000).map { "a\($0)=1 " }.joined() + ">1</td></tr></table>", "属性",
            .notReadableDamaged
        ),
        (
            "text too long", "<table><tr><td>" + String(repeating: "字", count: 32_768) + "</td></tr></table>", "32767",
            .notReadableTooLarge
        ),
    ]

    @Test(arguments: wrong)
    func whatCannotBeReadIsRefused(what: String, page: String, says: String, code: ToolError.Code) throws {
        let error = #expect(throws: ToolError.self) { try MarkupSupport.read(page) }
        #expect(error?.code == code)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
        #expect(error?.advice.isEmpty == false)
    }

    @Test func zeroBytesAreNothing() throws {
        let workbook = try MarkupSupport.read(
            "<html><table><tr><td>某\u{0}局\u{0}</td><td>\u{1}1</td></tr></table></html>")
        #expect(workbook.sheets[0]["A1"] == "某局")
    }

    @Test func aMillionSpansEndInTime() {
        let page =
            "<table>"
            + String(
                repeating: "<tr>" + String(repeating: "<td colspan=999 rowspan=60000>", count: 16) + "</tr>",
                count: 4000)
        #expect(throws: ToolError.self) { try MarkupSupport.read(page + "</table>") }
    }

    @Test func changedBytesNeverCrash() throws {
        let page = """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>.a{mso-number-format:"\\@"}</style>
            <!--[if mso]><x:ExcelWorksheet><x:Name>表</x:Name></x:ExcelWorksheet><![endif]--></head><body><table><caption>甲</caption>
            <tr><th colspan="3">标题</th></tr><tr><td rowspan=2 class=a>0012</td><td x:num="570.53999999999996">570.54</td><td>a<br>&nbsp;b</td></tr>
            <tr style="display:none"><td><table><tr><td>1<td>2</table></td></tr></table></body></html>
            """
        for seed in 1...600 {
            do {
                _ = try MarkupSupport.read(MarkupSupport.mutated(Array(page.utf8), seed: UInt64(seed)))
            } catch is ToolError {}
        }
    }
}
