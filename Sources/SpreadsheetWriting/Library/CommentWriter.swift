import CXlsxWriter
import Spreadsheet

/// Says to the library which cells have comments: it makes their parts and boxes. What they say is put in afterwards, since the library knows
/// texts of one look only.
struct CommentWriter {
    /// The sheet.
    let sheet: Sheet
    /// The library's sheet.
    let handle: UnsafeMutablePointer<lxw_worksheet>
    /// The library's workbook, for its checks.
    let library: LibraryWorkbook

    /// Comments and their sizes.
    func write() throws {
        for (place, comment) in sheet.comments.sorted(by: { $0.key < $1.key }) {
            var options = lxw_comment_options()
            options.visible = UInt8(
                (comment.isVisible ? LXW_COMMENT_DISPLAY_VISIBLE : LXW_COMMENT_DISPLAY_HIDDEN).rawValue)
            if let size = comment.size {
                options.width = UInt16(clamping: max(20, min(size.width, 1200)))
                options.height = UInt16(clamping: max(20, min(size.height, 1200)))
            }
            try library.check(
                worksheet_write_comment_opt(handle, lxw_row_t(place.row), lxw_col_t(place.column), " ", &options),
                doing: "写批注", sheet: sheet.name, cell: place)
        }
    }
}
