import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import Reports

struct CheckTotalsTests {
    private static func summary(_ status: Int32) -> CheckSummary {
        CheckSummary(
            path: "表.xlsx",
            error: ToolError(code: ToolError.Code("test", exitStatus: status), message: "坏了", advice: "重做。"))
    }

    private static let worst: [(statuses: [Int32], worst: Int32)] = [
        ([0, 0], 0), ([0, 4], 4), ([4, 3], 3), ([3, 4], 3), ([3, 65, 0], 65), ([66, 65], 66), ([70, 3], 70),
    ]

    @Test(arguments: worst)
    func theWorstStatusIsTheStatus(statuses: [Int32], worst: Int32) {
        var totals = CheckTotals()
        for status in statuses { totals.add(Self.summary(status)) }
        #expect(totals.exitStatus == worst)
    }

    @Test func rulesAreCountedOverFiles() throws {
        let one = SmallForm.report([("甲", "≥2", "", "50", "", ""), ("乙", "≥2", "", "50", "", "")])
        let two = SmallForm.report([("甲", "≥2", "", "50", "", ""), ("乙", "≥2", "2", "50", "50", "")])
        var totals = CheckTotals()
        for report in [one, two] { totals.add(CheckSummary(report, strict: false)) }
        totals.add(Self.summary(65))
        let rule = try #require(totals.rules.first { $0.rule == "VAL-01" })
        #expect(rule.files == 2 && rule.findings == 3)
        #expect(totals.verdict.hasPrefix("结论：3 张表中，0 张可以报送，2 张暂不能报送，1 张读不出。必须改正 "))
        #expect(totals.exitStatus == 65)
    }

    /// A finance export or a part of a form without faults can't be handed in, and there is nothing to correct in it either.
    @Test(arguments: [Submission.Kind.export, .form, .table])
    func whatIsNoFormIsNotSaidToBeReady(kind: Submission.Kind) {
        for isExcerpt in [false, true] {
            var report = SmallForm.report([("甲", "≥2", "2", "100", "100", "")]) { evaluation in
                evaluation.findings = []
                evaluation.submission.kind = kind
                evaluation.submission.isExcerpt = isExcerpt
            }
            let isForm = kind != .export && !isExcerpt
            let summary = CheckSummary(report, strict: true)
            #expect(summary.verdict == (isForm ? "可以报送" : "非自评表") && summary.exitStatus == 0)
            var totals = CheckTotals()
            totals.add(summary)
            #expect(totals.canBeHandedIn == (isForm ? 1 : 0) && totals.noForms == (isForm ? 0 : 1))
            #expect(totals.verdict.contains("1 份不是完整的自评表") == !isForm)
            #expect(Verdict.sentence(report.evaluation).hasPrefix("结论：可以报送。") == isForm)
            #expect(report.evaluation.canBeHandedIn == isForm)
            // What is to be made into a form becomes one.
            report.evaluation.purpose = .toBeFilled(asksForReasons: false)
            #expect(report.evaluation.canBeHandedIn)
        }
    }

    private static let strictness: [(level: Finding.Level, strict: Bool, status: Int32)] = [
        (.must, false, 3), (.must, true, 3), (.explain, false, 0), (.explain, true, 4), (.note, true, 0),
    ]

    @Test(arguments: strictness)
    func missingExplanationsShowWhenStrict(level: Finding.Level, strict: Bool, status: Int32) {
        let report = SmallForm.report([("甲", "≥2", "", "100", "", "")]) { evaluation in
            evaluation.findings = evaluation.findings.prefix(1).map {
                var finding = $0
                finding.level = level
                return finding
            }
        }
        #expect(CheckSummary(report, strict: strict).exitStatus == status)
    }

    @Test func aLineSaysWhatCounts() {
        let report = SmallForm.report([("甲", "≥2", "2", "100", "100", "")]) { $0.findings = [] }
        #expect(
            ManyFilesText.line(CheckSummary(report, strict: false))
                == "可以报送    必须改正  0  需要说明  0  提示  0  总分 100.00  夹/表.xlsx\n")
        #expect(ManyFilesText.line(Self.summary(65)) == "读不出      表.xlsx：坏了\n            办法：重做。\n")
    }
}
