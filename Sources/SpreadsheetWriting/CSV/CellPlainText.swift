import Foundation
import Spreadsheet
import SpreadsheetReading

/// The text of values, without their formats.
struct CellPlainText {
    /// What numbers of each style stand for.
    let kinds: [ValueKind]
    /// The system of the serial numbers; nil when dates are taken as they are.
    let uses1904: Bool?

    init(styles: [CellStyle], uses1904: Bool?) {
        kinds = styles.map { NumberFormat($0.numberFormat).kind }
        self.uses1904 = uses1904
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
