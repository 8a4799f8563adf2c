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
            case "级", "次", "评", "定", "论", "档", "果": hasGrade = true
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
        var before = ""
        for clause in clauses {
            let isSaid = clause.contains(":")
            defer { before = clause }
            if let found = Self.total(clause, after: before, words) {
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

    /// 自评得分95.75分, 本项目得95分.
    ///
    /// - Parameter before: The clause before it, which says whose points they are where it does not itself.
    private static func total(
        _ clause: String, after before: String, _ words: FormWords
    ) -> (value: Decimal, text: String)? {
        guard let (lead, digits, rest) = figure(in: clause), ["", "分"].contains(rest),
            let value = DecimalText.number(digits), value <= 150,
            isNamed(lead, .total, words) || rest == "分" && isAwarded(lead, after: before)
        else { return nil }
        return (value, digits)
    }

    /// The first figure of a clause with what stands before and behind it.
    private static func figure(in clause: String) -> (lead: String, digits: String, rest: String)? {
        guard let start = clause.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        let digits = clause[start...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        return (String(clause[..<start]), String(digits), String(clause[digits.endIndex...]))
    }

    /// Whether what leads up to points says that the whole got them: 本项目得, 自我评价:评为. 得 alone goes by the clause before it: 指标满分10分，得9分.
    private static func isAwarded(_ lead: String, after before: String) -> Bool {
        var subject = lead
        while let last = subject.last, ":为是达到共计约了".contains(last) { subject.removeLast() }
        guard !others.contains(where: subject.contains),
            let verb = verbs.first(where: subject.hasSuffix)
        else { return false }
        // Who assesses himself assesses the whole.
        if verb.hasPrefix("自评") { return true }
        subject.removeLast(verb.count)
        while let other = verbs.first(where: subject.hasSuffix) { subject.removeLast(other.count) }
        if !subject.isEmpty { return subject.last == ":" || wholes.contains(where: subject.hasSuffix) }
        // 满分100分，得95分 is of the whole.
        let isOfPart = others.contains { $0 != "满分" && before.contains($0) }
        let most = figure(in: before).flatMap { before.contains("分") ? DecimalText.number($0.digits) : nil }
        return !isOfPart && (most ?? 100) >= 100
    }

    /// Words for getting points, the longest first.
    private static let verbs = ["自评得", "自评打", "自评", "评定得", "评得", "获得", "取得", "评定", "评价", "得", "评", "打", "获"]

    /// What the points of the whole are of.
    private static let wholes = [
        "项目", "单位", "部门", "整体", "总体", "支出", "绩效", "工作", "年度", "综合", "总共", "一共", "共", "最终", "最后", "自我", "我局", "我委", "我校",
        "我院",
        "我中心", "我办",
    ]

    /// What a grade is said of, besides the labels of one: 评价结果为良好.
    private static let outcomes = ["结果", "结论"]
    private static let outcomeLeads = ["评价", "自评", "评定", "考核", "绩效", "最终", "综合", ":"]

    /// 等级为优, 评定为良好.
    private static func grade(_ clause: String, _ words: FormWords) -> String? {
        let plain = clause.filter { !"“”\"".contains($0) }
        guard Grade.mayEnd(plain) else { return nil }
        for length in [3, 2, 1] where plain.count > length {
            let name = String(plain.suffix(length))
            guard name.allSatisfy(\.isLetter), Grade.isName(name) else { continue }
            let before = String(plain.dropLast(length))
            guard
                isNamed(before, .grade, words) || isOutcome(before)
                    || ["评为", "评定为", "评价为", "认定为"].contains(where: before.hasSuffix)
            else { continue }
            return others.contains(where: before.contains) ? nil : name
        }
        return nil
    }

    /// Whether what leads up to a grade is the outcome of the assessment: 结果为; not 检测结果为.
    private static func isOutcome(_ text: String) -> Bool {
        var label = text
        while let last = label.last, ":为是属于".contains(last) { label.removeLast() }
        guard label.count < text.count, let word = outcomes.first(where: label.hasSuffix) else { return false }
        label.removeLast(word.count)
        return label.isEmpty || outcomeLeads.contains(where: label.hasSuffix)
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
