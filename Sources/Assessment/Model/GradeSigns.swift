/// What of grades a text may say, by its letters alone: most texts say nothing of them, and are not taken apart.
struct GradeSigns {
    /// How many letters that begin names of grades it has: 优秀 and 优良 begin with one.
    private(set) var names = 0
    /// How many numbers.
    private(set) var numbers = 0
    /// It has a sign or a word that makes a bound of a number.
    private(set) var hasBound = false

    /// The letters that begin names, Ａ in full width too.
    private static let firsts: Set<UInt32> = {
        let letters = Grade.words.flatMap { [$0, $0.uppercased()] }.compactMap { $0.unicodeScalars.first?.value }
        return Set(letters + letters.filter { $0 < 0x80 }.map { $0 + 0xFEE0 })
    }()

    /// 以上, ≥, 低于, 至, 含, and marks between two numbers.
    private static let bounds = Set("以≥≤≧≦⩾⩽><大小高低不超未达含至到-—–~～－〜,，[［】]".unicodeScalars.map(\.value))

    /// Whether there may be the name of a grade or a bound.
    var mayHaveParts: Bool { names > 0 || numbers > 0 && hasBound }

    init(_ text: String) { self.init([text]) }

    /// The signs of texts side by side, taken together.
    init(_ texts: [String]) {
        for text in texts { take(text) }
    }

    private mutating func take(_ text: String) {
        var isInNumber = false
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let isDigit = (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
            if isDigit, !isInNumber { numbers += 1 }
            isInNumber = isDigit
            if Self.firsts.contains(value) { names += 1 }
            if !hasBound, Self.bounds.contains(value) { hasBound = true }
        }
    }
}
