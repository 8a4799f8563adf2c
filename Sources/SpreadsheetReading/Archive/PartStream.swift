import CIsal
import Foundation
import Spreadsheet

/// One part of an archive, unpacked as it is read. Its end is reached only when size and checksum agree with the directory.
final class PartStream {
    /// Unpacked bytes, as the directory says.
    let size: Int
    /// Packed bytes.
    let packed: Int
    /// Packed bytes read so far.
    var consumed: Int { position - start - Int(state?.pointee.avail_in ?? 0) }

    private static let inputSize = 1 << 16

    private let entry: ZipEntry
    private let source: ByteSource
    private let start: Int
    private let end: Int
    private var position: Int
    private var made = 0
    private var checksum: UInt32 = 0
    private var isDone = false
    /// The library's state, for a part that is packed.
    private let state: UnsafeMutablePointer<inflate_state>?
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
        guard method == 8 else {
            state = nil
            return
        }
        let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
        isal_inflate_init(state)
        state.pointee.avail_in = 0
        self.state = state
    }

    deinit {
        state?.deallocate()
        input.deallocate()
    }

    /// Fills a buffer with the next bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !isDone, buffer.count > 0 else { return 0 }
        let count = try state.map { try inflated(into: buffer, $0) } ?? copy(into: buffer)
        checksum = crc32_gzip_refl(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(count))
        made += count
        guard made <= entry.size else { throw damaged("解压后比目录里写的大小（\(entry.size)）更大") }
        if isDone {
            guard made == entry.size else { throw damaged("解压后只有 \(made) 字节，目录里写的是 \(entry.size)") }
            guard checksum == entry.checksum else { throw damaged("校验不一致") }
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

    private func inflated(
        into buffer: UnsafeMutableRawBufferPointer, _ state: UnsafeMutablePointer<inflate_state>
    ) throws -> Int {
        let room = min(buffer.count, 1 << 30)
        state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_out = UInt32(room)
        while state.pointee.avail_out > 0, !isDone {
            if state.pointee.avail_in == 0 {
                let wanted = min(Self.inputSize, end - position)
                let piece = UnsafeMutableRawBufferPointer(rebasing: input[..<wanted])
                let got = try source.read(at: position, into: piece)
                position += got
                state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                state.pointee.avail_in = UInt32(got)
            }
            let before = (state.pointee.avail_in, state.pointee.avail_out)
            guard isal_inflate(state) == ISAL_DECOMP_OK else { throw damaged("解压到一半出错") }
            if state.pointee.block_state == ISAL_BLOCK_FINISH {
                isDone = true
            } else if position == end, before == (state.pointee.avail_in, state.pointee.avail_out) {
                // Nothing more comes, and the end is not there.
                throw damaged("解压到一半出错")
            }
        }
        return room - Int(state.pointee.avail_out)
    }

    private func damaged(_ detail: String) -> ToolError {
        ReadingError.damaged(source.name, "“\(entry.name)”\(detail)")
    }
}
