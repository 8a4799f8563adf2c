import Foundation
import Spreadsheet

/// One sheet as a value: cells and merges from its rows, its layout in ``SheetLayout``.
final class SheetPart: SheetObserver {
    /// What the cells of a sheet need to know of their workbook.
    struct Context {
        var file: String
        var strings: StringTable
        var formats: [NumberFormat]
        var uses1904: Bool
    }

    private(set) var sheet: Sheet
    private(set) var failure: ToolError?
    /// Rows from this one on are counted, not kept.
    private let rowLimit: Int
    /// The last row and column that hold something, kept or not; -1 for none.
    private(set) var lastRow = -1
    private(set) var lastColumn = -1

    private let context: Context
    private var layout = SheetLayout()
    private var sharedFormulas: [Int32: (at: CellReference, text: String)] = [:]

    init(_ sheet: Sheet, context: Context, rowLimit: Int?) {
        self.sheet = sheet
        self.context = context
        self.rowLimit = rowLimit ?? .max
    }

    /// Takes the rows; valid as long as this object.
    var sink: RowSink {
        RowSink(context: Unmanaged.passUnretained(self).toOpaque()) { context, row in
            guard let context else { return 1 }
            let part = Unmanaged<SheetPart>.fromOpaque(context).takeUnretainedValue()
            part.take(row.assumingMemoryBound(to: RawRow.self).pointee)
            return part.failure == nil ? 0 : 1
        }
    }

    // MARK: Outside the rows

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "mergeCell" {
            if let range = attributes["ref"].flatMap({ CellRange($0) }), range.first != range.last {
                sheet.merges.append(range)
            }
        } else {
            layout.start(name, attributes, &sheet)
        }
    }

    func end(_ name: String) { layout.end(name, &sheet) }

    func text(_ piece: String) { layout.text(piece) }

    func row(_ number: Int, _ attributes: XMLAttributes) {
        let height = attributes.double("ht")
        let hidden = attributes.flag("hidden") ?? false
        if height != nil || hidden { sheet.rows[number] = RowLayout(height: height, hidden: hidden) }
    }

    // MARK: Rows

    private func take(_ row: RawRow) {
        for index in 0..<Int(row.count) {
            let raw = row.cells[index]
            let place = CellReference(row: Int(raw.row), column: Int(raw.column))
            if place.row >= rowLimit {
                if raw.count > 0 { count(place) }
                continue
            }
            var cell = value(raw, row.text(of: raw), at: place)
            if failure != nil { return }
            if raw.hasFormula {
                let text = UnsafeBufferPointer(
                    start: row.formulas + Int(raw.formulaStart), count: Int(raw.formulaCount))
                if let formula = formula(String(decoding: text, as: UTF8.self), group: raw.formulaGroup, at: place) {
                    cell.formula = formula
                    cell.lacksCachedValue = raw.count == 0 && (raw.kind != .text || !raw.hasValue)
                }
            }
            cell.style = context.formats.indices.contains(Int(raw.style)) ? Int(raw.style) : 0
            sheet[place] = cell
            if cell.value != .empty { count(place) }
        }
    }

    private func count(_ place: CellReference) {
        lastRow = max(lastRow, place.row)
        lastColumn = max(lastColumn, place.column)
    }

    private func value(_ raw: RawCell, _ bytes: UnsafeBufferPointer<UInt8>, at place: CellReference) -> Cell {
        let format = format(of: raw)
        if raw.kind == .shared {
            guard let index = Int(String(decoding: bytes, as: UTF8.self).trimmed) else {
                return Cell(value: .empty, shown: "")
            }
            guard index >= 0, index < context.strings.count else {
                failure = ReadingError.missingString(context.file, index, context.strings.count, sheet.name, place)
                return Cell(value: .empty, shown: "")
            }
            return Self.textCell(context.strings.text(index), format)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch raw.kind {
        case .text: return Self.textCell(raw.mayHoldEscapes ? EscapedText.decode(text) : text, format)
        case .boolean:
            let flag = text.trimmed == "1" || text.trimmed == "true"
            return Cell(
                value: text.isEmpty ? .empty : .boolean(flag), shown: text.isEmpty ? "" : flag ? "TRUE" : "FALSE")
        case .error: return Cell(value: text.isEmpty ? .empty : .error(text), shown: text)
        case .isoDate: return isoDate(text.trimmed, format)
        case .number, .shared: return number(text.trimmed, format)
        }
    }

    private func format(of raw: RawCell) -> NumberFormat {
        context.formats[context.formats.indices.contains(Int(raw.style)) ? Int(raw.style) : 0]
    }

    private static func textCell(_ text: String, _ format: NumberFormat) -> Cell {
        var cell = Cell(text: text)
        cell.shown = format.shown(text: text)
        return cell
    }

    private func number(_ text: String, _ format: NumberFormat) -> Cell {
        guard !text.isEmpty else { return Cell(value: .empty, shown: "") }
        guard let number = NumberText.decimal(text) else { return Cell(text: text) }
        let shown = format.shown(number, uses1904: context.uses1904)
        // What the format does not show is kept all the same: the time of a day, the day of a time.
        if let kind = format.dateKind,
            let date = DateValue(
                serial: number, uses1904: context.uses1904, showsDay: kind.day || number >= 1,
                showsTime: kind.time || number.exponent < 0)
        {
            return Cell(value: .date(date), shown: shown)
        }
        return Cell(value: .number(number), shown: shown)
    }

    /// A cell of type `d`: ISO 8601, as strict files have it.
    private func isoDate(_ text: String, _ format: NumberFormat) -> Cell {
        guard let serial = ISODate.serial(text, uses1904: context.uses1904) else {
            return Self.textCell(text, format)
        }
        let kind = format.dateKind ?? (text.contains("-"), text.contains(":"))
        guard
            let date = DateValue(
                serial: serial, uses1904: context.uses1904, showsDay: kind.day, showsTime: kind.time)
        else { return Self.textCell(text, format) }
        let shown = format.dateKind == nil ? date.iso8601 : format.shown(serial, uses1904: context.uses1904)
        return Cell(value: .date(date), shown: shown)
    }

    /// The formula's text; of a shared one, moved from where it is written.
    private func formula(_ source: String, group: Int32, at place: CellReference) -> String? {
        let text = EscapedText.decode(source)
        guard group >= 0 else { return text.isEmpty ? nil : text }
        if !text.isEmpty {
            sharedFormulas[group] = (place, text)
            return text
        }
        guard let shared = sharedFormulas[group] else { return nil }
        return FormulaShift.shifted(
            shared.text, rows: place.row - shared.at.row, columns: place.column - shared.at.column)
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String { utf8.contains { $0 <= 0x20 } ? trimmingCharacters(in: .whitespacesAndNewlines) : self }
}
