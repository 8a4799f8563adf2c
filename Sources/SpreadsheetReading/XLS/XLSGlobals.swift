import Spreadsheet

/// What stands before the sheets of a workbook of Excel 5–2003: sheets, styles, names, and where the shared texts are.
struct XLSGlobals {
    struct Entry {
        var offset: Int
        var visibility: Sheet.Visibility
        var kind: Int
        var name: String
    }

    /// Excel 5 or 95: texts are bytes of a code page.
    private(set) var isOld = false
    /// The stream is a sheet alone.
    private(set) var isSheetAlone = false
    private(set) var uses1904 = false
    private(set) var entries: [Entry] = []
    private(set) var styles = XLSStyles()
    /// Where the shared texts begin.
    private(set) var sharedTexts: Int?
    /// Names and what they lead to.
    private(set) var links = XLSLinks()
    private(set) var activeTab = 0
    private(set) var protectsStructure = false
    private(set) var protectsWindows = false
    private(set) var passwordHash = 0
    private(set) var hasMacros = false
    private(set) var hasPivots = false
    let pages: CodePageText

    private static let mostEntries = 20_000

    /// Reads the stream up to the end of its first part.
    ///
    /// - Throws: `ToolError` (65): behind a password, of a version that is not read, cut off.
    init(_ stream: CompoundStream, file: String, options: ReadingOptions) throws {
        pages = try CodePageText(said: options.encoding)
        let reader = RecordReader(stream, at: 0, file: file)
        guard try reader.next(), reader.kind & 0xFF == 0x09, reader.record.count >= 4 else {
            throw ReadingError.damaged(file, "不是以工作簿的开头开始的")
        }
        try begin(reader.kind, reader.record, file)
        var depth = 1
        while depth > 0 {
            guard try reader.next() else {
                // A stream that is a sheet alone may lack its end.
                if isSheetAlone { break }
                throw ReadingError.damaged(file, "工作簿的开头部分没有结束，文件可能没有下载完")
            }
            switch reader.kind {
            case RecordKind.begin: depth += 1
            case RecordKind.eof: depth -= 1
            default: if depth == 1 { try take(reader, file) }
            }
        }
        if isSheetAlone { entries = [Entry(offset: 0, visibility: .visible, kind: 0, name: "Sheet1")] }
    }

    private mutating func begin(_ kind: Int, _ record: RecordBytes, _ file: String) throws {
        let version = record.half(0)
        let part = record.half(2)
        guard kind == RecordKind.begin else { throw ReadingError.veryOld(file) }
        switch version {
        case 0x0600: isOld = false
        case 0x0500: isOld = true
        // Written by programs that only know the head of such a file.
        case 0 where part == 0x10: isOld = true
        default: throw ReadingError.veryOld(file)
        }
        guard part == 0x05 || part == 0x10 else {
            throw ReadingError.format(
                file, "是旧版 Excel 的图表、宏表或工作区，里面没有工作表", advice: FormatDetection.saveAsXLSX)
        }
        isSheetAlone = part == 0x10
    }

    private mutating func take(_ reader: RecordReader, _ file: String) throws {
        let record = reader.record
        switch reader.kind {
        case RecordKind.filePass: throw ReadingError.encrypted(file)
        case RecordKind.codePage: pages.take(page: record.half(0))
        case RecordKind.dateMode: uses1904 = record.half(0) == 1
        case RecordKind.boundSheet: addEntry(record)
        case RecordKind.font: try styles.addFont(record, isOld: isOld, pages: pages)
        case RecordKind.format: styles.addFormat(record, isOld: isOld, pages: pages)
        case RecordKind.style: styles.addStyle(record)
        case RecordKind.palette: styles.setPalette(record)
        case RecordKind.sharedTexts: sharedTexts = reader.offset
        case RecordKind.window1: activeTab = record.half(10)
        case RecordKind.protect: protectsStructure = record.half(0) == 1
        case RecordKind.windowProtect: protectsWindows = record.half(0) == 1
        case RecordKind.password: passwordHash = record.half(0)
        case RecordKind.macros: hasMacros = true
        case RecordKind.pivot: hasPivots = true
        default: links.take(reader.kind, record, isOld: isOld, pages: pages)
        }
    }

    private mutating func addEntry(_ record: RecordBytes) {
        guard record.count >= 7, entries.count < Self.mostEntries else { return }
        let name = XLSStyles.text(record.part(6), lengthIn: 1, isOld: isOld, pages: pages)
        let visibility: [Sheet.Visibility] = [.visible, .hidden, .veryHidden, .visible]
        entries.append(
            Entry(
                offset: record.word(0), visibility: visibility[record.byte(4) & 3], kind: record.byte(5),
                name: name.isEmpty ? "Sheet\(entries.count + 1)" : name))
    }
}

extension ReadingError {
    /// A file of Excel 2 to 4.
    static func veryOld(_ file: String) -> ToolError {
        format(file, "是 Excel 4.0 或更早的格式（.xls），不能直接读取", advice: FormatDetection.saveAsXLSX)
    }
}
