import Assessment
import Foundation
import Spreadsheet

/// The report that a script reads. Decimals are texts, so that no reader takes them for binary floating point. The keys are described in Documentation/JSON.md.
public enum JSONReport {
    /// Version of the schema; grows when a key changes its meaning or goes.
    public static let schemaVersion = 2

    /// One JSON object, keys sorted, ended by a line break.
    public static func render(_ report: FillReport) throws -> String {
        var root = ReportRoot(
            report.evaluation, template: report.template, title: report.title, notes: report.notes,
            unsettled: report.unsettled)
        root.output = report.output
        root.verdict = Verdict.sentence(report)
        root.canBeHandedIn = report.canBeHandedIn
        root.cut = report.cut.map(CutItem.placed)
        return try encoded(root)
    }

    /// One JSON object, keys sorted, ended by a line break.
    public static func render(_ report: CheckReport) throws -> String {
        var root = ReportRoot(
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
        try encoded(FailureRoot(error, path: path, sheet: sheet))
    }

    static func counts(_ count: (Finding.Level) -> Int) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: Finding.Level.allCases.map { ($0.rawValue, count($0)) })
    }

    /// A value as all JSON of the program is written, ended by a line break.
    public static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
