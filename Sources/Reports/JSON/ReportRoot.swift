import Assessment

/// What is known of every evaluated form, filled or checked, as JSON has it.
struct ReportRoot: Encodable {
    struct NotRunItem: Encodable {
        var rule: String
        var title: String
        var why: String
    }

    var schemaVersion = JSONReport.schemaVersion
    var path: String?
    var sheet: String?
    var verdict: String
    var canBeHandedIn: Bool
    var counts: [String: Int]
    var template: String
    var title: String
    var isGeneric: Bool?
    var evidence: [String]?
    var total: String?
    var grade: String?
    var executionRate: String?
    var weightTotal: String
    var scores: [ScoreItem]
    var budgetScore: ScoreItem?
    var findings: [Placed<FindingItem>]
    var followOns: [Placed<FollowOnItem>]
    var unread: [Placed<AccountItems.Unread>]
    var notPlaced: [Placed<AccountItems.NotPlaced>]
    var told: [Placed<AccountItems.Told>]
    var account: [String: Int]
    /// Of a form that was filled: what of it would be cut off on paper.
    var cut: [Placed<CutItem>]?
    var rulesRun: [String]
    var notRun: [NotRunItem]
    var notes: [String]
    var unsettled: [String]
    var output: String?
    var marked: String?

    init(_ evaluation: Evaluation, template: String, title: String, notes: [String], unsettled: [String]) {
        verdict = Verdict.sentence(evaluation)
        canBeHandedIn = evaluation.canBeHandedIn
        counts = JSONReport.counts { evaluation.count($0) }
        self.template = template
        self.title = title
        total = evaluation.total.map { DecimalText.text($0) }
        grade = evaluation.grade?.name
        executionRate = evaluation.executionRatePercent.map { DecimalText.text($0) }
        weightTotal = DecimalText.text(evaluation.weightTotal)
        scores = zip(evaluation.scores, evaluation.indicators).map { ScoreItem($0, $1) }
        budgetScore = evaluation.budgetScore.map { ScoreItem($0, nil) }
        findings = evaluation.findings.map(FindingItem.placed)
        followOns = evaluation.followOns.map(FollowOnItem.placed)
        let items = AccountItems(evaluation.account)
        (unread, notPlaced, told, account) = (items.unread, items.notPlaced, items.told, items.account)
        rulesRun = evaluation.rulesRun
        notRun = evaluation.notRun.map { NotRunItem(rule: $0.rule, title: $0.title, why: $0.why) }
        self.notes = notes
        self.unsettled = unsettled
    }
}
