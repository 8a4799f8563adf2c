import Foundation
import Spreadsheet

/// A submission, validated and scored. Everything that is rendered is rendered from one of these.
public struct Evaluation: Sendable {
    /// A rule that did not run, and why.
    public struct NotRun: Hashable, Sendable {
        /// Id of the rule.
        public var rule: String
        /// Title of the rule.
        public var title: String
        /// Why not, in Chinese.
        public var why: String

        /// A rule and why it did not run.
        public init(rule: String, title: String, why: String) {
            self.rule = rule
            self.title = title
            self.why = why
        }
    }

    /// A finding that was not reported, because it is a mere consequence of others.
    public struct FollowOn: Hashable, Sendable {
        /// Id of the rule that would have reported it.
        public var rule: String
        /// Id of the rule whose finding causes it.
        public var cause: String
        /// Where.
        public var source: Source

        /// A consequence.
        public init(rule: String, cause: String, source: Source) {
            self.rule = rule
            self.cause = cause
            self.source = source
        }
    }

    /// What was brought.
    public var submission: Submission
    /// What was understood of it, and what was not.
    public var account: FormAccount
    /// What it was held against.
    public var standard: Standard
    /// What it was evaluated for.
    public var purpose: AssessmentPurpose
    /// What was brought, by what its rows stand for.
    public let rows: FormRows
    /// Scores of ``indicators``, one each, in the same order.
    public internal(set) var scores: [Score]
    /// All indicators with their scores.
    var scoredRows: [JudgedIndicator] = []
    /// Indicators that are judged: all but those that are left out, since they say 不适用 or the other of a pair is scored.
    var judged: [JudgedIndicator] = []
    /// Score of 预算执行率 in the money block, where the template has it there.
    public var budgetScore: Score?
    /// 执行数 ÷ 全年预算数, exact, or nil when either is missing.
    public var executionRate: Decimal?
    /// How the rate came about; nil when it is missing.
    public var rateTrace: ScoreTrace?
    /// The sum of the scores, scaled up and capped as the template says; nil when one of them is missing.
    public var total: Decimal?
    /// The total before a cap.
    public var uncappedTotal: Decimal?
    /// The cap that held the total down, or nil.
    public var cap: AppliedCap?
    /// How the points of rows that say 不适用 were made good, or nil.
    public var rescaling: Rescaling?
    /// How the total came about, or why it is missing.
    public var totalTrace = ScoreTrace()
    /// Why there is no total, one sentence each; empty when there is one.
    public var totalMissing: [String] = []
    /// The sum of the scores that there are.
    public var scored: Decimal
    /// The sum of the 分值 of the rows that count.
    public var weightTotal: Decimal
    /// The sum of the 分值 of the rows that say 不适用. The rows of a pair of which another is scored have no share in either.
    public var leftOutWeight: Decimal = 0
    /// What rows besides the indicators (加分项, 扣分项) add to the total; below 0 where they take more.
    var extraPoints: Decimal { indicators.reduce(0) { $0 + ($1.extra == nil ? 0 : $1.extraPoints) } }
    /// Grade of the total.
    public var grade: Grade?
    /// Why it is that grade; nil when there is none.
    public var gradeTrace: ScoreTrace?
    /// Findings, weightiest first, in the order of the sheet within a rule.
    public var findings: [Finding] = []
    /// Findings that were left out, since they only follow from others.
    public var followOns: [FollowOn] = []
    /// Rules that ran.
    public var rulesRun: [String] = []
    /// Rules that did not.
    public var notRun: [NotRun] = []

    /// What happened to the total besides being added up, as sentences: rows left out, a cap.
    public var totalNotes: [String] {
        var notes: [String] = []
        if rescaling != nil { notes.append("总分折算：\(totalTrace.judgement)；\(totalTrace.formula)") }
        if cap != nil { notes.append("总分封顶：\(totalTrace.cap)") }
        return notes
    }

    /// How many findings of a level there are.
    public func count(_ level: Finding.Level) -> Int { findings.count { $0.level == level } }

    /// Whether nothing must be corrected, it is a form, and nothing that matters was left unread.
    public var canBeHandedIn: Bool { count(.must) == 0 && account.isUnderstood && whyNoForm == nil }

    /// 执行率 in per cent, rounded to the template's places.
    public var executionRatePercent: Decimal? {
        executionRate.map { DecimalText.rounded($0 * 100, places: standard.ratePlaces) }
    }
}
