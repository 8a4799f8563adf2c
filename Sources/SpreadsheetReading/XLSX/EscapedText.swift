/// Text as the format escapes it.
package enum EscapedText {
    /// Undoes `_xHHHH_` and makes every line break `\n`.
    package static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) || text.contains("_x") else { return text }
        var units: [UInt16] = []
        let source = Array(text.utf16)
        var index = 0
        while index < source.count {
            if let unit = escape(source, at: index) {
                units.append(unit)
                index += 7
            } else {
                units.append(source[index])
                index += 1
            }
        }
        var result: [UInt16] = []
        for (index, unit) in units.enumerated() {
            guard unit == 13 else {
                result.append(unit)
                continue
            }
            if index + 1 >= units.count || units[index + 1] != 10 { result.append(10) }
        }
        return String(decoding: result, as: UTF16.self)
    }

    private static func escape(_ source: [UInt16], at index: Int) -> UInt16? {
        guard index + 7 <= source.count, source[index] == 0x5F, source[index + 1] == 0x78, source[index + 6] == 0x5F
        else { return nil }
        return UInt16(String(decoding: source[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
    }
}
