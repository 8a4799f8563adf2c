import Foundation

/// One section of a format code.
struct NumberFormatSection: Sendable {
    /// `[>=100]`.
    struct Condition: Sendable, Hashable {
        var operation: String
        var limit: Decimal

        func holds(_ value: Decimal) -> Bool {
            switch operation {
            case "<": value < limit
            case "<=": value <= limit
            case ">": value > limit
            case ">=": value >= limit
            case "<>": value != limit
            default: value == limit
            }
        }
    }

    enum Token: Hashable, Sendable {
        case literal(String)
        /// `0`, `#` or `?`.
        case digit(Character)
        case point
        case thousands
        case percent
        /// `E+` or `E-`.
        case exponent(Character)
        case slash
        /// A run of one date letter, lower case; `M` is a month, `m` a minute.
        case date(Character, Int)
        /// `.00` after seconds: so many digits of their fraction.
        case fraction(Int)
        /// `[h]`, `[m]`, `[s]`.
        case elapsed(Character, Int)
        /// `AM/PM`, `A/P` or 上午/下午.
        case half(String, String)
        case general
        case text

        var isDigit: Bool { if case .digit = self { true } else { false } }

        /// Whether the token is a part of a date or a time.
        var isDate: Bool {
            switch self {
            case .date, .elapsed, .half: true
            default: false
            }
        }
    }

    var tokens: [Token] = []
    var condition: Condition?
    /// `[DBNum1]` to `[DBNum3]`.
    var numerals: ChineseNumerals?
    /// The language of names of months and days, by `[$-804]`.
    var language = FormatLanguage.english

    private(set) var isDate = false
    private(set) var isElapsed = false
    private(set) var isText = false
    private(set) var isGeneral = false
    private(set) var showsDay = false
    private(set) var showsTime = false

    /// What the tokens are together, once all are there.
    mutating func settle() {
        (isDate, isElapsed, isText, isGeneral, showsDay, showsTime) = (false, false, false, false, false, false)
        for token in tokens {
            switch token {
            case .date(let letter, _):
                isDate = true
                if "hsm".contains(letter) { showsTime = true } else { showsDay = true }
            case .elapsed:
                (isDate, isElapsed, showsTime) = (true, true, true)
            case .half: (isDate, showsTime) = (true, true)
            case .text: isText = true
            case .general: isGeneral = true
            default: break
            }
        }
    }
}
