import Foundation

/// Cells, for which everything here is called millions of times.
extension SheetHandlers {
    @inline(__always)
    static func startCell(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        var style: Int32 = 0
        var kind = RawCell.Kind.number
        var address: UnsafePointer<CChar>?
        var item = attributes
        while let name = item[0], let value = item[1] {
            if name[1] == 0 {
                if name[0] == lowerR {
                    address = value
                } else if name[0] == lowerS {
                    style = number(value) ?? 0
                } else if name[0] == lowerT {
                    kind = Self.kind(value)
                }
            } else if name[0] == lowerX {
                refuseNamespace(scan, item)
            }
            item += 2
        }
        scan.pointee.mode = .cell
        scan.pointee.column += 1
        let row = address.flatMap { place(scan, $0) } ?? scan.pointee.rowNumber
        let formulaStart = Int32(truncatingIfNeeded: scan.pointee.formulaCount)
        scan.pointee.cell.initialize(
            to: RawCell(
                column: scan.pointee.column, row: row, style: style, text: scan.pointee.noText, count: 0, kind: kind,
                mayHoldEscapes: false, isCopied: false, hasFormula: false, hasValue: false, formulaStart: formulaStart,
                formulaCount: 0, formulaGroup: -1))
        if scan.pointee.column >= scan.pointee.maximumColumns { scan.pointee.halt(.column) }
    }

    @inline(__always)
    static func startValue(_ scan: UnsafeMutablePointer<SheetScan>) {
        scan.pointee.mode = .value
        scan.pointee.cell.pointee.hasValue = true
    }

    /// Reads `B7`, which says the column; gives the row, nil where it is that of the element around it. What is no address counts as
    /// none.
    @inline(__always)
    private static func place(_ scan: UnsafeMutablePointer<SheetScan>, _ text: UnsafePointer<CChar>) -> Int32? {
        var index = 0
        var column: Int32 = 0
        while index < 4 {
            let letter = (UInt8(bitPattern: text[index]) | 0x20) &- UInt8(ascii: "a")
            guard letter < 26 else { break }
            column = column &* 26 &+ Int32(letter) &+ 1
            index += 1
        }
        guard column > 0 else { return nil }
        let digits = text + index
        if isRowText(scan, digits) {
            scan.pointee.column = column - 1
            return nil
        }
        guard let number = number(digits) else { return nil }
        scan.pointee.column = column - 1
        return otherRow(scan, number - 1)
    }

    /// Whether the digits are those of the row's own number, as nearly always: then they need not be read.
    @inline(__always)
    private static func isRowText(_ scan: UnsafeMutablePointer<SheetScan>, _ digits: UnsafePointer<CChar>) -> Bool {
        let rowText = scan.pointee.rowText
        var index = 0
        while digits[index] == rowText[index] {
            if digits[index] == 0 { return true }
            index += 1
        }
        return false
    }

    @inline(never)
    private static func otherRow(_ scan: UnsafeMutablePointer<SheetScan>, _ number: Int32) -> Int32? {
        guard number != scan.pointee.rowNumber else { return nil }
        if number < 0 || number >= scan.pointee.maximumRows {
            scan.pointee.halt(.row)
            return nil
        }
        // A row without a number is where its first cell says.
        if !scan.pointee.rowIsNumbered, scan.pointee.cellCount == 0 {
            scan.pointee.rowNumber = number
            scan.pointee.rowIsNumbered = true
        }
        return number
    }

    @inline(__always)
    static func endCell(_ scan: UnsafeMutablePointer<SheetScan>) {
        let cell = scan.pointee.cell
        if scan.pointee.formulaCount != 0 {
            cell.pointee.formulaCount = Int32(
                truncatingIfNeeded: scan.pointee.formulaCount - Int(cell.pointee.formulaStart))
        }
        if cell.pointee.kind == .text || cell.pointee.count > scan.pointee.maximumText {
            guard mayKeepText(scan, cell) else { return }
        }
        scan.pointee.pushCell()
    }

    /// Judges a text at its end; false where it is too long, which stops the parsing.
    @inline(never)
    private static func mayKeepText(
        _ scan: UnsafeMutablePointer<SheetScan>, _ cell: UnsafeMutablePointer<RawCell>
    ) -> Bool {
        let start = scan.pointee.cellText
        let text = UnsafeBufferPointer(start: start, count: Int(cell.pointee.count))
        if cell.pointee.kind == .text {
            cell.pointee.mayHoldEscapes =
                memchr(start, Int32(UInt8(ascii: "_")), text.count) != nil || memchr(start, 13, text.count) != nil
        }
        guard text.count > scan.pointee.maximumText, UTF16Length.of(text) > scan.pointee.maximumText,
            isTooLong(scan, text)
        else { return true }
        scan.pointee.halt(.textLength)
        return false
    }

    /// A text counts as it is read, its escapes undone.
    private static func isTooLong(_ scan: UnsafeMutablePointer<SheetScan>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard scan.pointee.cell.pointee.mayHoldEscapes else { return true }
        return EscapedText.decode(String(decoding: text, as: UTF8.self)).utf16.count > Int(scan.pointee.maximumText)
    }

    /// A whole number without sign; nil for anything else, and for what has more than nine digits.
    @inline(__always)
    static func number(_ text: UnsafePointer<CChar>) -> Int32? {
        var value: Int32 = 0
        var index = 0
        while text[index] != 0 {
            let digit = UInt8(bitPattern: text[index]) &- UInt8(ascii: "0")
            guard digit <= 9, index < 9 else { return nil }
            value = value &* 10 &+ Int32(digit)
            index += 1
        }
        return index == 0 ? nil : value
    }

    @inline(__always)
    private static func kind(_ text: UnsafePointer<CChar>) -> RawCell.Kind {
        if text[0] == lowerS { return text[1] == 0 ? .shared : .text }
        if text[0] == lowerT || text[0] == CChar(bitPattern: UInt8(ascii: "i")) { return .text }
        if text[1] != 0 { return .number }
        switch UInt8(bitPattern: text[0]) {
        case UInt8(ascii: "b"): return .boolean
        case UInt8(ascii: "e"): return .error
        case UInt8(ascii: "d"): return .isoDate
        default: return .number
        }
    }
}
