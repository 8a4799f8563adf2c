import Foundation
import Spreadsheet

/// 评分标准 of a row, as the form prints it, taken apart: `≥95%得满分，每低1个百分点扣1分，扣完为止`.
///
/// What was not understood gives none at all: half a criterion judges nobody.
struct ScoringCriterion: Hashable, Sendable {
    /// What a case gives.
    enum Award: Hashable, Sendable {
        /// 得满分.
        case full
        /// 得 N 分; 0 for 不得分.
        case points(Decimal)
        /// A share of 分值 in per cent.
        case share(Decimal)
        /// 扣 N 分, once.
        case less(Decimal)
        /// 按比例得分, 按完成率计分.
        case proportional
        /// 酌情扣分, 按规定扣分: less than all, and nobody says how much.
        case open
    }

    /// A bound on a figure: `≥95%`.
    struct Bound: Hashable, Sendable {
        var sign: FormulaTest.Sign
        var number: Decimal
        /// `%`, `个`; empty for none.
        var unit: String
        /// The word (以上, 以下, a range) leaves open whether the number itself belongs here, and so does no （含）.
        var isSoft = false
    }

    /// When a case holds.
    enum Test: Hashable, Sendable {
        /// All the bounds hold of what was reached.
        case bounds([Bound])
        /// The target was reached: 完成, 达到指标值.
        case met
        /// It was not: 未完成.
        case missed
        /// No case before holds: 否则, 其他.
        case otherwise
        /// No condition: 按比例得分.
        case always
        /// Words that only a person can judge: 合理, 有制度.
        case words(String)
    }

    /// A case and what it gives.
    struct Rule: Hashable, Sendable {
        var test: Test
        var award: Award
    }

    /// `每低1个百分点扣1分`.
    struct Deduction: Hashable, Sendable {
        /// The bound from which it counts, where the criterion says one beside it.
        var limit: Bound?
        /// Nil where the words do not tell.
        var side: ScoreDeduction.Side?
        var step: Decimal
        /// `百分点`, `个`; empty for none.
        var unit: String
        var costs: Decimal
        /// The cost is a share of 分值 in per cent.
        var isShare: Bool
        /// Nil where the criterion does not say what becomes of a part of a step.
        var counting: ScoreDeduction.Counting?
        /// What is counted, where it is no shortfall of a figure: 不符合. A person counts it.
        var words: String
        /// Most points that it can take; nil for all.
        var most: Decimal?
        /// It counts whatever happens (每发生一起), from 0.
        var countsEvents: Bool
        /// 每 stands before it: 发生1起扣10分 alone does not say what two cost.
        var isEach = true
    }

    /// The cases in order.
    var rules: [Rule] = []
    /// What is taken off by steps.
    var deduction: Deduction?
    /// What the figures are called: 预算执行率; empty where nothing is said.
    var subject = ""

    /// Points that are given for parts, one each; empty where the cases are a choice. All together are the whole of a weight.
    func parts(of weight: Decimal) -> [(name: String, points: Decimal)] {
        var parts: [(String, Decimal)] = []
        for rule in rules {
            guard case .words(let name) = rule.test, case .points(let points) = rule.award, points > 0 else { continue }
            parts.append((name, points))
        }
        guard parts.count > 1, parts.reduce(0, { $0 + $1.1 }) == weight else { return [] }
        return parts
    }

    /// Whether a text says how points are given. 行业标准 or 反映执行情况 in the column does not.
    static func isAboutPoints(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        if ["得分", "计分", "记分", "评分", "给分", "扣", "满分", "按比例", "×权重", "*权重", "×分值", "*分值"].contains(where: key.contains) {
            return true
        }
        let letters = Array(key)
        return letters.indices.contains { index in
            letters[index] == "分" && index > 0 && letters[index - 1].isNumber
                && (index + 1 == letters.count || !"之钟".contains(letters[index + 1]))
        } || key.contains("按") && (key.contains("率") || key.contains("比例"))
    }

    /// What a criterion begins with that only says what is looked at, or where the target comes from.
    private static let descriptions = ["反映", "用以", "用于", "考核", "考察", "是否", "指", "根据工作", "依据", "来源", "见"]

    /// Whether a text is more than the name of a standard (行业标准), a figure, or what an indicator reflects.
    static func isSentence(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        guard key.count(where: \.isLetter) >= 8, !key.hasSuffix("标准"),
            Target(text: text, source: Source(file: "")).comparison == .qualitative
        else { return false }
        return !descriptions.contains(where: key.hasPrefix)
    }
}

extension Indicator {
    /// 评分标准 of the row, where its cell says how points are given; nil otherwise.
    var printedCriterion: String? {
        guard let text = places[.criterion]?.text else { return nil }
        if ScoringCriterion.isAboutPoints(text) { return text }
        // Under 评分标准 a sentence that nobody understands says how points are given, whatever its words.
        return isUnderScoring && ScoringCriterion.isSentence(text) ? text : nil
    }
}

extension Submission {
    /// The same, with its rows told whether their criteria stand under a heading that speaks of points.
    var withScoringHeadings: Submission {
        let headings = columns.filter { $0.role == .criterion }.map { TextNormalizer.key($0.heading.text) }
        guard
            headings.contains(where: { heading in
                ["评分", "计分", "记分", "得分", "扣分", "打分", "赋分"].contains(where: heading.contains)
            })
        else { return self }
        var submission = self
        for index in indicators.indices { submission.indicators[index].isUnderScoring = true }
        return submission
    }
}
