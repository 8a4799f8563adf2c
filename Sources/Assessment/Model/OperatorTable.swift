import Spreadsheet

/// The signs and words that stand for ≥, ≤, = in real forms.
enum OperatorTable {
    private static let before: [(String, Target.Operator)] = [
        (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≧", .atLeast), ("》", .atLeast), ("⩾", .atLeast),
        ("≤", .atMost), ("≦", .atMost), ("《", .atMost), ("⩽", .atMost), (">", .atLeast), ("<", .atMost),
        ("﹦", .equal), ("═", .equal), ("=", .equal), ("不低于", .atLeast), ("不少于", .atLeast), ("至少", .atLeast),
        ("大于等于", .atLeast), ("大于或等于", .atLeast), ("不小于", .atLeast), ("小于等于", .atMost), ("小于或等于", .atMost),
        ("不大于", .atMost), ("不晚于", .atMost), ("不迟于", .atMost), ("早于", .atMost), ("控制在", .atMost), ("不得超过", .atMost),
        ("不得低于", .atLeast), ("不得少于", .atLeast), ("不得高于", .atMost), ("不得晚于", .atMost),
        ("不高于", .atMost), ("不超过", .atMost), ("不多于", .atMost), ("等于", .equal),
    ]
    /// Words that the number itself does not keep. They say what was reached as well (超过300户): only behind a name are they a target's.
    private static let strict: [(String, Target.Operator)] = [
        ("大于", .atLeast), ("高于", .atLeast), ("超过", .atLeast), ("多于", .atLeast), ("小于", .atMost), ("低于", .atMost),
        ("少于", .atMost), ("低於", .atMost),
    ]

    /// Whether a text is a strict sign and nothing else.
    static func isStrict(_ text: String) -> Bool { [">", "<"].contains(TextNormalizer.key(text)) }

    /// Whether a text begins with a strict sign, and not with > and = typed apart.
    static func beginsStrictly(_ text: String) -> Bool {
        guard let first = text.first, first == ">" || first == "<" else { return false }
        let next = text.dropFirst().drop { $0 == " " }.first
        return next != "=" && next != "﹦" && next != "═"
    }

    /// Whether a sign or a word of one stands anywhere in a text.
    static func isIn(_ text: String) -> Bool { (before + strict).contains { text.contains($0.0) } }

    /// The name before the first sign of a text, and the text from the sign on, a strict word as its sign; nil where none stands behind a name.
    static func firstSign(in text: String) -> (name: String, rest: String)? {
        var best: (range: Range<String.Index>, sign: String)?
        for (word, comparison) in before + strict {
            guard let range = text.range(of: word), range.lowerBound > text.startIndex else { continue }
            if let found = best?.range, found.lowerBound < range.lowerBound { continue }
            if let found = best?.range, found.lowerBound == range.lowerBound, found.upperBound >= range.upperBound {
                continue
            }
            let isStrict = strict.contains { $0.0 == word }
            best = (range, isStrict ? (comparison == .atLeast ? ">" : "<") : word)
        }
        guard let best else { return nil }
        return (String(text[..<best.range.lowerBound]), best.sign + text[best.range.upperBound...])
    }

    private static func word(_ comparison: Target.Operator, endsWith text: String) -> Bool {
        after.contains { $0.1 == comparison && text.hasSuffix($0.0) } && DecimalText.scan(Substring(text)) != nil
            && DatePeriod(text) == nil
    }

    private static let after: [(String, Target.Operator)] = [
        ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("内", .atMost),
        ("之前", .atMost), ("前", .atMost),
    ]

    /// The operator that a whole cell (指标性质) names, or nil.
    static func `operator`(of text: String) -> Target.Operator? {
        let plain = TextNormalizer.key(text)
        if plain == "定性" { return .qualitative }
        return before.first { $0.0 == plain }?.1
    }

    /// What follows the sign or word of an operator that a text begins with; nil when it begins with none.
    static func afterLeading(_ text: String) -> String? {
        // 控制在18万元 may be what was spent.
        guard let sign = before.first(where: { text.hasPrefix($0.0) })?.0, !["控制在", "早于"].contains(sign) else {
            return nil
        }
        let rest = text.dropFirst(sign.count)
        return TextNormalizer.narrowed(String(rest.hasPrefix("=") ? rest.dropFirst() : rest))
    }

    /// Takes an operator off the front or the back of a target's text.
    static func split(_ text: String) -> (comparison: Target.Operator, rest: String)? {
        for (sign, comparison) in before where text.hasPrefix(sign) {
            let rest = String(text.dropFirst(sign.count))
            // 控制在20万元以内 says it twice.
            if word(comparison, endsWith: rest) {
                for (word, _) in after where rest.hasSuffix(word) {
                    return (comparison, TextNormalizer.narrowed(String(rest.dropLast(word.count))))
                }
            }
            // > and = typed apart: `＞＝90%`.
            let next = rest.drop { $0 == " " }
            if sign == ">" || sign == "<", next.hasPrefix("=") {
                return (comparison, TextNormalizer.narrowed(String(next.dropFirst())))
            }
            return (comparison, TextNormalizer.narrowed(rest))
        }
        for (word, comparison) in after where text.hasSuffix(word) {
            let rest = String(text.dropLast(word.count))
            // 12月31日前 and 年底前 are read whole.
            if DatePeriod(text) != nil { return (comparison, text) }
            if Quantity(rest).number != nil { return (comparison, rest) }
        }
        return nil
    }
}
