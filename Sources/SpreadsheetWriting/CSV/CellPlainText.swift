import Foundation
import Spreadsheet
import SpreadsheetReading

/// The text of values, without their formats or as they are shown.
public struct CellPlainText {
    /// The formats of the styles.
    private let formats: [NumberFormat]
    /// What numbers of each style stand for.
    private let kinds: [ValueKind]
    /// The system of the serial numbers; nil when dates are taken as they are.
    private let uses1904: Bool?

    /// - Parameters:
    ///   - styles: The styles that cells name.
    ///   - uses1904: The system of their dates' serial numbers; nil when the dates are not a workbook's own.
    public init(styles: [CellStyle], uses1904: Bool?) {
        formats = styles.map { NumberFormat($0.numberFormat) }
        kinds = formats.map(\.kind)
        self.uses1904 = uses1904
    }

    /// As a person sees it: a number without a format in the eleven characters that a cell gives it. What a cell says of itself
    /// (`Cell.shown`) has all digits, for whoever reads a form.
    public func shown(_ cell: Cell) -> String {
        // What a format puts around a text is nothing where there is none: row by row such a cell is no cell.
        if cell.value == .empty || cell.value == .text("") { return "" }
        guard let uses1904, case .number(let number) = cell.value else { return cell.shown }
        let format = formats.indices.contains(cell.style) ? formats[cell.style] : formats.first
        return format?.shown(number, uses1904: uses1904, isNarrow: true) ?? cell.shown
    }

    /// Numbers as they are held, dates as ISO 8601.
    func text(_ cell: Cell) -> String {
        switch cell.value {
        case .empty: return ""
        case .text(let text): return text
        case .number(let number):
            return kind(of: cell) == .duration ? serial(number, .duration) : NumberText.general(number)
        case .date(let date):
            let kind = kind(of: cell)
            return uses1904 == nil || kind == .number ? date.iso8601 : serial(date.serial, kind)
        case .boolean(let flag): return flag ? "TRUE" : "FALSE"
        case .error(let text): return text
        }
    }

    private func kind(of cell: Cell) -> ValueKind {
        kinds.indices.contains(cell.style) ? kinds[cell.style] : .number
    }

    /// To the millisecond, which a format may not show.
    private func serial(_ number: Decimal, _ kind: ValueKind) -> String {
        let output = RowOutput(capacity: 64)
        var dates = DateBytes(uses1904: uses1904 ?? false)
        var text = "\(number)"
        let isWritten = text.withUTF8 { bytes in
            bytes.baseAddress.map { dates.write($0, bytes.count, as: kind, output.buffer) } ?? false
        }
        guard isWritten else { return NumberText.general(number) }
        return String(decoding: UnsafeBufferPointer(start: output.bytes, count: output.count), as: UTF8.self)
    }
}
