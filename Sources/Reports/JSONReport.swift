import Assessment
import Foundation
import Spreadsheet

/// The report that a script reads. Decimals are texts, so that no reader takes them for binary floating point. The keys are described in Documentation/JSON.md.
public enum JSONReport {
    /// Version of the schema; grows when a key changes its meaning or goes.
    public static let schemaVersion = 1

    private struct Root: Encodable {
        var schemaVersion = JSONReport.schemaVersion
        var verdict: String
        var canBeHandedIn: Bool
        var counts: [String: Int]
        var template: String
        var title: String
        var total: String?
        var grade: String?
        var executionRate: String?
        var weightTotal: String
        var scores: [ScoreItem]
        var budgetScore: ScoreItem?
        var findings: [FindingItem]
        var rulesRun: [String]
        var notRun: [NotRunItem]
        var notes: [String]
        var unsettled: [String]
        var output: String?
    }
    private struct ScoreItem: Encodable {
        var indicator: String
        var level1: String
        var level2: String
        var method: String
        var weight: String?
        var points: String?
        var formula: String
        var missing: String?
    }
    private struct FindingItem: Encodable {
        var rule: String
        var level: String
        var file: String
        var sheet: String?
        var cell: String?
        var subject: String
        var found: String
        var expected: String
        var message: String
        var citation: String
        var remedy: String
    }
    private struct NotRunItem: Encodable {
        var rule: String
        var title: String
        var why: String
    }
    private struct Failure: Encodable {
        struct Item: Encodable {
            var code: String
            var exitStatus: Int32
            var message: String
            var advice: String
            var file: String?
            var sheet: String?
            var cell: String?
            var cause: String?
        }
        var schemaVersion = JSONReport.schemaVersion
        var error: Item
    }

    /// One JSON object, keys sorted, ended by a line break.
    public static func render(_ report: FillReport) throws -> String {
        let evaluation = report.evaluation
        func item(_ score: Score, _ indicator: Indicator?) -> ScoreItem {
            ScoreItem(
                indicator: indicator?.title ?? "预算执行率", level1: indicator?.level1 ?? "",
                level2: indicator?.level2 ?? "",
                method: score.method.rawValue, weight: indicator?.weight?.value.map { DecimalText.text($0) },
                points: score.points.map { DecimalText.text($0) }, formula: score.formula, missing: score.missing)
        }
        let root = Root(
            verdict: Verdict.sentence(evaluation), canBeHandedIn: evaluation.canBeHandedIn,
            counts: Dictionary(
                uniqueKeysWithValues: Finding.Level.allCases.map { ($0.rawValue, evaluation.count($0)) }),
            template: report.template, title: report.title, total: evaluation.total.map { DecimalText.text($0) },
            grade: evaluation.grade?.name,
            executionRate: evaluation.executionRatePercent.map { DecimalText.text($0) },
            weightTotal: DecimalText.text(evaluation.weightTotal),
            scores: zip(evaluation.scores, evaluation.submission.indicators).map { item($0, $1) },
            budgetScore: evaluation.budgetScore.map { item($0, nil) },
            findings: evaluation.findings.map { finding in
                FindingItem(
                    rule: finding.rule, level: finding.level.rawValue, file: finding.source.file,
                    sheet: finding.source.sheet, cell: finding.source.cell?.description, subject: finding.subject,
                    found: finding.found, expected: finding.expected, message: finding.message,
                    citation: finding.citation, remedy: finding.remedy)
            },
            rulesRun: evaluation.rulesRun,
            notRun: evaluation.notRun.map { NotRunItem(rule: $0.rule, title: $0.title, why: $0.why) },
            notes: report.notes, unsettled: report.unsettled, output: report.output)
        return try encoded(root)
    }

    /// An error as a JSON object.
    public static func render(_ error: ToolError) throws -> String {
        try encoded(
            Failure(
                error: .init(
                    code: error.code.rawValue, exitStatus: error.code.exitStatus, message: error.message,
                    advice: error.advice, file: error.place?.file, sheet: error.place?.sheet,
                    cell: error.place?.cell?.description, cause: error.cause)))
    }

    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
