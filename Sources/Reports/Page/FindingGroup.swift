import Assessment
import Spreadsheet

/// The findings of one rule at one level: citation and remedy are said once for all of them.
struct FindingGroup {
    /// Id of the rule.
    var rule: String
    /// Title of the rule.
    var title: String
    /// On what it rests.
    var citation: String
    /// What to do.
    var remedy: String
    /// Findings in it.
    var count: Int
    /// Places, in the order of the sheet.
    var entries: [FindingEntry]
    /// Rules whose findings only follow from these, each with how many.
    var consequences: [String] = []

    /// Groups of one level, in the order in which their rules come.
    static func groups(_ level: Finding.Level, of evaluation: Evaluation, file: String?) -> [FindingGroup] {
        struct Key: Hashable {
            var rule: String
            var citation: String
            var remedy: String
        }
        var order: [Key] = []
        var found: [Key: [Finding]] = [:]
        for finding in evaluation.findings where finding.level == level {
            let key = Key(rule: finding.rule, citation: finding.citation, remedy: finding.remedy)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(finding)
        }
        return order.map { key in
            let findings = found[key] ?? []
            return FindingGroup(
                rule: key.rule, title: RuleCatalogue.rule(key.rule)?.title ?? "", citation: key.citation,
                remedy: key.remedy, count: findings.count, entries: FindingEntry.entries(findings, file: file))
        }
    }
}

/// What was left out of the findings, by the rule that it follows from.
struct Consequences {
    private var byCause: [String: [(rule: String, count: Int)]] = [:]

    /// A consequence of a consequence is one of the rule at the root that was reported.
    init(_ evaluation: Evaluation) {
        let reported = Set(evaluation.findings.map(\.rule))
        for one in evaluation.followOns {
            var cause = one.cause
            var seen: Set<String> = [cause]
            while !reported.contains(cause), let next = evaluation.followOns.first(where: { $0.rule == cause })?.cause,
                seen.insert(next).inserted
            { cause = next }
            if let index = byCause[cause]?.firstIndex(where: { $0.rule == one.rule }) {
                byCause[cause]?[index].count += 1
            } else {
                byCause[cause, default: []].append((one.rule, 1))
            }
        }
    }

    /// Takes out those of a rule, for messages: `BUD-01、SCO-09（2 处）`.
    mutating func take(_ rule: String) -> [String] {
        (byCause.removeValue(forKey: rule) ?? []).map { $0.count == 1 ? $0.rule : "\($0.rule)（\($0.count) 处）" }
    }

    /// Those that were not taken.
    mutating func rest() -> [String] { byCause.keys.sorted().flatMap { take($0) } }
}
