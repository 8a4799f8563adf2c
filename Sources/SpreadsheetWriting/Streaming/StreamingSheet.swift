import SpreadsheetReading
import CXlsxWriter
import Foundation
import Spreadsheet

/// A sheet that is written row by row. What is needed for each cell is constant or behind a pointer: nothing here may
/// cost more than the library does.
final class StreamingSheet {
    typealias Handle = UnsafeMutablePointer<lxw_worksheet>

    /// The library's sheet.
    let handle: Handle
    private let name: String
    private let headingRow: Int
    private let library: LibraryWorkbook
    private let formats: StreamingFormats
    private let buffer = CellTextBuffer()
    private let widths = ColumnWidths()
    /// Which columns hold codes, by their heading.
    private let isCode: UnsafeMutablePointer<Bool>
    private var row = 0
    private var columns = 0

    init(handle: Handle, name: String, headingRow: Int?, library: LibraryWorkbook, formats: StreamingFormats) {
        self.handle = handle
        self.name = name
        self.headingRow = headingRow ?? -1
        self.library = library
        self.formats = formats
        isCode = .allocate(capacity: CellReference.maximumColumns)
        isCode.initialize(repeating: false, count: CellReference.maximumColumns)
    }

    deinit {
        buffer.deallocate()
        widths.deallocate()
        isCode.deallocate()
    }

    /// Writes a row of fields.
    func add(_ fields: UnsafeBufferPointer<FieldSlice>, bytes: UnsafePointer<UInt8>) throws {
        try begin(columns: fields.count)
        let row = row
        let isHeading = row == headingRow
        for column in 0..<fields.count where fields[column].count > 0 {
            let field = bytes + fields[column].start
            let count = fields[column].count
            if !isHeading, !isCode[column],
                case .number(let number, let shape) = FieldInference.infer(field, count: count)
            {
                // Digits and signs are one half-width each.
                note(count, column: column)
                try check(
                    worksheet_write_number(
                        handle, lxw_row_t(row), lxw_col_t(column), number, formats.format(shape)), column)
            } else {
                try write(text: field, count: count, column: column)
            }
        }
        self.row = row + 1
    }

    /// Writes a row of cells that have types.
    func add(_ cells: [Cell?], styles: [CellStyle]) throws {
        try begin(columns: cells.count)
        for (column, cell) in cells.enumerated() {
            if let cell { try write(cell, styles: styles, column: column) }
        }
        row += 1
    }

    /// Says what is known only after the last row. The library writes it when it closes the file.
    func finish() throws {
        for column in 0..<columns {
            try check(
                worksheet_set_column(
                    handle, lxw_col_t(column), lxw_col_t(column), widths.width(ofColumn: column), nil), column)
        }
        setPage()
    }

    /// On A4, fitted in width, across where that is wide; headings and numbers on each page.
    private func setPage() {
        let width = (0..<columns).reduce(0.0) { $0 + widths.width(ofColumn: $1) }
        worksheet_set_paper(handle, 9)
        if width > Self.widestUpright { worksheet_set_landscape(handle) }
        worksheet_fit_to_pages(handle, 1, 0)
        worksheet_set_margins(handle, 0.5, 0.5, 0.6, 0.6)
        worksheet_set_footer(handle, "&C第 &P 页，共 &N 页")
        if headingRow >= 0 { worksheet_repeat_rows(handle, lxw_row_t(headingRow), lxw_row_t(headingRow)) }
    }

    /// Characters of columns that A4 holds upright.
    private static let widestUpright = 92.0

    private func begin(columns count: Int) throws {
        guard row < CellReference.maximumRows else {
            throw WritingError.tooManyRows(file: library.fileName, sheet: name)
        }
        guard count <= CellReference.maximumColumns else {
            throw WritingError.tooManyColumns(count, file: library.fileName, sheet: name, row: row)
        }
        if row == headingRow { worksheet_freeze_panes(handle, lxw_row_t(row + 1), 0) }
        if count > columns { columns = count }
    }

    /// Titles above the heading run over their neighbours: they don't make a column wide.
    @inline(__always)
    private func note(_ width: Int, column: Int) {
        if row >= headingRow { widths.note(width, column: column) }
    }

    private func write(text: UnsafePointer<UInt8>, count: Int, column: Int) throws {
        let filled = try fill(text, count: count, column: column)
        let isHeading = row == headingRow
        if isHeading { isCode[column] = CodeColumns.isCode(heading: String(cString: buffer.cString)) }
        try check(
            worksheet_write_string(
                handle, lxw_row_t(row), lxw_col_t(column), buffer.cString,
                formats.format(isHeading: isHeading, breaks: filled.breaks)), column)
    }

    private func fill(_ text: UnsafePointer<UInt8>, count: Int, column: Int) throws -> CellText {
        let filled = buffer.fill(text, count: count)
        guard !filled.isTooLong else {
            throw WritingError.textTooLong(
                CellTextBuffer.utf16Count(text, count: count), file: library.fileName, sheet: name,
                cell: CellReference(row: row, column: column))
        }
        note(filled.width, column: column)
        return filled
    }

    private func fill(_ text: String, column: Int) throws -> CellText {
        var text = text
        return try text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return CellText() }
            return try fill(start, count: bytes.count, column: column)
        }
    }

    private func write(_ cell: Cell, styles: [CellStyle], column: Int) throws {
        let isHeading = row == headingRow
        let (file, place) = (library.fileName, CellReference(row: row, column: column))
        func format(breaks: Bool = false) throws -> StreamingFormats.Format? {
            if styles.indices.contains(cell.style),
                styles[cell.style].numberFormat.utf8.count > FormatMapping.maximumNumberFormatBytes
            {
                throw WritingError.longNumberFormat(file: file, sheet: name, cell: place)
            }
            return formats.format(of: cell, styles: styles, isHeading: isHeading, breaks: breaks)
        }
        func write(_ number: Decimal) throws {
            let value = CellContent.double(number)
            guard number.isFinite, value.isFinite else {
                throw WritingError.notANumber(file: file, sheet: name, cell: place)
            }
            _ = try fill(cell.shown.isEmpty ? number.description : cell.shown, column: column)
            try check(
                worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), value, try format()), column)
        }
        switch cell.value {
        case .empty:
            break
        case .text(let text), .error(let text):
            let filled = try fill(text, column: column)
            if isHeading { isCode[column] = CodeColumns.isCode(heading: text) }
            try check(
                worksheet_write_string(
                    handle, lxw_row_t(row), lxw_col_t(column), buffer.cString, try format(breaks: filled.breaks)),
                column)
        case .number(let number):
            try write(number)
        case .date(let date):
            try write(CellContent.serial(of: date))
        case .boolean(let flag):
            note(5, column: column)
            try check(
                worksheet_write_boolean(
                    handle, lxw_row_t(row), lxw_col_t(column), flag ? 1 : 0, try format()), column)
        }
    }

    @inline(__always)
    private func check(_ code: lxw_error, _ column: Int) throws {
        if code != LXW_NO_ERROR { throw failure(code, column) }
    }

    private func failure(_ code: lxw_error, _ column: Int) -> ToolError {
        WritingError.library(
            code, file: library.fileName, doing: "写单元格", sheet: name, cell: CellReference(row: row, column: column))
    }
}
