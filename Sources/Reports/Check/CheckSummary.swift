import Assessment
import Foundation
import Spreadsheet

/// What is kept of one file when many are checked: enough for its line and for the tables over all.
public struct CheckSummary: Sendable {
    /// How a rule fared in a file.
    public struct RuleCount: Sendable {
        /// Id.
        public var rule: String
        /// Level.
        public var level: Finding.Level
        /// Findings.
        public var count: Int
    }

    /// The file as the person named it, with the sheet where it has several forms.
    public var path: String
    /// Id of its section in a page of many.
    public var anchor = ""
    /// 单位名称, as the form says it; nil where it says none.
    public var unit: String?
    /// Findings by level.
    public var counts: [Finding.Level: Int] = [:]
    /// 总分 as the form prints it, else as it is computed; nil when it can't be.
    public var total: String?
    /// 等级.
    public var grade: String?
    /// Rules with findings.
    public var rules: [RuleCount] = []
    /// Whether it is no form to hand in, but a finance export or a part of a form.
    public var isNoForm = false
    /// Places that were not understood and keep the verdict from being a promise.
    public var notUnderstood = 0
    /// Why the file could not be checked, or nil.
    public var error: ToolError?
    /// What the file alone would give as exit status.
    public var exitStatus: Int32

    /// Of a file that was checked.
    ///
    /// - Parameter strict: Whether missing explanations show in the exit status.
    public init(_ report: CheckReport, strict: Bool) {
        let evaluation = report.evaluation
        path = report.name
        let facts = evaluation.submission.facts
        unit = [FactName.unit, .executor].lazy.compactMap { facts[$0]?.text }
            .first { !TextNormalizer.isBlank($0) }
        for level in Finding.Level.allCases { counts[level] = evaluation.count(level) }
        total = (evaluation.submission.printedTotal?.value ?? evaluation.total).map {
            DecimalText.text($0, places: evaluation.standard.scorePlaces)
        }
        grade = evaluation.grade?.name
        var seen: [String: Int] = [:]
        for finding in evaluation.findings {
            let key = finding.rule + finding.level.rawValue
            if let index = seen[key] {
                rules[index].count += 1
            } else {
                seen[key] = rules.count
                rules.append(RuleCount(rule: finding.rule, level: finding.level, count: 1))
            }
        }
        notUnderstood = evaluation.account.blockingCount
        isNoForm = evaluation.whyNoForm != nil
        exitStatus = ExitStatus.of(evaluation, strict: strict)
    }

    /// Of a file that could not be checked.
    public init(path: String, error: ToolError) {
        self.path = path
        self.error = error
        exitStatus = error.code.exitStatus
    }

    /// 可以报送, 暂不能报送, 没有读懂, 非自评表 or 读不出.
    public var verdict: String {
        if error != nil { return "读不出" }
        if counts[.must, default: 0] > 0 { return "暂不能报送" }
        return notUnderstood > 0 ? "没有读懂" : isNoForm ? "非自评表" : "可以报送"
    }
}

/// What many files make together.
public struct CheckTotals: Sendable {
    /// What a rule found in all files.
    public struct RuleTotal: Sendable {
        /// Id.
        public var rule: String
        /// Level.
        public var level: Finding.Level
        /// Files with findings.
        public var files: Int
        /// Findings.
        public var findings: Int
        /// Title of the rule.
        public var title: String { RuleCatalogue.rule(rule)?.title ?? "" }
    }

    /// Files.
    public private(set) var files = 0
    /// Those that can be handed in.
    public private(set) var canBeHandedIn = 0
    /// Those in which something must be corrected.
    public private(set) var mustBeCorrected = 0
    /// Those without anything to correct in which something was not understood.
    public private(set) var notUnderstood = 0
    /// Those without anything to correct that are no forms to hand in.
    public private(set) var noForms = 0
    /// Those that could not be checked.
    public private(set) var notReadable = 0
    /// Findings by level.
    public private(set) var counts: [Finding.Level: Int] = [:]
    /// The worst exit status.
    public private(set) var exitStatus = ExitStatus.done
    /// What is to be said once for all files, in Chinese.
    public var notes: [String] = []
    private var byRule: [String: RuleTotal] = [:]

    /// Nothing yet.
    public init() {}

    /// Adds a file.
    public mutating func add(_ summary: CheckSummary) {
        files += 1
        if summary.error != nil {
            notReadable += 1
        } else if summary.counts[.must, default: 0] > 0 {
            mustBeCorrected += 1
        } else if summary.notUnderstood > 0 {
            notUnderstood += 1
        } else if summary.isNoForm {
            noForms += 1
        } else {
            canBeHandedIn += 1
        }
        for (level, count) in summary.counts { counts[level, default: 0] += count }
        for one in summary.rules {
            let key = one.rule + one.level.rawValue
            var total = byRule[key] ?? RuleTotal(rule: one.rule, level: one.level, files: 0, findings: 0)
            total.files += 1
            total.findings += one.count
            byRule[key] = total
        }
        exitStatus = ExitStatus.worse(exitStatus, summary.exitStatus)
    }

    /// Rules with findings, weightiest level first, then by how many files have them.
    public var rules: [RuleTotal] {
        byRule.values.sorted {
            ($0.level, -$0.files, -$0.findings, $0.rule) < ($1.level, -$1.files, -$1.findings, $1.rule)
        }
    }

    /// `结论：3 张表中，1 张可以报送，1 张暂不能报送，1 张读不出。必须改正 8 处，需要说明 2 处，提示 0 处`.
    public var verdict: String {
        let found = Finding.Level.allCases.map { "\($0.title) \(counts[$0, default: 0]) 处" }.joined(separator: "，")
        let unsure = notUnderstood == 0 ? "" : "，\(notUnderstood) 张没有读懂"
        let others = noForms == 0 ? "" : "，\(noForms) 份不是完整的自评表"
        let unread = notReadable == 0 ? "" : "，\(notReadable) 张读不出"
        return "结论：\(files) 张表中，\(canBeHandedIn) 张可以报送，\(mustBeCorrected) 张暂不能报送\(unsure)\(others)\(unread)。\(found)"
    }
}
