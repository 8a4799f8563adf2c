import Foundation
import Spreadsheet

/// Texts of Excel 5 and 95, which are bytes in the code page of the computer that wrote them.
final class CodePageText {
    /// Code pages of Windows and what the converter calls them.
    private static let names: [Int: String] = [
        367: "ASCII", 437: "CP437", 850: "CP850", 852: "CP852", 866: "CP866", 874: "CP874", 932: "CP932",
        936: "GB18030", 949: "CP949", 950: "BIG5-HKSCS", 1361: "JOHAB", 10000: "MACINTOSH", 32768: "MACINTOSH",
        32769: "WINDOWS-1252", 54936: "GB18030", 65001: "UTF-8", 1200: "WINDOWS-1252", 1250: "WINDOWS-1250",
        1251: "WINDOWS-1251", 1252: "WINDOWS-1252", 1253: "WINDOWS-1253", 1254: "WINDOWS-1254",
        1255: "WINDOWS-1255", 1256: "WINDOWS-1256", 1257: "WINDOWS-1257", 1258: "WINDOWS-1258",
    ]

    /// What a person is told; nil while it is not known.
    private(set) var title: String?
    /// Bytes that are no characters there.
    private(set) var badBytes = 0
    private var converter: TextConverter?

    /// What a person said goes before what the file says.
    init(said: String?) throws {
        guard let said else { return }
        let name = try TextEncoding.converter(named: said)
        title = name
        converter = TextConverter(from: name)
    }

    private init(named name: String) {
        title = name
        converter = TextConverter(from: name)
    }

    /// Takes what the file says, if nothing was said before.
    func take(page: Int) {
        guard title == nil, let name = Self.names[page] else { return }
        title = name
        converter = TextConverter(from: name)
    }

    /// Appends a text as UTF-8. A byte that is no character becomes U+FFFD.
    func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: RowBuffer) {
        output.reserve(bytes.count * 3 + 16)
        let first = output.count
        if !bytes.contains(where: { $0 >= 0x80 }) {
            for byte in bytes { put(byte, output) }
        } else if title == nil {
            guess(bytes).append(bytes, to: output)
        } else {
            convert(UnsafeRawBufferPointer(bytes), output)
        }
        tidyBreaks(output, from: first)
    }

    /// The text of bytes.
    func text(_ bytes: RecordBytes) -> String {
        let output = RowOutput(capacity: 64)
        append(UnsafeBufferPointer(start: bytes.start, count: bytes.count), to: output.buffer)
        return String(decoding: UnsafeBufferPointer(start: output.bytes, count: output.count), as: UTF8.self)
    }

    /// Files that name no code page are judged text by text.
    private func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> CodePageText {
        let copy = Array(bytes)
        for name in ["UTF-8", "GB18030"] where (try? TextEncoding.convert(copy, from: name).get()) != nil {
            return CodePageText(named: name)
        }
        return CodePageText(named: "WINDOWS-1252")
    }

    private func convert(_ bytes: UnsafeRawBufferPointer, _ output: RowBuffer) {
        guard let converter else { return bytes.forEach { put($0 < 0x80 ? $0 : 0x3F, output) } }
        var place = 0
        while place < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
            output.reserve(rest.count * 3 + 16)
            let room = UnsafeMutableRawBufferPointer(start: output.bytes + output.count, count: rest.count * 3 + 16)
            var consumed = 0
            var status: Int32 = 0
            output.count += converter.convert(rest, into: room, consumed: &consumed, &status)
            place += consumed
            if place < bytes.count {
                guard status != E2BIG || consumed == 0 else { continue }
                converter.reset()
                badBytes += 1
                place += 1
                output.reserve(3)
                for byte in [0xEF, 0xBF, 0xBD] as [UInt8] { put(byte, output) }
            }
        }
        converter.reset()
    }

    private func tidyBreaks(_ output: RowBuffer, from first: Int) {
        var target = first
        var wasReturn = false
        for index in first..<output.count {
            let byte = output.bytes[index]
            let isSecond = byte == 10 && wasReturn
            wasReturn = byte == 13
            if isSecond { continue }
            output.bytes[target] = wasReturn ? 10 : byte
            target += 1
        }
        output.count = target
    }

    private func put(_ byte: UInt8, _ output: RowBuffer) {
        output.reserve(1)
        output.bytes[output.count] = byte
        output.count += 1
    }
}
