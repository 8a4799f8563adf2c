import Foundation
import Spreadsheet

/// The texts that cells name by number, in one piece of memory.
public final class StringTable: @unchecked Sendable {
    /// Set in the end of a text that a delimited file may have to put in quotation marks.
    private static let specialBit = Int.min

    private var bytes: UnsafeMutablePointer<UInt8>
    private var used = 0
    private var capacity = 1 << 12
    /// Where each text ends, with ``specialBit``.
    private var ends: UnsafeMutablePointer<Int>
    private var endCapacity = 1 << 8
    /// Number of texts.
    public private(set) var count = 0

    /// No texts.
    init() {
        bytes = .allocate(capacity: capacity)
        ends = .allocate(capacity: endCapacity)
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
    }

    /// The bytes of a text, UTF-8; the number must be below ``count``.
    @inline(__always)
    public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = index == 0 ? 0 : ends[index - 1] & ~Self.specialBit
        return UnsafeBufferPointer(start: bytes + start, count: (ends[index] & ~Self.specialBit) - start)
    }

    /// Whether a text holds a quotation mark, a line end or what usually stands between fields.
    @inline(__always)
    public func isSpecial(_ index: Int) -> Bool { ends[index] < 0 }

    /// A text.
    public func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    /// Adds texts.
    func append(_ texts: StringScan.Texts) {
        Self.grow(&bytes, &capacity, used: used, atLeast: used + texts.bytes.count)
        Self.grow(&ends, &endCapacity, used: count, atLeast: count + texts.lengths.count)
        texts.bytes.withUnsafeBufferPointer {
            if let start = $0.baseAddress { (bytes + used).update(from: start, count: $0.count) }
        }
        for length in texts.lengths {
            let isSpecial = Self.holdsSpecial(bytes + used, Int(length))
            used += Int(length)
            ends[count] = isSpecial ? used | Self.specialBit : used
            count += 1
        }
    }

    private static func holdsSpecial(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for index in 0..<count {
            switch text[index] {
            case 9, 10, 13, UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): return true
            default: continue
            }
        }
        return false
    }

    private static func grow<Element>(
        _ memory: inout UnsafeMutablePointer<Element>, _ capacity: inout Int, used: Int, atLeast: Int
    ) {
        guard atLeast > capacity else { return }
        // Half more, not double: the table may be most of the memory that is used.
        capacity = max(capacity + capacity / 2, atLeast)
        let fresh = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        fresh.moveInitialize(from: memory, count: used)
        memory.deallocate()
        memory = fresh
    }
}
