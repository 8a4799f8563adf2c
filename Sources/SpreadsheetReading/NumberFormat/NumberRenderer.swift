import Foundation

/// Renders a number through one section.
struct NumberRenderer {
    let section: NumberFormatSection

    private typealias Token = NumberFormatSection.Token

    func text(_ value: Decimal) -> String {
        let tokens = section.tokens
        if tokens.contains(.general) {
            return tokens.reduce(into: "") { result, token in
                if case .literal(let text) = token { result += text }
                if token == .general { result += NumberText.general(value) }
            }
        }
        let digits = tokens.indices.filter { if case .digit = tokens[$0] { true } else { false } }
        guard let first = digits.first, let last = digits.last else {
            // Literals alone: `"-"`, as accounting formats have for zero.
            return sign(value) + literals(tokens[...])
        }
        if tokens.contains(.slash), let fraction = fraction(value) { return fraction }
        var scaled = value
        for token in tokens where token == .percent { scaled *= 100 }
        // Commas after the last digit divide by a thousand each.
        var after = last + 1
        while after < tokens.count, tokens[after] == .thousands {
            scaled /= 1000
            after += 1
        }
        // So many percent signs that no number is left.
        guard !scaled.isNaN else { return NumberText.general(value) }
        if let exponent = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }) {
            return scientific(scaled, exponent: exponent)
        }
        let point = tokens.firstIndex(of: .point)
        let places = point.map { place in digits.filter { $0 > place } } ?? []
        let whole = digits.filter { point == nil || $0 < (point ?? 0) }
        let rounded = NumberText.rounded(abs(scaled), places: places.count)
        let parts = NumberText.fixed(rounded, places: places.count).split(
            separator: ".", omittingEmptySubsequences: false)
        var integer = Array(parts.first ?? "0")
        if integer == ["0"] { integer = [] }
        let grouped = tokens[first...last].contains(.thousands)
        let decimals = Array(parts.count > 1 ? parts[1] : "")
        var result = ""
        var written = 0
        for (index, token) in tokens.enumerated() {
            switch token {
            case .digit(let kind):
                if let order = whole.firstIndex(of: index) {
                    let left = whole.count - order
                    // The first placeholder takes every digit that has no placeholder of its own.
                    let due = order == 0 ? max(integer.count, left) : left
                    for position in stride(from: due, through: left, by: -1) {
                        let digit = position <= integer.count ? integer[integer.count - position] : nil
                        if let digit {
                            result.append(digit)
                            written += 1
                        } else if kind == "0" {
                            result.append("0")
                            written += 1
                        } else if kind == "?" {
                            result.append(" ")
                        }
                        if grouped, position > 1, (position - 1) % 3 == 0, written > 0 { result.append(",") }
                    }
                } else if let order = places.firstIndex(of: index) {
                    let isRest = decimals[order...].allSatisfy { $0 == "0" }
                    if kind == "0" || !isRest || places[order...].contains(where: { tokens[$0] == .digit("0") }) {
                        result.append(decimals[order])
                    } else if kind == "?" {
                        result.append(" ")
                    }
                }
            case .point:
                // Shown even when no digit follows, as Excel does.
                result.append(".")
            case .percent: result.append("%")
            case .literal(let text): result += text
            case .slash: result.append("/")
            default: break
            }
        }
        return (rounded == 0 ? "" : sign(value)) + result
    }

    private func sign(_ value: Decimal) -> String { value < 0 ? "-" : "" }

    private func literals(_ tokens: ArraySlice<NumberFormatSection.Token>) -> String {
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

    private func scientific(_ value: Decimal, exponent: Int) -> String {
        let tokens = section.tokens
        // A point after the E is none of the mantissa's.
        let point = tokens[..<exponent].firstIndex(of: .point)
        func count(_ range: Range<Int>) -> Int {
            tokens[range].count { if case .digit = $0 { true } else { false } }
        }
        let places = point.map { count(($0 + 1)..<exponent) } ?? 0
        var text = NumberText.scientific(
            value, places: places, leastPlaces: places, leastExponentDigits: count((exponent + 1)..<tokens.count))
        if tokens[exponent] == .exponent("-") { text = text.replacing("E+", with: "E") }
        return text
    }

    /// `# ?/?`: the nearest fraction whose denominator has as many digits as the format.
    private func fraction(_ value: Decimal) -> String? {
        guard let slash = section.tokens.firstIndex(of: .slash) else { return nil }
        let size = abs(value)
        let near = NumberText.rounded(size, places: 0)
        let whole = near > size ? near - 1 : near
        let hasWhole =
            section.tokens[..<slash].split(whereSeparator: { if case .digit = $0 { false } else { true } }).count > 1
        let part = hasWhole ? size - whole : size
        let width = section.tokens[slash...].count { if case .digit = $0 { true } else { false } }
        let limit = width >= 3 ? 999 : width == 2 ? 99 : 9
        var best = (top: 0, bottom: 1)
        var bestError = part
        for bottom in 1...limit {
            let top = NSDecimalNumber(decimal: NumberText.rounded(part * Decimal(bottom), places: 0)).intValue
            let error = abs(part - Decimal(top) / Decimal(bottom))
            if error < bestError {
                bestError = error
                best = (top, bottom)
            }
        }
        if best.top == best.bottom, hasWhole { return sign(value) + "\(whole + 1)" }
        if best.top == 0, hasWhole { return sign(value) + "\(whole)" }
        let lead = hasWhole && whole > 0 ? "\(whole) " : ""
        return sign(value) + lead + "\(best.top)/\(best.bottom)"
    }
}
