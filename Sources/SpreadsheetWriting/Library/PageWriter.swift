import CXlsxWriter
import Foundation
import Spreadsheet

/// Says to the library how a sheet prints and how it is shown.
struct PageWriter {
    /// The most breaks by hand that Excel keeps.
    private static let maximumBreaks = 1023

    /// The sheet.
    let sheet: Sheet
    /// The library's sheet.
    let handle: UnsafeMutablePointer<lxw_worksheet>
    /// The library's workbook, for its checks.
    let library: LibraryWorkbook

    /// Page set-up and view.
    func write() throws {
        let page = sheet.page
        if let paper = page.paper { worksheet_set_paper(handle, UInt8(clamping: paper)) }
        if page.landscape { worksheet_set_landscape(handle) }
        if let fit = page.fit {
            worksheet_fit_to_pages(handle, UInt16(clamping: fit.wide), UInt16(clamping: fit.high))
        } else if page.scale != 100 {
            worksheet_set_print_scale(handle, UInt16(min(max(page.scale, 10), 400)))
        }
        worksheet_set_margins(handle, page.left, page.right, page.top, page.bottom)
        handle.pointee.margin_header = page.headerMargin
        handle.pointee.margin_footer = page.footerMargin
        try writeHeaderAndFooter()
        if page.centeredHorizontally { worksheet_center_horizontally(handle) }
        if page.centeredVertically { worksheet_center_vertically(handle) }
        if let area = page.printArea {
            try check(
                worksheet_print_area(
                    handle, lxw_row_t(area.first.row), lxw_col_t(area.first.column), lxw_row_t(area.last.row),
                    lxw_col_t(area.last.column)), "设置打印区域")
        }
        if let rows = page.titleRows {
            try check(
                worksheet_repeat_rows(handle, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)), "设置打印标题")
        }
        try writeBreaks()
        writeView()
    }

    private func check(_ code: lxw_error, _ doing: String) throws {
        try library.check(code, doing: doing, sheet: sheet.name)
    }

    private func writeHeaderAndFooter() throws {
        let header = Self.headerText(sheet.page.header)
        if !header.isEmpty { try check(worksheet_set_header(handle, header), "写页眉") }
        let footer = Self.headerText(sheet.page.footer)
        if !footer.isEmpty { try check(worksheet_set_footer(handle, footer), "写页脚") }
        // The library sets these back to its defaults when it sets a header or footer.
        handle.pointee.margin_header = sheet.page.headerMargin
        handle.pointee.margin_footer = sheet.page.footerMargin
    }

    /// A header's text: pictures (`&G`) are not written, so neither is the code for one.
    static func headerText(_ text: String) -> String {
        var result = ""
        var rest = Substring(XMLText.stripped(text))
        while let character = rest.popFirst() {
            guard character == "&", let code = rest.popFirst() else {
                result.append(character)
                continue
            }
            if code == "G" { continue }
            if code == "[", rest.hasPrefix("Picture]") {
                rest.removeFirst("Picture]".count)
                continue
            }
            result += "&\(code)"
        }
        return result
    }

    /// Breaks, ended by the 0 that the library asks for. It keeps a copy.
    private func writeBreaks() throws {
        let rows = Set(sheet.page.rowBreaks).filter { (1..<CellReference.maximumRows).contains($0) }.sorted()
        guard !rows.isEmpty else { return }
        var breaks = rows.prefix(Self.maximumBreaks).map { lxw_row_t($0) } + [0]
        try check(worksheet_set_h_pagebreaks(handle, &breaks), "设置分页")
    }

    private func writeView() {
        if sheet.visibility != .visible { worksheet_hide(handle) }
        if let frozen = sheet.frozenAt, frozen != CellReference(row: 0, column: 0) {
            worksheet_freeze_panes(handle, lxw_row_t(frozen.row), lxw_col_t(frozen.column))
        }
        if !sheet.showsGridlines { worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if sheet.zoom != 100 { worksheet_set_zoom(handle, UInt16(min(max(sheet.zoom, 10), 400))) }
    }
}
