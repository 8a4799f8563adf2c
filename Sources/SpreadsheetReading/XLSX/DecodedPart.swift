import Foundation
import Spreadsheet

/// The bytes of a part as expat can take them: it knows UTF-8, UTF-16 and Latin 1; what Chinese tools write besides is converted.
final class DecodedPart {
    /// Bytes that are given at once.
    static let chunk = 1 << 16

    /// What the bytes given are in, or nil to believe their declaration.
    let encoding: String?
    private let stream: PartStream
    private var converted: [UInt8]?
    private var position = 0
    private var head: [UInt8]

    init(_ stream: PartStream, file: String, name: String) throws {
        self.stream = stream
        var head = [UInt8](repeating: 0, count: 128)
        let got = try head.withUnsafeMutableBytes { try stream.read(into: $0) }
        head.removeLast(head.count - got)
        self.head = head
        guard let declared = XMLPart.declaredEncoding(head), ["gb18030", "gbk", "gb2312"].contains(declared) else {
            // ASCII is taken for the UTF-8 that it is, `utf8` for what it means.
            encoding = XMLPart.isPlainUTF8(head) ? "UTF-8" : nil
            return
        }
        var whole = head
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = try chunk.withUnsafeMutableBytes { try stream.read(into: $0) }
            if got == 0 { break }
            whole.append(contentsOf: chunk[..<got])
        }
        guard case .success(let text) = TextEncoding.convert(whole, from: "GB18030") else {
            throw ReadingError.damaged(file, "“\(name)”里的文字不是它声明的 \(declared) 编码")
        }
        encoding = "UTF-8"
        converted = text
        self.head = []
    }

    /// Fills a buffer; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if let converted {
            let count = min(buffer.count, converted.count - position)
            buffer.copyBytes(from: converted[position..<position + count])
            position += count
            return count
        }
        if !head.isEmpty {
            let count = min(head.count, buffer.count)
            buffer.copyBytes(from: head[..<count])
            head.removeFirst(count)
            return count
        }
        return try stream.read(into: buffer)
    }
}
