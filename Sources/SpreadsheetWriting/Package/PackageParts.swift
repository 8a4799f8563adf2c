import CZlib
import Foundation
import Spreadsheet

/// The parts of an XLSX file: a ZIP archive, read whole and written whole. Times in it are fixed.
struct PackageParts {
    /// One part.
    struct Part {
        /// Its path in the archive.
        var name: String
        /// Its content.
        var content: [UInt8]
    }

    /// In the order of the archive.
    var parts: [Part] = []

    /// Reads an archive that the library wrote; throws when it is not whole.
    init(_ archive: [UInt8], fileName: String) throws {
        let broken = WritingError.notWhole(fileName)
        let reader = ByteReader(archive)
        // The library writes no comment, so the end record is the last 22 bytes.
        let end = archive.count - 22
        guard end >= 0, reader.number(at: end, bytes: 4) == 0x0605_4B50,
            let count = reader.number(at: end + 10, bytes: 2), var place = reader.number(at: end + 16, bytes: 4)
        else { throw broken }
        for _ in 0..<count {
            guard reader.number(at: place, bytes: 4) == 0x0201_4B50,
                let method = reader.number(at: place + 10, bytes: 2),
                let checksum = reader.number(at: place + 16, bytes: 4),
                let packed = reader.number(at: place + 20, bytes: 4),
                let size = reader.number(at: place + 24, bytes: 4),
                let nameLength = reader.number(at: place + 28, bytes: 2),
                let extraLength = reader.number(at: place + 30, bytes: 2),
                let commentLength = reader.number(at: place + 32, bytes: 2),
                let local = reader.number(at: place + 42, bytes: 4),
                let name = reader.slice(at: place + 46, count: nameLength),
                let localName = reader.number(at: local + 26, bytes: 2),
                let localExtra = reader.number(at: local + 28, bytes: 2),
                let data = reader.slice(at: local + 30 + localName + localExtra, count: packed),
                let content = method == 0 ? Array(data) : Deflate.inflated(Array(data), size: size),
                content.count == size, Deflate.checksum(content) == UInt32(checksum)
            else { throw broken }
            parts.append(Part(name: String(decoding: name, as: UTF8.self), content: content))
            place += 46 + nameLength + extraLength + commentLength
        }
    }

    /// The archive.
    func archive(fileName: String) throws -> Data {
        var body = ByteWriter()
        var directory = ByteWriter()
        for part in parts {
            guard let packed = Deflate.deflated(part.content), let size = UInt32(exactly: part.content.count),
                let start = UInt32(exactly: body.bytes.count + packed.count).map({ $0 - UInt32(packed.count) })
            else { throw WritingError.notWhole(fileName) }
            let name = Array(part.name.utf8)
            var common = ByteWriter()
            common.append(20, bytes: 2)
            common.append(0, bytes: 2)
            common.append(8, bytes: 2)
            // 1980-01-01 00:00, the earliest time of the format.
            common.append(0, bytes: 2)
            common.append(0x21, bytes: 2)
            common.append(Deflate.checksum(part.content), bytes: 4)
            common.append(UInt32(packed.count), bytes: 4)
            common.append(size, bytes: 4)
            common.append(UInt32(name.count), bytes: 2)
            common.append(0, bytes: 2)
            body.append(0x0403_4B50, bytes: 4)
            body.bytes += common.bytes + name + packed
            directory.append(0x0201_4B50, bytes: 4)
            directory.append(20, bytes: 2)
            directory.bytes += common.bytes
            directory.append(0, bytes: 2)
            directory.append(0, bytes: 2)
            directory.append(0, bytes: 2)
            directory.append(0, bytes: 4)
            directory.append(start, bytes: 4)
            directory.bytes += name
        }
        guard
            let start = UInt32(exactly: body.bytes.count + directory.bytes.count).map({
                $0 - UInt32(directory.bytes.count)
            })
        else { throw WritingError.notWhole(fileName) }
        var end = ByteWriter()
        end.append(0x0605_4B50, bytes: 4)
        end.append(0, bytes: 4)
        end.append(UInt32(parts.count), bytes: 2)
        end.append(UInt32(parts.count), bytes: 2)
        end.append(UInt32(directory.bytes.count), bytes: 4)
        end.append(start, bytes: 4)
        end.append(0, bytes: 2)
        return Data(body.bytes + directory.bytes + end.bytes)
    }

    /// Changes the part of a name, where there is one.
    mutating func change(_ name: String, _ body: ([UInt8]) throws -> [UInt8]) rethrows {
        guard let index = parts.firstIndex(where: { $0.name == name }) else { return }
        parts[index].content = try body(parts[index].content)
    }

    /// The text of a part; nil when there is none of that name.
    func text(_ name: String) -> String? {
        parts.first { $0.name == name }.map { String(decoding: $0.content, as: UTF8.self) }
    }

    /// Changes the text of a part, where there is one.
    mutating func changeText(_ name: String, _ body: (String) -> String) {
        change(name) { Array(body(String(decoding: $0, as: UTF8.self)).utf8) }
    }

    /// Puts a text in place of a part's, or a new part behind the others.
    mutating func set(_ name: String, _ text: String) {
        if parts.contains(where: { $0.name == name }) { return changeText(name) { _ in text } }
        parts.append(Part(name: name, content: Array(text.utf8)))
    }
}
