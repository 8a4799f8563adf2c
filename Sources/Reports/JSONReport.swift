import Assessment
import Foundation
import Spreadsheet

/// The report that a script reads. Decimals are texts, so that no reader takes them for binary floating point. The keys are described in Documentation/JSON.md.
public enum JSONReport {
    /// Version of the schema; grows when a key changes its meaning or goes.
    public static let schemaVersion = 1

    /// What is known of every evaluated form, filled or checked.
    private struct Root: Encodable {
        var schemaVersion = JSONReport.schemaVersion
        var path: String?
        var sheet: String?
        var verdict: String
        var canBeHandedIn: Bool
        var counts: [String: Int]
        var template: String
        var title: String
        var isGeneric: Bool?
        var evidence: [String]?
        var total: String?
        var grade: String?
        var executionRate: String?
        var weightTotal: String
        var scores: [ScoreItem]
        var budgetScore: ScoreItem?
        var findings: [FindingItem]
        var followOns: [FollowOnItem]
        /// Of a form that was filled: what of it would be cut off on paper.
        var cut: [CutItem]?
        var rulesRun: [String]
        var notRun: [NotRunItem]
        var notes: [String]
        var unsettled: [String]
        var output: String?
        var marked: String?

        init(_ evaluation: Evaluation, template: String, title: String, notes: [String], unsettled: [String]) {
            verdict = Verdict.sentence(evaluation)
            canBeHandedIn = evaluation.canBeHandedIn
            counts = JSONReport.counts { evaluation.count($0) }
            self.template = template
            self.title = title
            total = evaluation.total.map { DecimalText.text($0) }
            grade = evaluation.grade?.name
            executionRate = evaluation.executionRatePercent.map { DecimalText.text($0) }
            weightTotal = DecimalText.text(evaluation.weightTotal)
            scores = zip(evaluation.scores, evaluation.indicators).map { ScoreItem($0, $1) }
            budgetScore = evaluation.budgetScore.map { ScoreItem($0, nil) }
            findings = evaluation.findings.map { FindingItem($0) }
            followOns = evaluation.followOns.map { one in
                FollowOnItem(
                    rule: one.rule, cause: one.cause, file: one.source.file, sheet: one.source.sheet,
                    cell: one.source.cell?.description)
            }
            rulesRun = evaluation.rulesRun
            notRun = evaluation.notRun.map { NotRunItem(rule: $0.rule, title: $0.title, why: $0.why) }
            self.notes = notes
            self.unsettled = unsettled
        }
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

        init(_ score: Score, _ indicator: Indicator?) {
            self.indicator = indicator?.title ?? "预算执行率"
            level1 = indicator?.level1 ?? ""
            level2 = indicator?.level2 ?? ""
            method = score.method.rawValue
            weight = indicator?.weight?.value.map { DecimalText.text($0) }
            points = score.points.map { DecimalText.text($0) }
            formula = score.formula
            missing = score.missing
        }
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

        init(_ finding: Finding) {
            rule = finding.rule
            level = finding.level.rawValue
            file = finding.source.file
            sheet = finding.source.sheet
            cell = finding.source.cell?.description
            subject = finding.subject
            found = finding.found
            expected = finding.expected
            message = finding.message
            citation = finding.citation
            remedy = finding.remedy
        }
    }
    private struct FollowOnItem: Encodable {
        var rule: String
        var cause: String
        var file: String
        var sheet: String?
        var cell: String?
    }
    private struct CutItem: Encodable {
        var title = CutText.title
        var cause: String
        var file: String
        var sheet: String?
        var cell: String?
        var text: String
        var message: String
        var remedy: String

        init(_ cut: CutText) {
            cause = cut.cause.rawValue
            (file, sheet, cell) = (cut.source.file, cut.source.sheet, cut.source.cell?.description)
            (text, message, remedy) = (cut.source.text, cut.message, cut.remedy)
        }
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
        var path: String?
        var sheet: String?
        var error: Item
    }

    /// One JSON object, keys sorted, ended by a line break.
    public static func render(_ report: FillReport) throws -> String {
        var root = Root(
            report.evaluation, template: report.template, title: report.title, notes: report.notes,
            unsettled: report.unsettled)
        root.output = report.output
        root.verdict = Verdict.sentence(report)
        root.canBeHandedIn = report.canBeHandedIn
        root.cut = report.cut.map(CutItem.init)
        return try encoded(root)
    }

    /// One JSON object, keys sorted, ended by a line break.
    public static func render(_ report: CheckReport) throws -> String {
        var root = Root(
            report.evaluation, template: report.match.id, title: report.match.title, notes: report.notes,
            unsettled: report.unsettled)
        root.path = report.path
        root.sheet = report.sheet
        root.isGeneric = report.match.isGeneric
        root.evidence = report.match.evidence
        root.marked = report.marked
        return try encoded(root)
    }

    /// An error as a JSON object.
    ///
    /// - Parameters:
    ///   - path: The file as the person named it, where there are several.
    ///   - sheet: The sheet of the form, where the file has several.
    public static func render(_ error: ToolError, path: String? = nil, sheet: String? = nil) throws -> String {
        try encoded(
            Failure(
                path: path, sheet: sheet,
                error: .init(
                    code: error.code.rawValue, exitStatus: error.code.exitStatus, message: error.message,
                    advice: error.advice, file: error.place?.file, sheet: error.place?.sheet,
                    cell: error.place?.cell?.description, cause: error.cause)))
    }

    static func counts(_ count: (Finding.Level) -> Int) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: Finding.Level.allCases.map { ($0.rawValue, count($0)) })
    }

    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
