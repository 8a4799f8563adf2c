import Foundation
import Spreadsheet

/// Finds out and undoes the encoding of a text file.
enum TextEncoding {
    /// An encoding, as it was found or given.
    struct Choice {
        /// What the converter calls it.
        var converter: String
        /// What a person is told.
        var title: String
        /// Bytes of the byte order mark, which are no text.
        var markLength: Int
        /// The bytes leave no doubt.
        var isCertain = false
        /// There is nothing but ASCII.
        var isASCII = false

        /// A line feed or a quotation mark is one byte, which no other character has in it.
        var keepsASCII: Bool { ["UTF-8", "GB18030", "WINDOWS-1252"].contains(converter) }
    }

    /// Where a conversion stopped.
    struct Stop: Error {
        /// Byte offset in the input.
        var offset: Int
    }

    /// Names that a person may give, and what the converter calls them. GBK is read as GB18030, its superset: the converter's own GBK stops on real files.
    private static let names = [
        "utf8": "UTF-8", "gb18030": "GB18030", "gbk": "GB18030", "gb2312": "GB18030", "cp936": "GB18030",
        "utf16": "UTF-16", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE", "big5": "BIG5-HKSCS",
        "windows1252": "WINDOWS-1252", "cp1252": "WINDOWS-1252", "latin1": "WINDOWS-1252",
    ]
    /// Bytes by which an encoding is judged; the rest is held to the judgement.
    private static let window = 1 << 20

    /// What the converter calls an encoding that a person names.
    ///
    /// - Throws: `ToolError`, exit status 64, for a name that is none.
    static func converter(named given: String) throws -> String {
        guard let name = names[given.lowercased().filter { $0 != "-" && $0 != "_" }] else {
            throw ToolError(
                code: .usage, message: "不认识的编码：\(given)",
                advice: "编码可以写 UTF-8、GB18030、UTF-16、UTF-16LE、UTF-16BE、Big5、Windows-1252。")
        }
        return name
    }

    /// The encoding of a file: what a person says it is, or what its bytes say.
    ///
    /// - Throws: `ToolError` with the line at which the text stops being what it was taken for.
    static func choose(_ source: ByteSource, named: String?) throws -> Choice {
        let head = try source.bytes(at: 0, count: 4)
        let mark = byteOrderMark(head)
        if let named {
            let name = try converter(named: named)
            if let mark, mark.name.hasPrefix(name) || name == "UTF-8" {
                let isUTF16 = name == "UTF-16"
                return Choice(
                    converter: isUTF16 ? mark.name : name, title: isUTF16 ? mark.name : name, markLength: mark.length)
            }
            return Choice(converter: name == "UTF-16" ? "UTF-16LE" : name, title: name, markLength: 0)
        }
        if let mark {
            let title = mark.name == "UTF-8" ? "UTF-8（带 BOM）" : mark.name
            return Choice(converter: mark.name, title: title, markLength: mark.length, isCertain: true)
        }
        return try judged(source)
    }

    /// The text as UTF-8 bytes without byte order mark, and the name of its encoding.
    static func decode(_ bytes: [UInt8], named: String?, file: String) throws -> (text: [UInt8], name: String) {
        let source = ByteSource(bytes: bytes, name: file)
        let choice = try choose(source, named: named)
        let rest = choice.markLength == 0 ? bytes : Array(bytes[choice.markLength...])
        if choice.converter == "UTF-8" {
            if let bad = UTF8Check.firstInvalid(rest) { throw stopped(source, at: bad + choice.markLength, choice) }
            return (rest, choice.title)
        }
        switch convert(rest, from: choice.converter) {
        case .success(let text): return (text, choice.title)
        case .failure(let stop): throw stopped(source, at: stop.offset + choice.markLength, choice)
        }
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (name: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return ("GB18030", 4) }
        return nil
    }

    /// The encoding of a text without mark, by the bytes from the first that is not ASCII.
    private static func judged(_ source: ByteSource) throws -> Choice {
        let choice = { (name: String) in Choice(converter: name, title: name, markLength: 0) }
        let head = try source.bytes(at: 0, count: window)
        if let name = zeroPattern(head, isEven: source.count % 2 == 0) { return choice(name) }
        guard let start = try firstNotASCII(source) else {
            return Choice(converter: "UTF-8", title: "UTF-8", markLength: 0, isASCII: true)
        }
        var bytes = try source.bytes(at: start, count: window)
        if start + bytes.count < source.count {
            // The last character may have been cut in two: end the window at an ASCII byte, as no rule is needed for that.
            while let last = bytes.last, last >= 0x80 || (0x30...0x7E).contains(last) { bytes.removeLast() }
        }
        guard let bad = UTF8Check.firstInvalid(bytes) else {
            return Choice(converter: "UTF-8", title: "UTF-8", markLength: 0, isCertain: true)
        }
        if looksBig5(bytes), case .success = convert(bytes, from: "BIG5-HKSCS") {
            throw ReadingError.big5(source.name)
        }
        let converted = convert(bytes, from: "GB18030")
        if case .success = converted, looksChinese(bytes) { return choice("GB18030") }
        if isMostlyUTF8(bytes) { throw stopped(source, at: start + bad, choice("UTF-8")) }
        if case .failure(let stop) = converted, looksChinese(bytes) {
            throw stopped(source, at: start + stop.offset, choice("GB18030"))
        }
        throw ReadingError.encoding(
            source.name, "既不是 UTF-8（第 \(try line(of: start + bad, in: source)) 行起不是），也不是 GB18030 或 UTF-16")
    }

    private static func firstNotASCII(_ source: ByteSource) throws -> Int? {
        var offset = 0
        var chunk = [UInt8](repeating: 0, count: window)
        while true {
            let found = try chunk.withUnsafeMutableBytes { buffer -> (Int, Int?) in
                let count = try source.read(at: offset, into: buffer)
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                return (count, UTF8Check.firstNotASCII(bytes, from: 0))
            }
            if found.0 == 0 { return nil }
            if let place = found.1 { return offset + place }
            offset += found.0
        }
    }

    /// UTF-16 without a mark: delimiters and line ends give a zero byte on one side. Any other zero byte means that it is no text.
    private static func zeroPattern(_ bytes: [UInt8], isEven: Bool) -> String? {
        guard bytes.count >= 4, isEven else { return nil }
        var zeros = [0, 0]
        for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { zeros[index % 2] += 1 }
        if zeros[1] > 0, zeros[0] == 0 { return "UTF-16LE" }
        if zeros[0] > 0, zeros[1] == 0 { return "UTF-16BE" }
        return nil
    }

    /// Four fifths of what is not ASCII is UTF-8: the file is damaged UTF-8, not something else.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        var index = 0
        bytes.withUnsafeBytes { buffer in
            while index < buffer.count {
                let length = UTF8Check.sequenceLength(buffer, at: index)
                if buffer[index] >= 0x80 { if length == 0 { bad += 1 } else { good += 1 } }
                index += max(1, length)
            }
        }
        return good >= bad * 4 && good > 0
    }

    /// Most pairs are characters of the GB 2312 block, as in any Chinese text; a Western text that happens to convert has none or few.
    private static func looksChinese(_ bytes: [UInt8]) -> Bool {
        var common = 0
        var others = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            if (0xA1...0xF7).contains(bytes[index]), second >= 0xA1 { common += 1 } else { others += 1 }
            index += (0x30...0x39).contains(second) ? 4 : 2
        }
        return common > others
    }

    /// Whether it is Big5, as offices in Taiwan, Hong Kong and Macao write: its everyday characters begin with bytes (A4–AF) under which GB 18030 has
    /// foreign letters and nothing, and their second bytes lie below A1 as often as above.
    private static func looksBig5(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        var everyday = 0
        var telling = 0
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let (first, second) = (bytes[index], bytes[index + 1])
            // Four bytes are a character of GB 18030 alone.
            guard !(0x30...0x39).contains(second) else { return false }
            pairs += 1
            let isEveryday = (0xA4...0xAF).contains(first)
            if isEveryday { everyday += 1 }
            // Kana stand under A4 and A5, from A1 on.
            if isEveryday && first > 0xA9 || first <= 0xC6 && (0x40...0x7E).contains(second) { telling += 1 }
            index += 2
        }
        return everyday * 4 >= pairs && telling * 10 >= pairs && telling > 1
    }

    /// The error of a byte that is not what the file was taken for.
    static func stopped(_ source: ByteSource, at offset: Int, _ choice: Choice) -> ToolError {
        let line = (try? line(of: offset, in: source)) ?? 0
        return ReadingError.encoding(
            source.name, "按 \(choice.title) 读到第 \(line) 行（第 \(offset + 1) 字节）时遇到坏字节")
    }

    private static func line(of offset: Int, in source: ByteSource) throws -> Int {
        var line = 1
        var position = 0
        while position < offset {
            let bytes = try source.bytes(at: position, count: min(1 << 20, offset - position))
            if bytes.isEmpty { break }
            line += bytes.count { $0 == 10 }
            position += bytes.count
        }
        return line
    }

    /// Converts to UTF-8, strictly.
    static func convert(_ bytes: [UInt8], from name: String) -> Result<[UInt8], Stop> {
        guard let converter = TextConverter(from: name) else { return .failure(Stop(offset: 0)) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2 + 16)
        let done = bytes.withUnsafeBytes { converter.convert($0, into: &result) }
        return done == bytes.count ? .success(result) : .failure(Stop(offset: done))
    }
}
