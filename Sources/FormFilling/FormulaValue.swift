import Foundation
import Spreadsheet

/// The value of a formula over the cells of its own sheet: what forms use, sums and quotients, roundings and conditions.
///
/// It serves to see whether the bureau's own formula gives the figure that was reckoned; what it does not know has no value.
struct FormulaValue {
    /// A number, a text or a condition.
    enum Value: Equatable {
        case number(Decimal)
        case text(String)
        case truth(Bool)
    }

    private struct Unknown: Error {}

    /// Brackets and signs within one another that are still reckoned: as many levels of functions as Excel takes. Each costs some frames of the
    /// stack, and a file may hold any number of them.
    static let deepest = 64
    /// The most UTF-16 units of a formula in the format.
    static let longest = 8192

    private let sheet: Sheet
    private var rest: Substring
    private var level = 0
    private var isTooDeep = false

    /// The value; nil for a formula with anything that is not known here, and for a division by zero.
    static func of(_ formula: String, in sheet: Sheet) -> Value? { result(of: formula, in: sheet).value }

    /// The value, as ``of(_:in:)`` has it, and whether the formula was given up because it is longer or deeper than Excel takes.
    static func result(of formula: String, in sheet: Sheet) -> (value: Value?, isTooDeep: Bool) {
        guard formula.utf16.count <= longest else { return (nil, true) }
        var reader = FormulaValue(sheet: sheet, rest: Substring(formula.filter { $0 != "$" }))
        guard let value = try? reader.comparison() else { return (nil, reader.isTooDeep) }
        reader.skipSpaces()
        return (reader.rest.isEmpty ? value : nil, false)
    }

    private init(sheet: Sheet, rest: Substring) {
        self.sheet = sheet
        self.rest = rest
    }

    // MARK: Reading

    private mutating func skipSpaces() { rest = rest.drop { $0.isWhitespace } }

    private mutating func take(_ text: String) -> Bool {
        skipSpaces()
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func comparison() throws -> Value {
        let left = try sum()
        for sign in ["<=", ">=", "<>", "<", ">", "="] where take(sign) {
            let right = try sum()
            if sign == "=" { return .truth(left == right) }
            if sign == "<>" { return .truth(left != right) }
            let (one, other) = (try number(left), try number(right))
            switch sign {
            case "<=": return .truth(one <= other)
            case ">=": return .truth(one >= other)
            case "<": return .truth(one < other)
            default: return .truth(one > other)
            }
        }
        return left
    }

    private mutating func sum() throws -> Value {
        var value = try product()
        while true {
            if take("+") {
                value = .number(try number(value) + number(product()))
            } else if take("-") {
                value = .number(try number(value) - number(product()))
            } else {
                return value
            }
        }
    }

    private mutating func product() throws -> Value {
        var value = try atom()
        while true {
            if take("*") {
                value = .number(try number(value) * number(atom()))
            } else if take("/") {
                let divisor = try number(atom())
                guard divisor != 0 else { throw Unknown() }
                value = .number(try number(value) / divisor)
            } else {
                return value
            }
        }
    }

    private mutating func atom() throws -> Value {
        level += 1
        defer { level -= 1 }
        guard level <= Self.deepest else {
            isTooDeep = true
            throw Unknown()
        }
        skipSpaces()
        if take("-") { return .number(-(try number(atom()))) }
        if take("(") {
            let value = try comparison()
            guard take(")") else { throw Unknown() }
            return value
        }
        if take("\"") {
            let text = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(text.count + 1)
            return .text(String(text))
        }
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
        guard !word.isEmpty else { throw Unknown() }
        rest = rest.dropFirst(word.count)
        if take("(") { return try function(word.uppercased()) }
        let scale: Decimal = take("%") ? 100 : 1
        if let number = Decimal(string: String(word), locale: Locale(identifier: "en_US_POSIX")),
            word.allSatisfy({ $0.isNumber || $0 == "." })
        {
            return .number(number / scale)
        }
        guard let place = CellReference(word) else { throw Unknown() }
        let value = try cell(place)
        return scale == 1 ? value : .number(try number(value) / scale)
    }

    private func number(_ value: Value) throws -> Decimal {
        guard case .number(let number) = value else { throw Unknown() }
        return number
    }

    private func cell(_ place: CellReference) throws -> Value {
        switch sheet[place]?.value {
        case .number(let number)?: .number(number)
        case .text(let text)?: .text(text)
        case nil, .empty?: .number(0)
        default: throw Unknown()
        }
    }

    // MARK: Functions

    /// The arguments up to the bracket; of a range each number that stands in it.
    private mutating func arguments() throws -> [[Value]] {
        var all: [[Value]] = []
        if take(")") { return all }
        repeat {
            all.append(try argument())
        } while take(",")
        guard take(")") else { throw Unknown() }
        return all
    }

    private mutating func argument() throws -> [Value] {
        skipSpaces()
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") }
        guard word.contains(":"), let range = CellRange(word) else { return [try comparison()] }
        rest = rest.dropFirst(word.count)
        // Texts and empty cells of a range do not count.
        return Self.cells(of: range, in: sheet).compactMap { place in
            if case .number(let number)? = sheet[place]?.value { .number(number) } else { nil }
        }
    }

    /// Those cells of a range that the sheet has, in reading order: whole columns hold more places than there is memory for.
    private static func cells(of range: CellRange, in sheet: Sheet) -> [CellReference] {
        guard range.rows.count * range.columns.count > sheet.cells.count else { return range.cells }
        return sheet.cells.keys.filter(range.contains).sorted()
    }

    private mutating func function(_ name: String) throws -> Value {
        let all = try arguments()
        func flat() throws -> [Decimal] { try all.flatMap { $0 }.map(number) }
        func one(_ index: Int) throws -> Value {
            guard all.indices.contains(index), let value = all[index].first else { throw Unknown() }
            return value
        }
        switch name {
        case "SUM": return .number(try flat().reduce(0, +))
        case "MIN": return .number(try flat().min() ?? 0)
        case "MAX": return .number(try flat().max() ?? 0)
        case "ABS": return .number(abs(try number(one(0))))
        case "ROUND":
            let places = NSDecimalNumber(decimal: try number(one(1))).intValue
            return .number(DecimalDigits.rounded(try number(one(0)), places: places))
        case "IF":
            guard case .truth(let holds) = try one(0) else { throw Unknown() }
            return holds ? try one(1) : (all.count > 2 ? try one(2) : .truth(false))
        default: throw Unknown()
        }
    }
}
