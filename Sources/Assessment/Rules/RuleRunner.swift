import Spreadsheet

/// Runs the rules that a template has switched on and collects what they found.
enum RuleRunner {
    private struct Found {
        var finding: Finding
        var hit: RuleHit
    }

    static func run(on evaluation: inout Evaluation) {
        var found: [Found] = []
        let paper = evaluation.purpose.isToBeFilled ? .selfAssessment : evaluation.submission.paper
        let outcomes = outcomes(evaluation, paper: paper)
        for rule in RuleCatalogue.all {
            if let rules = paper.rules, !rules.contains(rule.id), let why = paper.why {
                evaluation.notRun.append(.init(rule: rule.id, title: rule.title, why: why))
                continue
            }
            let setting = evaluation.standard.rules[rule.id]
            guard let outcome = outcomes[rule.id] else {
                evaluation.notRun.append(.init(rule: rule.id, title: rule.title, why: "本模板不使用这条规则"))
                continue
            }
            switch outcome {
            case .notRun(let why):
                evaluation.notRun.append(.init(rule: rule.id, title: rule.title, why: why))
            case .ran(let hits):
                evaluation.rulesRun.append(rule.id)
                let citation = evaluation.standard.citations[rule.id] ?? rule.citation
                found += hits.map { hit in
                    let finding = Finding(
                        rule: rule.id, level: hit.level ?? setting?.level ?? rule.level, source: hit.source,
                        subject: hit.subject, found: hit.found, expected: hit.expected, message: hit.message,
                        citation: hit.citation ?? citation, remedy: hit.remedy ?? rule.remedy)
                    return Found(finding: finding, hit: hit)
                }
            }
        }
        let findings = withoutConsequences(found, &evaluation.followOns)
        // Stable by level: within a level the order of the catalogue and of the sheet stays.
        evaluation.findings = Finding.Level.allCases.flatMap { level in findings.filter { $0.level == level } }
    }

    /// What each rule that is switched on and that the paper is judged by says, by id. Each looks at the evaluation alone.
    private static func outcomes(_ evaluation: Evaluation, paper: PaperKind) -> [String: RuleOutcome] {
        let rules = RuleCatalogue.all.filter { rule in
            paper.rules?.contains(rule.id) ?? true
                && evaluation.standard.rules[rule.id]?.isOn ?? rule.isOnByDefault
        }
        let outcomes = rules.parallelMap(from: 2000, work: evaluation.indicators.count) { rule in
            (rule.id, evaluation.whyUnread(rule.needs).map(RuleOutcome.notRun) ?? rule.check(evaluation))
        }
        return Dictionary(uniqueKeysWithValues: outcomes)
    }

    /// What only follows from another finding is not reported again: it goes when the cause is mended.
    private static func withoutConsequences(_ found: [Found], _ followOns: inout [Evaluation.FollowOn]) -> [Finding] {
        // The first finding of each rule, and of each of its rows: long tables have thousands.
        var first: [String: Int] = [:]
        var firstInRow: [Row: Int] = [:]
        for (index, one) in found.enumerated() {
            if first[one.finding.rule] == nil { first[one.finding.rule] = index }
            let row = Row(rule: one.finding.rule, one.finding.source)
            if firstInRow[row] == nil { firstInRow[row] = index }
        }
        var findings: [Finding] = []
        for one in found {
            let causes = one.hit.follows.compactMap { rule in
                one.hit.followsAnywhere ? first[rule] : firstInRow[Row(rule: rule, one.finding.source)]
            }
            guard let cause = causes.min() else {
                findings.append(one.finding)
                continue
            }
            followOns.append(
                .init(rule: one.finding.rule, cause: found[cause].finding.rule, source: one.finding.source))
        }
        return findings
    }

    /// What a rule found in a row.
    private struct Row: Hashable {
        let rule: String
        let file: String
        let sheet: String?
        let row: Int?

        init(rule: String, _ source: Source) {
            self.rule = rule
            file = source.file
            sheet = source.sheet
            row = source.cell?.row
        }
    }
}
