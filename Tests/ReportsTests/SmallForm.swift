import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet

@testable import Reports

/// A small form in code, checked against a standard of its own.
enum SmallForm {
    /// A row: 三级指标, 年度指标值, 实际完成值, 分值, 得分, 偏差原因.
    typealias Row = (name: String, target: String, actual: String, weight: String, score: String, reason: String)

    static let columns: [IndicatorColumn] = [.name, .target, .actual, .weight, .score, .reason]

    static func submission(_ rows: [Row], file: String = "表.xlsx") -> Submission {
        var submission = Submission(source: Source(file: file, sheet: "自评"))
        submission.columns = columns.enumerated().map { column, role in
            (role, SourcedText(role.rawValue, source: place(0, column, file)))
        }
        for (index, row) in rows.enumerated() {
            let texts = [row.name, row.target, row.actual, row.weight, row.score, row.reason]
            func at(_ column: IndicatorColumn) -> (text: String, source: Source) {
                let number = columns.firstIndex(of: column) ?? 0
                return (texts[number], place(index + 1, number, file))
            }
            var indicator = Indicator(source: at(.name).source)
            (indicator.level1, indicator.level2, indicator.name) = ("产出指标", "数量指标", row.name)
            for column in columns { indicator.places[column] = at(column).source }
            if !row.target.isEmpty { indicator.target = Target(text: row.target, source: at(.target).source) }
            if !row.actual.isEmpty {
                indicator.actual = SourcedText(row.actual, source: at(.actual).source)
                indicator.actualQuantity = Quantity(row.actual)
            }
            if !row.weight.isEmpty {
                indicator.weight = SourcedNumber(text: row.weight, source: at(.weight).source)
            }
            if !row.score.isEmpty {
                indicator.givenScore = SourcedNumber(text: row.score, source: at(.score).source)
            }
            if !row.reason.isEmpty { indicator.reason = SourcedText(row.reason, source: at(.reason).source) }
            submission.indicators.append(indicator)
        }
        return submission
    }

    /// Cell letters: A name, B target, C actual, D weight, E score, F reason; the first indicator is in row 2.
    private static func place(_ row: Int, _ column: Int, _ file: String) -> Source {
        Source(file: file, sheet: "自评", cell: CellReference(row: row, column: column))
    }

    static var standard: Standard {
        var standard = Standard()
        standard.requiredColumns = [.name, .target, .actual, .weight]
        standard.executionRatePlace = .none
        standard.grades = [Grade(name: "优", from: 90), Grade(name: "其他", from: 0)]
        return standard
    }

    static func report(
        _ rows: [Row], file: String = "表.xlsx", unsettled: [String] = [], evidence: [String] = [],
        isGeneric: Bool = false,
        change: (inout Evaluation) -> Void = { _ in }
    ) -> CheckReport {
        var evaluation = Evaluator.evaluate(submission(rows, file: file), standard: standard)
        change(&evaluation)
        let template = Template(
            id: "t", title: "自评表", fileTitle: "自评表", region: "甲", years: "", nameField: "单位名称", moneyUnit: .tenThousand,
            fields: [], budgetRows: [], levels: [], standard: standard,
            provenance: unsettled.map { Template.Provenance(what: $0, basis: "依据待核") }, formPath: "")
        let match = TemplateMatch(id: "t", title: "自评表", isGeneric: isGeneric, evidence: evidence)
        let form = RecognizedForm(
            submission: evaluation.submission, account: evaluation.account, template: template, match: match)
        return CheckReport(form, evaluation: evaluation, path: "夹/\(file)")
    }
}
