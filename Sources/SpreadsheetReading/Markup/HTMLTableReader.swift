import Spreadsheet

/// Reads the tables of a page (HTML), which finance systems save under the name `.xls`: each table is a sheet.
///
/// Cells are text, as in a delimited file, unless the page itself gives a number beside the text (`x:num`).
struct HTMLTableReader {
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
    /// - Throws: `ToolError`; a page that is cut off is never passed off as whole.
    func read(_ bytes: [UInt8]) throws -> Workbook {
        let decoded = try MarkupEncoding.decode(
            bytes, declared: MarkupEncoding.declaredInHTML(bytes), given: options.encoding, file: fileName)
        let text = HTMLMending.mended(decoded.text)
        let ending = HTMLEnding(text)
        guard !ending.hasTooManyAttributes else {
            throw ReadingError.damaged(fileName, "有一个标签的属性超过 \(MarkupLimits.attributes) 个")
        }
        let builder = HTMLTableBuilder(file: fileName, limits: options.limits)
        try HTMLParser.parse(text, events: builder, file: fileName)
        builder.finish()
        if let failure = builder.failure { throw failure }
        guard !ending.isCut else { throw ReadingError.cutOff(fileName, rows: builder.rowCount) }
        guard !builder.finished.isEmpty else {
            throw builder.isFrame ? ReadingError.onlyFrame(fileName) : ReadingError.noTable(fileName)
        }
        return workbook(of: builder, encoding: decoded.name, lacksEnd: ending.lacksEnd)
    }

    private func workbook(of builder: HTMLTableBuilder, encoding: String, lacksEnd: Bool) -> Workbook {
        let tables = builder.finished
        let (names, isNamed) = names(of: tables, settings: builder.sheetNames)
        var workbook = Workbook(fileName: fileName, sheets: [], styles: builder.styles.cellStyles)
        workbook.sheets = zip(tables, names).map { table, name in table.sheet(name: name) }
        workbook.hasSheetNames = isNamed || tables.count > 1
        var notes = ["格式：网页（HTML）；编码：\(encoding)"]
        if tables.count > 1 { notes.append("网页里有 \(tables.count) 个表格，各作为一张工作表：\(names.joined(separator: "、"))") }
        if builder.layouts.only > 0 {
            notes.append("有 \(builder.layouts.only) 个表格只用来排版，里面套着别的表格：只读了里层的表格")
        }
        if builder.layouts.mixed > 0 {
            notes.append("有 \(builder.layouts.mixed) 个表格里套着别的表格：里层、外层各作为一张工作表")
        }
        let stray = tables.reduce(0) { $0 + $1.strayHiddenCells }
        if stray > 0 { notes.append("有 \(stray) 格在网页上是隐藏的，也读了进来") }
        if builder.hasOtherText { notes.append("表格以外的文字（标题、单位说明等）没有读入") }
        if lacksEnd { notes.append("网页没有结尾标记（</html>）：请确认文件下载完整，没有少表格") }
        workbook.readingNotes = notes
        return workbook
    }

    /// Captions first; then the names of Excel's settings, when there is one for each table; then numbers.
    private func names(of tables: [HTMLTable], settings: [String]) -> (names: [String], isNamed: Bool) {
        var isNamed = false
        let names = tables.enumerated().map { index, table in
            let caption = HTMLSheetNames.cleaned(table.caption?.text ?? "")
            if !caption.isEmpty {
                isNamed = true
                return caption
            }
            if settings.count >= tables.count {
                isNamed = true
                return settings[index]
            }
            return "表\(index + 1)"
        }
        return (HTMLSheetNames.distinct(names), isNamed)
    }
}
