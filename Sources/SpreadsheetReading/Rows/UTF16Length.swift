/// Lengths as the format counts them.
enum UTF16Length {
    /// Bytes that a text of so many UTF-16 units can take in a part: three as UTF-8, or seven as an escape.
    static func mostBytes(_ units: Int) -> Int { units.multipliedReportingOverflow(by: 7).overflow ? .max : units * 7 }

    /// UTF-16 units of UTF-8 text.
    static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var result = 0
        for byte in text where byte & 0xC0 != 0x80 { result += byte >= 0xF0 ? 2 : 1 }
        return result
    }
}
