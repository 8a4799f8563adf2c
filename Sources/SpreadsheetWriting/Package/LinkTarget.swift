/// The addresses of links as the format has them: a part's relationships hold addresses (URI), in which some characters stand for themselves only
/// when they are written as `%20`. Excel does so too, and takes what does not for damage.
enum LinkTarget {
    /// An address without the characters that no address has. Backslashes stay: paths of Windows have them, and Excel takes them.
    static func written(_ target: String) -> String {
        guard target.utf8.contains(where: isForbidden) else { return target }
        var result = ""
        for scalar in target.unicodeScalars {
            if scalar.isASCII, isForbidden(UInt8(scalar.value)) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte <= 0x20 || forbidden.contains(byte) }

    private static let forbidden = Set("<>\"{}|^`".utf8)
}
