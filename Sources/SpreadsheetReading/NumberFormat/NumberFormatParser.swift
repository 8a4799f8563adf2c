import Foundation

/// Splits a format code into sections and tokens.
struct NumberFormatParser {
    private var rest: Substring
    private var section = NumberFormatSection()
    private var sections: [NumberFormatSection] = []
    /// The section takes the system's own form of a date or a time.
    private var system: FormatLanguage.Locale?
    /// The section names a language that has no digits of its own here.
    private var isForeign = false

    static func sections(of code: String) -> [NumberFormatSection] {
        var parser = NumberFormatParser(rest: Substring(code))
        parser.run()
        return parser.sections
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func run() {
        while let character = rest.first {
            // Only as much as a name can take: a code can be very long.
            let ahead = rest.prefix(Self.longestName).lowercased()
            if let marks = Self.halves.first(where: { ahead.hasPrefix($0.joined(separator: "/").lowercased()) }) {
                rest = rest.dropFirst(marks[0].count + marks[1].count + 1)
                section.tokens.append(.half(marks[0], marks[1]))
                continue
            }
            if let name = Self.generals.first(where: { ahead.hasPrefix($0) }) {
                rest = rest.dropFirst(name.count)
                section.tokens.append(.general)
                continue
            }
            rest = rest.dropFirst()
            step(character)
        }
        finishSection()
    }

    private mutating func finishSection() {
        switch system {
        case .systemDate: section.tokens = Self.systemDate
        case .systemTime: section.tokens = Self.systemTime
        default: break
        }
        if isForeign { section.numerals = nil }
        section.numerals?.isTraditional = section.language == .traditional
        section.settle()
        Self.settleDate(&section)
        section.settle()
        sections.append(section)
        section = NumberFormatSection()
        (system, isForeign) = (nil, false)
    }

    /// What a Chinese Windows calls its long date and its time.
    private static let systemDate: [NumberFormatSection.Token] = [
        .date("y", 4), .literal("年"), .date("M", 1), .literal("月"), .date("d", 1), .literal("日"),
    ]
    private static let systemTime: [NumberFormatSection.Token] = [
        .date("h", 1), .literal(":"), .date("m", 2), .literal(":"), .date("s", 2),
    ]

    /// The format that is none, in lower case; the second as Chinese editions call it on the screen and some tools write it. Its G is no era.
    static let generals = ["general", "g/通用格式"]
    private static let longestName = 8
    private static let halves = [["AM", "PM"], ["A", "P"], ["上午", "下午"]]

    private mutating func step(_ character: Character) {
        switch character {
        case ";": finishSection()
        case "\"":
            section.tokens.append(.literal(String(rest.prefix { $0 != "\"" })))
            rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "!":
            if let next = rest.popFirst() { section.tokens.append(.literal(String(next))) }
        case "_":
            // Room as wide as the next letter.
            if rest.popFirst() != nil { section.tokens.append(.literal(" ")) }
        case "*":
            // The next letter fills the cell: none of it in text.
            rest = rest.dropFirst()
        case "[":
            bracket(String(rest.prefix { $0 != "]" }))
            rest = rest.drop { $0 != "]" }.dropFirst()
        case "0", "#", "?": section.tokens.append(.digit(character))
        case ".": section.tokens.append(.point)
        case ",": section.tokens.append(.thousands)
        case "%": section.tokens.append(.percent)
        case "/": section.tokens.append(.slash)
        case "@": section.tokens.append(.text)
        case "E", "e":
            // Only after digits: the e of e-m-d is the year.
            if let sign = rest.first, sign == "+" || sign == "-", section.tokens.contains(where: \.isDigit) {
                rest = rest.dropFirst()
                section.tokens.append(.exponent(sign))
            } else {
                date(character)
            }
        case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "a", "A", "g", "G", "b", "B", "n", "N": date(character)
        default: section.tokens.append(.literal(String(character)))
        }
    }

    private mutating func date(_ letter: Character) {
        let lower = Character(letter.lowercased())
        let run = rest.prefix { Character($0.lowercased()) == lower }.count
        rest = rest.dropFirst(run)
        section.tokens.append(.date(lower, run + 1))
    }

    private mutating func bracket(_ content: String) {
        let lower = content.lowercased()
        if let letter = lower.first, "hms".contains(letter), lower.allSatisfy({ $0 == letter }) {
            section.tokens.append(.elapsed(letter, lower.count))
        } else if content.hasPrefix("$") {
            // A currency sign and a locale: [$¥-804].
            let sign = content.dropFirst().prefix { $0 != "-" }
            if !sign.isEmpty { section.tokens.append(.literal(String(sign))) }
            locale(content.dropFirst(sign.count + 2))
        } else if lower.hasPrefix("dbnum"), let number = Int(lower.dropFirst(5)),
            let kind = ChineseNumerals.Kind(rawValue: number)
        {
            section.numerals = ChineseNumerals(kind: kind)
        } else if let first = content.first, "<>=".contains(first) {
            let operation = content.prefix { "<>=".contains($0) }
            if let limit = NumberText.decimal(content.dropFirst(operation.count).trimmingCharacters(in: .whitespaces)) {
                section.condition = NumberFormatSection.Condition(operation: String(operation), limit: limit)
            }
        }
    }

    private mutating func locale(_ name: Substring) {
        guard !name.isEmpty else { return }
        switch FormatLanguage.locale(name) {
        case .language(let language): section.language = language
        case .some(let form): system = form
        case nil: isForeign = true
        }
    }

    /// Tells months from minutes: `m` after an hour or before a second is a minute. A month becomes `M`. Zeros behind the point of a second are its fraction.
    private static func settleDate(_ section: inout NumberFormatSection) {
        guard section.isDate else { return }
        func time(_ token: NumberFormatSection.Token?, _ letter: Character) -> Bool {
            switch token {
            case .date(letter, _), .elapsed(letter, _): true
            default: false
            }
        }
        let places = section.tokens.indices.filter {
            switch section.tokens[$0] {
            case .date, .elapsed: true
            default: false
            }
        }
        for (order, place) in places.enumerated() {
            guard case .date("m", let count) = section.tokens[place] else { continue }
            let before = order > 0 ? section.tokens[places[order - 1]] : nil
            let after = order + 1 < places.count ? section.tokens[places[order + 1]] : nil
            if count > 2 || !(time(before, "h") || time(after, "s")) { section.tokens[place] = .date("M", count) }
        }
        var tokens: [NumberFormatSection.Token] = []
        for token in section.tokens {
            switch token {
            case .digit("0") where tokens.last == .point && time(tokens.dropLast().last, "s"):
                tokens[tokens.count - 1] = .fraction(1)
            case .digit("0"):
                if case .fraction(let count) = tokens.last {
                    tokens[tokens.count - 1] = .fraction(count + 1)
                } else {
                    tokens.append(token)
                }
            case .half("AM", "PM"):
                let halves = section.language.halves
                tokens.append(.half(halves.morning, halves.evening))
            default: tokens.append(token)
            }
        }
        section.tokens = tokens
    }
}
