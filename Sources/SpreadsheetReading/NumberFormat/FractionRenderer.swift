import Foundation

/// `# ?/?`: the nearest fraction whose denominator has as many digits as the format; `# ?/8`: eighths.
struct FractionRenderer {
    private typealias Token = NumberFormatSection.Token

    private let section: NumberFormatSection
    /// Runs of placeholders: whole number (may be empty), numerator, denominator.
    private let whole: Range<Int>
    private let top: Range<Int>
    private let bottom: Range<Int>
    /// A denominator that the format says.
    private let fixed: Int?

    /// A renderer; nil where the tokens around the slash make no fraction.
    init?(_ section: NumberFormatSection, slash: Int) {
        self.section = section
        let tokens = section.tokens
        func run(before end: Int) -> Range<Int> {
            var start = end
            while start > 0, tokens[start - 1].isDigit { start -= 1 }
            return start..<end
        }
        top = run(before: slash)
        guard !top.isEmpty else { return nil }
        let last = tokens[..<top.lowerBound].lastIndex { $0.isDigit }
        whole = last.map { run(before: $0 + 1) } ?? 0..<0
        var end = slash + 1
        while end < tokens.count, tokens[end].isDigit { end += 1 }
        var digits = ""
        var next = slash + 1
        // A denominator that is said may have zeros, which look like placeholders: 100 is one that is said.
        while next < tokens.count {
            if case .literal(let text) = tokens[next], text.count == 1, text >= "1", text <= "9" {
                digits += text
            } else if tokens[next] == .digit("0"), !digits.isEmpty {
                digits += "0"
            } else {
                break
            }
            next += 1
        }
        fixed = Int(digits).flatMap { (1...99_999).contains($0) ? $0 : nil }
        bottom = (slash + 1)..<(fixed == nil ? end : next)
        guard !bottom.isEmpty else { return nil }
    }

    func text(_ value: Decimal) -> String {
        let size = abs(value)
        var count = Decimal(0)
        var rest = size
        if !whole.isEmpty {
            let near = NumberText.rounded(size, places: 0)
            count = near > size ? near - 1 : near
            rest = size - count
        }
        var (over, under) = fixed.map { (Self.whole(rest * Decimal($0)), $0) } ?? nearest(rest)
        if over == under, !whole.isEmpty {
            count += 1
            over = 0
        }
        let isBlank = over == 0 && !whole.isEmpty
        var result = value < 0 && (count != 0 || over != 0) ? "-" : ""
        for (index, token) in section.tokens.enumerated() {
            if index == whole.lowerBound, !whole.isEmpty {
                // Where nothing else is shown the zero is.
                let isNothing = count == 0 && !isBlank
                result += padded(isNothing ? "" : "\(count)", whole, isRight: true)
            } else if index == top.lowerBound {
                result += isBlank ? blank(top) : padded(String(over), top, isRight: true)
            } else if index == bottom.lowerBound {
                result += isBlank ? blank(bottom) : padded(String(under), bottom, isRight: false)
            } else if whole.contains(index) || top.contains(index) || bottom.contains(index) {
                continue
            } else if token == .slash {
                result += isBlank ? " " : "/"
            } else if case .literal(let text) = token {
                result += text
            }
        }
        return result
    }

    private static func whole(_ value: Decimal) -> Int {
        NSDecimalNumber(decimal: NumberText.rounded(value, places: 0)).intValue
    }

    private func blank(_ run: Range<Int>) -> String { String(repeating: " ", count: run.count) }

    /// Digits on their placeholders: `?` is a space where there is no digit, `0` a zero.
    private func padded(_ digits: String, _ run: Range<Int>, isRight: Bool) -> String {
        guard digits.count < run.count, fixed == nil || isRight else { return digits }
        let missing = run.count - digits.count
        if isRight {
            return run.prefix(missing).reduce(into: "") { result, index in
                if section.tokens[index] == .digit("0") { result += "0" }
                if section.tokens[index] == .digit("?") { result += " " }
            } + digits
        }
        if section.tokens[run.lowerBound] == .digit("0") { return String(repeating: "0", count: missing) + digits }
        let filler = section.tokens[run.lowerBound] == .digit("?") ? " " : ""
        return digits + String(repeating: filler, count: missing)
    }

    private func nearest(_ part: Decimal) -> (Int, Int) {
        let limit = bottom.count >= 3 ? 999 : bottom.count == 2 ? 99 : 9
        var best = (0, 1)
        var bestError = part
        for bottom in 1...limit {
            let top = Self.whole(part * Decimal(bottom))
            let error = abs(part - Decimal(top) / Decimal(bottom))
            // A hair's breadth is none: thirds have no end as decimals.
            if error + Decimal(sign: .plus, exponent: -15, significand: 1) < bestError {
                bestError = error
                best = (top, bottom)
            }
        }
        return best
    }
}
