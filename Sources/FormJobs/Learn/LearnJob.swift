import Foundation
import Reports

/// `learn`: a bureau's blank becomes a template.
public enum LearnJob {
    /// Learns; writes nothing.
    ///
    /// - Throws: `ToolError`: 65 for a file that is no workbook or no form, 66 for one that is not there.
    public static func run(_ request: LearnRequest, library: JobLibrary) throws -> LearnOutcome {
        let learned = try LearnedBlank(request.blank, id: request.id, sheet: request.sheet, library: library)
        return LearnOutcome(
            yaml: learned.yaml, bytes: try learned.formBytes(),
            report: LearnReport(
                workbook: learned.workbook, map: learned.map, questions: learned.form.questions,
                unsettled: learned.template.provenance.filter { $0.basis.contains("依据待核") }.map(\.what)))
    }
}
