import Assessment
import FormJobs
import FormRecognition
import Foundation
import Reports
import SpreadsheetWriting

/// A form that `fill` wrote, as `check` reads it.
struct WrittenForm {
    let fill: FillReport
    let check: CheckReport
    /// Where things stand on the form.
    private let map: FormMap

    init(_ outcome: FillOutcome, library: JobLibrary, template: String?, sheet: String? = nil) throws {
        fill = outcome.report
        map = outcome.form.map
        var request = CheckRequest()
        request.template = template
        request.options.sheet = sheet
        let bytes = try WorkbookWriter.bytes(of: outcome.form.workbook, named: "自评表.xlsx")
        let file = InputFile(bytes: [UInt8](bytes), name: "自评表.xlsx")
        let checked = try CheckJob(request, library: library).run(file)
        check = try checked.forms[0].result.get()
    }

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
            if indicator.target?.quantity.number != nil {
                compare("unit", indicator.target?.quantity.unit, same.target?.quantity.unit)
            }
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
            for column in BudgetColumn.amounts where line[column] != nil && isAsked(line.name, column) {
                let same = found.submission.line(line.name)?[column]
                if same != line[column] {
                    lost.append("\(line.name) \(column): \(line[column] ?? 0) is \(String(describing: same))")
                }
            }
        }
        for (name, fact) in wanted.submission.facts where name != .total && name != .grade && map.facts[name] != nil {
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

    private func isAsked(_ row: String, _ column: BudgetColumn) -> Bool {
        map.money.contains { $0.name == row && $0.cells[column] != nil }
    }

    /// Findings and places that `check` has and `fill` had not.
    ///
    /// - Parameters:
    ///   - rules: Rules that may find something all the same.
    ///   - texts: Texts that may be not understood.
    func news(beyond rules: Set<String> = [], unread texts: Set<String> = []) -> [String] {
        func key(_ finding: Finding) -> String { finding.rule }
        var known = Dictionary(grouping: fill.evaluation.findings, by: key).mapValues(\.count)
        var news: [String] = []
        for finding in check.evaluation.findings {
            if rules.contains(finding.rule) { continue }
            if let count = known[key(finding)], count > 0 {
                known[key(finding)] = count - 1
            } else {
                news.append("\(finding.rule) \(finding.source.place) \(finding.message)")
            }
        }
        let places = check.evaluation.account.unread.filter {
            $0.isBlocking && !$0.isOnOtherSheet && !texts.contains($0.source.text)
        }.map {
            "unread \($0.source.place) \($0.source.text) \($0.message)"
        }
        return news + places
    }
}
