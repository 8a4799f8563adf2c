import CXlsxWriter
import Foundation
import Spreadsheet

/// Says one sheet to the library.
struct SheetWriter {
    /// The sheet.
    let sheet: Sheet
    /// The library's sheet.
    let handle: UnsafeMutablePointer<lxw_worksheet>
    /// The library's workbook, for its checks.
    let library: LibraryWorkbook

    /// Everything but which sheet is shown first.
    func write(formats: inout FormatTable) throws {
        try writeColumns(formats: &formats)
        try writeRows()
        try writeMerges(formats: &formats)
        for reference in sheet.cells.keys.sorted() {
            guard let cell = sheet.cells[reference] else { continue }
            try write(cell, at: reference, formats: &formats)
        }
        try PageWriter(sheet: sheet, handle: handle, library: library).write()
    }

    private func check(_ code: lxw_error, _ doing: String, _ cell: CellReference? = nil) throws {
        try library.check(code, doing: doing, sheet: sheet.name, cell: cell)
    }

    private func writeColumns(formats: inout FormatTable) throws {
        for (column, layout) in sheet.columns.sorted(by: { $0.key < $1.key }) {
            var options = lxw_row_col_options()
            options.hidden = layout.hidden ? 1 : 0
            let format = layout.style.flatMap { formats.format(formats.style($0)) }
            // The exact width is set afterwards: the library rounds it to whole pixels.
            let width = layout.width.map { max(0, $0 - 5.0 / 7.0) } ?? 8.43
            let index = lxw_col_t(column)
            try check(worksheet_set_column_opt(handle, index, index, width, format, &options), "设置列宽")
        }
    }

    private func writeRows() throws {
        for (row, layout) in sheet.rows.sorted(by: { $0.key < $1.key }) {
            var options = lxw_row_col_options()
            options.hidden = layout.hidden ? 1 : 0
            // The exact height is set afterwards: of an empty row, the library leaves out one that is its default.
            let height = layout.height == nil ? 15 : 16.0
            try check(worksheet_set_row_opt(handle, lxw_row_t(row), height, nil, &options), "设置行高")
        }
    }

    /// Merges, and the first cell's style in the covered cells that have none of their own.
    private func writeMerges(formats: inout FormatTable) throws {
        for range in sheet.merges where range.first != range.last {
            try check(
                worksheet_merge_range(
                    handle, lxw_row_t(range.first.row), lxw_col_t(range.first.column), lxw_row_t(range.last.row),
                    lxw_col_t(range.last.column), "", nil), "合并单元格", range.first)
            guard let style = sheet.cells[range.first]?.style, let used = sheet.usedRange else { continue }
            let format = formats.format(formats.style(style))
            for row in range.rows.clamped(to: used.rows) {
                for column in range.columns.clamped(to: used.columns) {
                    let reference = CellReference(row: row, column: column)
                    guard range.contains(reference), sheet.cells[reference] == nil else { continue }
                    try check(
                        worksheet_write_blank(handle, lxw_row_t(row), lxw_col_t(column), format), "写单元格", reference)
                }
            }
        }
    }

    private func write(_ cell: Cell, at reference: CellReference, formats: inout FormatTable) throws {
        let row = lxw_row_t(reference.row)
        let column = lxw_col_t(reference.column)
        let format = formats.format(CellContent.style(of: cell, style: formats.style(cell.style)))
        let code: lxw_error
        if let formula = cell.formula {
            code = write(formula: "=" + XMLText.stripped(formula), of: cell, row, column, format)
        } else {
            switch cell.value {
            case .empty:
                code = worksheet_write_blank(handle, row, column, format)
            case .text(let text):
                code = worksheet_write_string(handle, row, column, XMLText.escaped(text), format)
            case .number(let number):
                code = worksheet_write_number(handle, row, column, CellContent.double(number), format)
            case .date(let date):
                code = worksheet_write_number(
                    handle, row, column, CellContent.double(CellContent.serial(of: date)), format)
            case .boolean(let flag):
                code = worksheet_write_boolean(handle, row, column, flag ? 1 : 0, format)
            case .error(let error):
                code = worksheet_write_formula_str(
                    handle, row, column, "=" + XMLText.stripped(error), format, XMLText.stripped(error))
            }
        }
        try check(code, "写单元格", reference)
    }

    private func write(
        formula: String, of cell: Cell, _ row: lxw_row_t, _ column: lxw_col_t,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        switch cell.value {
        case _ where cell.lacksCachedValue:
            worksheet_write_formula(handle, row, column, formula, format)
        case .empty:
            worksheet_write_formula_str(handle, row, column, formula, format, "")
        case .text(let text):
            worksheet_write_formula_str(handle, row, column, formula, format, XMLText.escaped(text))
        case .number(let number):
            worksheet_write_formula_num(handle, row, column, formula, format, CellContent.double(number))
        case .date(let date):
            worksheet_write_formula_num(
                handle, row, column, formula, format, CellContent.double(CellContent.serial(of: date)))
        case .boolean(let flag):
            worksheet_write_formula_str(handle, row, column, formula, format, flag ? "TRUE" : "FALSE")
        case .error(let error):
            worksheet_write_formula_str(handle, row, column, formula, format, XMLText.stripped(error))
        }
    }
}
