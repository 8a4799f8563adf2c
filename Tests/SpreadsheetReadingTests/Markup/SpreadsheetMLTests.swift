import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// XML Spreadsheet 2003: cells, formats and layout.
struct SpreadsheetMLTests {
    private func sheet(_ rows: String, styles: String = "", settings: String = "") throws -> Sheet {
        try MarkupSupport.read(
            MarkupSupport.xml(MarkupSupport.sheet(rows), styles: styles, settings: settings)
        ).sheets[0]
    }

    private func cell(_ data: String, format: String? = nil) throws -> Cell {
        let styles = format.map { "<Style ss:ID=\"s1\"><NumberFormat ss:Format=\"\($0)\"/></Style>" } ?? ""
        let style = format == nil ? "" : " ss:StyleID=\"s1\""
        return try #require(try sheet("<Row><Cell\(style)>\(data)</Cell></Row>", styles: styles)[0, 0])
    }

    @Test func aTableOfFigures() throws {
        let rows = """
            <Row><Cell><Data ss:Type="String">单位名称</Data></Cell><Cell><Data ss:Type="String">全年预算数</Data></Cell>
            <Cell><Data ss:Type="String">执行数</Data></Cell><Cell><Data ss:Type="String">单位编码</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">某区图书馆</Data></Cell><Cell><Data ss:Type="Number">570.53999999999996</Data></Cell>
            <Cell><Data ss:Type="Number">537.81</Data></Cell><Cell><Data ss:Type="String">004401120010000018</Data></Cell></Row>
            """
        let workbook = try MarkupSupport.read(MarkupSupport.xml(MarkupSupport.sheet(rows)))
        #expect(workbook.sheets.map(\.name) == ["预算执行"])
        #expect(
            MarkupSupport.grid(workbook.sheets[0]) == [
                ["单位名称", "全年预算数", "执行数", "单位编码"], ["某区图书馆", "570.54", "537.81", "004401120010000018"],
            ])
        #expect(workbook.sheets[0][1, 1]?.value == .number(Decimal(string: "570.54") ?? 0))
        #expect(workbook.sheets[0][1, 3]?.value == .text("004401120010000018"))
        #expect(workbook.readingNotes == ["格式：XML 表格 2003；编码：UTF-8"])
    }

    static let values: [(data: String, value: CellValue, shown: String)] = [
        ("<Data ss:Type=\"String\">甲&amp;乙 &lt;1&gt;</Data>", .text("甲&乙 <1>"), "甲&乙 <1>"),
        ("<Data ss:Type=\"String\">上&#10;下</Data>", .text("上\n下"), "上\n下"),
        ("<Data ss:Type=\"String\">上&#13;&#10;下</Data>", .text("上\n下"), "上\n下"),
        ("<Data ss:Type=\"String\">0012</Data>", .text("0012"), "0012"),
        ("<Data ss:Type=\"Number\">\n 1.5E3 \n</Data>", .number(1500), "1500"),
        ("<Data ss:Type=\"Number\">说明</Data>", .text("说明"), "说明"),
        ("<Data ss:Type=\"Boolean\">1</Data>", .boolean(true), "TRUE"),
        ("<Data ss:Type=\"Boolean\">0</Data>", .boolean(false), "FALSE"),
        ("<Data ss:Type=\"Error\">#DIV/0!</Data>", .error("#DIV/0!"), "#DIV/0!"),
        ("<Data>无类型</Data>", .text("无类型"), "无类型"),
        (
            "<ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B><Font html:Size=\"9\">绩效</Font></B>目标<Sup>①</Sup></ss:Data>",
            .text("绩效目标①"), "绩效目标①"
        ),
        (
            "<Data ss:Type=\"String\">有批注</Data><Comment ss:Author=\"a\"><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><B>批注</B>内容</ss:Data></Comment>",
            .text("有批注"), "有批注"
        ),
    ]

    @Test(arguments: values)
    func everyTypeOfData(data: String, value: CellValue, shown: String) throws {
        let cell = try cell(data)
        #expect(cell.value == value)
        #expect(cell.shown == shown)
        #expect(cell.formula == nil && !cell.lacksCachedValue)
    }

    static let formats: [(format: String, data: String, shown: String)] = [
        ("Percent", "<Data ss:Type=\"Number\">0.9426</Data>", "94.26%"),
        ("Fixed", "<Data ss:Type=\"Number\">537.8</Data>", "537.80"),
        ("Standard", "<Data ss:Type=\"Number\">13628965.89</Data>", "13,628,965.89"),
        ("Currency", "<Data ss:Type=\"Number\">1234.5</Data>", "¥1,234.50"),
        ("Scientific", "<Data ss:Type=\"Number\">15000</Data>", "1.50E+04"),
        ("Yes/No", "<Data ss:Type=\"Number\">0</Data>", "No"), ("Yes/No", "<Data ss:Type=\"Number\">1</Data>", "Yes"),
        ("General", "<Data ss:Type=\"Number\">570.54</Data>", "570.54"),
        ("0.0_ ", "<Data ss:Type=\"Number\">12.34</Data>", "12.3 "),
        ("@", "<Data ss:Type=\"String\">0012</Data>", "0012"),
        ("Short Date", "<Data ss:Type=\"DateTime\">2022-06-30T00:00:00.000</Data>", "2022/6/30"),
        ("Long Date", "<Data ss:Type=\"DateTime\">2022-06-30T00:00:00.000</Data>", "2022年6月30日"),
        ("General Date", "<Data ss:Type=\"DateTime\">2022-06-30T08:15:00.000</Data>", "2022/6/30 8:15"),
        ("Short Time", "<Data ss:Type=\"DateTime\">1899-12-31T08:15:00.000</Data>", "8:15"),
        ("yyyy\\-mm\\-dd", "<Data ss:Type=\"Number\">44742</Data>", "2022-06-30"),
    ]

    @Test(arguments: formats)
    func formatsByNameAndByCode(format: String, data: String, shown: String) throws {
        #expect(try cell(data, format: format).shown == shown)
    }

    static let dates: [(text: String, format: String?, iso: String, serial: String)] = [
        ("2022-06-30T00:00:00.000", nil, "2022-06-30", "44742"),
        ("2022-06-30T08:15:00.000", nil, "2022-06-30T08:15:00", "44742.34375"),
        ("1899-12-31T08:15:00.000", "Short Time", "08:15:00", "0.34375"),
        ("1900-01-01T00:00:00.000", nil, "1900-01-01", "1"),
        ("2022-06-30T23:59:59.999", "General Date", "2022-07-01T00:00:00", "44742.9999999884"),
    ]

    @Test(arguments: dates)
    func datesWrittenOut(text: String, format: String?, iso: String, serial: String) throws {
        let cell = try cell("<Data ss:Type=\"DateTime\">\(text)</Data>", format: format)
        guard case .date(let date) = cell.value else {
            Issue.record("\(cell.value)")
            return
        }
        #expect(date.iso8601 == iso)
        #expect(date.serial == Decimal(string: serial))
    }

    @Test func datesCountFrom1904WhenTheWorkbookSaysSo() throws {
        let settings = "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>"
        let sheet = try sheet(
            "<Row><Cell ss:StyleID=\"d\"><Data ss:Type=\"Number\">43280</Data></Cell></Row>",
            styles: "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style>", settings: settings)
        #expect(sheet[0, 0]?.shown == "2022/6/30")
    }

    @Test func stylesDescendFromTheirParents() throws {
        let styles = """
            <Style ss:ID="Default" ss:Name="Normal"><NumberFormat ss:Format="0.0"/></Style>
            <Style ss:ID="money"><NumberFormat ss:Format="#,##0.00"/></Style>
            <Style ss:ID="total" ss:Parent="money"><Font ss:Bold="1"/></Style>
            <Style ss:ID="plain"><Font ss:Bold="1"/></Style>
            <Style ss:ID="ring" ss:Parent="gnir"/><Style ss:ID="gnir" ss:Parent="ring"/>
            """
        let number = "<Data ss:Type=\"Number\">1570.54</Data>"
        let cells = [
            " ss:StyleID=\"total\"", " ss:StyleID=\"plain\"", "", " ss:StyleID=\"ring\"", " ss:StyleID=\"none\"",
        ]
        .map { "<Cell\($0)>\(number)</Cell>" }.joined()
        let found = try sheet("<Row>\(cells)</Row>", styles: styles)
        #expect(MarkupSupport.grid(found) == [["1,570.54", "1570.5", "1570.5", "1570.5", "1570.5"]])
    }

    @Test func stylesOfRowsColumnsAndTablesReachTheirCells() throws {
        let styles = """
            <Style ss:ID="t"><NumberFormat ss:Format="0.000"/></Style><Style ss:ID="c"><NumberFormat ss:Format="0.00"/></Style>
            <Style ss:ID="r"><NumberFormat ss:Format="Percent"/></Style>
            """
        let number = "<Cell><Data ss:Type=\"Number\">1</Data></Cell>"
        let text = MarkupSupport.xml(
            """
            <Worksheet ss:Name="表"><Table ss:StyleID="t"><Column ss:StyleID="c"/>
            <Row>\(number)\(number)</Row><Row ss:StyleID="r">\(number)</Row></Table></Worksheet>
            """, styles: styles)
        #expect(MarkupSupport.grid(try MarkupSupport.read(text).sheets[0]) == [["1.00", "1.000"], ["100.00%", ""]])
    }
}
