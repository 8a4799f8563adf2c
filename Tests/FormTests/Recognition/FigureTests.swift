import Assessment
import FormFilling
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

/// Base figures: read from their table, put into the form, and the rates that are computed from them.
@Suite struct FigureTests {
    static let id = "hunan-department"

    private func evaluate(_ path: String, settings: [(String, String)] = []) throws -> (Evaluation, Template) {
        let template = try Repository.templates.template(Self.id)
        var options = RecognitionOptions()
        options.settings = settings.map { (key: $0.0, value: $0.1) }
        let submission = try SubmissionRecognizer.recognize(
            WorkbookReader.read(path: path), budget: nil, template: template, labels: Repository.templates.labels(),
            options: options
        ).submission
        return (Evaluator.evaluate(submission, standard: template.standard), template)
    }

    static let example = Repository.root + "/Templates/\(id)/example/指标表.xlsx"

    @Test func aGridIsReadByRowAndColumn() throws {
        let (evaluation, _) = try evaluate(Self.example)
        let facts = evaluation.submission.facts
        let expected: [FactName: (String, String)] = [
            "编制数": ("143", "B5"), "在职人员数": ("136", "D5"), "三公经费 上年决算数": ("29.08", "B7"),
            "三公经费 本年预算数": ("63.46", "D7"), "三公经费 本年决算数": ("44.29", "E7"), "公车购置 本年预算数": ("29.46", "D9"),
            "部门整体支出预算调整 本年决算数": ("2690.62", "E21"), "三公经费上年预算数": ("32", "B6"),
            "厉行节约保障措施": ("严格执行各项开支标准，压缩一般性支出。", "B22"),
        ]
        for (name, (text, cell)) in expected {
            #expect(facts[name]?.text == text, "\(name)")
            #expect(facts[name]?.source.cell?.description == cell, "\(name)")
        }
        #expect(facts["公车购置 上年决算数"] == nil)
        #expect(facts["控制率"] == nil)
        #expect(facts["年度"]?.text == "2018")
        #expect(!evaluation.submission.notes.contains { $0.contains("年度有两处不同") })
    }

    @Test func ratesAreComputedFromTheFigures() throws {
        let (evaluation, _) = try evaluate(Self.example)
        #expect(evaluation.scores.prefix(4).map(\.points) == [8, 0, 8, 0])
        #expect(
            evaluation.scores.prefix(4).map(\.trace.derivation) == [
                "136 ÷ 143 × 100% = 95.10%", "(63.46 − 32) ÷ 32 × 100% = 98.31%",
                "(19.8 + 1922.76 + 767.86 − 19.8) ÷ (19.8 + 1922.76 + 767.86) × 100% = 99.27%",
                "767.86 ÷ 1922.76 × 100% = 39.94%",
            ])
        #expect(evaluation.total == Decimal(string: "81.5"))
    }

    @Test func whatIsSaidGoesBeforeTheTable() throws {
        let (evaluation, _) = try evaluate(Self.example, settings: [("编制数", "130"), ("三公经费 本年预算数", "32.4")])
        // 136 of 130 are 104.62 %: four full points over. 32.4 against 32 is 1.25 %: one.
        #expect(evaluation.scores.prefix(2).map(\.points) == [6, Decimal(string: "7.5")])
    }

    @Test func theSheetOfTheFormIsFilled() throws {
        let (evaluation, template) = try evaluate(Self.example)
        let form = try FormFiller.fill(
            blank: WorkbookReader.read(path: template.formPath), template: template, evaluation: evaluation,
            labels: Repository.templates.labels()
        ).workbook
        let base = try #require(form.sheets.first { $0.name == "基础数据表" })
        func shown(_ cell: String) -> String? { CellReference(cell).flatMap { base[$0]?.shown } }
        #expect(
            ["A2", "B5", "D5", "E5", "B6", "D6", "E7", "D4"].map(shown) == [
                "（2018年度）", "143", "136", "95.10%", "2017年决算数", "2018年预算数", "44.29", "2018年实际在职人数",
            ])
        #expect(base[4, 4]?.formula == "'基础数据表'!D5/'基础数据表'!B5")
        // The rate on the form takes the figures where they stand.
        #expect(form.sheets[0].cells.values.contains { $0.formula == "'基础数据表'!D5/'基础数据表'!B5" })
        // What the person's table says of the criterion stays; where it says nothing, the method's words stand.
        let words = Set(form.sheets[0].cells.values.map(\.shown))
        #expect(words.contains("在职人员控制率≤100%，计满分；每超过一个百分点扣0.5分，扣完为止。"))
        #expect(words.contains { $0.hasPrefix("不超过 0% 得分值的 100%；") })
        #expect(!words.contains("不超过 100% 得满分；每满 1 个百分点扣 0.5 分，扣完为止"))
    }

    @Test(.enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"))
    func allSheetsRecalculateToWhatWeWrote() throws {
        let office = try LibreOffice()
        defer { office.remove() }
        let (evaluation, template) = try evaluate(Self.example)
        let form = try FormFiller.fill(
            blank: WorkbookReader.read(path: template.formPath), template: template, evaluation: evaluation,
            labels: Repository.templates.labels()
        ).workbook
        let path = office.folder + "/form.xlsx"
        try WorkbookWriter.write(form, to: path)
        let again = try WorkbookReader.read(path: office.convert(path, to: "xlsx"))
        var compared = 0
        for (ours, theirs) in zip(form.sheets, again.sheets) {
            for (place, cell) in ours.cells where cell.formula != nil {
                guard case .number(let one) = cell.value, case .number(let other)? = theirs[place]?.value else {
                    Issue.record("\(ours.name) \(place)")
                    continue
                }
                #expect(abs(one - other) < Decimal(sign: .plus, exponent: -10, significand: 1), "\(ours.name) \(place)")
                compared += 1
            }
        }
        // Four rates and their scores, the rate of the base figures, two totals.
        #expect(compared == 11)
    }

    @Test(.enabled(if: Repository.cases != nil, "needs ../shared/cases"))
    func publishedFiguresGiveThePublishedPoints() throws {
        let path = try #require(Repository.cases) + "/hunan-base-data-2018.xlsx"
        let (evaluation, _) = try evaluate(path)
        #expect(evaluation.submission.facts["编制数"]?.text == "143")
        #expect(evaluation.submission.facts["三公经费 上年决算数"]?.text == "29.08")
        let scores = evaluation.scores
        #expect(scores.map(\.points) == [8, 0, 8, 0])
        #expect(zip(scores, evaluation.indicators).allSatisfy { $0.points == $1.givenScore?.value })
        // Two figures of the change are not in the table: the stated rate is judged.
        #expect(scores[0].trace.derivation == "136 ÷ 143 × 100% = 95.10%")
        #expect(scores[1].trace.judgement.hasPrefix("98.31% 超过 0%，相差 98.31 个百分点"))
    }
}
