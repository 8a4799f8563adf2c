import Foundation
import Spreadsheet

/// The text of a file as UTF-8, piece by piece, strictly.
final class DecodedText {
    private let source: ByteSource
    private let encoding: TextEncoding.Choice
    private let converter: TextConverter?
    /// Where the next raw byte is.
    private(set) var position: Int

    init(_ file: TextFile) throws {
        source = file.source
        encoding = file.encoding
        position = file.start
        converter = encoding.converter == "UTF-8" ? nil : TextConverter(from: encoding.converter)
        if converter == nil, encoding.converter != "UTF-8" {
            throw ReadingError.encoding(source.name, "本机不支持编码 \(encoding.title)")
        }
    }

    /// Whether all is read.
    var hasEnded: Bool { position >= source.count }

    /// Appends the text of about so many raw bytes.
    func append(to text: inout [UInt8], raw count: Int) throws {
        let bytes = try source.bytes(at: position, count: count)
        let isLast = position + bytes.count >= source.count
        let done = bytes.withUnsafeBytes { raw -> Int in
            guard let converter else {
                let valid = UTF8Check.firstInvalid(raw) ?? raw.count
                text.append(contentsOf: raw[..<valid])
                return valid
            }
            return converter.convert(raw, into: &text)
        }
        // What is left may be the beginning of a character.
        guard done == bytes.count || (!isLast && bytes.count - done < 4) else {
            throw TextEncoding.stopped(source, at: position + done, encoding)
        }
        position += done
    }
}
