import Foundation
import Spreadsheet

/// A workbook of Excel 97–2003 or 5/95 (`.xls`; `.et` of WPS too), whose sheets are read when they are asked for.
public final class XLSFile {
    /// One tab.
    public struct SheetEntry: Sendable {
        /// Name on the tab.
        public var name: String
        /// Whether its tab is shown.
        public var visibility: Sheet.Visibility
        /// What it is where it holds no cells: 图表, 宏表; else nil.
        public var otherKind: String?
        /// Where its records begin.
        var offset: Int
        /// Its place among all tabs.
        var index: Int

        /// Whether the tab holds cells.
        public var hasCells: Bool { otherKind == nil }
    }

    /// Name for messages.
    public let name: String
    /// All tabs in their order.
    public let entries: [SheetEntry]
    /// Styles; index 0 is the default.
    public let styles: [CellStyle]
    /// The styles' number formats.
    public let formats: [NumberFormat]
    /// Whether dates count from 1904.
    public var uses1904: Bool { globals.uses1904 }
    /// The version, as a person knows it.
    public var version: String { globals.isOld ? "Excel 5.0/95" : "Excel 97–2003" }

    let stream: CompoundStream
    /// What the file says of itself.
    let about: CompoundStream?
    let globals: XLSGlobals
    let limits: ReadingLimits
    /// Where the style of each record is in ``styles``.
    let stylePlaces: [Int]

    /// Reads what stands before the sheets.
    ///
    /// - Throws: `ToolError` (65).
    init(stream: CompoundStream, name: String, options: ReadingOptions, about: CompoundStream? = nil) throws {
        self.stream = stream
        self.about = about
        self.name = name
        limits = options.limits
        let globals = try XLSGlobals(stream, file: name, options: options)
        self.globals = globals
        (styles, stylePlaces) = globals.styles.cellStyles(isOld: globals.isOld)
        // Many styles share a code: it is taken apart once.
        var known: [String: NumberFormat] = [:]
        formats = styles.map { style in
            if let format = known[style.numberFormat] { return format }
            let format = NumberFormat(style.numberFormat)
            known[style.numberFormat] = format
            return format
        }
        // Two tabs never share their records: what is read shall not be more than what the file holds.
        var offsets = Set<Int>()
        entries = try globals.entries.enumerated().map { index, entry in
            let kind: String?
            switch entry.kind {
            case 0: kind = nil
            case 2: kind = "图表"
            case 6: kind = "VBA 模块"
            default: kind = "宏表"
            }
            guard kind != nil || entry.offset < stream.count else {
                throw ReadingError.damaged(name, "缺少工作表“\(entry.name)”的内容，文件可能没有下载完")
            }
            guard kind != nil || offsets.insert(entry.offset).inserted else {
                throw ReadingError.damaged(name, "两张工作表指向同一处内容", sheet: entry.name)
            }
            return SheetEntry(
                name: entry.name, visibility: entry.visibility, otherKind: kind, offset: entry.offset, index: index)
        }
        guard entries.contains(where: \.hasCells) else { throw ReadingError.damaged(name, "里面没有工作表") }
    }

    /// What of a compound file is read as a workbook; nil when it holds none.
    static func open(_ container: CompoundFile, name: String, options: ReadingOptions) throws -> XLSFile? {
        guard let stream = try container.stream("Workbook") ?? container.stream("Book") else { return nil }
        // What the file says of itself is no reason to refuse it.
        let about = try? container.stream(XLSProperties.stream)
        return try XLSFile(stream: stream, name: name, options: options, about: about)
    }

    /// Reads the texts that cells name by number.
    public func strings() throws -> StringTable { try sharedTexts(keepsRuns: false).table }

    func sharedTexts(keepsRuns: Bool) throws -> SharedTexts {
        guard let offset = globals.sharedTexts else { return SharedTexts() }
        let reader = RecordReader(stream, at: offset, file: name)
        guard try reader.next() else { return SharedTexts() }
        return try SharedTexts(reader, file: name, limits: limits, keepsRuns: keepsRuns)
    }

    /// The rows of a sheet of cells.
    public func rows(of entry: SheetEntry) -> XLSRows { XLSRows(file: self, entry: entry) }

    func decoder(_ entry: SheetEntry, _ strings: StringTable) -> CellDecoder {
        CellDecoder(file: name, sheet: entry.name, strings: strings, formats: formats, uses1904: uses1904)
    }

    /// Whether the file itself says how its texts are written.
    package var saysEncoding: Bool { !globals.isOld || globals.pages.title != nil }

    /// What is to be told of how it was read.
    public var notes: [String] {
        guard globals.isOld else { return [] }
        let bad = globals.pages.badBytes
        return ["格式：Excel 5.0/95（.xls）；文字编码：\(globals.pages.title ?? "文件没有写明，逐格判断")"]
            + (bad > 0 ? ["有 \(bad) 处文字按这种编码读不出来，换成了“\u{FFFD}”；知道编码时请加 --encoding（convert 用 --from-encoding）"] : [])
    }
}
