import Foundation
import Spreadsheet
import SpreadsheetReading
import TestArchive
import Testing

/// Workbooks made by hand, each with one feature or one fault.
struct XLSXTests {
    private func read(_ archive: Archive) throws -> Workbook {
        try WorkbookReader.read(bytes: archive.bytes, fileName: "表.xlsx")
    }

    private func sheet(_ rows: String, strings: String? = nil, styles: String? = nil) throws -> Sheet {
        try read(
            .workbook(
                "<worksheet xmlns=\"MAIN\"><sheetData>\(rows)</sheetData></worksheet>", strings: strings, styles: styles
            )
        ).sheets[0]
    }

    @Test(arguments: [
        ("<c r=\"A1\"><v>570.53999999999996</v></c>", "570.54"), ("<c r=\"A1\"><v>0.1</v></c>", "0.1"),
        ("<c r=\"A1\"><v>9.0000000000000011E-2</v></c>", "0.09"),
        ("<c r=\"A1\"><v>510000210000000</v></c>", "510000210000000"),
        ("<c r=\"A1\"><v>-3.5E-3</v></c>", "-0.0035"), ("<c r=\"A1\"><v>999999999999999.9</v></c>", "1000000000000000"),
        // Beyond a decimal: never another number.
        ("<c r=\"A1\"><v>4.9406564584124654E-324</v></c>", "4.9406564584124654E-324"),
        ("<c r=\"A1\"><v>-1E+200</v></c>", "-1E+200"), ("<c r=\"A1\"><v>0E-200</v></c>", "0"),
        ("<c r=\"A1\" t=\"str\"><f>A2</f><v>甲</v></c>", "甲"), ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!"),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 乙</t></r></is></c>",
            "甲 乙"
        ),
        ("<c t=\"inlineStr\"><is><t>没有地址_x0041__x005F_x</t></is></c>", "没有地址A_x"),
    ])
    func cellValues(cell: String, shown: String) throws {
        #expect(try sheet("<row r=\"1\">\(cell)</row>")[0, 0]?.shown == shown)
        #expect(try sheet("<row>\(cell)</row>")[0, 0]?.shown == shown)
    }

    @Test func sharedStringsJoinRunsAndLeavePronunciationOut() throws {
        let strings = "<si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></si>"
        let found = try sheet(
            "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row>", strings: strings)
        #expect(found[1, 1]?.shown == "乙丙")
        #expect(found[1, 2]?.shown == "甲")
        let error = #expect(throws: ToolError.self) {
            try sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", strings: strings)
        }
        #expect(error?.message.contains("表.xlsx〔表〕A1") == true)
    }

    @Test(arguments: [
        ("0.00%", "0.9426", "94.26%"), ("#,##0.00", "5705400", "5,705,400.00"), ("0", "2.5", "3"),
        ("0.0", "-0.04", "0.0"),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234.5", " 1,234.50 "), ("0.00;(0.00)", "-3", "(3.00)"),
        ("[>=10000]0.00,\"千\";0", "12345", "12.35千"), ("0.00E+00", "12345", "1.23E+04"), ("# ?/?", "1.5", "1 1/2"),
        ("yyyy\"年\"m\"月\"d\"日\"", "44742", "2022年6月30日"), ("yyyy-mm-dd hh:mm", "44742.34375", "2022-06-30 08:15"),
        ("[$-804]aaaa", "44742", "星期四"), ("[h]:mm", "1.5", "36:00"),
        ("m/d/yy h:mm AM/PM", "44742.75", "6/30/22 6:00 PM"),
        ("000000", "1201", "001201"), ("\"第\"0\"名\"", "3", "第3名"), ("#,##0,\"k\"", "1234567", "1,235k"),
        ("0.0#", "1.25", "1.25"),
        ("General", "0.00001", "0.00001"), ("G/通用格式", "44742", "44742"), ("G/通用格式\"元\"", "1.5", "1.5元"),
        ("0.???", "1.5", "1.5  "),
    ])
    func formatsShowWhatExcelShows(code: String, value: String, shown: String) throws {
        let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(">", with: "&gt;")
        let styles =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(escaped)\"/></numFmts><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>"
        let cell = try sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>", styles: styles)[0, 0]
        #expect(cell?.shown == shown)
    }

    @Test func datesAreDatesInBothSystems() throws {
        let styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
        let cell = try sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44742</v></c></row>", styles: styles)[0, 0]
        guard case .date(let date)? = cell?.value else {
            Issue.record("不是日期：\(String(describing: cell))")
            return
        }
        #expect(date.iso8601 == "2022-06-30")
    }

    @Test func layoutAndSharedFormulasAreRead() throws {
        let text = """
            <worksheet xmlns="MAIN"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0">\
            <pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="3" width="12.5" hidden="1"/></cols>\
            <sheetData><row r="1" ht="30"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1+SUM(B$1:B1)</f><v>1</v></c></row>\
            <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="B2"><f>1+1</f></c></row></sheetData>\
            <mergeCells><mergeCell ref="A3:B4"/></mergeCells><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>
            """
        let found = try read(.workbook(text)).sheets[0]
        #expect(found[1, 0]?.formula == "B2*$C$1+SUM(B$1:B2)")
        #expect(found[1, 1]?.lacksCachedValue == true)
        #expect(found.merges == [CellRange("A3:B4")].compactMap { $0 })
        #expect(found.rows[0]?.height == 30)
        #expect(found.columns[1]?.width == 12.5 && found.columns[2]?.hidden == true)
        #expect(found.page.paper == 9 && found.page.landscape && found.page.fit?.high == 0 && found.page.fit?.wide == 1)
        #expect(found.frozenAt == CellReference(row: 2, column: 0) && !found.showsGridlines)
    }

    @Test func prefixesAndStrictNamespacesMakeNoDifference() throws {
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let text =
            "<x:worksheet xmlns:x=\"\(strict)\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        #expect(try read(.workbook(text)).sheets[0][0, 0]?.shown == "7")
    }

    @Test func numbersBeyondMeasureAreNotFollowed() throws {
        let text = """
            <worksheet xmlns="MAIN"><sheetViews><sheetView zoomScale="99999999999999999999"><pane ySplit="1e300" xSplit="nan" state="frozen"/>\
            </sheetView></sheetViews><sheetFormatPr defaultRowHeight="inf"/><cols><col min="9223372036854775807" max="9223372036854775807" \
            width="1e308"/></cols><sheetData><row r="-9223372036854775808" ht="nan"><c r="A1" s="-1"><v>1e999</v></c></row></sheetData>\
            <rowBreaks><brk id="-2147483648"/></rowBreaks></worksheet>
            """
        let sheet = try read(.workbook(text)).sheets[0]
        #expect(sheet.frozenAt == CellReference(row: 0, column: 0))
        #expect(sheet.defaultRowHeight == 15 && sheet.columns.isEmpty && sheet.rows.isEmpty)
        #expect(sheet[0, 0]?.value == .text("1e999"))
    }

    @Test(arguments: [
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet xmlns=\"MAIN\"/>", "DTD"),
        ("<worksheet xmlns=\"MAIN\"><sheetData>", "不是正确的 XML"),
        (
            "<worksheet xmlns=\"MAIN\">" + String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
                + "</worksheet>", "嵌套层数超过上限 256"
        ),
        ("<worksheet xmlns=\"MAIN\"><sheetData><row r=\"9999999\"/></sheetData></worksheet>", "行号 9999999"),
    ])
    func hostileMarkupIsRefused(sheet: String, says: String) {
        let error = #expect(throws: ToolError.self) { try read(.workbook(sheet)) }
        #expect(error?.code.exitStatus == 65)
        #expect(error?.message.contains(says) == true, "\(String(describing: error))")
    }

    @Test func brokenArchivesAreRefused() throws {
        var spoiled = Archive.workbook("<worksheet xmlns=\"MAIN\"/>")
        spoiled.spoilsChecksum = true
        #expect(#expect(throws: ToolError.self) { try read(spoiled) }?.message.contains("校验") == true)
        var locked = Archive.workbook("<worksheet xmlns=\"MAIN\"/>")
        locked.flags |= 1
        #expect(#expect(throws: ToolError.self) { try read(locked) }?.code == .notReadableEncrypted)
        let whole = Archive.workbook("<worksheet xmlns=\"MAIN\"/>").bytes
        // Cut at every length: always an error of the tool's own, never a crash.
        for length in stride(from: 8, to: whole.count, by: 7) {
            #expect(throws: ToolError.self) {
                try WorkbookReader.read(bytes: Array(whole.prefix(length)), fileName: "断.xlsx")
            }
        }
    }

    @Test(arguments: ["MIME-Version: 1.0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "PK\u{5}\u{6}, "])
    func anArchiveAfterOtherBytesIsFound(prefix: String) throws {
        let text =
            "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>"
        let bytes = Array(prefix.utf8) + Archive.workbook(text).bytes
        #expect(try WorkbookReader.read(bytes: bytes, fileName: "表.xlsx").sheets[0][0, 0]?.shown == "7")
        // The same bytes with more behind them, or in a text, are no archive.
        let other = try? WorkbookReader.read(bytes: Array(prefix.utf8) + bytes.suffix(22), fileName: "表.csv")
        #expect(other?.hasSheetNames != true)
    }

    @Test func anEmptyCellDoesNotWipeAnEarlierOneOut() throws {
        let found = try sheet(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"/><c r=\"B1\"><v>2</v></c><c r=\"B1\"><v>3</v></c></row>")
        #expect(found[0, 0]?.shown == "1")
        #expect(found[0, 1]?.shown == "3")
    }

    @Test func anArchiveThatUnpacksToTooMuchIsRefused() {
        var options = ReadingOptions()
        options.limits[.unpacked] = 1000
        let sheet =
            "<worksheet xmlns=\"MAIN\"><sheetData>" + String(repeating: " ", count: 2000) + "</sheetData></worksheet>"
        let error = #expect(throws: ToolError.self) {
            try WorkbookReader.read(bytes: Archive.workbook(sheet).bytes, fileName: "大.xlsx", options: options)
        }
        #expect(error?.code == .notReadableTooLarge)
    }
}
