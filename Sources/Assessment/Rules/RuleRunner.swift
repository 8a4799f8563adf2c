import Spreadsheet

/// Runs the rules that a template has switched on and collects what they found.
enum RuleRunner {
    static func run(on evaluation: inout Evaluation) {
        var findings: [Finding] = []
        for rule in RuleCatalogue.all {
            let setting = evaluation.standard.rules[rule.id]
            guard setting?.isOn ?? true else {
                evaluation.notRun.append(.init(rule: rule.id, title: rule.title, why: "本模板不使用这条规则"))
                continue
            }
            switch rule.check(evaluation) {
            case .notRun(let why):
                evaluation.notRun.append(.init(rule: rule.id, title: rule.title, why: why))
            case .ran(let hits):
                evaluation.rulesRun.append(rule.id)
                let citation = evaluation.standard.citations[rule.id] ?? rule.citation
                findings += hits.map { hit in
                    Finding(
                        rule: rule.id, level: hit.level ?? setting?.level ?? rule.level, source: hit.source,
                        subject: hit.subject, found: hit.found, expected: hit.expected, message: hit.message,
                        citation: citation, remedy: rule.remedy)
                }
            }
        }
        // Stable by level: within a level the order of the catalogue and of the sheet stays.
        evaluation.findings = Finding.Level.allCases.flatMap { level in findings.filter { $0.level == level } }
    }
}
