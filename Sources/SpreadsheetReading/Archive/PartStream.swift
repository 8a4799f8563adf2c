import CZlib
import Foundation
import Spreadsheet

/// One part of an archive, unpacked as it is read. Its end is reached only when size and checksum agree with the directory.
final class PartStream {
    /// Unpacked bytes, as the directory says.
    let size: Int
    /// Packed bytes.
    let packed: Int
    /// Packed bytes read so far.
    var consumed: Int { position - start - Int(stream.avail_in) }

    private static let inputSize = 1 << 16

    private let entry: ZipEntry
    private let source: ByteSource
    private let start: Int
    private let end: Int
    private var position: Int
    private var made = 0
    private var checksum: UInt = 0
    private var isDone = false
    private var stream = z_stream()
    private let input: UnsafeMutableRawBufferPointer

    init(entry: ZipEntry, source: ByteSource) throws {
        self.entry = entry
        self.source = source
        size = entry.size
        packed = entry.packed
        if entry.flags & 1 != 0 { throw ReadingError.encrypted(source.name) }
        let header = ByteReader(bytes: try source.bytes(at: entry.header, count: 30))
        guard header.word(0) == 0x0403_4B50, let method = header.half(8), let nameLength = header.half(26),
            let extraLength = header.half(28), method == entry.method, Int(nameLength) == entry.nameLength
        else { throw ReadingError.damaged(source.name, "压缩包内“\(entry.name)”的位置不对") }
        start = entry.header + 30 + Int(nameLength) + Int(extraLength)
        end = start + entry.packed
        position = start
        guard end <= source.count else { throw ReadingError.damaged(source.name, "文件被截断，“\(entry.name)”不全") }
        guard method == 0 || method == 8 else {
            throw ReadingError.damaged(source.name, "“\(entry.name)”用了不支持的压缩方式（\(method)）")
        }
        input = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.inputSize, alignment: 16)
        if method == 8 {
            guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                input.deallocate()
                throw ReadingError.damaged(source.name, "无法解压“\(entry.name)”")
            }
        }
    }

    deinit {
        if entry.method == 8 { inflateEnd(&stream) }
        input.deallocate()
    }

    /// Fills a buffer with the next bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !isDone, buffer.count > 0 else { return 0 }
        let count = entry.method == 0 ? try copy(into: buffer) : try inflated(into: buffer)
        checksum = crc32_z(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
        made += count
        guard made <= entry.size else { throw damaged("解压后比目录里写的大小（\(entry.size)）更大") }
        if isDone {
            guard made == entry.size else { throw damaged("解压后只有 \(made) 字节，目录里写的是 \(entry.size)") }
            guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw damaged("校验不一致") }
        }
        return count
    }

    private func copy(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let wanted = min(buffer.count, end - position)
        let got = try source.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
        position += got
        isDone = position == end
        return got
    }

    private func inflated(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let room = min(buffer.count, 1 << 30)
        stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = UInt32(room)
        while stream.avail_out > 0, !isDone {
            if stream.avail_in == 0 {
                let wanted = min(Self.inputSize, end - position)
                guard wanted > 0 else { throw damaged("解压到一半出错") }
                let piece = UnsafeMutableRawBufferPointer(rebasing: input[..<wanted])
                let got = try source.read(at: position, into: piece)
                position += got
                stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_in = UInt32(got)
            }
            let status = inflate(&stream, Z_NO_FLUSH)
            if status == Z_STREAM_END {
                isDone = true
            } else if status != Z_OK {
                throw damaged("解压到一半出错")
            }
        }
        return room - Int(stream.avail_out)
    }

    private func damaged(_ detail: String) -> ToolError {
        ReadingError.damaged(source.name, "“\(entry.name)”\(detail)")
    }
}
