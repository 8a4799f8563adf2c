import FormRecognition
import Reports

/// `diff`: what a bureau changed in its blank.
public enum DiffJob {
    /// Reads both and compares them.
    ///
    /// - Throws: `ToolError`: 65 for a file that can't be read, 66 for one that is not there.
    public static func run(_ request: DiffRequest, library: JobLibrary) throws -> DiffOutcome {
        let before = try request.old.workbook(encoding: request.encoding)
        let after = try request.new.workbook(encoding: request.encoding)
        for workbook in [before, after] { try BlankBounds.check(workbook) }
        return DiffOutcome(
            report: DiffReport(
                before: before.fileName, after: after.fileName,
                changes: FormDiff.changes(from: before, to: after, labels: library.forms.labels)))
    }
}
