import FormRecognition
import Reports
import SpreadsheetReading

/// `sheets`: what is in a file.
public enum SheetsJob {
    /// Looks into the file.
    ///
    /// - Throws: `ToolError`: 64 when there is no such encoding, 65 for a file that can't be read, 66 for one that is not there.
    public static func run(_ request: SheetsRequest, library: JobLibrary) throws -> SheetsOutcome {
        var options = ReadingOptions()
        options.limits = request.limits
        options.delimiter = request.delimiter
        options.rowLimit = SheetSurvey.depth
        let source = try request.input.source(limits: options.limits)
        let file = try SaidEncoding.open(
            source, options, request.encoding.map { SaidEncoding($0, whereCertain: .overrule) })
        var report = blank(file, size: source.count)
        let workbook = try WorkbookReader.read(file, options: options)
        report.notes = workbook.hasSheetNames ? workbook.readingNotes : []
        func add(_ index: Int) {
            report.add(
                workbook.sheets[index], name: workbook.hasSheetNames ? workbook.sheets[index].name : nil,
                survey: SheetSurvey(workbook, sheet: index, labels: library.forms.labels))
        }
        if case .workbook(let xlsx) = file {
            report.notes = []
            var next = 0
            for entry in xlsx.entries {
                if entry.hasCells {
                    add(next)
                    next += 1
                } else {
                    report.addWithoutCells(name: entry.name, visibility: entry.visibility)
                }
            }
        } else if case .oldWorkbook(let old) = file {
            report.notes = old.notes
            var next = 0
            for entry in old.entries {
                if entry.hasCells {
                    add(next)
                    next += 1
                } else {
                    report.addWithoutCells(name: entry.name, visibility: entry.visibility)
                }
            }
        } else {
            for index in workbook.sheets.indices { add(index) }
        }
        return SheetsOutcome(report: report)
    }

    private static func blank(_ file: TableFile, size: Int) -> SheetsReport {
        switch file {
        case .workbook: SheetsReport(file: file.name, kind: "Excel 工作簿（.xlsx）", size: size)
        case .oldWorkbook(let old): SheetsReport(file: file.name, kind: "\(old.version) 工作簿（.xls）", size: size)
        case .text(let text):
            SheetsReport(
                file: file.name, kind: "文本表格", size: size, encoding: text.encodingTitle,
                delimiter: text.delimiterTitle)
        case .whole: SheetsReport(file: file.name, kind: "旧系统导出的 .xls（网页或 XML 表格 2003）", size: size)
        }
    }
}
