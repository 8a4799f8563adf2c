import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

@testable import SpreadsheetWriting

/// A file whose parts are changed at random is refused in words or read, and what was read can be written or is refused in words.
@Suite struct DamagedFileTests {
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func rich() -> Workbook {
        var book = Workbook(fileName: "试.xlsx")
        var sheet = Sheet(name: "表")
        for row in 0..<6 { sheet[row, 0] = Cell(text: "第\(row)行") }
        let bold = MarkupElement("rPr", children: [MarkupElement("b")])
        let text = RichText([.init("第", properties: bold), .init("1行")])
        sheet.richTexts[CellReference(row: 1, column: 0)] = text
        sheet.comments[CellReference(row: 2, column: 0)] = CellComment(author: "张三", content: text)
        let cells = CellRange(CellReference(row: 0, column: 0), CellReference(row: 5, column: 1))
        sheet.hyperlinks = [Hyperlink(range: cells, target: "https://example.org/", tooltip: "打开")]
        sheet.validations = [DataValidation(ranges: [cells], kind: "list", firstFormula: "\"优,良\"")]
        sheet.conditionalFormats = [
            ConditionalFormat(
                ranges: [cells],
                rules: [
                    MarkupElement("cfRule", [.init("type", "expression"), .init("dxfId", "0"), .init("priority", "1")])
                ])
        ]
        sheet.filter = MarkupElement("autoFilter", [.init("ref", cells.description)])
        sheet.protection = MarkupElement("sheetProtection", [.init("sheet", "1")])
        sheet.merges = [CellRange(CellReference(row: 4, column: 0), CellReference(row: 5, column: 1))]
        sheet.frozenAt = CellReference(row: 1, column: 1)
        sheet.page.printAreas = [cells, cells]
        sheet.page.titleRows = 0...0
        sheet.columns[0] = ColumnLayout(width: 20)
        sheet.rows[0] = RowLayout(height: 30)
        sheet.drawing = AttachedPart(
            name: "xl/drawings/drawing1.xml", contentType: "application/vnd.openxmlformats-officedocument.drawing+xml",
            content: Array("<d/>".utf8))
        book.sheets = [sheet]
        book.names = [DefinedName(name: "税率", formula: "0.13")]
        book.properties.custom = [.init(name: "编号", value: "1")]
        return book
    }

    @Test func whatStandsBesideTheCellsComesBack() throws {
        let book = Self.rich()
        let bytes = try WorkbookWriter.bytes(of: book, named: "试.xlsx")
        let read = try WorkbookReader.read(bytes: [UInt8](bytes), fileName: "试.xlsx")
        let (before, after) = (book.sheets[0], read.sheets[0])
        #expect(after.richTexts == before.richTexts)
        #expect(after.comments.mapValues(\.content) == before.comments.mapValues(\.content))
        #expect(after.comments.mapValues(\.author) == before.comments.mapValues(\.author))
        #expect(after.hyperlinks == before.hyperlinks)
        #expect(after.validations == before.validations)
        #expect(after.conditionalFormats == before.conditionalFormats)
        #expect(after.filter == before.filter)
        #expect(after.protection == before.protection)
        #expect(after.drawing == before.drawing)
        #expect(after.page.printAreas == before.page.printAreas)
        #expect(read.names == book.names)
        #expect(read.properties.custom == book.properties.custom)
        #expect(read.losses.isEmpty)
    }

    @Test(
        "A drawing that is not whole is a loss with a name, the cells are read all the same",
        arguments: [
            ("xl/drawings/drawing1.xml", "图片、图表和图形"), ("xl/comments1.xml", "批注"),
        ])
    func aMissingPartIsALoss(_ part: String, _ what: String) throws {
        let whole = try WorkbookWriter.bytes(of: Self.rich(), named: "试.xlsx")
        var parts = try PackageParts([UInt8](whole), fileName: "试.xlsx")
        parts.parts.removeAll { $0.name == part }
        let read = try WorkbookReader.read(bytes: [UInt8](parts.archive(fileName: "试.xlsx")), fileName: "试.xlsx")
        #expect(read.losses == [WorkbookLoss(what: what, sheet: "表")])
        #expect(read.sheets[0].cells.count == 6)
    }

    @Test func listsOnOtherSheetsAreReadFromTheirExtension() throws {
        let whole = try WorkbookWriter.bytes(of: Self.rich(), named: "试.xlsx")
        var parts = try PackageParts([UInt8](whole), fileName: "试.xlsx")
        let list = """
            <extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" \
            xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" \
            xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1">\
            <x14:formula1><xm:f>单位!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9 C3</xm:sqref></x14:dataValidation>\
            </x14:dataValidations></ext></extLst></worksheet>
            """
        parts.changeText("xl/worksheets/sheet1.xml") { $0.replacingOccurrences(of: "</worksheet>", with: list) }
        let read = try WorkbookReader.read(bytes: [UInt8](parts.archive(fileName: "试.xlsx")), fileName: "试.xlsx")
        let check = try #require(read.sheets[0].validations.last)
        #expect(check.kind == "list" && check.firstFormula == "单位!$A$1:$A$9")
        #expect(check.ranges.map(\.description) == ["B2:B9", "C3"])
        #expect(check.options == [MarkupElement.Attribute("allowBlank", "1")])
    }

    @Test(arguments: 0..<8)
    func whatIsReadCanBeWritten(_ seed: UInt64) throws {
        let whole = try WorkbookWriter.bytes(of: Self.rich(), named: "试.xlsx")
        let parts = try PackageParts([UInt8](whole), fileName: "试.xlsx")
        var numbers = Numbers(state: seed &* 7919 &+ 1)
        var written = 0
        for _ in 0..<60 {
            var changed = parts
            let part = Int.random(in: changed.parts.indices, using: &numbers)
            Self.damage(&changed.parts[part].content, &numbers)
            if Int.random(in: 0..<6, using: &numbers) == 0 { changed.parts.remove(at: part) }
            let bytes = try changed.archive(fileName: "试.xlsx")
            do {
                let book = try WorkbookReader.read(bytes: [UInt8](bytes), fileName: "试.xlsx")
                _ = try WorkbookWriter.bytes(of: book, named: "试.xlsx")
                written += 1
            } catch let error as ToolError {
                #expect(error.code.exitStatus == 65 || error.code.exitStatus == 73, "\(error)")
                #expect(!error.message.isEmpty && !error.advice.isEmpty)
            }
        }
        // Most changes of a part beside the sheet cost that part, not the file.
        #expect(written > 5)
    }

    /// Replaces a number or a word, cuts, or repeats.
    private static func damage(_ content: inout [UInt8], _ numbers: inout Numbers) {
        guard !content.isEmpty else { return }
        let place = Int.random(in: content.indices, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: content[place] = UInt8(Int.random(in: 32..<127, using: &numbers))
        case 1:
            guard let digit = content[place...].firstIndex(where: { (48..<58).contains($0) }) else { return }
            content.replaceSubrange(
                digit...digit,
                with: Array(
                    ["-1", "999999999", "2147483648", "0", "1e308"].randomElement(using: &numbers)?.utf8 ?? "".utf8))
        case 2: content.removeSubrange(place..<min(place + 20, content.count))
        case 3: content.insert(contentsOf: content[place..<min(place + 40, content.count)], at: place)
        default: content.removeLast(min(content.count, place / 4))
        }
    }
}
