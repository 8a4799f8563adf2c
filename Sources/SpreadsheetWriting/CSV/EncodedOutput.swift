import Foundation
import Spreadsheet
import SpreadsheetReading

/// Puts UTF-8 text into an output in the encoding that a dialect says.
final class EncodedOutput {
    private let output: any ByteOutput
    private let dialect: CSVDialect
    private let name: String
    private let converter: TextConverter?
    private var encoded: [UInt8] = []
    private var lines = 0

    /// - Parameter name: Name of the result, for messages.
    init(_ output: any ByteOutput, dialect: CSVDialect, name: String) throws {
        self.output = output
        self.dialect = dialect
        self.name = name
        converter = dialect.encoding == "UTF-8" ? nil : TextConverter(from: "UTF-8", to: dialect.encoding)
        if converter == nil, dialect.encoding != "UTF-8" {
            throw ToolError(
                code: .usage, message: "本机不能写 \(dialect.encoding) 编码", advice: "请改用 UTF-8 或 GB18030。")
        }
        try restart()
    }

    /// Begins again, with the byte order mark where there is one.
    func restart() throws {
        try output.truncate()
        lines = 0
        try dialect.mark.withUnsafeBytes { try output.write($0) }
    }

    /// Appends whole lines.
    func write(_ text: UnsafeBufferPointer<UInt8>) throws {
        guard let converter else { return try output.write(UnsafeRawBufferPointer(text)) }
        encoded.removeAll(keepingCapacity: true)
        let done = converter.convert(UnsafeRawBufferPointer(text), into: &encoded)
        guard done == text.count else {
            let line = lines + text[..<done].count { $0 == 10 } + 1
            throw ToolError(
                code: .cannotWriteContent, message: "\(name) 第 \(line) 行有 \(dialect.encoding) 编码里没有的字，写不出来",
                advice: "请改用 UTF-8（不写 --encoding），或改写成 GB18030。", place: Source(file: name))
        }
        lines += text.count { $0 == 10 }
        try encoded.withUnsafeBytes { try output.write($0) }
    }

    /// Appends lines with nothing but delimiters; there can be a million of them.
    func writeBlankLines(_ count: Int, width: Int, _ bytes: CSVBytes) throws {
        let piece = RowOutput()
        var left = count
        while left > 0 {
            bytes.blankLines(min(left, 1 << 10), width: width, piece.buffer)
            try write(piece)
            piece.clear()
            left -= 1 << 10
        }
    }

    /// Appends what a worker made.
    func write(_ piece: RowOutput) throws {
        try write(UnsafeBufferPointer(start: piece.bytes, count: piece.count))
    }
}
