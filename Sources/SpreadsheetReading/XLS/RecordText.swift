import Foundation
import Spreadsheet

/// Makes UTF-8 of the texts of records. Line breaks become `\n`, as everywhere.
struct RecordText {
    /// What is carried from piece to piece of one text.
    struct State {
        /// The first half of a pair that is not complete yet; 0 for none.
        var high: UInt16 = 0
        var endsInReturn = false
        /// A line break was taken out: places in the text no longer count in the file's units.
        var isShorter = false
    }

    /// Appends characters of one byte each, the lower halves of UTF-16.
    static func appendNarrow(
        _ text: UnsafePointer<UInt8>, _ count: Int, to output: RowBuffer, _ state: inout State
    ) {
        output.reserve(count * 2 + 3)
        for index in 0..<count { append(UInt16(text[index]), to: output, &state) }
    }

    /// Appends characters of two bytes each, UTF-16.
    static func appendWide(
        _ text: UnsafePointer<UInt8>, _ count: Int, to output: RowBuffer, _ state: inout State
    ) {
        output.reserve(count * 3 + 3)
        for index in 0..<count {
            append(UInt16(text[index * 2]) | UInt16(text[index * 2 + 1]) << 8, to: output, &state)
        }
    }

    /// What a text ends with that has no second half.
    static func finish(_ output: RowBuffer, _ state: inout State) {
        output.reserve(3)
        if state.high != 0 { put3(0xFFFD, output) }
        state = State()
    }

    /// Room for three bytes must be there, for six after the first half of a pair.
    @inline(__always)
    private static func append(_ unit: UInt16, to output: RowBuffer, _ state: inout State) {
        if unit < 0x80, unit != 13, unit != 10, state.high == 0 {
            output.bytes[output.count] = UInt8(truncatingIfNeeded: unit)
            output.count += 1
            state.endsInReturn = false
            return
        }
        appendOther(unit, to: output, &state)
    }

    private static func appendOther(_ unit: UInt16, to output: RowBuffer, _ state: inout State) {
        output.reserve(6)
        if state.high != 0 {
            let high = UInt32(state.high)
            state.high = 0
            if unit & 0xFC00 == 0xDC00 {
                let scalar = 0x10000 + ((high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                put(UInt8(0xF0 | scalar >> 18), output)
                put(UInt8(0x80 | scalar >> 12 & 0x3F), output)
                put(UInt8(0x80 | scalar >> 6 & 0x3F), output)
                put(UInt8(0x80 | scalar & 0x3F), output)
                return
            }
            put3(0xFFFD, output)
        }
        let wasReturn = state.endsInReturn
        state.endsInReturn = unit == 13
        switch unit {
        case 10:
            if wasReturn { state.isShorter = true } else { put(10, output) }
        case 13: put(10, output)
        case 0..<0x80: put(UInt8(unit), output)
        case 0x80..<0x800:
            put(UInt8(0xC0 | unit >> 6), output)
            put(UInt8(0x80 | unit & 0x3F), output)
        case 0xD800..<0xDC00: state.high = unit
        case 0xDC00..<0xE000: put3(0xFFFD, output)
        default: put3(UInt32(unit), output)
        }
    }

    @inline(__always)
    private static func put(_ byte: UInt8, _ output: RowBuffer) {
        output.bytes[output.count] = byte
        output.count += 1
    }

    private static func put3(_ scalar: UInt32, _ output: RowBuffer) {
        put(UInt8(0xE0 | scalar >> 12), output)
        put(UInt8(0x80 | scalar >> 6 & 0x3F), output)
        put(UInt8(0x80 | scalar & 0x3F), output)
    }
}
