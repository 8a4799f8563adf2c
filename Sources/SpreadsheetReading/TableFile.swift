import Spreadsheet

/// A file with tables in it, opened as what its content says it is.
public enum TableFile {
    /// Office Open XML: its sheets can be read row by row.
    case workbook(XLSXFile)
    /// Excel 5–2003 (`.xls`), and what WPS writes in the same records (`.et`): its sheets can be read row by row.
    case oldWorkbook(XLSFile)
    /// Delimited text: it can be read row by row.
    case text(TextFile)
    /// Of a kind that is read whole.
    case whole(Workbook)

    /// Name for messages.
    public var name: String {
        switch self {
        case .workbook(let file): file.name
        case .oldWorkbook(let file): file.name
        case .text(let file): file.name
        case .whole(let workbook): workbook.fileName
        }
    }

    /// Opens a source.
    ///
    /// - Throws: `ToolError`, exit status 65: what the file is when it is of no kind that is read, with what to do.
    public static func open(_ source: ByteSource, options: ReadingOptions = ReadingOptions()) throws -> TableFile {
        guard source.count > 0 else { throw ReadingError.empty(source.name) }
        switch try FormatDetection.kind(of: source) {
        case .archive:
            let archive = try ZipArchive(source: source, limits: options.limits)
            if let other = FormatDetection.foreignKind(of: archive) {
                throw ReadingError.format(source.name, other.what, advice: other.advice)
            }
            return .workbook(try XLSXFile(archive: archive))
        case .oldWorkbook(let container):
            guard let file = try XLSFile.open(container, name: source.name, options: options) else {
                throw ReadingError.damaged(source.name, "里面没有工作簿的内容")
            }
            return .oldWorkbook(file)
        case .oldRecords:
            return .oldWorkbook(
                try XLSFile(stream: CompoundStream(whole: source), name: source.name, options: options))
        case .encrypted:
            throw ReadingError.encrypted(source.name)
        case .foreign(let what, let advice):
            throw ReadingError.format(source.name, what, advice: advice)
        case .xmlSpreadsheet2003:
            return .whole(try SpreadsheetML2003Reader(fileName: source.name, options: options).read(source.all()))
        case .html:
            return .whole(try HTMLTableReader(fileName: source.name, options: options).read(source.all()))
        case .text:
            return .text(try TextFile(source: source, options: options))
        }
    }
}
