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
    /// What `fill` reckoned.
    let fill: FillReport
    /// What `check` reads of what `fill` wrote, held against what was learned.
    let check: CheckReport
    /// What was not understood of the form that was emptied, by its texts.
    private let unread: Set<String>
    /// Rules that found something in it.
    private let findings: [String]
    /// Number of the form's sheet.
    let index: Int

    /// - Parameters:
    ///   - sheet: The form's sheet, where the workbook has several.
    ///   - sets: Facts by name that are given in the place of the form's own.
    init(_ workbook: Workbook, sheet: String? = nil, sets: [String: String] = [:]) throws {
        let library = try Examples.library()
        var options = RecognitionOptions()
        options.sheet = sheet
        let read = try FormReader.read(workbook, library: library.forms, options: options)
        let own = read.submission
        unread = Set(read.account.unread.map(\.source.text))
        findings = Evaluator.evaluate(own, standard: read.template.standard, account: read.account).findings.map(\.rule)
        blank = FormEmptier.blank(of: workbook, read)
        index = workbook.sheets.firstIndex { $0.name == own.indicators.first?.source.sheet } ?? 0
        let folder = NSTemporaryDirectory() + "zipingbiao-emptied-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let learned = try LearnJob.run(
            LearnRequest(blank: Self.file(blank, "空表.xlsx"), id: "own", sheet: sheet), library: library)
        try FileManager.default.createDirectory(atPath: folder + "/own", withIntermediateDirectories: true)
        try Data(learned.yaml.utf8).write(to: URL(fileURLWithPath: folder + "/own/template.yaml"))
        try learned.bytes.write(to: URL(fileURLWithPath: folder + "/own/form.xlsx"))
        let known = try JobLibrary.load(
            TemplateSet(shipped: Examples.templates, own: TemplateFolder(path: folder)), needed: "own")
        var request = FillRequest(table: try Self.file(Self.table(of: own, unit: read.template.moneyUnit), "指标表.xlsx"))
        request.template = "own"
        request.options.settings = sets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let outcome = try FillJob.run(request, library: known)
        fill = outcome.report
        let bytes = Data(try WorkbookWriter.bytes(of: outcome.form.workbook, named: "自评表.xlsx"))
        try bytes.write(to: URL(fileURLWithPath: folder + "/自评表.xlsx"))
        filled = try WorkbookReader.read(path: folder + "/自评表.xlsx")
        var asked = CheckRequest()
        asked.options.sheet = sheet
        asked.template = "own"
        let checked = try CheckJob(asked, library: known).run(Self.file(outcome.form.workbook, "自评表.xlsx"))
        check = try checked.forms[0].result.get()
        if let keep = ProcessInfo.processInfo.environment["ZIPINGBIAO_EMPTIED"] {
            let name = keep + "/" + workbook.fileName
            try WorkbookWriter.write(blank, to: name + ".blank.xlsx", replacing: true)
            try WorkbookWriter.write(outcome.form.workbook, to: name + ".filled.xlsx", replacing: true)
            try WorkbookWriter.write(
                Self.table(of: own, unit: read.template.moneyUnit), to: name + ".table.xlsx", replacing: true)
            try Data(learned.yaml.utf8).write(to: URL(fileURLWithPath: name + ".yaml"))
        }
    }

    private static func file(_ workbook: Workbook, _ name: String) throws -> InputFile {
        InputFile(bytes: [UInt8](try WorkbookWriter.bytes(of: workbook, named: name)), name: name)
    }

    /// The indicator table of a form, with its facts and amounts on a sheet beside it.
    private static func table(of own: Submission, unit: MoneyUnit) throws -> Workbook {
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
                facts.append(["\(line.name) \(column.rawValue)（\(unit)）", "\(value)"])
            }
        }
        for (index, task) in own.tasks.enumerated() {
            for (part, text) in task.parts { facts.append([WorkTask.label(index + 1, part), text.text]) }
        }
        var workbook = Workbook(fileName: "指标表.xlsx")
        workbook.sheets = [sheet("指标表", rows), sheet("基本情况", facts)]
        return workbook
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
    var lost: [String] {
        let (wanted, found) = (fill.evaluation, check.evaluation)
        var lost: [String] = fill.evaluation.account.notPlaced.filter(\.isBlocking).map {
            "no place: \($0.name) \($0.why)"
        }
        var open = found.indicators.indices.map { $0 }
        for (index, indicator) in wanted.indicators.enumerated() {
            guard
                let match = open.first(where: {
                    TextNormalizer.key(found.indicators[$0].name) == TextNormalizer.key(indicator.name)
                })
            else {
                lost.append("indicator \(indicator.name)")
                continue
            }
            open.removeAll { $0 == match }
            let same = found.indicators[match]
            func compare<Value: Equatable>(_ what: String, _ one: Value?, _ other: Value?) {
                if one != other {
                    lost.append("\(indicator.name) \(what): \(String(describing: one)) is \(String(describing: other))")
                }
            }
            compare("target", indicator.target?.quantity.number, same.target?.quantity.number)
            compare("operator", indicator.target?.comparison, same.target?.comparison)
            compare("unit", indicator.target?.quantity.unit, same.target?.quantity.unit)
            compare("actual", indicator.actualQuantity?.number, same.actualQuantity?.number)
            if indicator.actualQuantity?.number == nil {
                compare(
                    "actual", indicator.actual.map { TextNormalizer.key($0.text) },
                    same.actual.map { TextNormalizer.key($0.text) })
            }
            compare("weight", indicator.weight?.value, same.weight?.value)
            compare("points", wanted.scores[index].points, found.scores[match].points)
            compare("level1", Label(indicator.level1, isLevel: true).name, Label(same.level1, isLevel: true).name)
            compare("level2", Label(indicator.level2, isLevel: true).name, Label(same.level2, isLevel: true).name)
        }
        for line in wanted.submission.budget {
            for column in BudgetColumn.amounts where line[column] != nil {
                let same = found.submission.line(line.name)?[column]
                if same != line[column] {
                    lost.append("\(line.name) \(column): \(line[column] ?? 0) is \(String(describing: same))")
                }
            }
        }
        for (name, fact) in wanted.submission.facts where name != .total && name != .grade {
            let same = found.submission.facts[name]?.text ?? ""
            if TextNormalizer.key(same) != TextNormalizer.key(fact.text) {
                lost.append("\(name): \(fact.text) is \(same)")
            }
        }
        if wanted.total != found.total {
            lost.append("total \(String(describing: wanted.total)) is \(String(describing: found.total))")
        }
        return lost
    }

    /// Findings and places that `check` has and `fill` had not.
    var news: [String] {
        func key(_ finding: Finding) -> String { finding.rule }
        var known = Dictionary(grouping: fill.evaluation.findings, by: key).mapValues(\.count)
        var news: [String] = []
        for finding in check.evaluation.findings {
            if findings.contains(finding.rule) { continue }
            if let count = known[key(finding)], count > 0 {
                known[key(finding)] = count - 1
            } else {
                news.append("\(finding.rule) \(finding.source.place) \(finding.message)")
            }
        }
        let places = check.evaluation.account.unread.filter { $0.isBlocking && !unread.contains($0.source.text) }.map {
            "unread \($0.source.place) \($0.source.text) \($0.message)"
        }
        return news + places
    }
}
