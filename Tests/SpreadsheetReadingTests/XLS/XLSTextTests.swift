import Spreadsheet
import Testing

@testable import SpreadsheetReading
@testable import TestArchive

/// Shared texts, wherever their record is cut.
struct XLSTextTests {
    private static let texts = [
        OldWorkbook.SharedText("plain"), OldWorkbook.SharedText("部门整体支出绩效自评表"), OldWorkbook.SharedText(""),
        OldWorkbook.SharedText("wide as it stands", isWide: true),
        OldWorkbook.SharedText("年度𠮷指标", runs: [(0, 1), (2, 2)]),
        OldWorkbook.SharedText("拼音", extra: Array("pin yin, or anything".utf8)),
        OldWorkbook.SharedText("both 两样", runs: [(1, 1)], extra: [1, 2, 3, 4, 5]), OldWorkbook.SharedText("end"),
    ]

    @Test(arguments: [20, 21, 22, 23, 24, 25, 27, 31, 40, 63, 64, 100, 8224])
    func cutAnywhere(_ size: Int) throws {
        var book = OldWorkbook(Self.texts.indices.map { OldRecord.shared($0, 0, $0) })
        book.texts = Self.texts
        book.pieceSize = size
        let sheet = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0]
        for (index, text) in Self.texts.enumerated() {
            #expect(sheet[index, 0]?.value == (text.text.isEmpty ? .empty : .text(text.text)))
        }
        let rich = try #require(sheet.richTexts[CellReference(row: 4, column: 0)])
        #expect(rich.runs.map(\.text) == ["年度", "𠮷指标"])
        #expect(rich.runs[0].properties?.children.contains { $0.name == "b" } == true)
    }

    @Test func manyTexts() throws {
        let count = 5000
        var book = OldWorkbook((0..<count).map { OldRecord.shared($0, 0, count - 1 - $0) })
        book.texts = (0..<count).map { OldWorkbook.SharedText("第\($0)条" + String(repeating: "长", count: $0 % 40)) }
        let sheet = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0]
        for row in [0, 1, 2499, 4999] {
            #expect(sheet[row, 0]?.value == .text(book.texts[count - 1 - row].text))
        }
    }

    @Test func aTextThatIsNotThereIsNamed() throws {
        var book = OldWorkbook([OldRecord.shared(2, 1, 5)])
        book.texts = [OldWorkbook.SharedText("一")]
        let error = #expect(throws: ToolError.self) { try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls") }
        #expect(error?.message.contains("B3") == true)
        #expect(error?.message.contains("第 5 条") == true)
    }

    @Test func aTextOverTheLimitIsNamed() throws {
        var options = ReadingOptions()
        options.limits[.text] = 10
        let long = String(repeating: "长", count: 11)
        var book = OldWorkbook([OldRecord.label(0, 3, long)])
        #expect(throws: ToolError.self) {
            try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls", options: options)
        }
        book.texts = [OldWorkbook.SharedText(long)]
        #expect(throws: ToolError.self) {
            try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls", options: options)
        }
    }
}
