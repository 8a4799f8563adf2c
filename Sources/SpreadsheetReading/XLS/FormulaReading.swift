import Foundation
import Spreadsheet

/// One formula on its way from tokens to text: operands are kept until the operation that joins them comes.
struct FormulaReading {
    private let formulas: FormulaText
    private let bytes: RecordBytes
    private let end: Int
    private let row: Int
    private let column: Int
    private var place = 0
    /// Where the contents of arrays stand, behind the tokens.
    private var behind: Int
    private var operands: [String] = []
    private var work = 0

    private var isOld: Bool { formulas.isOld }

    init(_ formulas: FormulaText, _ bytes: RecordBytes, length: Int, row: Int, column: Int) {
        self.formulas = formulas
        self.bytes = bytes
        end = min(length, bytes.count)
        behind = end
        self.row = row
        self.column = column
    }

    private static let operations: [Int: String] = [
        0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^", 0x08: "&", 0x09: "<", 0x0A: "<=", 0x0B: "=",
        0x0C: ">=", 0x0D: ">", 0x0E: "<>", 0x0F: " ", 0x10: ",", 0x11: ":",
    ]

    mutating func run() -> String? {
        while place < end {
            let token = bytes.byte(place)
            place += 1
            guard take(token), work < FormulaText.mostWork else { return nil }
        }
        return operands.count == 1 ? operands[0] : nil
    }

    private mutating func push(_ text: String) -> Bool {
        operands.append(text)
        work += text.utf8.count
        return true
    }

    private mutating func take(_ token: Int) -> Bool {
        if token < 0x20 { return takePlain(token) }
        // Operands come in three classes, which the text does not tell apart.
        let kind = token & 0x1F | 0x20
        switch kind {
        case 0x20: return array()
        case 0x21:
            let number = next(2)
            guard let function = FormulaFunctions.fixed(number) else { return false }
            return call(function.name, function.count)
        case 0x22:
            let count = next(1) & 0x7F
            let number = next(2)
            if number & 0x7FFF == 0xFF { return callNamed(count) }
            guard number & 0x8000 == 0, let name = FormulaFunctions.name(number) else { return false }
            return call(name, count)
        case 0x23:
            let number = next(isOld ? 2 : 4) & 0xFFFF
            if isOld { place += 12 }
            return formulas.links.name(number).map { push($0) } ?? false
        case 0x24, 0x2C: return push(cell(isOffset: kind == 0x2C))
        case 0x25, 0x2D: return push(area(isOffset: kind == 0x2D))
        case 0x26, 0x27, 0x28:
            // Only what was found of a reference that follows as tokens.
            place += 6
            if kind == 0x26 { skipAreas() }
            return true
        case 0x29:
            place += 2
            return true
        case 0x2A:
            place += isOld ? 3 : 4
            return push("#REF!")
        case 0x2B:
            place += isOld ? 6 : 8
            return push("#REF!")
        case 0x39:
            guard !isOld else { return false }
            let link = next(2)
            let number = next(4) & 0xFFFF
            return formulas.links.addedName(link, number).map { push($0) } ?? false
        case 0x3A: return sheet().map { push($0 + cell(isOffset: false)) } ?? false
        case 0x3B: return sheet().map { push($0 + area(isOffset: false)) } ?? false
        case 0x3C:
            return sheet().map { _ in
                place += isOld ? 3 : 4; return push("#REF!")
            } ?? false
        case 0x3D:
            return sheet().map { _ in
                place += isOld ? 6 : 8; return push("#REF!")
            } ?? false
        default: return false
        }
    }

    private mutating func takePlain(_ token: Int) -> Bool {
        if let operation = Self.operations[token] {
            guard let right = operands.popLast(), var left = operands.popLast() else { return false }
            work += right.utf8.count
            left += operation
            left += right
            operands.append(left)
            return true
        }
        switch token {
        case 0x12, 0x13:
            guard let operand = operands.popLast() else { return false }
            return push((token == 0x12 ? "+" : "-") + operand)
        case 0x14: return append("%")
        case 0x15:
            guard let operand = operands.popLast() else { return false }
            return push("(" + operand + ")")
        case 0x16: return push("")
        case 0x17: return string()
        case 0x19: return attribute()
        case 0x1C: return push(ErrorValue.text(next(1)))
        case 0x1D: return push(next(1) == 0 ? "FALSE" : "TRUE")
        case 0x1E: return push(String(next(2)))
        case 0x1F:
            let value = bytes.double(place)
            place += 8
            return push(Self.number(value))
        default: return false
        }
    }

    private mutating func append(_ text: String) -> Bool {
        guard !operands.isEmpty else { return false }
        operands[operands.count - 1] += text
        return true
    }

    private mutating func next(_ count: Int) -> Int {
        defer { place += count }
        return count == 1 ? bytes.byte(place) : count == 2 ? bytes.half(place) : bytes.word(place)
    }

    /// Hints for reckoning and for how the formula is laid out; SUM of one operand has a shape of its own.
    private mutating func attribute() -> Bool {
        let kind = next(1)
        let data = next(2)
        if kind & 0x04 != 0 { place += (data + 1) * 2 }
        if kind & 0x10 != 0 { return call("SUM", 1) }
        return true
    }

    private mutating func string() -> Bool {
        let count = next(1)
        let text: String
        if isOld {
            text = formulas.pages.text(bytes.part(place, count))
            place += count
        } else {
            text = XLSStyles.text(bytes.part(place), count)
            place += 1 + (bytes.byte(place) & 1 != 0 ? count * 2 : count)
        }
        return push("\"" + text.replacing("\"", with: "\"\"") + "\"")
    }

    private static func number(_ value: Double) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DoubleText.room) { buffer in
            guard let start = buffer.baseAddress else { return "0" }
            let count = DoubleText.write(value, to: start)
            return count == 0
                ? "#NUM!"
                : String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self).uppercased()
        }
    }

    // MARK: Functions

    private mutating func call(_ name: String, _ count: Int) -> Bool {
        guard operands.count >= count else { return false }
        let arguments = operands.suffix(count).joined(separator: ",")
        operands.removeLast(count)
        return push(name + "(" + arguments + ")")
    }

    /// A function of a name: the first operand.
    private mutating func callNamed(_ count: Int) -> Bool {
        guard count >= 1, operands.count >= count else { return false }
        let name = operands.remove(at: operands.count - count)
        return call(FormulaFunctions.known(name), count - 1)
    }

    // MARK: References

    /// A row and a column, of which each may be relative.
    private func reference(_ row: Int, _ column: Int, _ flags: Int, isOffset: Bool) -> String {
        let (isRowRelative, isColumnRelative) = (flags & 0x8000 != 0, flags & 0x4000 != 0)
        return part(column, isColumnRelative) + part(row: row, isRowRelative)
    }

    private func part(_ column: Int, _ isRelative: Bool) -> String {
        (isRelative ? "" : "$") + CellReference.letters(ofColumn: column)
    }

    private func part(row: Int, _ isRelative: Bool) -> String { (isRelative ? "" : "$") + String(row + 1) }

    /// Places of shared formulas count from the cell, around the edges of the sheet.
    private func moved(_ row: Int, _ column: Int, _ flags: Int, isOffset: Bool) -> (row: Int, column: Int) {
        guard isOffset else { return (row, column) }
        let rows = isOld ? 0x3FFF : 0xFFFF
        return (
            flags & 0x8000 != 0 ? (row + self.row) & rows : row,
            flags & 0x4000 != 0 ? (column + self.column) & 0xFF : column
        )
    }

    private mutating func cell(isOffset: Bool) -> String {
        let first = next(2)
        let second = isOld ? next(1) : next(2)
        let flags = isOld ? first : second
        let place = moved(isOld ? first & 0x3FFF : first, second & 0xFF, flags, isOffset: isOffset)
        return reference(place.row, place.column, flags, isOffset: isOffset)
    }

    private mutating func area(isOffset: Bool) -> String {
        let rows = (next(2), next(2))
        let columns = isOld ? (next(1), next(1)) : (next(2), next(2))
        let flags = isOld ? rows : columns
        let mask = isOld ? 0x3FFF : 0xFFFF
        let first = moved(rows.0 & mask, columns.0 & 0xFF, flags.0, isOffset: isOffset)
        let last = moved(rows.1 & mask, columns.1 & 0xFF, flags.1, isOffset: isOffset)
        // A whole column or row of the older, smaller sheet is one of the larger.
        if first.row == 0, last.row == mask {
            return part(first.column, flags.0 & 0x4000 != 0) + ":" + part(last.column, flags.1 & 0x4000 != 0)
        }
        if first.column == 0, last.column == 0xFF {
            return part(row: first.row, flags.0 & 0x8000 != 0) + ":" + part(row: last.row, flags.1 & 0x8000 != 0)
        }
        return reference(first.row, first.column, flags.0, isOffset: isOffset) + ":"
            + reference(last.row, last.column, flags.1, isOffset: isOffset)
    }

    /// The sheet before a reference; nil when it leads out of the workbook.
    private mutating func sheet() -> String? {
        guard isOld else {
            return formulas.links.reach(next(2)).flatMap { formulas.sheetName(first: $0.first, last: $0.last) }
        }
        let link = next(2)
        place += 8
        let first = next(2)
        let last = next(2)
        return link & 0x8000 != 0 ? formulas.sheetName(first: first, last: last) : nil
    }

    private mutating func skipAreas() { behind += 2 + bytes.half(behind) * (isOld ? 6 : 8) }

    // MARK: Arrays

    /// `{1,2;3,4}`, whose contents stand behind the tokens.
    private mutating func array() -> Bool {
        place += 7
        var columns = bytes.byte(behind)
        var rows = bytes.half(behind + 1)
        if isOld { if columns == 0 { columns = 256 } } else { (columns, rows) = (columns + 1, rows + 1) }
        behind += 3
        guard columns * rows <= 1 << 13 else { return false }
        var lines: [String] = []
        for _ in 0..<rows {
            var line: [String] = []
            for _ in 0..<columns {
                guard behind < bytes.count, let value = constant() else { return false }
                line.append(value)
            }
            lines.append(line.joined(separator: ","))
        }
        return push("{" + lines.joined(separator: ";") + "}")
    }

    private mutating func constant() -> String? {
        let kind = bytes.byte(behind)
        let start = behind + 1
        behind += 9
        switch kind {
        case 0: return ""
        case 1: return Self.number(bytes.double(start))
        case 4: return bytes.byte(start) == 0 ? "FALSE" : "TRUE"
        case 16: return ErrorValue.text(bytes.byte(start))
        case 2:
            let text: String
            if isOld {
                let count = bytes.byte(start)
                text = formulas.pages.text(bytes.part(start + 1, count))
                behind = start + 1 + count
            } else {
                let count = bytes.half(start)
                text = XLSStyles.text(bytes.part(start + 2), count)
                behind = start + 3 + (bytes.byte(start + 2) & 1 != 0 ? count * 2 : count)
            }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        default: return nil
        }
    }
}
