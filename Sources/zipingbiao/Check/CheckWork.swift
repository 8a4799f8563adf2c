import Assessment
import FormRecognition
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading

/// What is done with each file of a check. Several threads do it at once.
struct CheckWork: Sendable {
    let library: FormLibrary
    /// The template that the person named, or nil to recognise it.
    let template: String?
    let encoding: String?
    /// Writes a marked copy of each.
    let marks: Bool
    var options = RecognitionOptions()
    /// Indicators of the goal declaration, or nil.
    var declared: [Indicator]?

    /// Reads, recognises and evaluates a file.
    func report(_ path: String) throws -> CheckReport {
        let brought = try workbook(path)
        // What a marked copy has more than the person's own sheets is not looked at.
        let workbook = MarkedWorkbook.unmarked(brought)
        var form = try FormReader.read(workbook, library: library, template: template, options: options)
        if let declared { form.submission.declared = declared }
        let evaluation = Evaluator.evaluate(form.submission, standard: form.template.standard)
        var report = CheckReport(form, evaluation: evaluation, path: path)
        if marks {
            let copy = try Marking.write(brought, evaluation, besides: path)
            report.marked = copy.path
            report.notes += copy.losses.map { "核对副本里没有：\($0)" }
        }
        return report
    }

    /// Reads the indicators of a goal declaration (绩效目标申报表).
    func indicators(ofDeclaration path: String) throws -> [Indicator] {
        try FormReader.read(workbook(path), library: library, template: template).submission.indicators
    }

    private func workbook(_ path: String) throws -> Workbook {
        var reading = ReadingOptions()
        reading.encoding = encoding
        return try WorkbookReader.read(Input.source(path, limits: reading.limits), options: reading)
    }
}
