import Foundation

/// Tells what a file is by its content: names lie, above all `.xls` renamed `.xlsx`.
enum FormatDetection {
    /// What a file is.
    enum Kind {
        /// A ZIP archive: a workbook, or some other document.
        case archive
        /// A workbook of Excel 5–2003, in its container.
        case oldWorkbook(CompoundFile)
        /// The records of such a workbook without a container, as some programs write them.
        case oldRecords
        /// An Office document behind a password.
        case encrypted
        /// A workbook in the XML of Office 2003, whatever its name says.
        case xmlSpreadsheet2003
        /// A web page with tables, as finance systems save under the name of a workbook.
        case html
        /// A kind that is not read, with what to do.
        case foreign(what: String, advice: String)
        /// Anything else: text, as far as is known.
        case text
    }

    static let saveAsXLSX = "请用 Excel 或 WPS 打开它，选“文件→另存为”，类型选“Excel 工作簿（*.xlsx）”，再用新文件。"

    static func kind(of source: ByteSource) throws -> Kind {
        let head = try source.bytes(at: 0, count: 4096)
        if head.starts(with: CompoundFile.mark) { return try compoundKind(of: source) }
        let kind = kind(of: head)
        // A mail gateway or a download may have put its own lines before an archive.
        if case .text = kind, try ZipDirectory.isAtEnd(of: source) { return .archive }
        return kind
    }

    private static func kind(of bytes: [UInt8]) -> Kind {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return .archive
        }
        let head = bytes.prefix(4096)
        if head.starts(with: "%PDF-".utf8) {
            return .foreign(what: "是 PDF 文件，不是表格", advice: "请找到生成这个 PDF 的 Excel 或 WPS 表格，用原来的表格文件。")
        }
        if head.starts(with: "{\\rtf".utf8) {
            return .foreign(what: "是 RTF 文字文档，不是表格", advice: "请用 Word 或 WPS 打开，把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx。")
        }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8, 0xFF]) {
            return .foreign(what: "是图片，不是表格", advice: "请使用原来的 Excel 或 WPS 表格文件。")
        }
        if head.starts(with: [0x52, 0x61, 0x72, 0x21]) || head.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
            || head.starts(with: [0x1F, 0x8B])
        {
            return .foreign(what: "是压缩包，不是表格", advice: "请先解压缩，再用里面的表格文件。")
        }
        // Records of Excel 5 to 2003, and of Excel 2 to 4, begin with a BOF record.
        if head.count > 8, head[0] == 0x09, head[1] == 0x08, head[3] == 0, (4...16).contains(head[2]),
            [0x00, 0x05, 0x06].contains(head[5]), head[4] == 0, [0x05, 0x10].contains(head[6]), head[7] == 0
        {
            return .oldRecords
        }
        if head.count > 8, head[0] == 0x09, [0x00, 0x02, 0x04].contains(head[1]), head[3] == 0x00, head[2] <= 8 {
            return .foreign(what: "是 Excel 4.0 或更早的格式（.xls），不能直接读取", advice: saveAsXLSX)
        }
        return markupKind(head) ?? .text
    }

    /// HTML and XML that call themselves a workbook.
    private static func markupKind(_ head: ArraySlice<UInt8>) -> Kind? {
        var text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
        text = String(text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" })
        guard text.hasPrefix("<") else { return nil }
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") || text.contains("progid=\"excel.sheet\"") {
            return .xmlSpreadsheet2003
        }
        for mark in ["<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<style"] where text.contains(mark)
        {
            return .html
        }
        if text.hasPrefix("<?xml") {
            return .foreign(what: "是 XML 文件，不是表格", advice: saveAsXLSX)
        }
        return nil
    }

    /// A compound file: a workbook of Excel 5–2003, a password-protected document, or a document of another program.
    private static func compoundKind(of source: ByteSource) throws -> Kind {
        let container: CompoundFile
        do {
            container = try CompoundFile(source)
        } catch {
            // What is damaged may still be no workbook at all: streams' names stand anywhere in it.
            let bytes = Data(try source.all())
            let found = otherCompoundKind { name in
                bytes.range(of: Data(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil
            }
            guard let found else { throw error }
            return found
        }
        if container.has("Workbook") || container.has("Book") { return .oldWorkbook(container) }
        return otherCompoundKind(container.has)
            ?? .foreign(
                what: "是旧版 Office 一类的复合文档，里面没有工作簿",
                advice: "请使用表格文件；如果它能用 Excel 或 WPS 打开，打开后选“文件→另存为”，类型选“Excel 工作簿（*.xlsx）”。")
    }

    /// What a compound file without a workbook is, by the names of its streams.
    private static func otherCompoundKind(_ has: (String) -> Bool) -> Kind? {
        if has("EncryptedPackage") || has("EncryptionInfo") { return .encrypted }
        if has("WordDocument") {
            return .foreign(
                what: "是 Word 97–2003 或 WPS 文字文档（.doc、.wps），不是表格",
                advice: "请用 Word 或 WPS 打开，把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx。")
        }
        if has("PowerPoint Document") {
            return .foreign(what: "是 PowerPoint 97–2003 或 WPS 演示文稿（.ppt、.dps），不是表格", advice: "请使用表格文件。")
        }
        if has("VisioDocument") { return .foreign(what: "是 Visio 绘图（.vsd），不是表格", advice: "请使用表格文件。") }
        if has("__properties_version1.0") {
            return .foreign(what: "是 Outlook 邮件（.msg），不是表格", advice: "请打开这封邮件，把里面的表格附件另存出来再用。")
        }
        return nil
    }

    /// An archive that is something else than a workbook in XML, with what to do.
    static func foreignKind(of archive: ZipArchive) -> (what: String, advice: String)? {
        let names = archive.names
        if archive.has("xl/workbook.bin") { return ("是二进制工作簿（.xlsb），不能直接读取", saveAsXLSX) }
        if let part = try? archive.part("mimetype"),
            String(decoding: part, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument")
        {
            return ("是 OpenDocument 文件（.ods），不能直接读取", saveAsXLSX)
        }
        if archive.has("word/document.xml") {
            return ("是 Word 文档（.docx），不是表格", "请用 Word 或 WPS 打开，把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx。")
        }
        if archive.has("ppt/presentation.xml") { return ("是演示文稿（.pptx），不是表格", "请使用表格文件。") }
        if !names.contains(where: { $0.lowercased().hasSuffix(".xml") }) {
            return ("是普通压缩包，里面没有表格", "请先解压缩，再用里面的表格文件。")
        }
        return nil
    }
}
