import Foundation
import Spreadsheet
import Testing

@testable import Reports

/// Links that do harm are named in a marked copy and not live in it.
struct LinkSafetyTests {
    @Test(arguments: [
        ("https://example.org/a?b=c:d", true), ("HTTP://example.org", true), ("mailto:a@example.org", true),
        ("附件.xlsx", true),
        ("文件夹/附件:1.xlsx", true), ("javascript:alert(1)", false), ("JaVa\tScript:alert(1)", false),
        ("data:text/html,x", false), ("file:///C:/a.exe", false), ("file://server/share", false),
        ("\\\\server\\share\\a", false), ("//server/share", false), ("/etc/passwd", false), ("C:\\a.exe", false),
        ("vbscript:x", false), (" javascript:x", false), ("ms-msdt:/id", false), ("search-ms:query=x", false),
    ])
    func whichAreLive(_ target: String, _ isLive: Bool) { #expect(LinkSafety.isLive(target) == isLive) }

    @Test func harmfulLinksAreNamedAndGone() throws {
        var book = MarkedFixture.form()
        let cell = CellRange(CellReference(row: 1, column: 0), CellReference(row: 1, column: 0))
        let bad = ["javascript:alert(1)", "data:text/html,x", "file:///C:/a.exe", "\\\\server\\share"]
        book.sheets[0].hyperlinks =
            bad.map { Hyperlink(range: cell, target: $0) } + [
                Hyperlink(range: cell, target: "https://example.org/"), Hyperlink(range: cell, location: "附表!A1"),
            ]
        book.sheets[0][CellReference(row: 4, column: 0)] = Cell(
            value: .text("看"), shown: "看", formula: "HYPERLINK(\"file:///C:/b.exe\",\"看\")")
        let copy = MarkedFixture.marked([MarkedFixture.finding()], of: book)
        let saved = try MarkedFixture.saved(copy)
        let sheet = try #require(saved.sheets.first { $0.name == "自评 表" })
        #expect(sheet.hyperlinks.map(\.target) == ["https://example.org/", nil])
        #expect(sheet[CellReference(row: 4, column: 0)]?.formula == nil)
        #expect(sheet[CellReference(row: 4, column: 0)]?.value == .text("看"))
        let told = copy.losses.map(\.text)
        for target in bad + ["file:///C:/b.exe"] { #expect(told.contains { $0.contains(target) }, "\(told)") }
        #expect(!told.contains { $0.contains("example.org") })
        // They stand in the list of the copy too.
        let list = saved.sheets[0].cells.values.map(\.shown).joined(separator: "\n")
        for target in bad { #expect(list.contains(target)) }
    }

    @Test func overlappingMergesAreCounted() {
        var book = MarkedFixture.form()
        book.sheets[0].merges += (0..<300).compactMap { _ in CellRange("D5:F9") }
        let copy = MarkedFixture.marked([MarkedFixture.finding()], of: book)
        #expect(copy.sheets[1].merges.count == 2)
        let told = copy.losses.filter { $0.what.contains("重叠") }
        #expect(told.count == 101 && told.last?.what.contains("另外 199 处") == true)
    }
}
