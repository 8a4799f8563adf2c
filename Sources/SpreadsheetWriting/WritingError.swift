import CXlsxWriter
import Foundation
import Spreadsheet

extension ToolError.Code {
    /// The content can't be held by an XLSX file (73).
    public static let cannotWriteContent = ToolError.Code("cannot-write.content", exitStatus: 73)
    /// The file exists and may not be replaced (73).
    public static let cannotWriteExists = ToolError.Code("cannot-write.exists", exitStatus: 73)
    /// A folder stands where the file should (73).
    public static let cannotWriteIsFolder = ToolError.Code("cannot-write.is-folder", exitStatus: 73)
    /// The folder is missing and can't be made (73).
    public static let cannotWriteNoFolder = ToolError.Code("cannot-write.no-folder", exitStatus: 73)
    /// No permission, or a read-only disk (73).
    public static let cannotWriteNotPermitted = ToolError.Code("cannot-write.not-permitted", exitStatus: 73)
    /// No space left (73).
    public static let cannotWriteNoSpace = ToolError.Code("cannot-write.no-space", exitStatus: 73)
}

/// The errors of writing: one function a situation.
enum WritingError {
    /// Content that the format can't hold.
    static func content(
        _ problem: String, advice: String, file: String, sheet: String? = nil, cell: CellReference? = nil
    ) -> ToolError {
        let place = Source(file: file, sheet: sheet, cell: cell)
        return ToolError(
            code: .cannotWriteContent, message: "写不进 \(place.place)：\(problem)", advice: advice, place: place)
    }

    /// A return code of the library that the checks before it did not foresee.
    static func library(
        _ code: lxw_error, file: String, doing: String, sheet: String? = nil, cell: CellReference? = nil
    ) -> ToolError {
        let place = Source(file: file, sheet: sheet, cell: cell)
        let detail = "libxlsxwriter \(code.rawValue)：" + (lxw_strerror(code).map { String(cString: $0) } ?? "")
        if code == LXW_ERROR_CREATING_TMPFILE || code == LXW_ERROR_READING_TMPFILE || isFileTrouble(code) {
            let full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG
            return ToolError(
                code: full ? .cannotWriteNoSpace : .cannotWrite,
                message: full
                    ? "生成 \(place.place) 时系统的临时文件夹空间不足" : "生成 \(place.place) 时系统的临时文件夹无法使用",
                advice: "请清理磁盘空间，或用环境变量 TMPDIR 指定另一个可写的临时文件夹，然后重试。", place: place,
                cause: detail)
        }
        return ToolError(
            code: .fault, message: "\(doing)失败：\(place.place)",
            advice: "这是本工具的问题，请把这个文件和下面的详情发给维护者。", place: place, cause: detail)
    }

    private static func isFileTrouble(_ code: lxw_error) -> Bool {
        (LXW_ERROR_CREATING_XLSX_FILE.rawValue...LXW_ERROR_ZIP_CLOSE.rawValue).contains(code.rawValue)
    }
}
