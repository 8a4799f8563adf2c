import Foundation

/// A format code: what a person sees of a value.
///
/// Follows the format's description in ECMA-376 part 1, 18.8.30–31: up to four sections, conditions, literals, digits, dates.
/// Colours, padding to the cell's width and the shapes of digits are left out, since text alone is asked for.
public struct NumberFormat: Sendable {
    private let sections: [NumberFormatSection]
    private let isGeneral: Bool

    /// UTF-16 units of the longest code that a workbook can hold. One beyond that is none, or each cell would cost its length again.
    private static let longestCode = 255

    /// A format by its code.
    public init(_ code: String) {
        isGeneral =
            code.isEmpty || code.utf16.count > Self.longestCode
            || NumberFormatParser.generals.contains(code.lowercased())
        sections = isGeneral ? [] : NumberFormatParser.sections(of: code)
    }

    /// Which parts of a date the format shows; nil when it shows none, or a span of time (`[h]`), which is no time of day.
    var dateKind: (day: Bool, time: Bool)? {
        guard let section = sections.first, section.isDate, !section.isElapsed else { return nil }
        return (section.showsDay, section.showsTime)
    }

    /// Whether the format shows a span of time (`[h]`).
    var isDuration: Bool { sections.first?.isElapsed ?? false }

    /// The text of a number.
    package func shown(_ value: Decimal, uses1904: Bool) -> String {
        guard let (section, dropsSign) = section(for: value) else { return NumberText.general(value) }
        if section.isDate {
            return DateRenderer(section: section).text(value, uses1904: uses1904) ?? NumberText.general(value)
        }
        return NumberRenderer(section: section).text(dropsSign ? abs(value) : value)
    }

    /// The text of a text.
    package func shown(text: String) -> String {
        guard let section = sections.first(where: \.isText), section.tokens.contains(.text) else { return text }
        return section.tokens.reduce(into: "") { result, token in
            switch token {
            case .literal(let literal): result += literal
            case .text: result += text
            default: break
            }
        }
    }

    /// The section of a number, and whether its sign is said by the section and not by the number.
    private func section(for value: Decimal) -> (NumberFormatSection, Bool)? {
        let numeric = sections.filter { !$0.isText }
        guard let first = numeric.first else { return nil }
        if numeric.contains(where: { $0.condition != nil }) {
            let chosen = numeric.first { $0.condition?.holds(value) ?? true } ?? numeric[numeric.count - 1]
            return (chosen, chosen.condition != nil && value < 0 && numeric.first?.condition != chosen.condition)
        }
        if numeric.count > 1, value < 0 { return (numeric[1], true) }
        if numeric.count > 2, value == 0 { return (numeric[2], false) }
        return (first, false)
    }
}

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
        /// A run of one date letter, lower case.
        case date(Character, Int)
        /// `[h]`, `[m]`, `[s]`.
        case elapsed(Character, Int)
        /// `AM/PM`, `A/P` or 上午/下午.
        case half(String, String)
        case general
        case text
    }

    var tokens: [Token] = []
    var condition: Condition?

    var isDate: Bool {
        tokens.contains {
            switch $0 {
            case .date, .elapsed, .half: true
            default: false
            }
        }
    }
    var isElapsed: Bool { tokens.contains { if case .elapsed = $0 { true } else { false } } }
    var isText: Bool { tokens.contains(.text) }
    var showsDay: Bool {
        tokens.contains {
            if case .date(let letter, _) = $0 { "ydagebn".contains(letter) || letter == "M" } else { false }
        }
    }
    var showsTime: Bool {
        tokens.contains {
            switch $0 {
            case .date(let letter, _): "hsm".contains(letter)
            case .elapsed, .half: true
            default: false
            }
        }
    }
}
