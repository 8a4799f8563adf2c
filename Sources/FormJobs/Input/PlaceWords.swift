/// Places as people type them.
enum PlaceWords {
    private static let words: Set<Character> = ["第", "列", "行", "栏", "格", "单", "元", "$"]

    /// Letters, digits and the colon between them: a Chinese keyboard writes them wide, and 列 or 行 may stand before or behind.
    static func bare(_ text: String) -> String {
        let narrow = text.unicodeScalars.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }
        return String(String.UnicodeScalarView(narrow)).filter { !words.contains($0) && !$0.isWhitespace }
    }
}
