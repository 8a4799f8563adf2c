import Foundation

/// Text as the format can hold it. The library neither escapes nor refuses all that it should.
enum XMLText {
    /// The most UTF-16 units that a cell holds.
    static let maximumLength = 32_767

    /// Text for a cell: what XML can't hold is written `_xHHHH_`, text that looks like such an escape is protected,
    /// and characters that have no place in any text are dropped.
    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "_" || needsCare($0) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar == "_", startsEscape(scalars, at: index) {
                result.append(contentsOf: "_x005F_".unicodeScalars)
            } else if isDropped(scalar) {
                continue
            } else if needsCare(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let padding = String(repeating: "0", count: 4 - digits.count)
                result.append(contentsOf: "_x\(padding)\(digits)_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Text for a formula, a name or a header: what XML can't hold is dropped.
    static func stripped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: needsCare) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !needsCare($0) }))
    }

    private static func needsCare(_ scalar: Unicode.Scalar) -> Bool {
        isDropped(scalar) || (scalar.value < 0x20 && scalar != "\t" && scalar != "\n")
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }

    /// Whether `_xHHHH_` stands at this place.
    private static func startsEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else { return false }
        return scalars[(index + 2)...(index + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
