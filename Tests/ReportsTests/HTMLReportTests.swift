import Assessment
import Foundation
import FoundationXML
import Spreadsheet
import Testing

@testable import Reports

struct HTMLReportTests {
    /// Collects the text of a document and every attribute; well-formed or not is what `parse` says.
    private final class Reader: NSObject, XMLParserDelegate {
        var text = ""
        var names: Set<String> = []
        var attributes: [String: [String]] = [:]

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName qName: String?, attributes attributeDict: [String: String]
        ) {
            names.insert(elementName)
            for (name, value) in attributeDict { attributes[name, default: []].append(value) }
        }
    }

    private static func read(_ html: String) throws -> Reader {
        let parser = XMLParser(data: Data(html.utf8))
        let reader = Reader()
        parser.delegate = reader
        let isWellFormed = parser.parse()
        try #require(isWellFormed, "\(parser.parserError.map { "\($0)" } ?? "") 第 \(parser.lineNumber) 行")
        return reader
    }

    /// A name that would break out of text, attribute and XML.
    private static let hostile = "<script>alert(\"1\")</script> & 'a' ]]> \u{1}"

    private static func page(_ name: String) -> String {
        HTMLReport.render(SmallForm.report([(name, "≥20场", "", "100", "", "")]))
    }

    private static var manyPages: String {
        let report = SmallForm.report([(hostile, "≥20场", "", "100", "", "")])
        let error = ToolError(code: .notReadable, message: "坏了 <b>", advice: "重做 &")
        var totals = CheckTotals()
        var summaries = [CheckSummary(report, strict: false), CheckSummary(path: "坏 & <.xlsx", error: error)]
        for index in summaries.indices { summaries[index].anchor = "f\(index + 1)" }
        for summary in summaries { totals.add(summary) }
        return HTMLReport.render(
            summaries,
            sections: [
                HTMLReport.section(report, id: "f1"), HTMLReport.section(error, path: "坏 & <.xlsx", id: "f2"),
            ], totals: totals)
    }

    private static var unreadPage: String {
        var account = AccountFixture.account(others: 9)
        for index in account.unread.indices { account.unread[index].source.text += hostile }
        account.told[0].words = hostile
        return HTMLReport.render(AccountFixture.report(account))
    }

    @Test(arguments: [page("讲座"), page(hostile), manyPages, unreadPage])
    func itIsWellFormedAndNeedsNothingElse(html: String) throws {
        let reader = try Self.read(html)
        #expect(reader.names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "base"]))
        for name in ["src", "srcset", "style", "onclick", "onload"] { #expect(reader.attributes[name] == nil) }
        // Links go to places of the page itself.
        let places = Set((reader.attributes["id"] ?? []).map { "#" + $0 })
        #expect((reader.attributes["href"] ?? []).allSatisfy { places.contains($0) })
        for word in ["http:", "https:", "//", "@import", "url("] { #expect(!html.contains(word), "\(word)") }
        #expect(html.hasPrefix("<!DOCTYPE html>"))
    }

    @Test func whatThePersonWroteStaysText() throws {
        let reader = try Self.read(Self.page(Self.hostile))
        #expect(reader.text.contains("<script>alert(\"1\")</script> & 'a' ]]> \u{25A1}"))
    }

    /// All that the text says, the page says.
    @Test func itSaysWhatTheTextSays() throws {
        let report = SmallForm.report(
            [("讲座", "≥20场", "", "30", "", ""), ("援助", "≥10人", "5人", "40", "20", "")], unsettled: ["分值"],
            evidence: ["表头 6 列"])
        let shown = try Self.read(HTMLReport.render(report)).text.filter { !$0.isWhitespace }
        let page = ReportPage(report)
        for fact in page.facts { #expect(shown.contains(fact.value.filter { !$0.isWhitespace })) }
        var pieces = [page.verdict] + page.notRun + page.unsettled + page.notes
        for level in page.levels {
            for group in level.groups {
                pieces += [group.rule, group.title, group.citation, group.remedy]
                for entry in group.entries {
                    pieces += [entry.place, entry.subject, entry.found, entry.expected, entry.message]
                }
            }
        }
        #expect(pieces.count > 20)
        for piece in pieces { #expect(shown.contains(piece.filter { !$0.isWhitespace }), "\(piece)") }
    }

    /// On a narrow screen each cell says its own heading; sections and what is not read every day are folded; dark screens have their colours.
    @Test func itFitsSmallAndDarkScreens() throws {
        let html = Self.manyPages
        for label in ["单位名称", "结论", "必须改正", "没有读懂", "总分", "等级"] {
            #expect(html.contains("data-label=\"\(label)\""), "\(label)")
        }
        #expect(html.contains("<details class=\"form\"") && html.contains("<summary>未执行的规则（"))
        #expect(html.contains("prefers-color-scheme: dark") && html.contains("max-width: 700px"))
        #expect(html.contains("class=\"w bad\">"))
    }

    @Test func eachLineOfTheTableLeadsToItsSection() throws {
        let reader = try Self.read(Self.manyPages)
        let links = reader.attributes["href"] ?? []
        // What can't be read stands first: the weightiest before the others.
        #expect(links == ["#f2", "#f1"])
        #expect(reader.attributes["id"] == ["f1", "f2"])
        #expect(reader.text.contains("读不出：坏了 <b>"))
    }
}
