import Spreadsheet

/// Reads XML Spreadsheet 2003 (SpreadsheetML), which finance systems save under the name `.xls`.
///
/// Kept: values, number formats, merges, hidden rows, columns and sheets, sizes. Left out: fonts, colours, lines, comments, formulas (written
/// in R1C1: their values are kept).
struct SpreadsheetML2003Reader {
    /// Name for the messages.
    let fileName: String
    /// What the person said of the file.
    let options: ReadingOptions

    /// A reader of a file.
    init(fileName: String, options: ReadingOptions) {
        self.fileName = fileName
        self.options = options
    }

    /// Reads bytes.
    ///
    /// - Throws: `ToolError`; a file that is cut off is never passed off as whole.
    func read(_ bytes: [UInt8]) throws -> Workbook {
        let decoded = try MarkupEncoding.decode(
            bytes, declared: MarkupEncoding.declaredInXML(bytes), given: options.encoding, file: fileName)
        let handler = SpreadsheetMLHandler(file: fileName, limits: options.limits)
        // White space before the declaration is no XML, but every program reads past it.
        let text = decoded.text.drop { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
        try SpreadsheetMLParser.parse(
            text.count == decoded.text.count ? decoded.text : Array(text), events: handler, file: fileName,
            limits: options.limits)
        guard !handler.sheets.isEmpty else { throw ReadingError.noSheet(fileName) }
        var workbook = Workbook(fileName: fileName, sheets: handler.sheets, styles: handler.styles.cellStyles)
        workbook.readingNotes = ["格式：XML 表格 2003；编码：\(decoded.name)"]
        if handler.formulas.all > 0 {
            let lacking = handler.formulas.withoutValue
            workbook.readingNotes.append(
                "有 \(handler.formulas.all) 格是公式：只读了文件里保存的结果"
                    + (lacking > 0 ? "，其中 \(lacking) 格没有保存结果，按空格处理" : ""))
        }
        return workbook
    }
}
