import Foundation
import Spreadsheet

/// Makes values of the cells of a sheet.
struct CellDecoder {
    var file: String
    var sheet: String
    var strings: StringTable
    var formats: [NumberFormat]
    var uses1904: Bool

    /// The value of a cell, with its style and without its formula.
    func cell(_ raw: RawCell, _ bytes: UnsafeBufferPointer<UInt8>) throws(ToolError) -> Cell {
        var cell = try value(raw, bytes)
        cell.style = style(of: raw)
        return cell
    }

    private func value(_ raw: RawCell, _ bytes: UnsafeBufferPointer<UInt8>) throws(ToolError) -> Cell {
        let format = format(of: raw)
        if raw.kind == .shared {
            guard let index = Int(String(decoding: bytes, as: UTF8.self).trimmed) else {
                return Cell(value: .empty, shown: "")
            }
            guard index >= 0, index < strings.count else {
                throw ReadingError.missingString(
                    file, index, strings.count, sheet, CellReference(row: Int(raw.row), column: Int(raw.column)))
            }
            return Self.textCell(strings.text(index), format)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch raw.kind {
        case .text: return Self.textCell(raw.mayHoldEscapes ? EscapedText.decode(text) : text, format)
        case .boolean:
            let flag = text.trimmed == "1" || text.trimmed == "true"
            return Cell(
                value: text.isEmpty ? .empty : .boolean(flag), shown: text.isEmpty ? "" : flag ? "TRUE" : "FALSE")
        case .error:
            let name = text.trimmed
            return Cell(value: name.isEmpty ? .empty : .error(name), shown: name)
        case .isoDate: return isoDate(text.trimmed, format)
        case .number, .shared: return number(text.trimmed, format)
        }
    }

    private func style(of raw: RawCell) -> Int { formats.indices.contains(Int(raw.style)) ? Int(raw.style) : 0 }

    private func format(of raw: RawCell) -> NumberFormat { formats[style(of: raw)] }

    private static func textCell(_ text: String, _ format: NumberFormat) -> Cell {
        var cell = Cell(text: text)
        cell.shown = format.shown(text: text)
        return cell
    }

    private func number(_ text: String, _ format: NumberFormat) -> Cell {
        guard !text.isEmpty else { return Cell(value: .empty, shown: "") }
        guard let number = NumberText.decimal(text) else { return Cell(text: text) }
        let shown = format.shown(number, uses1904: uses1904)
        // What the format does not show is kept all the same: the time of a day, the day of a time.
        if let kind = format.dateKind,
            let date = DateValue(
                serial: number, uses1904: uses1904, showsDay: kind.day || number >= 1,
                showsTime: kind.time || number.exponent < 0)
        {
            return Cell(value: .date(date), shown: shown)
        }
        return Cell(value: .number(number), shown: shown)
    }

    /// A cell of type `d`: ISO 8601, as strict files have it.
    private func isoDate(_ text: String, _ format: NumberFormat) -> Cell {
        guard let serial = ISODate.serial(text, uses1904: uses1904) else {
            return Self.textCell(text, format)
        }
        let kind = format.dateKind ?? (text.contains("-"), !text.contains("-"))
        // As with serial numbers, what the format does not show is kept.
        guard
            let date = DateValue(
                serial: serial, uses1904: uses1904, showsDay: kind.day || serial >= 1,
                showsTime: kind.time || serial.exponent < 0)
        else { return Self.textCell(text, format) }
        let shown = format.dateKind == nil ? date.iso8601 : format.shown(serial, uses1904: uses1904)
        return Cell(value: .date(date), shown: shown)
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String { utf8.contains { $0 <= 0x20 } ? trimmingCharacters(in: .whitespacesAndNewlines) : self }
}
