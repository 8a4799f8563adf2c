import Assessment

/// Many checked files as one JSON object: `files`, each as for a file alone, then `schemaVersion` and `summary`. It is made in pieces, so that
/// no more than one file is held.
public enum ManyFilesJSON {
    private struct Summary: Encodable {
        struct RuleItem: Encodable {
            var rule: String
            var level: String
            var title: String
            var files: Int
            var findings: Int
        }
        var verdict: String
        var files: Int
        var canBeHandedIn: Int
        var mustBeCorrected: Int
        var notUnderstood: Int
        var noForms: Int
        var notReadable: Int
        var counts: [String: Int]
        var rules: [RuleItem]
        var notes: [String]
        var exitStatus: Int32
    }

    /// What stands before the first file.
    public static let start = "{\n  \"files\" : ["

    /// A file's own object, as it stands among the others.
    public static func item(_ object: String, isFirst: Bool) -> String {
        (isFirst ? "\n" : ",\n") + indented(object, by: "    ")
    }

    /// What stands after the last file.
    public static func end(_ totals: CheckTotals) throws -> String {
        let summary = Summary(
            verdict: totals.verdict, files: totals.files, canBeHandedIn: totals.canBeHandedIn,
            mustBeCorrected: totals.mustBeCorrected, notUnderstood: totals.notUnderstood, noForms: totals.noForms,
            notReadable: totals.notReadable,
            counts: JSONReport.counts { totals.counts[$0, default: 0] },
            rules: totals.rules.map {
                .init(rule: $0.rule, level: $0.level.rawValue, title: $0.title, files: $0.files, findings: $0.findings)
            }, notes: totals.notes, exitStatus: totals.exitStatus)
        let object = indented(try JSONReport.encoded(summary), by: "  ").drop { $0 == " " }
        return "\n  ],\n  \"schemaVersion\" : \(JSONReport.schemaVersion),\n  \"summary\" : \(object)\n}\n"
    }

    /// A line break never stands within a text of JSON: every line can be moved.
    private static func indented(_ object: String, by space: String) -> String {
        object.split(separator: "\n").map { space + $0 }.joined(separator: "\n")
    }
}
