import Assessment
import FormFilling
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

/// Forms made by chance: explanations and formulas say the same as the scores, to the last digit.
@Suite struct RandomFormTests {
    /// One template with the rate as a row, one with it in the money block and the unit in a column of its own.
    static let ids = ["guangzhou-department", "sichuan-project"]

    private static func evaluation(_ seed: Int, _ template: Template) -> Evaluation {
        let form = RandomForm(seed: seed, base: template.standard)
        return Evaluator.evaluate(form.submission, standard: form.standard)
    }

    private static func rounded(_ value: Decimal, _ places: Int) -> Decimal {
        DecimalText.rounded(value, places: places)
    }

    /// Both sides of `28 ÷ 30 × 10 = 9.33`, reckoned again.
    private static func sides(_ formula: String) throws -> (left: Decimal, right: Decimal) {
        let parts = formula.components(separatedBy: " = ")
        try #require(parts.count == 2, "\(formula)")
        let left = try #require(TraceReckoner.value(parts[0]), "\(formula)")
        let right = try #require(TraceReckoner.value(parts[1]), "\(formula)")
        return (left.value, right.value)
    }

    @Test func explanationsGiveTheScores() throws {
        let templates = try Self.ids.map { try Repository.templates.template($0) }
        var seen: [ScoringMethod: Int] = [:]
        var (capped, rescaled, leftOut, missing) = (0, 0, 0, 0)
        // Gathered, and judged at the end: ten thousands of expectations take longer than what they expect.
        var wrong: [String] = []
        func check(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { wrong.append(what()) }
        }
        for seed in 0..<1000 {
            let evaluation = Self.evaluation(seed, templates[seed % 2])
            let places = evaluation.standard.scorePlaces
            var scores = Array(zip(evaluation.scores, evaluation.indicators.map { $0.weight?.value ?? 0 }))
            if let score = evaluation.budgetScore { scores.append((score, 10)) }
            for (score, weight) in scores {
                if score.leftOut != nil { leftOut += 1 }
                if score.missing != nil { missing += 1 }
                guard let points = score.points, score.missing == nil else { continue }
                seen[score.method, default: 0] += 1
                let trace = score.trace
                guard score.method != .bands, score.method != .self else {
                    check(trace.formula == "自评 \(points)", "\(seed)")
                    continue
                }
                let (left, right) = try Self.sides(trace.formula)
                check(Self.rounded(left, places) == right, "\(seed) \(trace.formula)")
                let held = max(0, min(left, weight))
                check(Self.rounded(held, places) == points, "\(seed) \(trace.formula)")
                check(trace.cap.isEmpty == (held == left), "\(seed) \(trace.formula) \(trace.cap)")
                check(trace.rounding.isEmpty == (held == points), "\(seed) \(trace.formula) \(trace.rounding)")
                // A criterion that is met by words has no figures to reckon with.
                check(
                    score.expression.map { $0.value == points } ?? (score.method == .criterion),
                    "\(seed) \(score.method.title) \(trace.formula)")
                guard !trace.derivation.isEmpty else { continue }
                let (rate, shown) = try Self.sides(trace.derivation)
                // What a criterion is held against is shown finer than the rate of the form.
                let ratePlaces = score.method == .criterion ? 4 : evaluation.standard.ratePlaces
                check(Self.rounded(rate * 100, ratePlaces) == shown * 100, "\(trace.derivation)")
            }
            capped += evaluation.cap == nil ? 0 : 1
            rescaled += evaluation.rescaling == nil ? 0 : 1
            guard let total = evaluation.total else { continue }
            let sum = scores.reduce(Decimal(0)) { $0 + ($1.0.points ?? 0) }
            let exact = evaluation.rescaling == nil ? sum : sum * 100 / evaluation.weightTotal
            let uncapped = evaluation.rescaling == nil ? sum : Self.rounded(exact, places)
            try check(Self.sides(evaluation.totalTrace.formula).right == uncapped, "\(seed)")
            try check(Self.rounded(Self.sides(evaluation.totalTrace.formula).left, places) == uncapped, "\(seed)")
            check(evaluation.uncappedTotal == uncapped, "\(seed)")
            let rate = evaluation.executionRate.map { $0 * 100 }
            let limits = evaluation.standard.caps.filter { cap in rate.map { $0 < cap.below } ?? false }.map(\.atMost)
            check(total == min(uncapped, limits.min() ?? uncapped), "\(seed)")
        }
        #expect(wrong == [])
        // What chance did not make was not tested.
        for method in [ScoringMethod.proportion, .rate, .steps, .deduct, .bands, .self] {
            #expect(seen[method, default: 0] > 100, "\(method)")
        }
        #expect(min(capped, rescaled, leftOut, missing) > 30, "\([capped, rescaled, leftOut, missing])")
    }

    @Test(.enabled(if: LibreOffice.isInstalled, "needs libreoffice-calc and poppler-utils"), arguments: ids)
    func formulasGiveTheScores(id: String) throws {
        let office = try LibreOffice()
        defer { office.remove() }
        var template = try Repository.templates.template(id)
        let base = template.standard
        let blank = try WorkbookReader.read(path: template.formPath)
        let labels = try Repository.templates.labels()
        // Each form is a sheet of one workbook: its formulas name cells of its own sheet alone.
        var workbook = Workbook(fileName: "随机.xlsx")
        for seed in 0..<100 {
            let form = RandomForm(seed: seed, base: base)
            template.standard = form.standard
            let filled = try FormFiller.fill(
                blank: blank, template: template,
                evaluation: Evaluator.evaluate(form.submission, standard: form.standard), labels: labels
            ).workbook
            var sheet = Sheet(name: "第\(seed)")
            sheet.cells = filled.sheets[0].cells.mapValues { cell in
                var plain = cell
                plain.style = 0
                return plain
            }
            workbook.sheets.append(sheet)
        }
        let path = office.folder + "/form.xlsx"
        try WorkbookWriter.write(workbook, to: path)
        let again = try WorkbookReader.read(path: office.convert(path, to: "xlsx"))
        var compared = 0
        for (ours, theirs) in zip(workbook.sheets, again.sheets) {
            for (place, cell) in ours.cells where cell.formula != nil {
                compared += 1
                switch (cell.value, theirs[place]?.value) {
                case (.number(let one), .number(let other)?):
                    #expect(
                        abs(one - other) < Decimal(sign: .plus, exponent: -9, significand: 1),
                        "\(ours.name) \(place) \(cell.formula ?? "")：\(one)，\(other)")
                case (let one, let other): #expect(one == other, "\(ours.name) \(place) \(cell.formula ?? "")")
                }
            }
        }
        #expect(compared > 500)
    }
}
