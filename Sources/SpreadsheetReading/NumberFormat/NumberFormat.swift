import Foundation
import Spreadsheet

/// A format code: what a person sees of a value.
///
/// Follows the format's description in ECMA-376 part 1, 18.8.30–31: up to four sections, conditions, literals, digits, dates, and what a Chinese
/// edition makes of those that leave it to the system. Colours and padding to the cell's width are left out, since text alone is asked for.
public struct NumberFormat: Sendable {
    /// The sections for numbers, in their order; empty where a number is shown without a format.
    private let numeric: [NumberFormatSection]
    /// The section for texts; nil where a text is shown as it is.
    private let textual: NumberFormatSection?
    private let hasConditions: Bool

    /// UTF-16 units of the longest code that a workbook can hold. One beyond that is none, or each cell would cost its length again.
    private static let longestCode = 255

    /// A format by its code.
    public init(_ code: String) {
        let isGeneral =
            code.isEmpty || code.utf16.count > Self.longestCode
            || NumberFormatParser.generals.contains(code.lowercased())
        let sections = isGeneral ? [] : NumberFormatParser.sections(of: code)
        // The fourth section is that of texts, whatever it says; before it, one that names the text.
        textual = sections.count > 3 ? sections[3] : sections.first(where: \.isText)
        numeric = sections.prefix(3).filter { !$0.isText }
        hasConditions = numeric.contains { $0.condition != nil }
    }

    /// Which parts of a date the format shows; nil when it shows none, or a span of time (`[h]`), which is no time of day.
    var dateKind: (day: Bool, time: Bool)? {
        guard let section = numeric.first, section.isDate, !section.isElapsed else { return nil }
        return (section.showsDay, section.showsTime)
    }

    /// Whether the format shows a span of time (`[h]`).
    var isDuration: Bool { numeric.first?.isElapsed ?? false }

    /// The text of a number.
    ///
    /// - Parameters:
    ///   - uses1904: Dates count from 1904.
    ///   - isNarrow: A number without a format of its own is shown in the eleven characters that a cell gives it, and not with all its digits.
    package func shown(_ value: Decimal, uses1904: Bool, isNarrow: Bool = false) -> String {
        let general = isNarrow ? NumberText.narrow : NumberText.general
        guard let (section, dropsSign) = section(for: value) else { return general(value) }
        if section.isDate {
            return DateRenderer(section: section).text(value, uses1904: uses1904) ?? general(value)
        }
        return NumberRenderer(section: section, general: general).text(dropsSign ? abs(value) : value)
    }

    /// The text of a text.
    package func shown(text: String) -> String {
        guard let textual else { return text }
        return textual.tokens.reduce(into: "") { result, token in
            switch token {
            case .literal(let literal): result += literal
            case .text: result += text
            default: break
            }
        }
    }

    /// The section of a number, and whether its sign is said by the section and not by the number.
    private func section(for value: Decimal) -> (NumberFormatSection, Bool)? {
        guard let first = numeric.first else { return nil }
        if hasConditions {
            let chosen = numeric.first { $0.condition?.holds(value) ?? true } ?? numeric[numeric.count - 1]
            return (chosen, chosen.condition != nil && value < 0 && first.condition != chosen.condition)
        }
        if numeric.count > 1, value < 0 { return (numeric[1], true) }
        if numeric.count > 2, value == 0 { return (numeric[2], false) }
        return (first, false)
    }
}
