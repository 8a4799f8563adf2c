import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A clause of a sentence, and the total or the grade that it says of the whole form.
struct SaidClause {
    /// 自评得分95.75分, 我局自评得95分.
    private(set) var total: (value: Decimal, text: String)?
    /// 等级为优, 评定为良好, 属于“良”等次.
    private(set) var grade: String?
    let text: String
    /// It, or what led up to it, speaks of another year or of what others gave.
    private let isElsewhere: Bool

    /// - Parameters:
    ///   - text: Narrowed, without the marks that end it.
    ///   - before: The clause before it, which says whose points they are where it does not itself.
    init(_ text: String, after before: SaidClause?, _ words: FormWords) {
        self.text = text
        let own = words.labels.saidOutcomes
        isElsewhere =
            own.isElsewhere(text) || before?.isElsewhere ?? false && !own.isWhole(Self.subject(text))
        guard !isElsewhere, !own.isOfPart(text) || text.contains(":") else { return }
        total = Self.total(text, after: before, words)
        if total == nil { grade = Self.grade(text, after: before, words) }
    }

    /// What a clause begins with, up to its first verb: 本年度.
    private static func subject(_ text: String) -> String { String(text.prefix { !"自评得为是:".contains($0) }) }

    /// The figure that a text ends with; empty where it ends with none.
    fileprivate static func digits(endingWith text: Substring) -> String {
        String(text.reversed().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }.reversed())
    }

    private static func total(
        _ clause: String, after before: SaidClause?, _ words: FormWords
    ) -> (value: Decimal, text: String)? {
        var lead = clause[...]
        let hasUnit = lead.last == "分"
        if hasUnit { lead.removeLast() }
        let digits = Self.digits(endingWith: lead)
        lead.removeLast(digits.count)
        guard digits.first?.isNumber ?? false, let value = DecimalText.number(digits), value <= 150,
            let found = Awarded(String(lead), .total, words), hasUnit || found.saysPoints,
            found.isOfWhole(after: before, words)
        else { return nil }
        return (value, digits)
    }

    private static func grade(_ clause: String, after before: SaidClause?, _ words: FormWords) -> String? {
        var plain = clause.filter { !"“”\"「」".contains($0) }
        for word in ["等次", "等级", "档次", "级别", "档"] where plain.hasSuffix(word) { plain.removeLast(word.count) }
        guard Grade.mayEnd(plain) else { return nil }
        for length in [3, 2, 1] where plain.count > length {
            let name = String(plain.suffix(length))
            guard name.allSatisfy(\.isLetter), Grade.isName(name) else { continue }
            let lead = String(plain.dropLast(length))
            if let found = Awarded(lead, .grade, words) {
                return found.isOfWhole(after: before, words) ? name : nil
            }
            // 自评99.5分，属于“良”等次.
            if before?.total != nil, lead.allSatisfy({ Awarded.links.contains($0) }) { return name }
        }
        return nil
    }
}

/// What leads up to points or a grade: whose they are, and the word that gives them.
private struct Awarded {
    /// Words between the name of an outcome and its value.
    static let links: Set<Character> = [":", "为", "是", "达", "到", "共", "计", "约", "了", "属", "于", "在"]

    /// What stands before the word that gives them.
    private var subject: String
    /// It is the label of a total or a grade.
    private var isLabel = false
    /// The word is one for points: no unit has to follow.
    private(set) var saysPoints = false

    /// Nil where nothing gives them.
    init?(_ lead: String, _ name: FactName, _ words: FormWords) {
        let own = words.labels.saidOutcomes
        subject = lead
        func dropLinks() {
            while let last = subject.last, Self.links.contains(last) { subject.removeLast() }
        }
        dropLinks()
        if let label = Self.label(at: subject, name, words) {
            (subject, isLabel, saysPoints) = (label, true, true)
            return
        }
        var isGiven = false
        // 自评等级定为B: behind the verb stands the label.
        while let verb = (own.nouns + own.verbs).first(where: subject.hasSuffix) {
            if !isGiven { saysPoints = verb.hasSuffix("分") || own.nouns.contains(verb) }
            isGiven = true
            // Who assesses himself assesses the whole.
            if verb.hasPrefix("自评") { isLabel = true }
            subject.removeLast(verb.count)
            dropLinks()
            if let label = Self.label(at: subject, name, words) {
                (subject, isLabel) = (label, true)
                break
            }
        }
        guard isGiven else { return nil }
    }

    /// What stands before the label of a fact that a text ends with; nil where it ends with none.
    private static func label(at text: String, _ name: FactName, _ words: FormWords) -> String? {
        let letters = Array(text)
        for start in letters.indices where letters.count - start >= 2 {
            if words.namedFact(Label(String(letters[start...]))) == name { return String(letters[..<start]) }
        }
        return nil
    }

    /// Whether the whole got them: 本项目, 我局; not 安全生产, 省厅. Without a subject the clause before says it: 指标满分10分，得9分.
    func isOfWhole(after before: SaidClause?, _ words: FormWords) -> Bool {
        let own = words.labels.saidOutcomes
        var subject = subject
        if let colon = subject.lastIndex(of: ":") {
            // 自我评价:本项目.
            subject = String(subject[subject.index(after: colon)...])
            if subject.isEmpty { return true }
        }
        if own.isOfPart(subject) { return false }
        // 2023年度, 经.
        let rest = subject.drop { $0.isNumber || "年度经在、的".contains($0) }
        if !rest.isEmpty { return own.isWhole(String(rest)) }
        guard !isLabel, let before, before.total == nil else { return true }
        // 共扣5分，得95分.
        let text = before.text.replacingOccurrences(of: "扣", with: "")
        if text == before.text, let most = Self.points(in: text) { return most >= 100 }
        return !own.isOfPart(text)
    }

    /// The points that a clause ends with.
    private static func points(in clause: String) -> Decimal? {
        clause.hasSuffix("分") ? DecimalText.number(SaidClause.digits(endingWith: clause.dropLast())) : nil
    }
}
