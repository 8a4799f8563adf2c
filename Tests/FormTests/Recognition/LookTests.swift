import Assessment
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

@testable import FormRecognition

/// A sheet is looked at once, whatever is asked of it.
@Suite struct LookTests {
    /// A workbook with more than one sheet, the form of two regions, and a blank.
    static let examples = ["guangzhou-department", "hunan-department", "national-project", "sichuan-project"]

    private func looks(_ body: () throws -> Void) rethrows -> [String: Int] {
        let counter = LookCounter()
        try LookCounter.$current.withValue(counter) { try body() }
        return counter.looks
    }

    private func once(_ workbook: Workbook) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: workbook.sheets.map { ($0.name, 1) })
    }

    @Test(arguments: examples) func eachSheetIsLookedAtOnce(id: String) throws {
        let template = try Repository.templates.template(id)
        let labels = try Repository.templates.labels()
        let table = try WorkbookReader.read(path: Repository.root + "/Templates/\(id)/example/指标表.xlsx")
        let filled = try looks {
            _ = try SubmissionRecognizer.recognize(
                table, budget: nil, template: template, labels: labels, options: RecognitionOptions())
        }
        #expect(filled == once(table))
        let checked = try looks {
            let forms = try FormReader.forms(in: table, library: Repository.library)
            #expect(forms.count == 1)
        }
        #expect(checked == once(table))
        let blank = try WorkbookReader.read(path: template.formPath)
        #expect(try looks { _ = try FormRecognizer.map(blank, template: template, labels: labels) } == once(blank))
        let learned = try looks {
            _ = try BlankLearner.learn(blank, labels: labels, generic: Repository.library.generic)
        }
        #expect(learned == once(blank))
    }

    /// What a template says of places is as good as what the person says, and is told as well; the person's word goes before it.
    @Test func aTemplateTellsPlaces() throws {
        let path = Repository.root + "/Templates/national-project/example/指标表.xlsx"
        var table = try WorkbookReader.read(path: path)
        let labels = try Repository.templates.labels()
        let index = try #require(
            table.sheets.firstIndex { sheet in sheet.cells.values.contains { $0.shown == "年度指标值" } })
        let heading = try #require(table.sheets[index].cells.first { $0.value.shown == "年度指标值" }?.key)
        table.sheets[index][heading] = Cell(text: "年度水准", style: 0)
        let letters = CellReference.letters(ofColumn: heading.column)
        func read(_ template: Template, _ options: RecognitionOptions = RecognitionOptions()) throws
            -> SubmissionRecognizer.Brought
        {
            try SubmissionRecognizer.recognize(table, budget: nil, template: template, labels: labels, options: options)
        }
        var template = try Repository.templates.template("national-project")
        let unsure = try read(template)
        #expect(!unsure.account.isUnderstood && unsure.account.told.isEmpty)
        // What its contents make it is a guess, and shown as one.
        #expect(unsure.submission.indicators.allSatisfy { $0.target != nil })
        #expect(unsure.account.unread.contains { $0.message.contains("当作“年度指标值”：") && $0.isBlocking })
        template.toldColumns = [("年度指标值", letters)]
        let sure = try read(template)
        #expect(sure.account.isUnderstood && sure.account.told.map(\.words) == ["年度指标值=\(letters)：按您的指定"])
        #expect(sure.submission.indicators.allSatisfy { $0.target != nil })
        template.toldColumns = []
        template.ignored = ["列\(letters)"]
        let ignored = try read(template)
        let told = try #require(ignored.account.told.first?.words)
        #expect(ignored.account.isUnderstood && told.hasPrefix("列\(letters)：按您的指定不用，共 "), "\(told)")
        #expect(ignored.submission.indicators.allSatisfy { $0.target == nil })
        template.ignored = []
        template.toldCells = [("联系人电话乙", "A1")]
        #expect(throws: ToolError.self) { try read(template) }
        template.toldCells = []
        template.toldColumns = [("评价标准", letters)]
        var options = RecognitionOptions()
        options.columns = [("年度指标值", letters)]
        #expect(try read(template, options).submission.indicators.allSatisfy { $0.target != nil })
    }
}
