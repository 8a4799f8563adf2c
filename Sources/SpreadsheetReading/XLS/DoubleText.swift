import Foundation

/// The text of a binary number with at most 15 significant digits, as Excel shows it.
enum DoubleText {
    private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
    private static let limit = 1e15
    /// Bytes that a text may have.
    static let room = 32

    /// Writes it; gives how many bytes it has. There must be ``room``. 0 for what is no number.
    @inline(__always)
    static func write(_ value: Double, to text: UnsafeMutablePointer<UInt8>) -> Int {
        if abs(value) < limit, value == value.rounded(.towardZero) { return write(Int64(value), places: 0, to: text) }
        return writeFraction(value, to: text)
    }

    private static func writeFraction(_ value: Double, to text: UnsafeMutablePointer<UInt8>) -> Int {
        guard value.isFinite else { return 0 }
        // Most have few places: the nearest number of so few is the same binary one.
        for places in 1..<powers.count {
            let scaled = (value * powers[places]).rounded()
            guard abs(scaled) < limit else { break }
            if scaled / powers[places] == value { return write(Int64(scaled), places: places, to: text) }
        }
        return text.withMemoryRebound(to: CChar.self, capacity: room) { target in
            Int(withVaList([value]) { vsnprintf(target, room, "%.15g", $0) })
        }
    }

    private static func write(_ value: Int64, places: Int, to text: UnsafeMutablePointer<UInt8>) -> Int {
        var rest = value.magnitude
        var made = 0
        var place = room
        while rest > 0 || made <= places {
            if made == places, places > 0 {
                place -= 1
                text[place] = UInt8(ascii: ".")
            }
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place -= 1
            text[place] = UInt8(ascii: "0") + UInt8(digit)
            rest = quotient
            made += 1
        }
        if value < 0 {
            place -= 1
            text[place] = UInt8(ascii: "-")
        }
        memmove(text, text + place, room - place)
        return room - place
    }
}
