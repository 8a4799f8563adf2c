import Spreadsheet

/// The errors of pages and XML files that call themselves a workbook. None shows what stands in a cell.
extension ReadingError {
    static func beyondLimit(
        _ file: String, _ what: String, sheet: String? = nil, cell: CellReference? = nil
    ) -> ToolError {
        let place = Source(file: file, sheet: sheet, cell: cell)
        return ToolError(
            code: .notReadableTooLarge, message: "\(place.place) \(what)",
            advice: "请只保留需要的表和行，用 Excel 或 WPS 另存为 .xlsx 后再试。",
            place: place)
    }

    static func cutOff(_ file: String, rows: Int) -> ToolError {
        ToolError(
            code: .notReadableDamaged, message: "\(file) 像是被截断了：网页在中途断开，最后一个表格没有结束，只读到 \(rows) 行",
            advice: "请从系统里重新导出或重新下载，等下载完成后再试；不要用这个不完整的文件。", place: Source(file: file))
    }

    static func noTable(_ file: String) -> ToolError {
        format(
            file, "是网页（HTML），里面没有表格", advice: "可能是登录页或出错提示被当成表格存了下来，请回到系统重新导出；" + FormatDetection.saveAsXLSX)
    }

    static func onlyFrame(_ file: String) -> ToolError {
        format(
            file, "是 Excel 存成网页后的外壳，里面没有数据：数据在同名的“.files”文件夹里",
            advice: "请在原来的电脑上（文件和同名文件夹放在一起）用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”，再用新文件。")
    }

    static func noSheet(_ file: String) -> ToolError { damaged(file, "里面没有工作表") }

    static func backwards(_ file: String, _ what: String, sheet: String, cell: CellReference? = nil) -> ToolError {
        damaged(file, what + "：后写的格子会盖住先写的", sheet: sheet, cell: cell)
    }
}
