import Foundation

/// Renders a number through one section.
struct NumberRenderer {
    let section: NumberFormatSection
    /// How a number looks that has no format.
    let general: (Decimal) -> String

    private typealias Token = NumberFormatSection.Token

    func text(_ value: Decimal) -> String {
        let tokens = section.tokens
        if section.isGeneral { return generally(value) }
        let places = DigitPlaces(tokens[...])
        guard places.hasDigits else {
            // `[DBNum1]` alone is that of General. Otherwise literals alone: `"-"`, as accounting formats have for zero.
            return tokens.isEmpty && section.numerals != nil ? generally(value) : sign(value) + literals(tokens[...])
        }
        if let slash = tokens.firstIndex(of: .slash), let fraction = FractionRenderer(section, slash: slash) {
            return fraction.text(value)
        }
        var scaled = value
        for token in tokens where token == .percent { scaled *= 100 }
        for _ in 0..<places.scale { scaled /= 1000 }
        // So many percent signs that no number is left.
        guard !scaled.isNaN else { return general(value) }
        if let exponent = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }) {
            return scientific(scaled, exponent: exponent)
        }
        let rounded = NumberText.rounded(abs(scaled), places: places.decimals.count)
        return (rounded == 0 ? "" : sign(value)) + places.text(rounded, numerals: section.numerals)
    }

    private func sign(_ value: Decimal) -> String { value < 0 ? "-" : "" }

    private func generally(_ value: Decimal) -> String {
        // In words a number has all its digits: they are not held to the width of a cell.
        let number =
            section.numerals.map { $0.words(NumberText.general(abs(value))) } ?? general(abs(value))
        guard section.isGeneral else { return sign(value) + number }
        return section.tokens.reduce(into: sign(value)) { result, token in
            if case .literal(let text) = token { result += text }
            if token == .general { result += number }
        }
    }

    private func literals(_ tokens: ArraySlice<Token>) -> String {
        tokens.reduce(into: "") { result, token in
            switch token {
            case .literal(let text): result += text
            case .percent: result += "%"
            case .slash: result += "/"
            case .point: result += "."
            default: break
            }
        }
    }

    /// `0.0###E-0`, and `##0.0E+0` whose powers are those of a thousand.
    private func scientific(_ value: Decimal, exponent: Int) -> String {
        let tokens = section.tokens
        let mantissa = DigitPlaces(tokens[..<exponent])
        let step = max(1, mantissa.whole.count)
        var power = 0
        var number = abs(value)
        // As many digits before the point as there are placeholders.
        while number >= 10 {
            number /= 10
            power += 1
        }
        while number != 0, number < 1 {
            number *= 10
            power -= 1
        }
        func shifted() -> (Decimal, Int) {
            let extra = ((power % step) + step) % step
            let shifted = (0..<extra).reduce(number) { number, _ in number * 10 }
            return (NumberText.rounded(shifted, places: mantissa.decimals.count), power - extra)
        }
        var (shown, shownPower) = shifted()
        if shown >= (0..<step).reduce(Decimal(1), { limit, _ in limit * 10 }) {
            // 9.99 became 10.0.
            number = 1
            power = shownPower + step
            (shown, shownPower) = shifted()
        }
        let isPlus = tokens[exponent] == .exponent("+")
        let mark = shownPower < 0 ? "E-" : isPlus ? "E+" : "E"
        let powers = DigitPlaces(tokens[(exponent + 1)...])
        return (shown == 0 ? "" : sign(value)) + mantissa.text(shown, numerals: section.numerals) + mark
            + powers.text(Decimal(abs(shownPower)), numerals: section.numerals)
    }
}
