import Spreadsheet
import SpreadsheetReading
import TestArchive
import Testing

/// White space around texts: Excel keeps it only where `xml:space="preserve"` says so.
struct XLSXSpaceTests {
    /// The inside of `<si>` or `<is>`, and the text that Excel shows.
    static let texts = [
        ("<t> 前</t>", "前"), ("<t>后 \t\n</t>", "后"), ("<t>中  间</t>", "中  间"), ("<t>&#x9;制表&#10;</t>", "制表"),
        ("<t xml:space=\"preserve\"> 前后 </t>", " 前后 "), ("<t xml:space=\"default\"> 前后 </t>", "前后"),
        ("<t xml:space=\"preserve\">   </t>", "   "), ("<t>   </t>", ""), ("<t/>", ""), ("<t>　全角　</t>", "　全角　"),
        ("<t>&#160;不断行&#160;</t>", "\u{A0}不断行\u{A0}"), ("<t>_x0020_转义_x0020_</t>", " 转义 "),
        ("<r><t>你好 </t></r><r><t> 世界</t></r>", "你好世界"), ("<r><t>你好</t></r><r><t> </t></r><r><t>世界</t></r>", "你好 世界"),
        ("<r><t>你好</t></r><r><t xml:space=\"preserve\"> 世界 </t></r>", "你好 世界 "),
    ]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private func file(_ archive: Archive) throws -> XLSXFile {
        guard case .workbook(let file) = try TableFile.open(ByteSource(bytes: archive.bytes, name: "表.xlsx")) else {
            throw ToolError(code: .fault, message: "不是工作簿", advice: "")
        }
        return file
    }

    /// All names with a prefix, which only a parser of namespaces can judge.
    private static func prefixed(_ markup: String) -> String {
        markup.replacing("</", with: "\0").replacing("<", with: "<x:").replacing("\0", with: "</x:")
    }

    @Test(arguments: texts)
    func sharedTexts(markup: String, shown: String) throws {
        let sheet =
            "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        var archive = Archive.workbook(sheet, strings: "<si>\(markup)</si>")
        #expect(try file(archive).strings(threads: 2).text(0) == shown)
        archive.parts.removeAll { $0.name == "xl/sharedStrings.xml" }
        archive.add(
            "xl/sharedStrings.xml",
            Self.prefixed("<sst><si>\(markup)</si></sst>").replacing(
                "<x:sst>", with: "<x:sst xmlns:x=\"\(Self.main)\">"))
        #expect(try file(archive).strings().text(0) == shown)
    }

    @Test(arguments: texts)
    func inlineTexts(markup: String, shown: String) throws {
        let cells =
            "<c r=\"A1\" t=\"inlineStr\"><is>\(markup)</is></c><c r=\"B1\" t=\"inlineStr\"><is><t>乙</t></is></c>"
        let archive = Archive.workbook(
            "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\">\(cells)</row></sheetData></worksheet>")
        let sheet = try WorkbookReader.read(bytes: archive.bytes, fileName: "表.xlsx").sheets[0]
        #expect(sheet[0, 0]?.shown == shown)
        #expect(sheet[0, 1]?.shown == "乙")
        let book = try file(archive)
        let worker = TextWorker()
        try book.rows(of: book.entries[0]).convert(
            threads: 1, makeWorker: { worker }, restart: { Issue.record("读了两遍") }, deliver: { _ in })
        #expect(worker.texts == [shown.replacing("_x0020_", with: " "), "乙"])
    }

    @Test func valuesOfFormulasStayAsTheyAre() throws {
        let archive = Archive.workbook(
            "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1</f><v> 空 </v></c></row></sheetData></worksheet>"
        )
        let sheet = try WorkbookReader.read(bytes: archive.bytes, fileName: "表.xlsx").sheets[0]
        #expect(sheet[0, 0]?.shown == " 空 ")
    }
}

/// Keeps the texts of the rows that a parser of pieces gives.
private final class TextWorker: RowWorker {
    private(set) var texts: [String] = []

    var sink: RowSink {
        RowSink(context: Unmanaged.passUnretained(self).toOpaque()) { context, row in
            guard let context else { return 1 }
            let worker = Unmanaged<TextWorker>.fromOpaque(context).takeUnretainedValue()
            let row = row.assumingMemoryBound(to: RawRow.self).pointee
            for index in 0..<Int(row.count) {
                let text = String(decoding: row.text(of: row.cells[index]), as: UTF8.self)
                worker.texts.append(text.replacing("_x0020_", with: " "))
            }
            return 0
        }
    }
    func begin() {}
    func finish() -> RowOutput { RowOutput() }
    func error(_ answer: Int32) -> any Error { ToolError(code: .fault, message: "内部错误", advice: "") }
}
