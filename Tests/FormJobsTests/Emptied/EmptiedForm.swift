import Assessment
import FormJobs
import FormRecognition
import FormTemplates
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestProgram

/// A filled form that was emptied, learned, filled with its own figures, and checked.
struct EmptiedForm {
    let blank: Workbook
    let filled: Workbook
    /// What `fill` wrote and `check` read of it, held against what was learned.
    let written: WrittenForm
    /// The form that was emptied.
    private let original: RecognizedForm
    private let issued: Workbook
    /// Number of the form's sheet.
    let index: Int

    /// - Parameters:
    ///   - sheet: The form's sheet, where the workbook has several.
    ///   - sets: Facts by name that are given in the place of the form's own.
    init(
        _ workbook: Workbook, sheet: String? = nil, sets: [String: String] = [:], depth: FormEmptier.Depth = .results
    ) throws {
        let library = try Examples.library()
        var options = RecognitionOptions()
        options.sheet = sheet
        let read = try FormReader.read(workbook, library: library.forms, options: options)
        let own = read.submission
        original = read
        issued = workbook
        blank = FormEmptier.blank(of: workbook, read, given: Set(sets.values), depth: depth)
        index = workbook.sheets.firstIndex { $0.name == own.indicators.first?.source.sheet } ?? 0
        let learned = try LearnedFolder(Self.file(blank, "空表.xlsx"), sheet: sheet, library: library)
        defer { learned.remove() }
        let known = try learned.library()
        var request = FillRequest(table: try Self.file(Self.table(of: own, read.template, workbook), "指标表.xlsx"))
        request.template = "own"
        request.options.settings = sets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let outcome = try FillJob.run(request, library: known)
        written = try WrittenForm(outcome, library: known, template: "own", sheet: sheet)
        filled = outcome.form.workbook
        if let keep = ProcessInfo.processInfo.environment["ZIPINGBIAO_EMPTIED"] {
            let name = keep + "/" + workbook.fileName
            try WorkbookWriter.write(blank, to: name + ".blank.xlsx", replacing: true)
            try WorkbookWriter.write(outcome.form.workbook, to: name + ".filled.xlsx", replacing: true)
            try WorkbookWriter.write(
                Self.table(of: own, read.template, workbook), to: name + ".table.xlsx", replacing: true)
            try Data(learned.outcome.yaml.utf8).write(to: URL(fileURLWithPath: name + ".yaml"))
        }
    }

    private static func file(_ workbook: Workbook, _ name: String) throws -> InputFile {
        InputFile(bytes: [UInt8](try WorkbookWriter.bytes(of: workbook, named: name)), name: name)
    }

    /// The indicator table of a form, with its facts and amounts on a sheet beside it.
    private static func table(of own: Submission, _ template: Template, _ workbook: Workbook) throws -> Workbook {
        var rows = [["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]]
        for indicator in own.indicators {
            rows.append([
                indicator.level1, indicator.level2, indicator.name, indicator.target?.shown ?? "",
                indicator.actual?.text ?? "", indicator.weight?.text ?? "", indicator.givenScore?.text ?? "",
                indicator.reason?.text ?? "",
            ])
        }
        var facts: [[String]] = []
        for (name, fact) in own.facts.sorted(by: { $0.key < $1.key })
        where name != .total && name != .grade && !fact.text.isEmpty {
            facts.append([name.rawValue, fact.text])
        }
        for line in own.budget {
            for column in BudgetColumn.amounts {
                guard let value = line[column] else { continue }
                let name = line.name == template.standard.budgetTotalName ? line.name : printed(line, column, workbook)
                facts.append(["\(name) \(column.rawValue)（\(template.moneyUnit)）", "\(value)"])
            }
        }
        for (index, task) in own.tasks.enumerated() {
            for (part, text) in task.parts { facts.append([WorkTask.label(index + 1, part), text.text]) }
        }
        var workbook = Workbook(fileName: "指标表.xlsx")
        workbook.sheets = [sheet("指标表", rows), sheet("基本情况", facts)]
        return workbook
    }

    /// The name of a fund as the form prints it: the word of another template for it (当年财政拨款 for 中央补助) says nothing of this form.
    private static func printed(_ line: BudgetLine, _ column: BudgetColumn, _ workbook: Workbook) -> String {
        guard let source = line.amounts[column]?.source, let cell = source.cell,
            let sheet = workbook.sheets.first(where: { $0.name == source.sheet })
        else { return line.name }
        let texts = (0..<cell.column).compactMap { sheet[cell.row, $0]?.shown }
        guard let text = texts.last(where: { !$0.isEmpty && Quantity($0).number == nil }),
            !text.contains(line.name), !text.hasSuffix("数")
        else { return line.name }
        return text
    }

    private static func sheet(_ name: String, _ rows: [[String]]) -> Sheet {
        var sheet = Sheet(name: name)
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() where !text.isEmpty {
                sheet[CellReference(row: row, column: column)] = Cell(text: text)
            }
        }
        return sheet
    }

    // MARK: What is wrong

    /// What was printed and is there no longer.
    var harm: [String] { PrintedHarm.found(blank: blank.sheets[index], filled: filled.sheets[index]) }

    /// What went in and is not read back.
    var lost: [String] { written.lost }

    /// Findings and places that `check` has, and neither `fill` nor the form that was emptied had.
    var news: [String] {
        let known = Evaluator.evaluate(
            original.submission, standard: original.template.standard, account: original.account
        ).findings.map(\.rule)
        let texts = original.account.unread.flatMap { place in
            [place.source.text] + place.cells.compactMap { issued.sheets[index][$0]?.shown }
        }
        return written.news(beyond: Set(known), unread: Set(texts))
    }
}
