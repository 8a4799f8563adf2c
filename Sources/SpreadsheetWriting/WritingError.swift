import CXlsxWriter
import Foundation
import Spreadsheet

extension ToolError.Code {
    /// The content can't be held by an XLSX file (73).
    public static let cannotWriteContent = ToolError.Code("cannot-write.content", exitStatus: 73)
    /// The program that reads standard output has gone away (73): nothing need be said about it.
    public static let cannotWriteClosedPipe = ToolError.Code("cannot-write.closed-pipe", exitStatus: 73)
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

    /// A text that is longer than a cell can be.
    static func textTooLong(_ length: Int, file: String, sheet: String, cell: CellReference) -> ToolError {
        content(
            "文字有 \(length) 个字符，Excel 一格最多 \(XMLText.maximumLength) 个", advice: "请把这段文字缩短，或分到几格里。", file: file,
            sheet: sheet, cell: cell)
    }

    /// More rows than a sheet has.
    static func tooManyRows(file: String, sheet: String) -> ToolError {
        content(
            "数据超过 \(CellReference.maximumRows) 行，Excel 一个工作表放不下",
            advice: "请把数据按月份或部门拆成几个文件，每个不超过 \(CellReference.maximumRows) 行，分别转换；或者转换成 CSV，它不限行数。", file: file,
            sheet: sheet)
    }

    /// More columns than a sheet has.
    static func tooManyColumns(_ count: Int, file: String, sheet: String, row: Int) -> ToolError {
        content(
            "第 \(row + 1) 行有 \(count) 列，Excel 一个工作表最多 \(CellReference.maximumColumns) 列",
            advice: "请检查分隔符是否认对了；确实有这么多列时，请把列分到几个文件里，分别转换。", file: file, sheet: sheet)
    }

    /// A number format that the library would cut off.
    static func longNumberFormat(file: String, sheet: String, cell: CellReference) -> ToolError {
        content(
            "数字格式太长，保存不下", advice: "请在 Excel 里把这一格的数字格式改短。", file: file, sheet: sheet, cell: cell)
    }

    /// A value that is no number.
    static func notANumber(file: String, sheet: String, cell: CellReference) -> ToolError {
        content("不是有效的数值", advice: "请检查这一格的数字或算出它的数字。", file: file, sheet: sheet, cell: cell)
    }

    /// A file that turned out cut off.
    static func notWhole(_ file: String) -> ToolError {
        ToolError(
            code: .cannotWrite, message: "生成 \(file) 时出错：内容不完整", advice: "请检查磁盘空间后重试；仍不行，请联系维护者。",
            place: Source(file: file))
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
