import Foundation
import Spreadsheet
import SpreadsheetReading

/// The text of values, without their formats.
struct CellPlainText {
    /// What numbers of each style stand for.
    let kinds: [ValueKind]

    init(styles: [CellStyle]) { kinds = styles.map { NumberFormat($0.numberFormat).kind } }

    /// Numbers as they are held, dates as ISO 8601.
    func text(_ cell: Cell) -> String {
        switch cell.value {
        case .empty: return ""
        case .text(let text): return text
        case .number(let number):
            let isDuration = kinds.indices.contains(cell.style) && kinds[cell.style] == .duration
            return isDuration ? Self.duration(number) : NumberText.general(number)
        case .date(let date): return date.iso8601
        case .boolean(let flag): return flag ? "TRUE" : "FALSE"
        case .error(let text): return text
        }
    }

    private static func duration(_ number: Decimal) -> String {
        let output = RowOutput(capacity: 64)
        var dates = DateBytes(uses1904: false)
        var text = "\(number)"
        let isWritten = text.withUTF8 { bytes in
            bytes.baseAddress.map { dates.write($0, bytes.count, as: .duration, output.buffer) } ?? false
        }
        guard isWritten else { return NumberText.general(number) }
        return String(decoding: UnsafeBufferPointer(start: output.bytes, count: output.count), as: UTF8.self)
    }
}
