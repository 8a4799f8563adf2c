import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Reports

struct JSONReportTests {
    private static let report = SmallForm.report(
        [("讲座", "≥20场", "", "60", "", ""), ("援助", "≥10人", "5人", "40", "20.5", "")], unsettled: ["分值"],
        evidence: ["表头 6 列"]
    ) { $0.followOns = [.init(rule: "SCO-05", cause: "VAL-01", source: Source(file: "表.xlsx", sheet: "自评"))] }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Keys that Documentation/JSON.md promises.
    @Test func theKeysOfOneForm() throws {
        let root = try Self.object(JSONReport.render(Self.report))
        #expect(root["schemaVersion"] as? Int == 2)
        #expect(root["path"] as? String == "夹/表.xlsx")
        #expect(root["template"] as? String == "t" && root["title"] as? String == "自评表")
        #expect(root["isGeneric"] as? Bool == false && root["evidence"] as? [String] == ["表头 6 列"])
        #expect((root["verdict"] as? String)?.hasPrefix("结论：暂不能报送") == true)
        #expect(root["canBeHandedIn"] as? Bool == false)
        #expect(root["weightTotal"] as? String == "100")
        #expect(root["unsettled"] as? [String] == ["分值：依据待核"])
        #expect((root["scores"] as? [[String: Any]])?.map { $0["indicator"] as? String } == ["讲座", "援助"])
        let findings = try #require(root["findings"] as? [[String: Any]])
        let finding = try #require(findings.first { $0["rule"] as? String == "VAL-01" })
        #expect(
            Set(finding.keys) == [
                "rule", "level", "file", "sheet", "cell", "subject", "found", "expected", "message", "citation",
                "remedy",
            ])
        #expect(finding["level"] as? String == "must" && finding["cell"] as? String == "C2")
        let notRun = try #require(root["notRun"] as? [[String: Any]])
        #expect(notRun.allSatisfy { Set($0.keys) == ["rule", "title", "why"] } && !notRun.isEmpty)
        let follow = try #require((root["followOns"] as? [[String: Any]])?.first)
        #expect(follow["rule"] as? String == "SCO-05" && follow["cause"] as? String == "VAL-01")
        let counts = try #require(root["counts"] as? [String: Int])
        #expect(counts["must"] == findings.count { $0["level"] as? String == "must" } && counts.count == 3)
    }

    @Test func manyFormsAreAnArrayWithASummary() throws {
        let error = ToolError(code: .notReadable, message: "坏了", advice: "重做。")
        var totals = CheckTotals()
        totals.add(CheckSummary(Self.report, strict: false))
        totals.add(CheckSummary(path: "坏.xlsx", error: error))
        let one = try JSONReport.render(Self.report)
        let text =
            try ManyFilesJSON.start + ManyFilesJSON.item(one, isFirst: true)
            + ManyFilesJSON.item(JSONReport.render(error, path: "坏.xlsx"), isFirst: false) + ManyFilesJSON.end(totals)
        let root = try Self.object(text)
        #expect(Set(root.keys) == ["schemaVersion", "files", "summary"])
        let files = try #require(root["files"] as? [[String: Any]])
        #expect(files.count == 2)
        // Each is what it is alone.
        #expect(files[0] as NSDictionary == (try Self.object(one)) as NSDictionary)
        #expect(files[1]["path"] as? String == "坏.xlsx")
        #expect((files[1]["error"] as? [String: Any])?["code"] as? String == "not-readable")
        let summary = try #require(root["summary"] as? [String: Any])
        #expect(summary["files"] as? Int == 2 && summary["notReadable"] as? Int == 1)
        #expect(summary["mustBeCorrected"] as? Int == 1 && summary["canBeHandedIn"] as? Int == 0)
        #expect(summary["exitStatus"] as? Int == 65)
        #expect((summary["rules"] as? [[String: Any]])?.contains { $0["rule"] as? String == "VAL-01" } == true)
    }
}
