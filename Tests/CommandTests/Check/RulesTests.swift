import Assessment
import Foundation
import TestProgram
import Testing

/// `rules`, end to end.
struct RulesTests {
    @Test func allRulesAreListed() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("rules")
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 0 && lines.count == RuleCatalogue.all.count + 1)
        for (rule, line) in zip(RuleCatalogue.all, lines) {
            #expect(line.hasPrefix("\(rule.id)  \(rule.level.title)") && line.hasSuffix(rule.title))
        }
    }

    @Test(arguments: ["WGT-01", "wgt-01", "wgt01", "ＷＧＴ－０１"])
    func oneRuleIsToldInFull(word: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("rules", word)
        #expect(run.status == 0)
        let rule = try #require(RuleCatalogue.rule("WGT-01"))
        for text in ["WGT-01 \(rule.title)", "级别：必须改正", "依据：\(rule.citation)", "办法：\(rule.remedy)"] {
            #expect(run.output.contains(text), "\(run.output)")
        }
    }

    /// What a template says of a rule goes before what the rule says.
    @Test func aTemplateSetsLevelLimitAndCitation() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("templates", "copy", "national-project", "我的").status == 0)
        let yaml = "/.config/zipingbiao/templates/我的/template.yaml"
        let rules = "\nrules:\n  BUD-07: {threshold: 90, level: must}\n  EXP-01: {on: false}\n"
        try program.write(program.text(yaml) + rules, as: yaml)
        func told(_ id: String) throws -> String {
            try program.run("rules", id, "--template", "我的").output
        }
        try #expect(told("BUD-07").contains("级别：必须改正（通常为需要说明）\n限值：90（本模板规定）"))
        try #expect(told("EXP-01").contains("级别：不使用"))
        try #expect(told("WGT-01").contains("依据：已公开自评表所印的注"))
        try #expect(program.run("rules", "--template", "我的").output.contains("EXP-01  不使用"))
    }

    @Test func noSuchRule() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("rules", "WGT-99")
        #expect(run.status == 64 && run.errors.contains("WGT-99") && run.errors.contains("WGT-01、WGT-02"))
        try #expect(program.run("rules", "甲").errors.contains("STR-01"))
        try #expect(program.run("rules", "WGT-01", "WGT-04").errors.contains("最多 1 个"))
    }
}
