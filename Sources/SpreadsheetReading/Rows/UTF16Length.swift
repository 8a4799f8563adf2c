/// Lengths as the format counts them.
enum UTF16Length {
    /// UTF-16 units of UTF-8 text.
    static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var result = 0
        for byte in text where byte & 0xC0 != 0x80 { result += byte >= 0xF0 ? 2 : 1 }
        return result
    }
}
