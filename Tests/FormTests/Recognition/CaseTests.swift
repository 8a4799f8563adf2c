import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Indicator tables with published figures, beside the checkout where they exist, against what must be found in them.
@Suite(.enabled(if: Repository.cases != nil, "needs ../shared/cases")) struct CaseTests {
    struct Expected: Decodable {
        struct Row: Decodable {
            var l1: String, l2: String, l3: String
            var `operator`: String?, target: String?, unit: String?, actual: String?, weight: String?, score: String?
            var reason: String?
        }
        struct Hit: Decodable {
            var rule: String
            var cell: String
            var cell_also: [String]?
        }
        var findings: [Hit]
        var must_not: [String]
        var rows: [Row]
        var values: [String: String]
    }

    static let tables = [
        ("huangpu-womens-federation-2022/indicators", "csv", "guangzhou-department"),
        ("huangpu-womens-federation-2022/指标表", "xlsx", "guangzhou-department"),
        ("yongde-mingliang-school-2022-indicators", "csv", "national-project"),
        ("langfang-food-school-2019-indicators", "csv", "national-project"),
        ("zhongjiang-water-2022-indicators", "csv", "national-project"),
    ]

    private func load(_ name: String, _ ext: String, _ id: String) throws -> (Submission, Template, Expected) {
        let cases = try #require(Repository.cases)
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: URL(fileURLWithPath: "\(cases)/\(name).expected.json")))
        let template = try Repository.templates.template(id)
        let submission = try SubmissionRecognizer.recognize(
            WorkbookReader.read(path: "\(cases)/\(name).\(ext)"), budget: nil, template: template,
            labels: Repository.templates.labels(), options: RecognitionOptions()
        ).submission
        return (submission, template, expected)
    }

    @Test(arguments: tables)
    func rowsAreThoseOfTheTable(name: String, ext: String, id: String) throws {
        let (submission, _, expected) = try load(name, ext, id)
        // A row without an indicator's name (a group that has none) is no indicator.
        let rows = expected.rows.filter { !$0.l3.isEmpty }
        #expect(submission.indicators.map(\.name) == rows.map(\.l3))
        for (indicator, row) in zip(submission.indicators, rows) {
            #expect(indicator.level1 == row.l1)
            #expect(indicator.level2 == row.l2)
            #expect(DecimalText.text(indicator.weight?.value ?? -1) == row.weight ?? "")
            #expect(indicator.givenScore?.value == row.score.flatMap { Decimal(string: $0) })
            #expect((indicator.reason?.text ?? "") == row.reason ?? "")
            if let target = indicator.target, target.isQuantitative, target.isOperatorWritten {
                #expect(row.operator == [.atLeast: ">=", .atMost: "<=", .equal: "="][target.comparison])
            }
            if let number = row.target.flatMap({ Decimal(string: $0) }), row.target?.contains("年") == false {
                #expect(indicator.target?.quantity.number == number, "\(row.l3)")
                #expect(indicator.target?.quantity.unit == row.unit ?? "", "\(row.l3)")
            }
        }
    }

    @Test(arguments: tables)
    func findsWhatMustBeFoundAndNothingThatMustNot(name: String, ext: String, id: String) throws {
        let (submission, template, expected) = try load(name, ext, id)
        let evaluation = Evaluator.evaluate(submission, standard: template.standard)
        for finding in evaluation.findings {
            // Facts and money come from elsewhere in these cases: they are only the tables.
            guard !finding.rule.hasPrefix("BUD"), !finding.rule.hasPrefix("STR") else { continue }
            #expect(
                !expected.must_not.contains(finding.rule), "\(finding.rule) \(finding.source.place) \(finding.message)")
        }
        let known = Set(RuleCatalogue.all.map { $0.id })
        for hit in expected.findings where known.contains(hit.rule) {
            let cells = [hit.cell] + (hit.cell_also ?? [])
            #expect(
                evaluation.findings.contains {
                    $0.rule == hit.rule && cells.contains($0.source.cell?.description ?? "")
                }, "\(hit.rule) \(hit.cell)")
        }
        if let total = expected.values["total_recomputed"], name.hasPrefix("huangpu") {
            #expect(evaluation.total.map { DecimalText.text($0) } == total)
        }
    }

    @Test func theFinanceExportIsUnderstood() throws {
        let cases = try #require(Repository.cases) + "/huangpu-womens-federation-2022"
        let template = try Repository.templates.template("guangzhou-department")
        let submission = try SubmissionRecognizer.recognize(
            WorkbookReader.read(path: cases + "/indicators.csv"),
            budget: WorkbookReader.read(path: cases + "/预算执行导出.csv"), template: template,
            labels: Repository.templates.labels(), options: RecognitionOptions()
        ).submission
        let figures = submission.budget.map { line in
            [line.name]
                + [line[.initial], line[.adjusted], line[.executed]].map { $0.map { DecimalText.text($0) } ?? "" }
        }
        #expect(
            figures == [
                ["合计", "568.5", "570.54", "537.81"], ["财政拨款", "568.5", "562.54", "529.81"],
                ["其他资金", "0", "8", "8"], ["基本支出", "328.5", "332.18", "329.46"],
                ["项目支出", "240", "238.36", "208.35"],
            ])
        #expect(submission.notes.contains { $0.contains("按元理解，折合万元：合计 5,705,400.00") })
    }
}
