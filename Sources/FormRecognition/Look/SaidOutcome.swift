import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A total or a grade that a text says: 总分：99.8分，等级：优; 本项目自评得分95.75分，等级为优.
struct SaidOutcome {
    /// The totals and how they were written.
    private(set) var totals: [(value: Decimal, text: String)] = []
    /// The grade.
    private(set) var grade: String?
    /// The text says nothing else: it has the place of a total or grade that is printed.
    private(set) var isWhole = true
    /// Nothing but totals and grades is said.
    private(set) var isAll = true

    /// Whether a text may say one: most say neither points nor a grade, and are not taken apart.
    static func mayBe(in text: String) -> Bool {
        var (hasDigit, hasPoints, hasGrade) = (false, false, false)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "０"..."９": hasDigit = true
            case "分": hasPoints = true
            case "级", "次", "评", "定", "论", "档", "果": hasGrade = true
            default: break
            }
        }
        return hasDigit && hasPoints || hasGrade
    }

    /// A total or a grade is said.
    var isSaid: Bool { !totals.isEmpty || grade != nil }

    /// Reads a text.
    ///
    /// - Parameter year: The year of the form, where it is known: what is said of another year is not the form's.
    init(_ text: String, words: FormWords, year: String? = nil) {
        let clauses = TextNormalizer.narrowed(text)
            .unicodeScalars.split { Self.marks.contains($0) || $0.properties.isWhitespace }.map(String.init)
        let own = year ?? clauses.compactMap { FactCollector.year(in: $0) }.max()
        var current = own
        var grades: [String] = []
        var before: SaidClause?
        for text in clauses {
            current = FactCollector.year(in: text) ?? current
            let clause = SaidClause(text, after: before, words)
            before = clause
            let isOwn = current == own
            if isOwn, let found = clause.total {
                totals.append(found)
            } else if isOwn, let found = clause.grade {
                grades.append(found)
            } else {
                isWhole = false
                isAll = false
                continue
            }
            isWhole = isWhole && text.contains(":")
        }
        // 总分100分，自评得分95分: the first is what could be had.
        if totals.count > 1 { totals.removeAll { $0.value == 100 } }
        if Set(grades).count == 1 { grade = grades.first }
    }

    /// What ends a clause, besides spaces.
    private static let marks = "，,；;。、".unicodeScalars

    /// Adds what is said to a submission.
    func add(to submission: inout Submission, source: Source) {
        for total in totals {
            let places = total.text.split(separator: ".").dropFirst().first?.count ?? 0
            submission.saidTotals.append(
                SourcedNumber(value: total.value, text: total.text, precision: places, source: source))
        }
        if let grade { submission.saidGrades.append(SourcedText(grade, source: source)) }
        if isWhole, totals.count + (grade == nil ? 0 : 1) > 0, totals.count < 2 {
            submission.wholeSayings.insert(source)
        }
    }

    /// Takes what a cell says of nothing else for the printed total and grade, where there are none; leaves out what the printed ones say themselves.
    static func settle(_ submission: inout Submission) {
        let own = submission.wholeSayings
        if let said = submission.saidTotals.first(where: { own.contains($0.source) }),
            submission.printedTotal == nil
                || submission.printedTotal?.value == nil && submission.printedTotal?.source == said.source
        {
            submission.printedTotal = said
        }
        if let said = submission.saidGrades.first(where: { own.contains($0.source) }), submission.printedGrade == nil {
            submission.printedGrade = said
        }
        let (total, grade) = (submission.printedTotal?.source, submission.printedGrade?.source)
        submission.saidTotals.removeAll { $0.source == total }
        submission.saidGrades.removeAll { $0.source == grade }
    }
}
