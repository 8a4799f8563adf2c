import Foundation
import Spreadsheet

/// Cuts a text file between records, so that several threads can share it.
///
/// Quotation marks are counted: where their number is even, a line end is the end of a record. Marks that stand alone in a field upset the
/// count, which the reader of such a piece then notices.
package final class TextPieces {
    /// A thread's part of the work.
    package final class Piece {
        var raw = [UInt8]()
        var count = 0
        /// The piece as UTF-8.
        package fileprivate(set) var text = [UInt8]()
        fileprivate var converter: TextConverter?
        init() {}
    }

    /// The text can't be cut, or what was cut is not what it was taken for: it has to be read from the beginning.
    package struct Uncuttable: Error {
        package init() {}
    }

    /// Bytes of a piece, as a rule.
    package static let usualPieceSize = 1 << 19
    private let file: TextFile
    private let size: Int
    private var position: Int
    private var carry: [UInt8] = []

    /// Cuts a file from its first record on, into pieces of so many bytes. The result is the same for any size.
    package init(_ file: TextFile, pieceSize: Int = TextPieces.usualPieceSize) throws {
        guard file.encoding.keepsASCII else { throw Uncuttable() }
        self.file = file
        size = pieceSize
        position = file.start
    }

    /// Bytes read so far.
    package var consumed: Int { position }

    /// What one thread works with.
    package func makePiece() throws -> Piece {
        let piece = Piece()
        if file.encoding.converter != "UTF-8" {
            guard let converter = TextConverter(from: file.encoding.converter) else { throw Uncuttable() }
            piece.converter = converter
        }
        return piece
    }

    /// Puts the next bytes of the file into a piece; false at the end.
    package func take(_ piece: Piece) throws -> Bool {
        let start = carry.count
        if piece.raw.count < size { piece.raw = [UInt8](repeating: 0, count: size) }
        guard start < size / 2 else { throw Uncuttable() }
        piece.raw.replaceSubrange(0..<start, with: carry)
        let got = try piece.raw.withUnsafeMutableBytes {
            try file.source.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
        }
        position += got
        piece.count = start + got
        carry = []
        if piece.count == 0 { return false }
        if position >= file.source.count { return true }
        let cut = piece.raw.withUnsafeBytes { Self.lastRecordEnd(UnsafeRawBufferPointer(rebasing: $0[..<piece.count])) }
        guard cut > 0 else { throw Uncuttable() }
        carry = Array(piece.raw[cut..<piece.count])
        piece.count = cut
        return true
    }

    /// Converts a piece to UTF-8.
    package func decode(_ piece: Piece) throws {
        try piece.raw.withUnsafeBytes { raw in
            let bytes = UnsafeRawBufferPointer(rebasing: raw[..<piece.count])
            piece.text.removeAll(keepingCapacity: true)
            if let converter = piece.converter {
                guard converter.convert(bytes, into: &piece.text) == bytes.count else { throw Uncuttable() }
            } else {
                guard UTF8Check.firstInvalid(bytes) == nil else { throw Uncuttable() }
                piece.text.append(contentsOf: bytes)
            }
        }
    }

    private static func lastRecordEnd(_ bytes: UnsafeRawBufferPointer) -> Int {
        var end = bytes.count
        var quotes = count(of: UInt8(ascii: "\""), in: bytes)
        while end > 0 {
            var place = end - 1
            while place >= 0, bytes[place] != 10 { place -= 1 }
            guard place >= 0 else { return 0 }
            quotes -= count(of: UInt8(ascii: "\""), in: UnsafeRawBufferPointer(rebasing: bytes[place..<end]))
            if quotes % 2 == 0 { return place + 1 }
            end = place
        }
        return 0
    }

    private static func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
        var result = 0
        for other in bytes where other == byte { result += 1 }
        return result
    }
}
