import Assessment

/// How the scores of all forms of a workbook come about, one form after another.
public struct ExplainedForms: Sendable {
    /// The forms, in the order of their sheets; one at least.
    public var reports: [ExplainReport]

    /// Forms.
    public init(_ reports: [ExplainReport]) {
        self.reports = reports
    }
}

extension ExplainedForms: Renderable {
    /// The explanations, each under the name of its sheet where there are several.
    public var text: String {
        reports.map { report in (report.sheet.map { "工作表“\($0)”\n" } ?? "") + report.text }.joined(separator: "\n")
    }

    /// One form as it always was; several as `forms`. The keys are described in Documentation/JSON.md.
    public func json() throws -> String {
        reports.count == 1 ? try ExplainJSON.render(reports[0]) : try ExplainJSON.render(reports)
    }
}
