import Foundation
import Spreadsheet

/// The texts that cells name by number, in one piece of memory.
public final class StringTable: @unchecked Sendable {
    /// Set in the end of a text that a delimited file may have to put in quotation marks.
    @usableFromInline
    static let specialBit = Int.min

    @usableFromInline
    struct State {
        @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
        /// Where each text ends, with ``specialBit``.
        @usableFromInline var ends: UnsafeMutablePointer<Int>
        @usableFromInline var count = 0
        var used = 0
        var capacity = 1 << 12
        var endCapacity = 1 << 8
    }

    /// Readers may take a few bytes more than a text has.
    private static let padding = 32
    private let state: UnsafeMutablePointer<State>

    /// No texts.
    init() {
        state = .allocate(capacity: 1)
        state.initialize(
            to: State(bytes: .allocate(capacity: (1 << 12) + Self.padding), ends: .allocate(capacity: 1 << 8)))
    }

    deinit {
        state.pointee.bytes.deallocate()
        state.pointee.ends.deallocate()
        state.deallocate()
    }

    /// The texts as a mere pointer, for whoever asks for every cell; valid as long as the table.
    public struct Texts: @unchecked Sendable {
        @usableFromInline
        let state: UnsafeMutablePointer<State>

        /// Number of texts.
        @inlinable
        public var count: Int { state.pointee.count }

        /// The bytes of a text, UTF-8; the number must be below ``count``.
        @inlinable
        @inline(__always)
        public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
            let ends = state.pointee.ends
            let start = index == 0 ? 0 : ends[index - 1] & ~StringTable.specialBit
            return UnsafeBufferPointer(
                start: state.pointee.bytes + start, count: (ends[index] & ~StringTable.specialBit) - start)
        }

        /// Whether a text holds a quotation mark, a line end or what usually stands between fields.
        @inlinable
        @inline(__always)
        public func isSpecial(_ index: Int) -> Bool { state.pointee.ends[index] < 0 }
    }

    /// The texts.
    public var texts: Texts { Texts(state: state) }
    /// Number of texts.
    public var count: Int { state.pointee.count }

    /// Whether ``isSpecial(_:)`` tells of a delimiter too.
    public static func knows(delimiter: UInt8) -> Bool {
        [9, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")].contains(delimiter)
    }

    /// A text.
    public func text(_ index: Int) -> String { String(decoding: texts.bytes(index), as: UTF8.self) }

    /// Adds texts.
    func append(_ texts: StringScan.Texts) {
        let state = state
        Self.grow(
            &state.pointee.bytes, &state.pointee.capacity, used: state.pointee.used,
            atLeast: state.pointee.used + texts.bytes.count, padding: Self.padding)
        Self.grow(
            &state.pointee.ends, &state.pointee.endCapacity, used: count, atLeast: count + texts.lengths.count)
        texts.bytes.withUnsafeBufferPointer {
            if let start = $0.baseAddress {
                (state.pointee.bytes + state.pointee.used).update(from: start, count: $0.count)
            }
        }
        for length in texts.lengths {
            let isSpecial = Self.holdsSpecial(state.pointee.bytes + state.pointee.used, Int(length))
            state.pointee.used += Int(length)
            state.pointee.ends[count] = isSpecial ? state.pointee.used | Self.specialBit : state.pointee.used
            state.pointee.count += 1
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
        _ memory: inout UnsafeMutablePointer<Element>, _ capacity: inout Int, used: Int, atLeast: Int, padding: Int = 0
    ) {
        guard atLeast > capacity else { return }
        // Half more, not double: the table may be most of the memory that is used.
        capacity = max(capacity + capacity / 2, atLeast)
        let fresh = UnsafeMutablePointer<Element>.allocate(capacity: capacity + padding)
        fresh.moveInitialize(from: memory, count: used)
        memory.deallocate()
        memory = fresh
    }
}
