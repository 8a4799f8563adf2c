import Foundation
import Spreadsheet

/// The text of a page or of an XML file as UTF-8, whatever it declares.
enum MarkupEncoding {
    private static let chinese: Set<String> = ["gb2312", "gb_2312-80", "gbk", "gb18030", "x-gbk", "cp936", "936"]
    private static let western: Set<String> = ["iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii", "cp1252"]

    /// UTF-8 without byte order mark, and the name of the encoding for a note.
    ///
    /// Order: what the person said, a byte order mark, what the file declares, what the bytes look like.
    static func decode(
        _ bytes: [UInt8], declared: String?, given: String?, file: String
    ) throws -> (text: [UInt8], name: String) {
        if let given { return try whole(bytes, named: given, file: file) }
        guard let declared, !hasMark(bytes) else { return try whole(bytes, named: nil, file: file) }
        if chinese.contains(declared) {
            // Systems that moved to UTF-8 often kept the old declaration.
            if isChineseInUTF8(bytes) { return (bytes, "UTF-8（文件声明的是 \(declared)，与内容不符）") }
            return try whole(bytes, named: "GB18030", file: file)
        }
        if declared == "big5" || declared == "big5-hkscs" {
            if UTF8Check.firstInvalid(bytes) == nil { return (bytes, "UTF-8") }
            return try whole(bytes, named: "Big5", file: file)
        }
        if western.contains(declared) {
            // Said by servers by default, of Chinese bytes too.
            if let found = try? whole(bytes, named: nil, file: file) { return found }
            return try whole(bytes, named: "windows-1252", file: file)
        }
        return try whole(bytes, named: nil, file: file)
    }

    /// Decodes; a character that is cut at the very end is left out, so that a cut file is told as such and not as one of a wrong encoding.
    private static func whole(
        _ bytes: [UInt8], named name: String?, file: String
    ) throws -> (text: [UInt8], name: String) {
        do {
            return try TextEncoding.decode(bytes, named: name, file: file)
        } catch {
            for count in 1...3 where bytes.count > count && bytes[bytes.count - count] >= 0x80 {
                let shorter = Array(bytes.dropLast(count))
                if let found = try? TextEncoding.decode(shorter, named: name, file: file) { return found }
            }
            throw error
        }
    }

    private static func hasMark(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.starts(with: [0x84, 0x31, 0x95, 0x33])
    }

    /// Strict UTF-8 in which most of what is not ASCII takes three bytes, as Chinese does. Text of GB 2312 happens to be UTF-8 only
    /// when it is short, and then in pairs.
    private static func isChineseInUTF8(_ bytes: [UInt8]) -> Bool {
        guard UTF8Check.firstInvalid(bytes) == nil else { return false }
        var pairs = 0
        var triples = 0
        for byte in bytes where byte >= 0xC2 {
            if byte < 0xE0 { pairs += 1 } else if byte < 0xF0 { triples += 1 }
        }
        return triples > pairs
    }

    // MARK: Declarations

    /// `encoding` of an XML declaration, lower case.
    static func declaredInXML(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
        guard let start = head.firstRange(of: "<?xml"), let end = head[start.upperBound...].firstRange(of: "?>") else {
            return nil
        }
        return value(of: "encoding", in: head[start.upperBound..<end.lowerBound])
    }

    /// `charset` of the first `<meta>` that has one, or the XML declaration's encoding; lower case.
    static func declaredInHTML(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(8192), as: UTF8.self).lowercased()
        var rest = head[...]
        while let meta = rest.firstRange(of: "<meta") {
            let tag = rest[meta.upperBound...].prefix { $0 != ">" }
            if let name = value(of: "charset", in: tag) { return name }
            rest = rest[tag.endIndex...]
        }
        return declaredInXML(bytes)
    }

    private static func value(of name: String, in text: Substring) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        let after = text[found.upperBound...].drop { $0.isWhitespace }
        guard after.first == "=" else { return nil }
        let value = after.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
        return value.isEmpty ? nil : String(value)
    }
}
