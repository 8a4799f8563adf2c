import CXlsxWriter
import Foundation
import Spreadsheet

/// Says the cells of one sheet to the library, its comments, and the sizes that these depend on. Looks and layout are put in afterwards.
struct SheetWriter {
    /// The sheet.
    let sheet: Sheet
    /// The library's sheet.
    let handle: UnsafeMutablePointer<lxw_worksheet>
    /// The library's workbook, for its checks.
    let library: LibraryWorkbook
    /// Dates count from 1904.
    let uses1904: Bool

    /// Everything but which sheet is shown first.
    func write() throws {
        try writeColumns()
        try writeRows()
        // The library writes an empty cell only where it has a format.
        let format = library.blankFormat
        for reference in sheet.cells.keys.sorted() {
            guard let cell = sheet.cells[reference] else { continue }
            try write(cell, at: reference, blank: format)
        }
        try CommentWriter(sheet: sheet, handle: handle, library: library).write()
        if sheet.visibility != .visible { worksheet_hide(handle) }
    }

    private func check(_ code: lxw_error, _ doing: String, _ cell: CellReference? = nil) throws {
        try library.check(code, doing: doing, sheet: sheet.name, cell: cell)
    }

    private func writeColumns() throws {
        for (column, layout) in sheet.columns.sorted(by: { $0.key < $1.key }) {
            var options = lxw_row_col_options()
            options.hidden = layout.hidden ? 1 : 0
            let width = layout.width.map { max(0, $0 - 5.0 / 7.0) } ?? 8.43
            let index = lxw_col_t(column)
            try check(worksheet_set_column_opt(handle, index, index, width, nil, &options), "设置列宽")
        }
    }

    private func writeRows() throws {
        for (row, layout) in sheet.rows.sorted(by: { $0.key < $1.key }) {
            var options = lxw_row_col_options()
            options.hidden = layout.hidden ? 1 : 0
            // Of an empty row the library leaves out one that is as high as its default; what is written is set afterwards.
            let height = layout.height.map { $0 == 15 ? 15.25 : $0 } ?? 15.25
            try check(worksheet_set_row_opt(handle, lxw_row_t(row), height, nil, &options), "设置行高")
        }
    }

    private func write(_ cell: Cell, at reference: CellReference, blank: UnsafeMutablePointer<lxw_format>?) throws {
        let row = lxw_row_t(reference.row)
        let column = lxw_col_t(reference.column)
        let code: lxw_error
        if let formula = cell.formula {
            code = write(formula: "=" + XMLText.stripped(formula), of: cell, row, column)
        } else {
            switch cell.value {
            case .empty:
                code = worksheet_write_blank(handle, row, column, blank)
            case .text(let text):
                code = worksheet_write_string(handle, row, column, XMLText.escaped(text), nil)
            case .number(let number):
                code = worksheet_write_number(handle, row, column, CellContent.double(number), nil)
            case .date(let date):
                code = worksheet_write_number(handle, row, column, serial(date), nil)
            case .boolean(let flag):
                code = worksheet_write_boolean(handle, row, column, flag ? 1 : 0, nil)
            case .error(let error):
                code = worksheet_write_formula_str(
                    handle, row, column, "=" + XMLText.stripped(error), nil, XMLText.stripped(error))
            }
        }
        try check(code, "写单元格", reference)
    }

    private func serial(_ date: DateValue) -> Double {
        CellContent.double(CellContent.serial(of: date, uses1904: uses1904))
    }

    private func write(
        formula: String, of cell: Cell, _ row: lxw_row_t, _ column: lxw_col_t
    ) -> lxw_error {
        switch cell.value {
        case _ where cell.lacksCachedValue:
            worksheet_write_formula(handle, row, column, formula, nil)
        case .empty:
            worksheet_write_formula_str(handle, row, column, formula, nil, "")
        case .text(let text):
            worksheet_write_formula_str(handle, row, column, formula, nil, XMLText.escaped(text))
        case .number(let number):
            worksheet_write_formula_num(handle, row, column, formula, nil, CellContent.double(number))
        case .date(let date):
            worksheet_write_formula_num(
                handle, row, column, formula, nil, serial(date))
        case .boolean(let flag):
            worksheet_write_formula_str(handle, row, column, formula, nil, flag ? "TRUE" : "FALSE")
        case .error(let error):
            worksheet_write_formula_str(handle, row, column, formula, nil, XMLText.stripped(error))
        }
    }
}
