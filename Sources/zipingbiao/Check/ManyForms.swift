import Reports
import Spreadsheet

/// The report on several forms, of one file or of many. Of each form only what is said of it is kept.
struct ManyForms {
    let format: CheckCommand.Format
    let strict: Bool
    let quiet: Bool
    let sink: CheckSink

    private struct Outcome: Sendable {
        var summary: CheckSummary
        var fragment: String
    }

    /// Files are checked on all cores, and said in their order; gives the verdict and the worst exit status.
    func run(
        _ paths: [String], check: @escaping @Sendable (String) throws -> [CheckWork.Checked]
    ) throws -> (String, Int32) {
        var totals = CheckTotals()
        var summaries: [CheckSummary] = []
        var sections: [String] = []
        var isFirst = true
        if format == .json { try sink.write(ManyFilesJSON.start) }
        let (format, strict, quiet) = (format, strict, quiet)
        try OrderedWork.run(count: paths.count) { index -> [Outcome] in
            Self.checked(paths[index], check).enumerated().map { place, form in
                let anchor = "f\(index + 1)" + (place == 0 ? "" : "-\(place + 1)")
                return Self.outcome(form, paths[index], anchor, format, strict: strict, quiet: quiet)
            }
        } consume: { (_, outcomes: [Outcome]) in
            for outcome in outcomes {
                totals.add(outcome.summary)
                switch format {
                case .text: try sink.write(outcome.fragment)
                case .json: try sink.write(ManyFilesJSON.item(outcome.fragment, isFirst: isFirst))
                case .html:
                    summaries.append(outcome.summary)
                    sections.append(outcome.fragment)
                }
                isFirst = false
            }
        }
        switch format {
        case .text: try sink.write(quiet ? totals.verdict + "\n" : ManyFilesText.totals(totals))
        case .json: try sink.write(try ManyFilesJSON.end(totals))
        case .html: try sink.write(HTMLReport.render(summaries, sections: sections, totals: totals))
        }
        return (totals.verdict, totals.exitStatus)
    }

    /// The forms of a file; one that can't be read counts as one.
    private static func checked(
        _ path: String, _ check: (String) throws -> [CheckWork.Checked]
    ) -> [CheckWork.Checked] {
        do { return try check(path) } catch {
            return [CheckWork.Checked(name: path, result: .failure(ToolError(caught: error)))]
        }
    }

    private static func outcome(
        _ form: CheckWork.Checked, _ path: String, _ anchor: String, _ format: CheckCommand.Format, strict: Bool,
        quiet: Bool
    ) -> Outcome {
        switch form.result {
        case .success(let report):
            var summary = CheckSummary(report, strict: strict)
            summary.anchor = anchor
            do {
                return Outcome(
                    summary: summary,
                    fragment: try fragment(
                        format, text: quiet ? "" : ManyFilesText.line(summary), json: { try JSONReport.render(report) },
                        html: { HTMLReport.section(report, id: anchor) }))
            } catch {
                let failed = CheckWork.Checked(
                    name: form.name, sheet: form.sheet, result: .failure(ToolError(caught: error)))
                return outcome(failed, path, anchor, format, strict: strict, quiet: quiet)
            }
        case .failure(let error):
            var summary = CheckSummary(path: form.name, error: error)
            summary.anchor = anchor
            let text = try? fragment(
                format, text: quiet ? "" : ManyFilesText.line(summary),
                json: { try JSONReport.render(error, path: path, sheet: form.sheet) },
                html: { HTMLReport.section(error, path: form.name, id: anchor) })
            return Outcome(summary: summary, fragment: text ?? "null")
        }
    }

    private static func fragment(
        _ format: CheckCommand.Format, text: @autoclosure () -> String, json: () throws -> String, html: () -> String
    ) throws -> String {
        switch format {
        case .text: text()
        case .json: try json()
        case .html: html()
        }
    }
}
