import Assessment
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// Writes marked copies of checked forms.
enum Marking {
    /// What became of a copy.
    struct Copy: Sendable {
        /// Its path.
        var path: String
        /// What of the person's file it can't hold, in Chinese.
        var losses: [String]
    }

    /// Writes a copy of the workbook, its findings marked, beside the file.
    ///
    /// - Throws: `ToolError` (64) for standard input, which has no place beside it; (73) when the copy can't be written.
    static func write(_ workbook: Workbook, _ reports: [CheckReport], besides path: String) throws -> Copy {
        guard path != "-" else { throw Usage.error("标准输入没有所在的文件夹，--mark 要写文件名", help: "check") }
        let target = MarkedCopyName.path(
            besides: path, exists: { FileManager.default.fileExists(atPath: $0) }, isMarked: isMarked)
        try Input.protect(path, from: target)
        let copy = MarkedWorkbook.make(
            of: workbook, findings: reports.flatMap(\.evaluation.findings), verdict: verdict(reports),
            notRun: notRun(reports))
        try WorkbookWriter.write(copy, to: target, replacing: true)
        return Copy(path: target, losses: copy.losses.map(\.text))
    }

    private static func verdict(_ reports: [CheckReport]) -> String {
        if reports.count == 1 { return Verdict.sentence(reports[0].evaluation) }
        var totals = CheckTotals()
        for report in reports { totals.add(CheckSummary(report, strict: false)) }
        return totals.verdict
    }

    /// Rules that ran over none of the forms.
    private static func notRun(_ reports: [CheckReport]) -> [Evaluation.NotRun] {
        let ran = Set(reports.flatMap(\.evaluation.rulesRun))
        return (reports.first?.evaluation.notRun ?? []).filter { !ran.contains($0.rule) }
    }

    private static func isMarked(_ path: String) -> Bool {
        (try? WorkbookReader.read(path: path)).map(MarkedWorkbook.isMarked) ?? false
    }
}
