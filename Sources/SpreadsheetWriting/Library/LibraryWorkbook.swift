import CXlsxWriter
import Foundation
import Spreadsheet

/// Owns a workbook of libxlsxwriter. It is freed in any case: by ``close()``, or when this object goes.
final class LibraryWorkbook {
    /// 2000-01-01, so that the same input gives the same bytes.
    private static let fixedTime: time_t = 946_684_800

    private var handle: UnsafeMutablePointer<lxw_workbook>?
    /// Name of the file for messages.
    let fileName: String

    /// A workbook that will be written to `path`.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - fileName: Its name for messages.
    ///   - scratchFolder: Where the library's own temporary files go; nil for beside it.
    ///   - inConstantMemory: Rows are written as they come, in order only.
    init(path: String, fileName: String, scratchFolder: String? = nil, inConstantMemory: Bool = false) throws {
        self.fileName = fileName
        // The library keeps a copy of the folder's name, the call needs it only while it lasts.
        let folder = strdup(scratchFolder ?? FolderPath.folder(of: path))
        defer { free(folder) }
        var options = lxw_workbook_options()
        options.tmpdir = folder
        options.constant_memory = inConstantMemory ? 1 : 0
        guard let handle = workbook_new_opt(path, &options) else {
            throw WritingError.library(LXW_ERROR_MEMORY_MALLOC_FAILED, file: fileName, doing: "创建工作簿")
        }
        self.handle = handle
        var properties = lxw_doc_properties()
        properties.created = Self.fixedTime
        try check(workbook_set_properties(handle, &properties), doing: "写文件属性")
    }

    deinit {
        if let handle { lxw_workbook_free(handle) }
    }

    /// The format that cells without a style have.
    var defaultFormat: UnsafeMutablePointer<lxw_format>? { handle?.pointee.formats.pointee.stqh_first }

    /// Some format, the same each time.
    private(set) lazy var blankFormat = addFormat()

    /// Whether the archive gets its 64-bit form. The library asks for it when it closes the file.
    var usesLargeArchive: Bool {
        get { handle?.pointee.options.use_zip64 == 1 }
        set { handle?.pointee.options.use_zip64 = newValue ? 1 : 0 }
    }

    /// A new format, owned by the workbook.
    func addFormat() -> UnsafeMutablePointer<lxw_format>? {
        workbook_add_format(handle)
    }

    /// A new sheet, owned by the workbook.
    func addSheet(named name: String) throws -> UnsafeMutablePointer<lxw_worksheet> {
        try check(workbook_validate_sheet_name(handle, name), doing: "创建工作表", sheet: name)
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw WritingError.library(
                LXW_ERROR_MEMORY_MALLOC_FAILED, file: fileName, doing: "创建工作表", sheet: name)
        }
        // The library leaves `2022` and `A1` bare in the names of print areas, where they mean something else.
        let quoted = "'" + name.replacingOccurrences(of: "'", with: "''") + "'"
        free(sheet.pointee.quoted_name)
        sheet.pointee.quoted_name = strdup(quoted)
        return sheet
    }

    /// Writes the file and frees the workbook.
    func close() throws {
        let handle = handle
        self.handle = nil
        errno = 0
        try check(workbook_close(handle), doing: "生成文件")
    }

    /// Turns a return code into an error that names the place.
    func check(_ code: lxw_error, doing: String, sheet: String? = nil, cell: CellReference? = nil) throws {
        guard code != LXW_NO_ERROR else { return }
        throw WritingError.library(code, file: fileName, doing: doing, sheet: sheet, cell: cell)
    }
}
