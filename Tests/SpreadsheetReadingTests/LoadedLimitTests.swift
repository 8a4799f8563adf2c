import Spreadsheet
import SpreadsheetReading
import TestArchive
import Testing

/// Bounds that a person can raise hold for every kind of file, and their errors name them.
struct LoadedLimitTests {
    static let page = "<html><table><tr><td>甲</td><td>乙</td></tr><tr><td colspan=2>丙丁</td></tr></table></html>"
    static let xml = MarkupSupport.xml(
        MarkupSupport.sheet(
            "<Row><Cell><Data ss:Type=\"String\">甲</Data></Cell><Cell><Data ss:Type=\"String\">乙</Data></Cell></Row>"
                + "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">丙丁</Data></Cell></Row>"))
    static let text = "甲,乙\n丙丁,\n"
    static let book = Archive.workbook(
        """
        <worksheet xmlns="MAIN"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>2</v></c></row>\
        <row r="2"><c r="A2" t="inlineStr"><is><t>丙丁</t></is></c></row></sheetData>\
        <mergeCells><mergeCell ref="A2:B2"/></mergeCells></worksheet>
        """
    ).bytes
    static let files: [(name: String, bytes: [UInt8], loaded: Int)] = [
        ("页.xls", Array(page.utf8), 4), ("表格.xls", Array(xml.utf8), 4), ("表.csv", Array(text.utf8), 3),
        ("表.xlsx", book, 4),
    ]

    private func error(_ bytes: [UInt8], _ name: String, _ limit: ReadingLimits.Name, _ most: Int) -> ToolError? {
        var options = ReadingOptions()
        options.limits[limit] = most
        do {
            _ = try WorkbookReader.read(bytes: bytes, fileName: name, options: options)
            return nil
        } catch {
            return error as? ToolError
        }
    }

    @Test(arguments: files)
    func eachBoundHolds(name: String, bytes: [UInt8], loaded: Int) {
        for (limit, fits) in [(ReadingLimits.Name.rows, 2), (.columns, 2), (.text, 2), (.loaded, loaded)] {
            #expect(error(bytes, name, limit, fits) == nil, "\(limit)")
            let found = error(bytes, name, limit, fits - 1)
            #expect(found?.code == .notReadableTooLarge, "\(limit)")
            #expect(found?.advice.contains("--limit \(limit.rawValue)=") == true, "\(limit)")
        }
        #expect(error(bytes, name, .cells, 1)?.advice.contains("--limit cells=") == true)
    }

    @Test func depthHolds() {
        for (name, bytes, _) in Self.files where !name.hasSuffix(".csv") {
            #expect(error(bytes, name, .depth, 3)?.advice.contains("--limit depth=") == true, "\(name)")
            #expect(error(bytes, name, .depth, 20) == nil, "\(name)")
        }
    }

    @Test func aBoundCanBeRaised() throws {
        var options = ReadingOptions()
        options.limits[.text] = 40_000
        options.limits[.columns] = 20_000
        let long = String(repeating: "字", count: 33_000)
        let page = "<html><table><tr>" + String(repeating: "<td>", count: 17_000) + long + "</td></tr></table></html>"
        let sheet = try WorkbookReader.read(bytes: Array(page.utf8), fileName: "页.xls", options: options).sheets[0]
        #expect(sheet[0, 16_999]?.shown == long)
    }

    /// What one text or one row may take is asked before it is whole.
    @Test func endlessTextsAndRowsAreRefusedOnTheWay() {
        func book(_ row: String) -> [UInt8] {
            Archive.workbook(
                "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\">\(row)</row></sheetData></worksheet>"
            ).bytes
        }
        let text = book("<c><v>" + String(repeating: "长", count: 400_000))
        #expect(error(text, "表.xlsx", .text, 32_767)?.advice.contains("--limit text=") == true)
        let row = book("<c r=\"A1\"/>" + String(repeating: "<c r=\"A1\"/>", count: 70_000))
        #expect(error(row, "表.xlsx", .columns, 16_384)?.advice.contains("--limit columns=") == true)
    }
}
