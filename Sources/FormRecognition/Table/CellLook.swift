import Assessment
import Spreadsheet

/// What a cell looks like to someone who seeks the heading of a table.
enum CellLook {
    /// Nothing.
    case blank
    /// A few words, as headings have.
    case label
    /// A sentence.
    case long
    /// A number, a date or a code.
    case value
    /// A year, which may be a heading too.
    case year
    /// A label with its value, such as 单位：元, or a unit alone: stands above tables.
    case statement

    init(_ cell: Cell?) {
        guard let cell else {
            self = .blank
            return
        }
        switch cell.value {
        case .empty: self = .blank
        case .number(let number):
            self = number >= 1900 && number <= 2200 && cell.shown.count == 4 ? .year : .value
        case .date, .boolean, .error: self = .value
        case .text(let text): self.init(text)
        }
    }

    private init(_ text: String) {
        let plain = TextNormalizer.narrowed(text)
        if plain.isEmpty {
            self = .blank
        } else if TidyNumber(plain) != nil || TidyDate.cell(plain, isExpected: false) != nil {
            let isYear = plain.count == 4 && (Int(plain).map { (1900...2200).contains($0) } ?? false)
            self = isYear ? .year : .value
        } else if plain.utf8.allSatisfy({ $0 < 0x80 && !(0x61...0x7A).contains($0 | 0x20) }) {
            // Dashes, and codes such as 2130101-01.
            self = .value
        } else if MoneyUnit(rawValue: plain) != nil {
            self = .statement
        } else if let colon = plain.firstIndex(of: ":"), !plain.hasPrefix("其中"),
            plain.index(after: colon) != plain.endIndex
        {
            self = MoneyUnit.bracketed(in: plain) == nil ? .statement : .label
        } else {
            self = plain.count > 24 ? .long : .label
        }
    }
}
