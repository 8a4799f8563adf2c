import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestArchive
import Testing

/// However a sheet is cut, and by whichever way it is read, its text is the same.
struct PieceTests {
    @Test(arguments: OddSheet.cases)
    func everyCutGivesTheSameText(of sheet: OddSheet) throws {
        let bytes = sheet.workbook
        #expect(try ThreeWays.loaded(bytes) == sheet.text)
        if let streamed = try ThreeWays.streamed(bytes) { #expect(streamed == sheet.text) }
        for size in [200, 333, 1000, 1 << 20] {
            for threads in [1, 3] {
                #expect(
                    try ThreeWays.cut(bytes, pieceSize: size, threads: threads) == sheet.text,
                    "\(size) bytes, \(threads) threads")
            }
        }
    }

    /// The test above says something only when there are pieces.
    @Test func anOrdinarySheetIsCut() throws {
        let sheet = OddSheet("", OddSheet.sheet(OddSheet.rows(1...100)), "")
        let file = try ThreeWays.open(sheet.workbook)
        var rows = file.rows(of: file.entries[0])
        rows.pieceSize = 1000
        let context = SheetTextContext(
            file: file, entry: file.entries[0], strings: try file.strings(), showsFormats: false,
            widest: try rows.widest(),
            dialect: CSVDialect())
        nonisolated(unsafe) var pieces = 0
        var restarts = 0
        try rows.convert(
            threads: 3, makeWorker: { CSVRowWorker(context) }, restart: { restarts += 1 }, deliver: { _ in pieces += 1 }
        )
        #expect(pieces > 8 && restarts == 0)
    }

    static let strings: [(markup: String, text: String)] = [
        ("<si><t>某某局</t></si>", "某某局"), ("<si><t><![CDATA[<si><t>甲</t></si>]]></t></si>", "<si><t>甲</t></si>"),
        ("<!--<si><t>多余</t></si>--><si><t>&lt;si&gt;</t></si>", "<si>"), ("<?导出 <si>?><si/>", ""),
        (
            "<si><r><rPr><b/></rPr><t>乙</t></r><r><t xml:space=\"preserve\"> 丙 </t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></si>",
            "乙 丙 "
        ),
        ("<si><t>上_x000D_\n下_x005F_x000D_</t></si>", "上\n下_x000D_"),
        ("<si><t xmlns=\"urn:e\">别的</t><t>本来</t></si>", "本来"), ("<e:si xmlns:e=\"urn:e\"/><si><t>后</t></si>", "后"),
    ]

    @Test func sharedTextsAreTheSameHoweverTheyAreCut() throws {
        let filler = (0..<40).map { "<si><t>000044011200100000\($0)</t></si>" }.joined()
        for (markup, text) in Self.strings {
            let cell = "<c r=\"A1\" t=\"s\"><v>40</v></c><c r=\"B1\" t=\"s\"><v>41</v></c>"
            let bytes = Archive.workbook(
                OddSheet.sheet("<row r=\"1\">\(cell)</row>"), strings: filler + markup + filler
            ).bytes
            for size in [150, 222, 1 << 20] {
                let strings = try ThreeWays.open(bytes).strings(threads: 2, pieceSize: size)
                #expect(strings.count == 81)
                #expect(strings.text(40) == text && strings.text(41) == "0000440112001000000")
            }
        }
    }

    /// A fault is never the end of the rows.
    @Test func aDamagedSheetIsNeverShort() throws {
        let whole = Array(OddSheet.sheet(OddSheet.rows(1...12)).replacing("MAIN", with: Archive.main).utf8)
        for length in stride(from: 60, to: whole.count, by: 37) {
            let bytes = OddSheet("", bytes: Array(whole[..<length]), "").workbook
            for size in [200, 1000, 1 << 20] {
                let error = #expect(throws: ToolError.self) {
                    try ThreeWays.cut(bytes, pieceSize: size, threads: 2)
                }
                #expect(error?.code == .notReadableDamaged)
            }
        }
    }

    @Test(arguments: [("</row>", ""), ("</v>", ""), ("<c r=\"B7\">", "<c r=\"B7\""), ("&", "&"), ("第7", "&unknown;")])
    func aSpoiledSheetIsRefused(what: String, by: String) throws {
        var markup = OddSheet.sheet(OddSheet.rows(1...12))
        let place = try #require(markup.range(of: "<row r=\"7\">"))
        if what == "&" {
            markup.replaceSubrange(place, with: "&<row r=\"7\">")
        } else {
            let found = try #require(markup.range(of: what, range: place.lowerBound..<markup.endIndex))
            markup.replaceSubrange(found, with: by)
        }
        let bytes = OddSheet("", markup, "").workbook
        for size in [200, 1 << 20] {
            let error = #expect(throws: ToolError.self) { try ThreeWays.cut(bytes, pieceSize: size, threads: 2) }
            #expect(error?.message.contains("不是正确的 XML") == true, "\(String(describing: error))")
            #expect(error?.description.contains("70.53") == false)
        }
    }
}
