import Spreadsheet

extension ToolError.Code {
    /// A folder stands where a file is expected (65).
    public static let notReadableFolder = ToolError.Code("not-readable.folder", exitStatus: 65)
    /// No permission to read (65).
    public static let notReadablePermission = ToolError.Code("not-readable.permission", exitStatus: 65)
    /// The file holds nothing (65).
    public static let notReadableEmpty = ToolError.Code("not-readable.empty", exitStatus: 65)
    /// The file needs a password (65).
    public static let notReadableEncrypted = ToolError.Code("not-readable.encrypted", exitStatus: 65)
    /// The file is of a kind that is not read (65).
    public static let notReadableFormat = ToolError.Code("not-readable.format", exitStatus: 65)
    /// The file is cut off or damaged (65).
    public static let notReadableDamaged = ToolError.Code("not-readable.damaged", exitStatus: 65)
    /// The file is larger than what is allowed (65).
    public static let notReadableTooLarge = ToolError.Code("not-readable.too-large", exitStatus: 65)
    /// The text is in no known encoding (65).
    public static let notReadableEncoding = ToolError.Code("not-readable.encoding", exitStatus: 65)
    /// The rows of a text file are broken (65).
    public static let notReadableCSV = ToolError.Code("not-readable.csv", exitStatus: 65)
}

/// The errors of reading: one function a situation.
package enum ReadingError {
    static func noFile(_ path: String) -> ToolError {
        ToolError(
            code: .noFile, message: "找不到文件：\(path)",
            advice: "请检查文件名和所在文件夹；文件名里有空格或括号时，请用引号括起来。", place: Source(file: path))
    }

    static func folder(_ path: String) -> ToolError {
        ToolError(
            code: .notReadableFolder, message: "\(path) 是一个文件夹，不是文件",
            advice: "请写出文件夹里那个表格文件的名字，例如 \(path)/指标表.xlsx。", place: Source(file: path))
    }

    static func permission(_ path: String, cause: String) -> ToolError {
        ToolError(
            code: .notReadablePermission, message: "没有权限读取 \(path)", advice: "请检查文件权限，或把文件复制到自己的文件夹后再试。",
            place: Source(file: path), cause: cause)
    }

    static func empty(_ file: String) -> ToolError {
        ToolError(
            code: .notReadableEmpty, message: "\(file) 是空文件，里面没有任何内容",
            advice: "请重新导出或重新保存这个文件，确认能用 Excel 或 WPS 打开后再试。", place: Source(file: file))
    }

    static func format(_ file: String, _ what: String, advice: String) -> ToolError {
        ToolError(
            code: .notReadableFormat, message: "\(file) \(what)", advice: advice, place: Source(file: file))
    }

    static func encrypted(_ file: String) -> ToolError {
        ToolError(
            code: .notReadableEncrypted, message: "\(file) 设了打开密码，读不出内容",
            advice: "请用 Excel 或 WPS 打开，在“文件→信息→保护工作簿”（WPS：“文件→文档加密”）里取消打开密码，另存后再试。",
            place: Source(file: file))
    }

    static func damaged(_ file: String, _ detail: String, sheet: String? = nil, cell: CellReference? = nil) -> ToolError
    {
        let place = Source(file: file, sheet: sheet, cell: cell)
        return ToolError(
            code: .notReadableDamaged, message: "\(place.place) 不完整或已损坏：\(detail)",
            advice: "请重新下载或向提供文件的人再要一份；如果 Excel 或 WPS 还能打开它，打开后另存为新的 .xlsx 再试。",
            place: place)
    }

    /// A cell names a shared text that is not there.
    package static func missingString(
        _ file: String, _ index: Int, _ count: Int, _ sheet: String, _ cell: CellReference
    ) -> ToolError {
        damaged(file, "引用了不存在的文字（第 \(index) 条，一共 \(count) 条）", sheet: sheet, cell: cell)
    }

    /// More than a bound allows; it can be raised.
    package static func limit(
        _ file: String, _ name: ReadingLimits.Name, _ limits: ReadingLimits, sheet: String? = nil,
        cell: CellReference? = nil, detail: String? = nil
    ) -> ToolError {
        let place = Source(file: file, sheet: sheet, cell: cell)
        return ToolError(
            code: .notReadableTooLarge,
            message: "\(place.place) 太大：\(name.title)超过上限 \(limits[name])" + (detail.map { "（\($0)）" } ?? ""),
            advice: "请只保留需要的工作表和行，另存后再试；确实需要并且信得过这个文件时，可加 --limit \(name.rawValue)=更大的数。",
            place: place)
    }

    static func encoding(_ file: String, _ detail: String) -> ToolError {
        ToolError(
            code: .notReadableEncoding, message: "\(file) 的文字编码认不出来：\(detail)",
            advice: "请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”或 .xlsx；知道编码时可加 --encoding，例如 --encoding GB18030。",
            place: Source(file: file))
    }

    static func big5(_ file: String) -> ToolError {
        ToolError(
            code: .notReadableEncoding, message: "\(file) 看来是 Big5 编码（繁体中文），不能确定就不猜",
            advice: "要按 Big5 读请加 --encoding big5；如果其实是简体的 GB18030，请加 --encoding GB18030。",
            place: Source(file: file))
    }

    static func csv(_ file: String, _ detail: String, advice: String) -> ToolError {
        ToolError(code: .notReadableCSV, message: "\(file) \(detail)", advice: advice, place: Source(file: file))
    }
}
