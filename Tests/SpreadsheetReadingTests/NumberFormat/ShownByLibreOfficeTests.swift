import Foundation
import Spreadsheet
import SpreadsheetReading
import TestArchive
import Testing

/// LibreOffice in Chinese shows what the table says that it shows. Runs where LibreOffice is.
struct ShownByLibreOfficeTests {
    private static let program = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: program != nil), arguments: [false, true])
    func theTableIsRight(uses1904: Bool) throws {
        let program = try #require(Self.program)
        let rows = try ShownRow.all().filter { $0.source == .libreOffice && $0.uses1904 == uses1904 }
        try #require(!rows.isEmpty)
        let folder = NSTemporaryDirectory() + "shown-" + UUID().uuidString
        let profile = folder + "/profile"
        try FileManager.default.createDirectory(atPath: profile + "/user", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Self.chinese.write(toFile: profile + "/user/registrymodifications.xcu", atomically: true, encoding: .utf8)
        try Data(Self.workbook(rows, uses1904: uses1904).bytes).write(to: URL(fileURLWithPath: folder + "/表.xlsx"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // Comma, quotation mark, UTF-8, from the first line; cells as they are shown.
        process.arguments = [
            "-env:UserInstallation=file://" + profile, "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder, folder + "/表.xlsx",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: folder + "/表.csv", encoding: .utf8)
        // One column: a line is a field, in quotation marks where it has commas.
        let shown = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("\"") ? String(line.dropFirst().dropLast()).replacing("\"\"", with: "\"") : String(line)
        }
        try #require(shown.count >= rows.count)
        for (row, shown) in zip(rows, shown) { #expect(shown == row.text, "\(row.testDescription)") }
    }

    /// The system's language is that of LibreOffice's profile.
    private static let chinese = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Setup/L10N">\
        <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item></oor:items>
        """

    /// One cell a row. The column is wide, so that no number is cut to its width; the types of parts are named, without which LibreOffice opens no workbook.
    private static func workbook(_ rows: [ShownRow], uses1904: Bool) -> Archive {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        }
        let codes = rows.enumerated().map {
            "<numFmt numFmtId=\"\($0.offset + 170)\" formatCode=\"\(escaped($0.element.format))\"/>"
        }
        let styles = rows.indices.map { "<xf numFmtId=\"\($0 + 170)\" applyNumberFormat=\"1\"/>" }
        let cells = rows.enumerated().map { index, row in
            let place = "r=\"A\(index + 1)\" s=\"\(index + 1)\""
            let cell =
                row.value.hasPrefix("t:")
                ? "<c \(place) t=\"inlineStr\"><is><t>\(escaped(String(row.value.dropFirst(2))))</t></is></c>"
                : "<c \(place)><v>\(row.value)</v></c>"
            return "<row r=\"\(index + 1)\">\(cell)</row>"
        }
        var archive = Archive.workbook(
            sheets: [
                Archive.SheetPart(
                    "表",
                    """
                    <worksheet xmlns="MAIN"><cols><col min="1" max="1" width="80" customWidth="1"/></cols>\
                    <sheetData>\(cells.joined())</sheetData></worksheet>
                    """)
            ],
            styles: """
                <numFmts count="\(rows.count)">\(codes.joined())</numFmts>\
                <fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>\
                <fills count="1"><fill/></fills><borders count="1"><border/></borders>\
                <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs><xf/>\(styles.joined())</cellXfs>
                """,
            properties: uses1904 ? "<workbookPr date1904=\"1\"/>" : "")
        archive.add("[Content_Types].xml", Self.contentTypes)
        return archive
    }

    private static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        \(part("workbook", "sheet.main"))\(part("worksheets/sheet1", "worksheet"))\(part("styles", "styles"))</Types>
        """

    private static func part(_ name: String, _ kind: String) -> String {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"
        return "<Override PartName=\"/xl/\(name).xml\" ContentType=\"\(type)\"/>"
    }
}
