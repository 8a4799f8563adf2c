import Assessment
import FormFilling
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

/// Blanks of many layouts are learned, filled, written, and read back as a form that anyone filled: the figures that went in come out.
@Suite struct LearnedBlankTests {
    static let folder = Repository.root + "/Tests/Fixtures/Blanks/"
    static let names = [
        "department-tasks", "filler-rows", "fixed-above-repeat", "fixed-indicators", "flat-list", "landscape",
        "national-export", "numbered-report", "second-sheet", "two-row-heading",
    ]

    struct Learned {
        var template: Template
        var blank: Workbook
        var form: LearnedForm
    }

    static func learn(_ name: String) throws -> Learned {
        let path = folder + "blank-\(name).xlsx"
        let blank = try WorkbookReader.read(path: path)
        let form = try BlankLearner.learn(
            blank, labels: Repository.library.labels, generic: Repository.library.generic)
        let yaml = LearnedYAML.text(of: form, id: "learned", source: blank.fileName)
        let template = try TemplateFolder.template(yaml: yaml, id: "learned", name: "learned", formPath: path)
        return Learned(template: template, blank: blank, form: form)
    }

    private static func input(_ name: String) throws -> Workbook {
        let path = ["csv", "xlsx"].map { folder + "blank-\(name)-input.\($0)" }
            .first { FileManager.default.fileExists(atPath: $0) }
        return try WorkbookReader.read(path: try #require(path))
    }

    private static func fill(_ name: String, _ learned: Learned) throws -> (Workbook, Evaluation) {
        let labels = Repository.library.labels
        let brought = try SubmissionRecognizer.recognize(
            input(name), budget: nil, template: learned.template, labels: labels, options: RecognitionOptions()
        ).submission
        let evaluation = Evaluator.evaluate(brought, standard: learned.template.standard)
        let filled = try FormFiller.fill(
            blank: learned.blank, template: learned.template, evaluation: evaluation, labels: labels
        ).workbook
        return (filled, evaluation)
    }

    @Test(.enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"), arguments: names)
    func everyFormulaGivesTheFigureThatStands(name: String) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        let learned = try Self.learn(name)
        var (form, _) = try Self.fill(name, learned)
        let index = try FormRecognizer.map(
            learned.blank, template: learned.template, labels: Repository.library.labels
        ).sheetIndex
        // A cached value that is wrong must come back right, else nothing was recalculated and nothing is proved.
        let probe = CellReference(row: 0, column: 30)
        form.sheets[index][probe] = Cell(value: .number(1), shown: "1", formula: "1+1")
        let path = office.folder + "/form.xlsx"
        try WorkbookWriter.write(form, to: path)
        let again = try WorkbookReader.read(path: office.convert(path, to: "xlsx")).sheets[index]
        #expect(again[probe]?.value == .number(2))
        var compared = 0
        for (place, cell) in form.sheets[index].cells where cell.formula != nil && place != probe {
            compared += 1
            switch (cell.value, again[place]?.value) {
            case (.number(let ours), .number(let theirs)?):
                #expect(abs(ours - theirs) < Decimal(string: "0.0000000001") ?? 0, "\(place) \(cell.formula ?? "")")
            case (let ours, let theirs): #expect(ours == theirs, "\(place) \(cell.formula ?? "")")
            }
        }
        #expect(compared > 1)
    }

    @Test(arguments: names)
    func whatWentInComesOut(name: String) throws {
        let learned = try Self.learn(name)
        let (filled, evaluation) = try Self.fill(name, learned)
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/自评表.xlsx"
        try WorkbookWriter.write(filled, to: path, replacing: false)
        var library = Repository.library
        library.entries.append(FormLibrary.Entry(template: learned.template, blank: learned.blank))
        let read = try FormReader.read(WorkbookReader.read(path: path), library: library)

        #expect(read.match.id == "learned", "\(read.match)")
        expectSame(read.submission, evaluation, blank: learned)
        let again = Evaluator.evaluate(read.submission, standard: read.template.standard)
        // Where the bureau names indicators that were not brought, their points are missing on the form.
        if read.submission.indicators.count == evaluation.indicators.count {
            #expect(again.total == evaluation.total)
            #expect(again.grade == evaluation.grade)
        }
        #expect(again.executionRate == evaluation.executionRate)
        #expect(read.submission.fillers.isEmpty, "\(read.submission.fillers.map(\.source.place))")
    }

    private func expectSame(_ found: Submission, _ evaluation: Evaluation, blank: Learned) {
        let wanted = evaluation.submission
        var open = found.indicators
        for (indicator, score) in zip(evaluation.indicators, evaluation.scores) {
            guard let index = open.firstIndex(where: { $0.name == indicator.name }) else {
                Issue.record("\(indicator.name) is not on the form")
                continue
            }
            let same = open.remove(at: index)
            #expect(same.target?.quantity.number == indicator.target?.quantity.number, "\(indicator.name)")
            #expect(same.target?.comparison == indicator.target?.comparison, "\(indicator.name)")
            #expect(same.target?.quantity.unit == indicator.target?.quantity.unit, "\(indicator.name)")
            #expect(same.actualQuantity?.number == indicator.actualQuantity?.number, "\(indicator.name)")
            #expect(same.weight?.value == indicator.weight?.value, "\(indicator.name)")
            #expect(same.givenScore?.value == score.points, "\(indicator.name)")
            if found.columns.contains(where: { $0.role == .reason }) {
                #expect(plain(same.reason?.text) == plain(indicator.reason?.text), "\(indicator.name)")
            }
        }
        // What the bureau names and nobody reported stays on the form, without figures.
        #expect(open.allSatisfy { $0.actual == nil && $0.givenScore == nil }, "\(open.map(\.name))")
        for line in evaluation.budget {
            let same = found.line(line.name)
            for column in [BudgetColumn.initial, .adjusted, .executed] {
                #expect(same?[column] == line[column], "\(line.name) \(column.rawValue)")
            }
        }
        for (label, fact) in wanted.facts
        where blank.form.fields.contains(where: { $0.label == label && $0.slot != nil }) {
            #expect(plain(found.facts[label]?.text) == plain(fact.text), "\(label)")
        }
    }

    /// Texts that were continued in rows below are one text again.
    private func plain(_ text: String?) -> String { (text ?? "").filter { !$0.isWhitespace } }

    @Test func printedNotesTellWeightsGradesAndLimits() throws {
        let national = try Self.learn("national-export").form
        #expect(national.levels.map(\.weight) == [50, 30, 10])
        #expect(national.ratePlace == .budget)
        #expect(national.rateWeight == 10)
        let yunnan = try Self.learn("two-row-heading").form
        #expect(yunnan.grades.map(\.from) == [90, 80, 60, 0])
        #expect(yunnan.moneyUnit == .yuan)
        let numbered = try Self.learn("numbered-report").form
        #expect(numbered.lowRate == 90)
        #expect(numbered.asksForAdjustment)
        #expect(numbered.fields.first { $0.label == "评价结论" }?.limit == 200)
        let landscape = try Self.learn("landscape").form
        #expect(landscape.levels.map(\.weight) == [50, 30, 10])
        #expect(landscape.rateWeight == 10)
        // Four bands without names can't be used: it is asked.
        #expect(landscape.bands.isEmpty && landscape.questions.contains { $0.text.contains("各档的名称") })
        let fixed = try Self.learn("fixed-indicators").form
        #expect(fixed.levels.map(\.name) == ["投入", "过程", "产出", "效果"])
        #expect(fixed.levels.map(\.weight) == [16, 44, 20, 20])
    }

    @Test func noLayoutLeavesTheFormUnknown() throws {
        for name in Self.names {
            let form = try Self.learn(name).form
            #expect(!form.fields.isEmpty && !form.columns.isEmpty, "\(name)")
            #expect(form.questions.count <= 4, "\(name): \(form.questions.map(\.text))")
        }
    }
}
