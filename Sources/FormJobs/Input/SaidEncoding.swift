import Spreadsheet
import SpreadsheetReading

/// An encoding that a person says a text has, and what it counts for.
struct SaidEncoding {
    /// What holds where the bytes themselves say what the encoding is, and it is another.
    enum WhereCertain: Hashable {
        /// What was said.
        case overrule
        /// What the bytes say: one word is said of all files of a job, and one of them may be older than the others.
        case keep
        /// Nothing: the file is not read, and this is advised.
        case refuse(advice: String)
    }

    /// Its name, as the person wrote it.
    var name: String
    /// What it counts for.
    var whereCertain: WhereCertain

    /// An encoding by its name.
    init(_ name: String, whereCertain: WhereCertain) {
        self.name = name
        self.whereCertain = whereCertain
    }

    /// Opens a source. A workbook has no encoding that could be said.
    ///
    /// - Throws: `ToolError`: 64 when there is no such encoding or it is refused, else 65.
    static func open(_ source: ByteSource, _ options: ReadingOptions, _ said: SaidEncoding?) throws -> TableFile {
        guard let said else { return try TableFile.open(source, options: options) }
        var forced = options
        forced.encoding = said.name
        var unsaid = options
        unsaid.encoding = nil
        guard said.whereCertain != .overrule, let found = try? TableFile.open(source, options: unsaid) else {
            return try TableFile.open(source, options: forced)
        }
        // A workbook says itself how its texts are written, but for some of Excel 5 and 95.
        if case .oldWorkbook(let old) = found, old.saysEncoding { return found }
        guard case .text(let text) = found else { return try TableFile.open(source, options: forced) }
        let converter = try TextFile.encodingName(said.name)
        // UTF-16 is either order of bytes.
        let isSame = converter == text.encodingName || converter == "UTF-16" && text.encodingName.hasPrefix(converter)
        if text.isCertainOfEncoding, !isSame {
            guard case .refuse(let advice) = said.whereCertain else { return found }
            throw ToolError(
                code: .usage, message: "\(text.name) 是 \(text.encodingTitle) 编码，不是 \(converter)", advice: advice)
        }
        return text.isASCII ? found : try TableFile.open(source, options: forced)
    }
}
