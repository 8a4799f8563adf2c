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
    private(set) var isWhole: Bool

    /// Nothing but totals and grades is said.
    private(set) var isAll = true

    /// Whether a text may say one: most say neither points nor a grade, and are not taken apart.
    static func mayBe(in text: String) -> Bool {
        var (hasDigit, hasPoints, hasGrade) = (false, false, false)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "０"..."９": hasDigit = true
            case "分": hasPoints = true
            case "级", "次", "评", "定", "论", "档": hasGrade = true
            default: break
            }
        }
        return hasDigit && hasPoints || hasGrade
    }

    /// A total or a grade is said.
    var isSaid: Bool { !totals.isEmpty || grade != nil }

    /// Reads a text.
    init(_ text: String, words: FormWords) {
        isWhole = true
        let clauses = TextNormalizer.narrowed(text)
            .unicodeScalars.split { Self.marks.contains($0) || $0.properties.isWhitespace }.map(String.init)
        var grades: [String] = []
        for clause in clauses {
            let isSaid = clause.contains(":")
            if let found = Self.total(clause, words) {
                totals.append(found)
                isWhole = isWhole && isSaid
            } else if let found = Self.grade(clause, words) {
                grades.append(found)
                isWhole = isWhole && isSaid
            } else {
                isWhole = false
                isAll = false
            }
        }
        // 总分100分，自评得分95分: the first is what could be had.
        if totals.count > 1 { totals.removeAll { $0.value == 100 } }
        if Set(grades).count == 1 { grade = grades.first }
    }

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

    // MARK: Clauses

    /// What ends a clause, besides spaces.
    private static let marks = "，,；;。、".unicodeScalars

    /// Words before a figure that make it another one's.
    private static let others = [
        "指标", "产出", "效益", "满意", "执行率", "满分", "上年", "去年", "上一年", "目标", "扣", "平均", "复核", "调整前", "第三方", "财政",
    ]

    /// 自评得分95.75分.
    private static func total(_ clause: String, _ words: FormWords) -> (value: Decimal, text: String)? {
        guard let start = clause.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        let digits = clause[start...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let rest = clause[digits.endIndex...]
        guard ["", "分"].contains(rest), let value = DecimalText.number(String(digits)), value <= 150,
            isNamed(String(clause[..<start]), .total, words)
        else { return nil }
        return (value, String(digits))
    }

    /// 等级为优, 评定为良好.
    private static func grade(_ clause: String, _ words: FormWords) -> String? {
        let plain = clause.filter { !"“”\"".contains($0) }
        guard Grade.mayEnd(plain) else { return nil }
        for length in [3, 2, 1] where plain.count > length {
            let name = String(plain.suffix(length))
            guard name.allSatisfy(\.isLetter), Grade.isName(name) else { continue }
            let before = String(plain.dropLast(length))
            guard isNamed(before, .grade, words) || ["评为", "评定为", "评价为", "认定为"].contains(where: before.hasSuffix) else {
                continue
            }
            return others.contains(where: before.contains) ? nil : name
        }
        return nil
    }

    /// Whether what leads up to a value ends with the label of a fact: 本项目自评得分为.
    private static func isNamed(_ text: String, _ name: FactName, _ words: FormWords) -> Bool {
        var label = text
        while let last = label.last, ":为是达到共计约".contains(last) { label.removeLast() }
        guard !label.isEmpty, !others.contains(where: label.contains) else { return false }
        if name == .total, label == "得分" { return true }
        let letters = Array(label)
        return letters.indices.contains { start in
            letters.count - start >= 2 && words.namedFact(Label(String(letters[start...]))) == name
        }
    }
}
