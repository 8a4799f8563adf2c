import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Delimited text in the shapes and encodings that exports have.
struct CSVTests {
    private func grid(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws -> [[String]] {
        let sheet = try WorkbookReader.read(bytes: bytes, fileName: "导出.csv", options: options).sheets[0]
        guard let used = sheet.usedRange else { return [] }
        return used.rows.map { row in used.columns.map { sheet[row, $0]?.shown ?? "" } }
    }

    /// 单位,金额 / 某局,1.50 in GB18030.
    private static let gb: [UInt8] = [
        0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE, 0x0A, 0xC4, 0xB3, 0xBE, 0xD6, 0x2C, 0x31, 0x2E, 0x35,
        0x30, 0x0A,
    ]

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static let text = "单位,金额\n某局,1.50\n"
    static let encodings: [(String, [UInt8])] = [
        ("UTF-8", Array(text.utf8)), ("UTF-8（带 BOM）", [0xEF, 0xBB, 0xBF] + text.utf8), ("GB18030", gb),
        ("UTF-16LE", [0xFF, 0xFE] + utf16(text, bigEndian: false)),
        ("UTF-16BE", [0xFE, 0xFF] + utf16(text, bigEndian: true)),
        ("UTF-16LE", utf16(text, bigEndian: false)), ("UTF-16BE", utf16(text, bigEndian: true)),
    ]

    @Test(arguments: encodings)
    func everyEncodingGivesTheSameCells(name: String, bytes: [UInt8]) throws {
        #expect(try grid(bytes) == [["单位", "金额"], ["某局", "1.50"]])
        let notes = try WorkbookReader.read(bytes: bytes, fileName: "导出.csv").readingNotes
        #expect(notes == ["编码：\(name)；分隔符：逗号"])
    }

    @Test func aNamedEncodingIsObeyed() throws {
        var options = ReadingOptions()
        options.encoding = "gbk"
        #expect(try grid(Self.gb, options)[1] == ["某局", "1.50"])
        options.encoding = "utf-8"
        let error = #expect(throws: ToolError.self) { try grid(Self.gb, options) }
        #expect(error?.code == .notReadableEncoding)
        options.encoding = "klingon"
        #expect(#expect(throws: ToolError.self) { try grid(Self.gb, options) }?.code == .usage)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n\"x\ty\"\t2\n", [["a", "b"], ["x\ty", "2"]]), ("a|b\n1|2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n\"多\r\n行\",\"说\"\"好\"\"\"\r\n", [["a", "b"], ["多\n行", "说\"好\""]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("sep=;\r\na;b\r\n1;2", [["a", "b"], ["1", "2"]]),
        ("标题\n,,\na,b,c\n1,,3", [["标题", "", ""], ["", "", ""], ["a", "b", "c"], ["1", "", "3"]]),
        ("0012,000044011200100000001\n", [["0012", "000044011200100000001"]]), ("只有一列\n甲\n", [["只有一列"], ["甲"]]),
        ("a,\"b\"c\n", [["a", "bc"]]), ("a,b,\n", [["a", "b"]]),
    ])
    func shapes(text: String, cells: [[String]]) throws {
        #expect(try grid(Array(text.utf8)) == cells)
    }

    @Test func aDamagedByteIsNamedByItsLine() throws {
        let bytes = Array("单位,金额\n某某局,1\n某某局".utf8) + [0xE6, 0x9C] + Array("，2\n另一局,3\n又一局,4\n".utf8)
        let error = #expect(throws: ToolError.self) { try grid(bytes) }
        #expect(error?.message.contains("按 UTF-8 读到第 3 行") == true, "\(String(describing: error))")
    }
}
