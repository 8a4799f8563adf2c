import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

/// However a text is cut, it is converted the same.
struct TextPieceTests {
    /// A text with something odd between ordinary lines.
    struct OddText: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var text: String
        var rows: Int
        var encoding: String?
        var testDescription: String { name }

        init(_ name: String, _ odd: String, _ text: String, rows: Int = 1, encoding: String? = nil) {
            let whole = TextPieceTests.lines + odd + TextPieceTests.lines
            self.name = name
            self.rows = rows + 60
            self.text = TextPieceTests.lines + text + TextPieceTests.lines
            self.encoding = encoding
            bytes = Array(whole.utf8)
            guard let encoding, let converter = TextConverter(from: "UTF-8", to: encoding) else { return }
            var converted: [UInt8] = []
            _ = bytes.withUnsafeBytes { converter.convert($0, into: &converted) }
            bytes = converted
        }

        /// Line ends as some other system has them.
        func ending(_ ending: String, _ name: String) -> OddText {
            var result = self
            result.name = name
            result.bytes = Array(TextPieceTests.lines.replacing("\n", with: ending).utf8)
            result.text = TextPieceTests.lines
            result.rows = 30
            return result
        }
    }

    static let lines = (1...30).map { "某某局\($0),000044011200100000001,570.54,94.26%\n" }.joined()

    static let cases = [
        OddText("ordinary", "甲,乙\n", "甲,乙\n"), OddText("ragged", "甲\n甲,,,,,\n\n", "甲\n甲,,,,,\n\n", rows: 3),
        OddText("a line break in a field", "\"上\n下\",1\n", "\"上\n下\",1\n"),
        OddText(
            "many line breaks", "\"" + String(repeating: "行,\n", count: 60) + "\",1\n",
            "\"" + String(repeating: "行,\n", count: 60) + "\",1\n"),
        OddText("CR LF in a field", "\"上\r\n下\",1\r\n", "\"上\n下\",1\n"),
        OddText("quotes for nothing", "\"甲\",\"1\"\n", "甲,1\n"),
        OddText("doubled quotes", "\"说\"\"好\"\"\",1\n", "\"说\"\"好\"\"\",1\n"),
        OddText("a lone quote in a field", "5\" 屏,1\n", "\"5\"\" 屏\",1\n"),
        OddText("two lone quotes", "5\" 屏,1\n6\" 屏,2\n", "\"5\"\" 屏\",1\n\"6\"\" 屏\",2\n", rows: 2),
        OddText("text behind a quote", "\"甲\"乙,1\n", "甲乙,1\n"),
        OddText("GB18030", "甲,\"乙\n丙\"\n", "甲,\"乙\n丙\"\n", encoding: "GB18030"),
        OddText("UTF-16", "甲,\"乙\n丙\"\n", "甲,\"乙\n丙\"\n", encoding: "UTF-16LE"),
        OddText("", "", "").ending("\r\n", "CR LF"), OddText("", "", "").ending("\r", "CR"),
        OddText(
            "a field longer than a piece", "\"" + String(repeating: "长", count: 700) + "\",1\n",
            String(repeating: "长", count: 700) + ",1\n"),
    ]

    private func convert(_ bytes: [UInt8], pieceSize: Int, encoding: String? = nil) throws -> (String, ConversionNotes)
    {
        var options = ReadingOptions()
        options.encoding = encoding
        options.delimiter = ","
        let source = ByteSource(bytes: bytes, name: "导出.csv")
        guard case .text(let file) = try TableFile.open(source, options: options) else {
            throw ToolError(code: .fault, message: "不是文本", advice: "检查测试。")
        }
        var conversion = TextToText(file: file, dialect: CSVDialect())
        conversion.pieceSize = pieceSize
        conversion.threads = 3
        let output = MemoryOutput()
        let notes = try conversion.run(to: output, named: "结果.csv")
        return (output.text, notes)
    }

    @Test(arguments: cases)
    func everyCutGivesTheSameText(of odd: OddText) throws {
        for size in [128, 200, 333, 1000, 1 << 20] {
            let (text, notes) = try convert(odd.bytes, pieceSize: size, encoding: odd.encoding)
            #expect(text == odd.text, "\(size) bytes")
            #expect(notes.rows == odd.rows && (notes.strayTextLine != nil) == (odd.name == "text behind a quote"))
            if let line = notes.strayTextLine { #expect(line == 31) }
        }
    }

    @Test(arguments: [
        ("甲,\"乙\n", 31, 5, "的双引号没有配对"), ("甲,\u{0}乙\n", 31, 5, "有 NUL 字符"),
        ("甲,5\"\n乙,\"丙\n", 32, 12, "的双引号没有配对"),
    ])
    func aFaultIsNamedByLineAndByteWhereverItIsCut(odd: String, line: Int, byte: Int, says: String) {
        let place = "第 \(line) 行（第 \(Self.lines.utf8.count + byte) 字节）"
        for size in [128, 333, 1 << 20] {
            let error = #expect(throws: ToolError.self) {
                try convert(Array((Self.lines + odd + Self.lines).utf8), pieceSize: size)
            }
            #expect(error?.code == .notReadableCSV)
            #expect(error?.message.contains(place + says) == true, "\(String(describing: error))")
            #expect(error?.description.contains("570.54") == false)
        }
    }

    @Test func aBadByteIsNamedWhereverItIs() {
        let bytes = Array(Self.lines.utf8) + [0xE6, 0x9C, 0x2C, 0x0A] + Array(Self.lines.utf8)
        for size in [128, 333, 1 << 20] {
            let error = #expect(throws: ToolError.self) { try convert(bytes, pieceSize: size) }
            #expect(error?.message.contains("第 31 行") == true, "\(String(describing: error))")
        }
    }
}
