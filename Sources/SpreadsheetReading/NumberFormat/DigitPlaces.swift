import Foundation

/// The placeholders of digits in some tokens, and what else stands among them.
struct DigitPlaces {
    private typealias Token = NumberFormatSection.Token

    private let tokens: ArraySlice<NumberFormatSection.Token>
    /// Placeholders before the point, by their index.
    let whole: [Int]
    /// Placeholders after it.
    let decimals: [Int]
    /// How many thousands the number is divided by: commas right after its last digit, before the point or after the decimals.
    let scale: Int
    private let point: Int?
    private let isGrouped: Bool

    init(_ tokens: ArraySlice<NumberFormatSection.Token>) {
        self.tokens = tokens
        let point = tokens.firstIndex(of: .point)
        self.point = point
        let digits = tokens.indices.filter { tokens[$0].isDigit }
        whole = digits.filter { point == nil || $0 < (point ?? 0) }
        decimals = digits.filter { point != nil && $0 > (point ?? 0) }
        var scale = 0
        for last in [whole.last, decimals.last].compactMap({ $0 }) {
            var next = last + 1
            while next < tokens.endIndex, tokens[next] == .thousands {
                scale += 1
                next += 1
            }
        }
        self.scale = scale
        isGrouped =
            if let first = whole.first, let last = whole.last { tokens[first...last].contains(.thousands) } else {
                false
            }
    }

    /// Whether there is any placeholder.
    var hasDigits: Bool { !whole.isEmpty || !decimals.isEmpty }

    /// The text of a number that is not negative and rounded to the decimals.
    func text(_ number: Decimal, numerals: ChineseNumerals?) -> String {
        let parts = NumberText.fixed(number, places: decimals.count).split(
            separator: ".", omittingEmptySubsequences: false)
        var integer = Array(parts.first ?? "0")
        if integer == ["0"] { integer = [] }
        let fraction = Array(parts.count > 1 ? parts[1] : "")
        var result = ""
        var written = 0
        var order = 0
        func put(_ digits: String) { result += numerals?.replaced(digits) ?? digits }
        for index in tokens.indices {
            switch tokens[index] {
            case .digit(let kind) where index < (point ?? tokens.endIndex):
                let left = whole.count - order
                // The first placeholder takes every digit that has no placeholder of its own.
                let due = order == 0 ? max(integer.count, left) : left
                order += 1
                for position in stride(from: due, through: left, by: -1) {
                    if position <= integer.count || kind == "0" {
                        put(position <= integer.count ? String(integer[integer.count - position]) : "0")
                        written += 1
                    } else if kind == "?" {
                        result.append(" ")
                    }
                    if isGrouped, position > 1, (position - 1) % 3 == 0, written > 0 { result.append(",") }
                }
            case .digit(let kind):
                let place = order - whole.count
                order += 1
                let isRest = fraction[place...].allSatisfy { $0 == "0" }
                if kind == "0" || !isRest || decimals[place...].contains(where: { tokens[$0] == .digit("0") }) {
                    put(String(fraction[place]))
                } else if kind == "?" {
                    result.append(" ")
                }
            // The point is shown even when no digit follows, as Excel does.
            case .point: result.append(".")
            case .percent: result.append("%")
            case .literal(let text): result += text
            case .slash: result.append("/")
            default: break
            }
        }
        return result
    }
}
