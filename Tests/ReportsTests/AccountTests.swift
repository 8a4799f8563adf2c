import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Reports

/// What was not understood is named in every report, and nothing is promised.
struct AccountTests {
    private static let sections = """

        没有读懂的内容（2 处要确认，另有 1 处没有用到、不影响结论）
          1. 列　〔自评〕H1:H3　得 分数
             一列数
             是不是“得分”？
             指定：--column 得分=H；不用它：--ignore 列H
          2. 资金　〔自评〕A9:C9　其它款
             一行金额
             指定：--cell ？=B9；不用它：--ignore 行9
          3. 其他内容　〔自评〕J20　杂1
             指定：--cell ？=J20；不用它：--ignore J20
          把“？”换成它是什么，如 得分、偏差原因、全年预算数；写得不对时会列出可以写的

        给了但表上没有位置的内容（1 处）
          1. 上年结转　导出.csv〔自评〕D3　12.5
             空表上没有这一行。

        按您的指定
          不用 K 列（〔自评〕K1）

        """

    @Test func aTextNamesItAfterTheFacts() throws {
        let text = TextReport.render(AccountFixture.report())
        #expect(
            text.hasPrefix("结论：有内容没有读懂，请先确认。必须改正 0 处，需要说明 0 处，提示 0 处，没有读懂 3 处（已查 "))
        let place = try #require(text.range(of: Self.sections), "\(text)")
        #expect(text[..<place.lowerBound].hasSuffix("算不出（缺全年预算数或全年执行数）\n"))
        #expect(text[place.upperBound...].hasPrefix("\n未执行的规则"))
    }

    @Test func whatMustBeCorrectedGoesBefore() throws {
        let report = AccountFixture.report { evaluation in
            var note = evaluation.findings[0]
            note.level = .note
            evaluation.findings = [evaluation.findings[0], note]
        }
        let text = TextReport.render(report)
        #expect(text.hasPrefix("结论：暂不能报送。必须改正 1 处，需要说明 0 处，提示 1 处，没有读懂 3 处"))
        for words in [text, HTMLReport.render(report)] {
            let places = ["必须改正（1 处）", "没有读懂的内容（2 处要确认，", "给了但表上没有位置的内容（1 处）", "按您的指定", "提示（1 处）"]
                .compactMap { words.range(of: $0)?.lowerBound }
            #expect(places.count == 5 && places == places.sorted(), "\(words)")
        }
    }

    @Test func manyTextsAreFolded() {
        let report = AccountFixture.report(AccountFixture.account(others: 9))
        let text = TextReport.render(report)
        #expect(text.contains("没有读懂的内容（2 处要确认，另有 9 处没有用到、不影响结论）") && text.contains("　杂5\n") && !text.contains("杂6"))
        #expect(text.contains("\n  其余 4 处…\n"))
        let page = HTMLReport.render(report)
        #expect(page.contains("<details>\n<summary>其他内容（9 处）</summary>") && page.contains("杂9"))
        #expect(page.contains("class=\"verdict bad\""))
    }

    @Test func aScriptLearnsEverything() throws {
        let report = AccountFixture.report()
        let explained = ExplainReport(
            evaluation: report.evaluation, file: "表.xlsx", template: "t", title: "表", notes: [])
        for text in [try JSONReport.render(report), try ExplainJSON.render(explained)] {
            let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(root["account"] as? [String: Int] == ["label": 6, "value": 5, "decoration": 0, "unread": 7])
            let unread = try #require(root["unread"] as? [[String: Any]])
            #expect(unread.map { $0["kind"] as? String } == ["other", "money", "column"])
            let column = unread[2]
            #expect(column["cell"] as? String == "H1" && column["cells"] as? [String] == ["H1", "H2", "H3"])
            #expect(column["file"] as? String == "表.xlsx" && column["sheet"] as? String == "自评")
            #expect(column["text"] as? String == "得\n分数" && column["message"] as? String == "一列数")
            #expect(column["suggestion"] as? String == "得分" && column["isBlocking"] as? Bool == true)
            #expect(unread[0]["suggestion"] == nil && unread[0]["isBlocking"] as? Bool == false)
            let value = try #require((root["notPlaced"] as? [[String: Any]])?.first)
            #expect(Set(value.keys) == ["name", "file", "sheet", "cell", "text", "why", "isBlocking"])
            #expect((root["told"] as? [[String: Any]])?.first?["words"] as? String == "不用 K 列")
            #expect(root["schemaVersion"] as? Int == 2)
        }
        #expect(ExplainText.render(explained).contains(Self.sections.prefix(20)))
    }

    @Test func nothingIsPromised() throws {
        let summary = CheckSummary(AccountFixture.report(), strict: false)
        #expect(summary.verdict == "没有读懂" && summary.exitStatus == 5 && summary.notUnderstood == 3)
        var totals = CheckTotals()
        totals.add(summary)
        #expect(totals.canBeHandedIn == 0 && totals.notUnderstood == 1 && totals.exitStatus == 5)
        #expect(totals.verdict.hasPrefix("结论：1 张表中，0 张可以报送，0 张暂不能报送，1 张没有读懂。"))
        try #expect(ManyFilesJSON.end(totals).contains("\"notUnderstood\" : 1"))
        #expect(HTMLReport.render([summary], sections: [], totals: totals).contains("class=\"w open\">没有读懂</td>"))
    }

    @Test func whatIsNeitherFigureNorFactKeepsNothingBack() {
        var account = FormAccount()
        account.unread = [UnreadPlace(.other, source: AccountFixture.source("J1", "杂"), cells: [], isBlocking: false)]
        let report = AccountFixture.report(account)
        #expect(CheckSummary(report, strict: true).exitStatus == 0)
        #expect(TextReport.render(report).hasPrefix("结论：可以报送。必须改正 0 处，需要说明 0 处，提示 0 处（"))
    }

    /// 0 < 4 < 5 < 3 < errors.
    @Test func theWorseStatusCounts() {
        let order: [Int32] = [0, 4, 5, 3, 64, 65, 66, 70, 73]
        for (one, worse) in zip(order, order.dropFirst()) {
            #expect(ExitStatus.worse(one, worse) == worse && ExitStatus.worse(worse, one) == worse)
        }
    }
}
