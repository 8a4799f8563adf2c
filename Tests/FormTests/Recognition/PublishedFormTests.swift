import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Published forms, beside the checkout where they exist, read without being told what they are, against what must be found in each.
@Suite(.enabled(if: Repository.cases != nil, "needs ../shared/cases")) struct PublishedFormTests {
    struct Expected: Decodable {
        struct Hit: Decodable {
            var rule: String
            var cell: String
            var cell_also: [String]?
        }
        var verdict: String
        var findings: [Hit]
        var must_not: [String]
        var must_not_cells: [Hit]?
        var values: [String: String?]
    }

    static let files: [(name: String, kind: String)] = [
        ("chizhou-tangxi-village-2022", "xlsx"), ("chongqing-media-centre-2021", "xlsx"),
        ("hunan-base-data-2018", "xlsx"), ("langfang-food-school-2019", "xlsx"),
        ("langfang-food-school-2019-indicators", "csv"), ("qingshen-drc-salary-2023", "xlsx"),
        ("yongde-mingliang-school-2022", "xlsx"), ("yongde-mingliang-school-2022-indicators", "csv"),
        ("zhongjiang-water-2022", "xlsx"), ("zhongjiang-water-2022-indicators", "csv"),
        ("huangpu-womens-federation-2022/indicators", "csv"), ("huangpu-womens-federation-2022/指标表", "xlsx"),
        ("huangpu-womens-federation-2022/预算执行导出", "csv"),
    ]

    private func cell(_ source: Source) -> String {
        (source.sheet.map { $0 + "!" } ?? "") + (source.cell?.description ?? "")
    }

    @Test(arguments: files)
    func findsWhatMustBeFoundAndNothingThatMustNot(name: String, kind: String) throws {
        let cases = try #require(Repository.cases)
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: URL(fileURLWithPath: "\(cases)/\(name).expected.json")))
        let form = try FormReader.read(
            WorkbookReader.read(path: "\(cases)/\(name).\(kind)"), library: Repository.library)
        let evaluation = Evaluator.evaluate(form.submission, standard: form.template.standard)
        let told = evaluation.findings.map { "\($0.rule) \(cell($0.source)) \($0.message)" }.joined(separator: "\n")
        for hit in expected.findings {
            let cells = [hit.cell] + (hit.cell_also ?? [])
            #expect(
                evaluation.findings.contains { $0.rule == hit.rule && cells.contains(cell($0.source)) },
                "\(hit.rule) \(hit.cell) in\n\(told)")
        }
        for finding in evaluation.findings {
            #expect(
                !expected.must_not.contains(finding.rule), "\(finding.rule) \(cell(finding.source)) \(finding.message)")
            for hit in expected.must_not_cells ?? [] {
                #expect(finding.rule != hit.rule || cell(finding.source) != hit.cell, "\(hit.rule) \(hit.cell)")
            }
        }
        let verdict = evaluation.count(.must) > 0 ? "must" : evaluation.count(.explain) > 0 ? "explain" : "clean"
        #expect(verdict == expected.verdict, "\(told)")
    }
}
