import Foundation
import Spreadsheet

/// A file of delimited text, whose records are read when they are asked for.
public final class TextFile {
    /// Name for messages.
    public var name: String { source.name }
    /// The encoding, as a person is told of it.
    public var encodingTitle: String { encoding.title }
    /// What the converter calls the encoding.
    public var encodingName: String { encoding.converter }
    /// The bytes say what the encoding is: there is a mark, or they are UTF-8 and more than ASCII.
    public var isCertainOfEncoding: Bool { encoding.isCertain }
    /// There is nothing but ASCII, which most encodings have in common.
    public var isASCII: Bool { encoding.isASCII }
    /// The delimiter, an ASCII byte.
    public let delimiter: UInt8
    /// The Chinese name of the delimiter.
    public var delimiterTitle: String { CSVDelimiter.name(of: delimiter) }
    /// Bytes of the file.
    public var size: Int { source.count }

    let source: ByteSource
    let encoding: TextEncoding.Choice
    /// Bounds.
    public let limits: ReadingLimits
    /// Where the first record begins: after a byte order mark and a line `sep=;`, which Excel writes and obeys.
    let start: Int

    init(source: ByteSource, options: ReadingOptions) throws {
        self.source = source
        limits = options.limits
        encoding = try TextEncoding.choose(source, named: options.encoding)
        let head = try Self.head(source, encoding)
        let stated = Self.statedDelimiter(head)
        var start = encoding.markLength
        if let stated { start += stated.length * (encoding.converter.hasPrefix("UTF-16") ? 2 : 1) }
        self.start = start
        delimiter = options.delimiter?.asciiValue ?? stated?.delimiter ?? CSVDelimiter.detect(head)
        if source.count == encoding.markLength { throw ReadingError.empty(source.name) }
    }

    /// What the converter calls an encoding that a person names.
    ///
    /// - Throws: `ToolError`, exit status 64, for a name that is none.
    public static func encodingName(_ name: String) throws -> String { try TextEncoding.converter(named: name) }

    /// The first bytes of the text as UTF-8: as far as they convert.
    private static func head(_ source: ByteSource, _ encoding: TextEncoding.Choice) throws -> [UInt8] {
        let bytes = try source.bytes(at: encoding.markLength, count: 1 << 17)
        if encoding.converter == "UTF-8" { return bytes }
        guard let converter = TextConverter(from: encoding.converter) else {
            throw ReadingError.encoding(source.name, "本机不支持编码 \(encoding.title)")
        }
        var text: [UInt8] = []
        _ = bytes.withUnsafeBytes { converter.convert($0, into: &text) }
        return text
    }

    private static func statedDelimiter(_ head: [UInt8]) -> (delimiter: UInt8, length: Int)? {
        guard head.count > 5, head.starts(with: "sep=".utf8) else { return nil }
        switch (head[5], head.count > 6 ? head[6] : 0) {
        case (13, 10): return (head[4], 7)
        case (10, _), (13, _): return (head[4], 6)
        default: return nil
        }
    }

    /// The error of text after a quotation mark that is never closed, or of a field that is too long for one.
    func openQuote(line: Int, decodedOffset: Int) -> ToolError {
        let place = rawOffset(ofDecoded: decodedOffset).map { "（第 \($0 + 1) 字节）" } ?? ""
        return ReadingError.csv(
            name, "第 \(line) 行\(place)的双引号没有配对：从这里起一直到文件末尾都被当成了同一格",
            advice: "请用记事本或 WPS 打开，补上或删去第 \(line) 行多余的英文双引号（\"）后再试。")
    }

    /// The error of a byte that no text has.
    func zeroByte(line: Int, decodedOffset: Int) -> ToolError {
        let place = rawOffset(ofDecoded: decodedOffset).map { "（第 \($0 + 1) 字节）" } ?? ""
        return ReadingError.csv(
            name, "第 \(line) 行\(place)有 NUL 字符，文件不是文本，或者没有下载完整",
            advice: "请确认选对了文件，或重新导出、重新下载；" + FormatDetection.saveAsXLSX)
    }

    /// The offset in the file of what stands at an offset of the decoded text.
    func rawOffset(ofDecoded wanted: Int) -> Int? {
        if encoding.converter == "UTF-8" { return start + wanted }
        guard let converter = TextConverter(from: encoding.converter) else { return nil }
        var position = start
        var left = wanted
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while left > 0 {
            guard let bytes = try? source.bytes(at: position, count: 1 << 16), !bytes.isEmpty else { return nil }
            var consumed = 0
            var status: Int32 = 0
            // Stops when as many bytes are made as are wanted.
            let made = bytes.withUnsafeBytes { input in
                room.withUnsafeMutableBytes {
                    converter.convert(
                        input, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<min($0.count, left)]),
                        consumed: &consumed, &status)
                }
            }
            if consumed == 0 { return nil }
            position += consumed
            left -= made
        }
        return position
    }
}
