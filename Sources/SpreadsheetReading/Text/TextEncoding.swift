import Foundation
import Spreadsheet

/// Finds out and undoes the encoding of a text file.
enum TextEncoding {
    /// Names that a person may give, and what the converter calls them. GBK is read as GB18030, its superset: the converter's own GBK stops on real files.
    private static let names = [
        "utf8": "UTF-8", "gb18030": "GB18030", "gbk": "GB18030", "gb2312": "GB18030", "cp936": "GB18030",
        "utf16": "UTF-16", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE", "big5": "BIG5-HKSCS",
        "windows1252": "WINDOWS-1252", "cp1252": "WINDOWS-1252", "latin1": "WINDOWS-1252",
    ]

    /// The text as UTF-8 bytes without byte order mark, and the name of its encoding.
    ///
    /// - Throws: `ToolError` with the line at which the text stops being what it was taken for.
    static func decode(_ bytes: [UInt8], named: String?, file: String) throws -> (text: [UInt8], name: String) {
        if let named { return try decode(bytes, given: named, file: file) }
        if let mark = byteOrderMark(bytes) {
            let rest = Array(bytes[mark.length...])
            if mark.name == "UTF-8" {
                if let bad = firstInvalidUTF8(rest) { throw stopped(rest, at: bad, "UTF-8（带 BOM）", file) }
                return (rest, "UTF-8（带 BOM）")
            }
            return (try converted(rest, from: mark.name, file: file), mark.name)
        }
        guard let bad = firstInvalidUTF8(bytes) else {
            if let name = zeroPattern(bytes) { return (try converted(bytes, from: name, file: file), name) }
            return (bytes, "UTF-8")
        }
        if let name = zeroPattern(bytes) { return (try converted(bytes, from: name, file: file), name) }
        if case .success(let text) = convert(bytes, from: "GB18030"), looksChinese(bytes) { return (text, "GB18030") }
        if isMostlyUTF8(bytes) { throw stopped(bytes, at: bad, "UTF-8", file) }
        if case .failure(let stop) = convert(bytes, from: "GB18030"), looksChinese(bytes) {
            throw stopped(bytes, at: stop.offset, "GB18030", file)
        }
        throw ReadingError.encoding(file, "既不是 UTF-8（第 \(line(of: bad, in: bytes)) 行起不是），也不是 GB18030 或 UTF-16")
    }

    private static func decode(
        _ bytes: [UInt8], given: String, file: String
    ) throws -> (text: [UInt8], name: String) {
        let key = given.lowercased().filter { $0 != "-" && $0 != "_" }
        guard let name = names[key] else {
            throw ToolError(
                code: .usage, message: "不认识的编码：\(given)",
                advice: "--encoding 可以写 UTF-8、GB18030、UTF-16、UTF-16LE、UTF-16BE、Big5、Windows-1252。")
        }
        var rest = bytes
        if let mark = byteOrderMark(bytes), mark.name.hasPrefix(name) || name == "UTF-8" {
            rest = Array(bytes[mark.length...])
            if name == "UTF-16" { return (try converted(rest, from: mark.name, file: file), mark.name) }
        }
        if name == "UTF-8" {
            if let bad = firstInvalidUTF8(rest) { throw stopped(rest, at: bad, name, file) }
            return (rest, name)
        }
        return (try converted(rest, from: name == "UTF-16" ? "UTF-16LE" : name, file: file), name)
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

    /// UTF-16 without a mark: delimiters and line ends give a zero byte on one side. Any other zero byte means that it is no text.
    private static func zeroPattern(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { zeros[index % 2] += 1 }
        if zeros[1] > 0, zeros[0] == 0 { return "UTF-16LE" }
        if zeros[0] > 0, zeros[1] == 0 { return "UTF-16BE" }
        return nil
    }

    /// The offset of the first byte that is not strict UTF-8; nil when all is.
    static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            guard let length = sequenceLength(bytes, at: index) else { return index }
            index += length
        }
        return nil
    }

    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return nil }
        let second = bytes[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return nil
        default:
            return length
        }
    }

    /// Four fifths of what is not ASCII is UTF-8: the file is damaged UTF-8, not something else.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(bytes, at: index)
            if bytes[index] >= 0x80 { if length == nil { bad += 1 } else { good += 1 } }
            index += length ?? 1
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

    private static func stopped(_ bytes: [UInt8], at offset: Int, _ name: String, _ file: String) -> ToolError {
        ReadingError.encoding(file, "按 \(name) 读到第 \(line(of: offset, in: bytes)) 行（第 \(offset + 1) 字节）时遇到坏字节")
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(offset).reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    }

    // MARK: Converter

    /// Where a conversion stopped.
    struct Stop: Error {
        /// Byte offset in the input.
        var offset: Int
    }

    private static func converted(_ bytes: [UInt8], from name: String, file: String) throws -> [UInt8] {
        switch convert(bytes, from: name) {
        case .success(let text): return text
        case .failure(let stop): throw stopped(bytes, at: stop.offset, name, file)
        }
    }

    /// Converts to UTF-8, strictly.
    static func convert(_ bytes: [UInt8], from name: String) -> Result<[UInt8], Stop> {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
            return .failure(Stop(offset: 0))
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        var chunk = [CChar](repeating: 0, count: 1 << 16)
        return input.withUnsafeMutableBufferPointer { source in
            var from = source.baseAddress
            var left = source.count
            while left > 0 {
                let (status, made) = chunk.withUnsafeMutableBufferPointer { target in
                    var to = target.baseAddress
                    var room = target.count
                    let status = iconv(converter, &from, &left, &to, &room)
                    return (status == Int.max || status == -1 ? errno : 0, target.count - room)
                }
                result.append(contentsOf: chunk[..<made].lazy.map { UInt8(bitPattern: $0) })
                if status == E2BIG { continue }
                if status != 0 { return .failure(Stop(offset: source.count - left)) }
            }
            return .success(result)
        }
    }
}
