import Spreadsheet
import TestArchive
import Testing

@testable import SpreadsheetReading

/// What is cheap to write down a million times is bounded by its number.
struct CountLimitTests {
    private static let sheet =
        "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"

    private func error(_ bytes: [UInt8], _ change: (inout ReadingLimits) -> Void = { _ in }) -> ToolError? {
        var options = ReadingOptions()
        change(&options.limits)
        do {
            _ = try WorkbookReader.read(bytes: bytes, fileName: "表.xlsx", options: options)
            return nil
        } catch { return error as? ToolError }
    }

    @Test(arguments: ["cellXfs:xf", "fonts:font", "fills:fill", "borders:border", "numFmts:numFmt", "dxfs:dxf"])
    func stylesOfEachKindAreBounded(_ kind: String) {
        let names = kind.split(separator: ":")
        func bytes(_ count: Int) -> [UInt8] {
            let list = String(repeating: "<\(names[1])/>", count: count)
            return Archive.workbook(
                Self.sheet + "</worksheet>", styles: "<\(names[0])>\(list)</\(names[0])>"
            ).bytes
        }
        #expect(error(bytes(65_536)) == nil)
        let found = error(bytes(65_537))
        #expect(found?.code == .notReadableTooLarge && found?.message.contains("样式数") == true)
        #expect(error(bytes(65_537)) { $0[.styles] = 70_000 } == nil)
    }

    @Test func conditionalFormatsAreBounded() {
        func bytes(_ count: Int) -> [UInt8] {
            let one =
                "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"><formula>1</formula></cfRule></conditionalFormatting>"
            return Archive.workbook(Self.sheet + String(repeating: one, count: count) + "</worksheet>").bytes
        }
        #expect(error(bytes(100)) { $0[.conditions] = 100 } == nil)
        let found = error(bytes(101)) { $0[.conditions] = 100 }
        #expect(found?.message.contains("〔表〕 太大：条件格式数超过上限 100") == true, "\(found?.message ?? "")")
    }
}
