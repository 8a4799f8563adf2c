import Foundation

/// The sizes of the sheets in an archive that the library wrote, without reading more than its directory.
enum ArchiveSizes {
    /// The unpacked sizes, in the order of the archive; nil when its directory is not whole.
    static func ofSheets(_ path: String) -> [Int]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // The library writes no comment, so the end record is the last 22 bytes.
        let length = Int(lseek(descriptor, 0, SEEK_END))
        guard let end = bytes(22, at: length - 22, of: descriptor), end.number(at: 0, bytes: 4) == 0x0605_4B50,
            let size = end.number(at: 12, bytes: 4), let start = end.number(at: 16, bytes: 4),
            let directory = bytes(size, at: start, of: descriptor)
        else { return nil }
        var result: [Int] = []
        var place = 0
        while place < size {
            guard directory.number(at: place, bytes: 4) == 0x0201_4B50,
                let unpacked = directory.number(at: place + 24, bytes: 4),
                let nameLength = directory.number(at: place + 28, bytes: 2),
                let extraLength = directory.number(at: place + 30, bytes: 2),
                let commentLength = directory.number(at: place + 32, bytes: 2),
                let name = directory.slice(at: place + 46, count: nameLength)
            else { return nil }
            if name.starts(with: "xl/worksheets/sheet".utf8) {
                // A part of 4 GB or more has its size, first of all, in a field of its own.
                let isLarge = unpacked == 0xFFFF_FFFF
                guard let size = isLarge ? directory.number(at: place + 50 + nameLength, bytes: 8) : unpacked else {
                    return nil
                }
                result.append(size)
            }
            place += 46 + nameLength + extraLength + commentLength
        }
        return result
    }

    private static func bytes(_ count: Int, at offset: Int, of descriptor: Int32) -> ByteReader? {
        guard offset >= 0 else { return nil }
        var result = [UInt8](repeating: 0, count: count)
        return pread(descriptor, &result, count, off_t(offset)) == count ? ByteReader(result) : nil
    }
}
