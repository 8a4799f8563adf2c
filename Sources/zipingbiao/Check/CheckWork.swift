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

    /// A form of a file and what became of it.
    struct Checked: Sendable {
        /// The file, with the sheet where it has several forms.
        var name: String
        /// The sheet, where the file has several forms.
        var sheet: String?
        var result: Result<CheckReport, ToolError>
    }

    /// Reads, recognises and evaluates the forms of a file.
    func check(_ path: String) throws -> [Checked] {
        let brought = try workbook(path)
        // What a marked copy has more than the person's own sheets is not looked at.
        let workbook = MarkedWorkbook.unmarked(brought)
        let forms = try FormReader.forms(in: workbook, library: library, template: template, options: options)
        guard declared == nil || forms.count == 1 else {
            throw Usage.error("--declaration 要和一张表一起用，\(path) 里有 \(forms.count) 张；请用 --sheet 指明一张", help: "check")
        }
        var checked = forms.map { form in
            Checked(
                name: CheckReport.name(path, form.sheet), sheet: form.sheet,
                result: form.result.map { report($0, path, form.sheet) })
        }
        if marks { try mark(&checked, in: brought, path) }
        return checked
    }

    private func report(_ form: RecognizedForm, _ path: String, _ sheet: String?) -> CheckReport {
        var form = form
        if let declared { form.submission.declared = declared }
        let evaluation = Evaluator.evaluate(
            form.submission, standard: form.template.standard, account: form.account)
        return CheckReport(form, evaluation: evaluation, path: path, sheet: sheet)
    }

    /// One copy holds the findings of all forms of the file.
    private func mark(_ checked: inout [Checked], in workbook: Workbook, _ path: String) throws {
        let reports = checked.compactMap { try? $0.result.get() }
        guard !reports.isEmpty else { return }
        let copy = try Marking.write(workbook, reports, besides: path)
        for index in checked.indices {
            checked[index].result = checked[index].result.map { report in
                var report = report
                report.marked = copy.path
                report.notes += copy.losses.map { "核对副本里没有：\($0)" }
                return report
            }
        }
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
