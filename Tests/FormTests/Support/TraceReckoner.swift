import Foundation

/// Reckons again what an explanation says: `(19.8 + 1922.76) ÷ 3 × 100%`. Fractions, so that nothing is rounded on the way.
struct TraceReckoner {
    struct Fraction {
        var above: Decimal
        var below: Decimal
        var value: Decimal { above / below }
    }

    private var rest: Substring

    /// The value of an expression, or nil when it is none.
    static func value(_ text: some StringProtocol) -> Fraction? {
        var reckoner = TraceReckoner(rest: Substring(text.filter { $0 != " " }))
        let result = reckoner.sum()
        return reckoner.rest.isEmpty ? result : nil
    }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func sum() -> Fraction? {
        guard var result = product() else { return nil }
        while let sign = rest.first, sign == "+" || sign == "−" {
            rest.removeFirst()
            guard let next = product() else { return nil }
            let above = next.above * result.below * (sign == "+" ? 1 : -1)
            result = Fraction(above: result.above * next.below + above, below: result.below * next.below)
        }
        return result
    }

    private mutating func product() -> Fraction? {
        guard var result = factor() else { return nil }
        while let sign = rest.first, sign == "×" || sign == "÷" {
            rest.removeFirst()
            guard let next = factor() else { return nil }
            result =
                sign == "×"
                ? Fraction(above: result.above * next.above, below: result.below * next.below)
                : Fraction(above: result.above * next.below, below: result.below * next.above)
        }
        return result
    }

    private mutating func factor() -> Fraction? {
        if take("−") { return factor().map { Fraction(above: -$0.above, below: $0.below) } }
        var result: Fraction?
        if take("(") {
            result = sum()
            guard take(")") else { return nil }
        } else {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            result = Decimal(string: String(digits)).map { Fraction(above: $0, below: 1) }
        }
        if take("%") { result?.below *= 100 }
        return result
    }
}
