import Foundation
import Spreadsheet

/// Cuts a part at the beginning of elements of one name, so that several parsers can share it. Each piece is made a document of its
/// own; one that was cut at a wrong place (in a comment, in CDATA) is no well-formed document, which its parser then says.
final class PieceCutter {
    /// The part can't be cut: one element is longer than a piece, or the text is in an encoding where bytes say nothing.
    struct Uncuttable: Error {}

    private let stream: PartStream
    private let mark: [UInt8]
    private let opening: [UInt8]
    private let closing: [UInt8]
    private let size: Int
    private var carry: [UInt8] = []
    private var index = 0
    private var hasEnded = false

    /// - Parameters:
    ///   - stream: The part.
    ///   - element: The name of the elements that stay whole.
    ///   - parents: The names of the elements around them, outermost first.
    ///   - size: Bytes of a piece, about.
    init(_ stream: PartStream, element: String, parents: [String], size: Int) {
        self.stream = stream
        self.size = size
        mark = Array("<\(element)".utf8)
        opening = Array(parents.map { "<\($0)>" }.joined().utf8)
        closing = Array(parents.reversed().map { "</\($0)>" }.joined().utf8)
    }

    /// The room that a piece needs.
    var capacity: Int { size + opening.count + closing.count + 16 }

    /// Bytes of the part given out so far, packed.
    var consumed: Int { stream.consumed }

    /// Fills a buffer with the next piece, a whole document; gives its length, nil at the end.
    func next(into buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
        if hasEnded { return nil }
        var count = 0
        func append(_ bytes: [UInt8]) {
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(rebasing: buffer[count..<count + source.count]).copyMemory(from: source)
            }
            count += bytes.count
        }
        if index > 0 { append(opening) }
        let start = count
        guard start + carry.count < size else { throw Uncuttable() }
        append(carry)
        let limit = buffer.count - closing.count
        while count < limit {
            let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<limit]))
            if got == 0 {
                hasEnded = true
                break
            }
            count += got
        }
        if index == 0 { try refuseOtherEncodings(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        index += 1
        if hasEnded { return count }
        guard let cut = lastMark(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]), after: start) else {
            throw Uncuttable()
        }
        carry = Array(buffer[cut..<count])
        count = cut
        append(closing)
        return count
    }

    private func lastMark(in bytes: UnsafeRawBufferPointer, after start: Int) -> Int? {
        var index = bytes.count - mark.count - 1
        while index > start {
            if bytes[index] == mark[0], isMark(bytes, at: index) { return index }
            index -= 1
        }
        return nil
    }

    private func isMark(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        for offset in 1..<mark.count where bytes[index + offset] != mark[offset] { return false }
        // The name ends here: `<rowBreaks` is another element.
        let after = bytes[index + mark.count]
        return after <= 0x20 || after == UInt8(ascii: ">") || after == UInt8(ascii: "/")
    }

    private func refuseOtherEncodings(_ bytes: UnsafeRawBufferPointer) throws {
        guard XMLPart.isPlainUTF8(Array(bytes.prefix(128))) else { throw Uncuttable() }
    }
}
