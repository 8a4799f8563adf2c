/// Makes text fit for a cell, and measures it, in one pass over its bytes into a buffer that is used again and again.
///
/// The rules are those of ``XMLText``, but for line ends: `\r\n` and `\r` are the line ends of other systems and become
/// `\n`. Bytes that are no UTF-8 become U+FFFD: the library would write them as they are, and no program could open it.
struct CellTextBuffer {
    /// The most bytes of a text that fits: three for each UTF-16 unit.
    private static let maximumBytes = XMLText.maximumLength * 3
    /// The most bytes that one step appends: `_x005F_`.
    private static let longestStep = 8

    /// The text, with a NUL behind it.
    let bytes: UnsafeMutablePointer<UInt8>

    /// A buffer, which its owner must deallocate.
    init() {
        bytes = .allocate(capacity: Self.maximumBytes + Self.longestStep + 1)
        bytes[0] = 0
    }

    /// Frees the buffer.
    func deallocate() { bytes.deallocate() }

    /// The text as the library takes it.
    var cString: UnsafePointer<CChar> { UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self) }

    /// Puts a text into the buffer.
    func fill(_ source: UnsafePointer<UInt8>, count: Int) -> CellText {
        var text = CellText()
        var width = 0
        var out = 0
        var index = 0
        while index < count {
            let byte = source[index]
            if byte >= 0xE0, byte < 0xF0 {
                let rest = count &- index
                if rest >= 3, Self.isThreeByteCharacter(byte, source[index &+ 1], source[index &+ 2]) {
                    let isDropped = byte == 0xEF && source[index &+ 1] == 0xBF && source[index &+ 2] >= 0xBE
                    if !isDropped {
                        bytes[out] = byte
                        bytes[out &+ 1] = source[index &+ 1]
                        bytes[out &+ 2] = source[index &+ 2]
                        out &+= 3
                        // From U+2000 on a Chinese face has them full width: punctuation, signs, characters.
                        width &+= byte == 0xE0 || byte == 0xE1 ? 1 : 2
                    }
                    index &+= 3
                } else {
                    out = appendReplacement(at: out)
                    width &+= 2
                    index &+= 1
                }
            } else if byte >= 0x20, byte < 0x80 {
                if byte == UInt8(ascii: "_"), Self.startsEscape(source + index, count: count &- index) {
                    out = appendEscape(0x5F, at: out)
                } else {
                    bytes[out] = byte
                    out &+= 1
                }
                width &+= 1
                index &+= 1
            } else if byte >= 0x80 {
                let length = Self.lengthOfTwoOrFour(source + index, count: count &- index)
                if length == 0 {
                    out = appendReplacement(at: out)
                    width &+= 2
                    index &+= 1
                } else {
                    (bytes + out).update(from: source + index, count: length)
                    out &+= length
                    width &+= length == 2 ? 1 : 2
                    index &+= length
                }
            } else {
                switch byte {
                case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                    if byte == UInt8(ascii: "\r"), index &+ 1 < count, source[index &+ 1] == UInt8(ascii: "\n") {
                        index &+= 1
                    }
                    bytes[out] = UInt8(ascii: "\n")
                    out &+= 1
                    text.breaks = true
                    text.width = max(text.width, width)
                    width = 0
                case UInt8(ascii: "\t"):
                    bytes[out] = byte
                    out &+= 1
                    width &+= 1
                case 0:
                    break
                default:
                    out = appendEscape(byte, at: out)
                    width &+= 1
                }
                index &+= 1
            }
            if out > Self.maximumBytes {
                text.isTooLong = true
                break
            }
        }
        bytes[out] = 0
        text.count = out
        text.width = max(text.width, width)
        // A text has at most as many UTF-16 units as bytes, so that nearly none has to be counted.
        if out > XMLText.maximumLength, !text.isTooLong {
            text.isTooLong = Self.utf16Count(bytes, count: out) > XMLText.maximumLength
        }
        return text
    }

    /// UTF-16 units of valid UTF-8.
    static func utf16Count(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
        var units = 0
        for index in 0..<count {
            if bytes[index] & 0xC0 != 0x80 { units += bytes[index] >= 0xF0 ? 2 : 1 }
        }
        return units
    }

    private func appendReplacement(at out: Int) -> Int {
        bytes[out] = 0xEF
        bytes[out &+ 1] = 0xBF
        bytes[out &+ 2] = 0xBD
        return out &+ 3
    }

    /// `_xHHHH_` of a byte.
    private func appendEscape(_ byte: UInt8, at out: Int) -> Int {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }
        let step = bytes + out
        step[0] = UInt8(ascii: "_")
        step[1] = UInt8(ascii: "x")
        step[2] = UInt8(ascii: "0")
        step[3] = UInt8(ascii: "0")
        step[4] = digit(byte >> 4)
        step[5] = digit(byte & 0xF)
        step[6] = UInt8(ascii: "_")
        return out &+ 7
    }

    @inline(__always)
    private static func isThreeByteCharacter(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return false }
        // Neither longer than needed nor half of a pair.
        if first == 0xE0 { return second >= 0xA0 }
        return first != 0xED || second < 0xA0
    }

    /// The length of a character of two or four bytes, or 0 where there is none.
    private static func lengthOfTwoOrFour(_ source: UnsafePointer<UInt8>, count: Int) -> Int {
        switch source[0] {
        case 0xC2...0xDF:
            return count >= 2 && source[1] & 0xC0 == 0x80 ? 2 : 0
        case 0xF0...0xF4:
            guard count >= 4, source[1] & 0xC0 == 0x80, source[2] & 0xC0 == 0x80, source[3] & 0xC0 == 0x80 else {
                return 0
            }
            if source[0] == 0xF0 { return source[1] >= 0x90 ? 4 : 0 }
            return source[0] != 0xF4 || source[1] < 0x90 ? 4 : 0
        default:
            return 0
        }
    }

    /// Whether `_xHHHH_` stands here.
    private static func startsEscape(_ source: UnsafePointer<UInt8>, count: Int) -> Bool {
        guard count >= 7, source[1] == UInt8(ascii: "x"), source[6] == UInt8(ascii: "_") else { return false }
        return (2...5).allSatisfy { index in
            switch source[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
    }
}
