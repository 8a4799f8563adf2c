import Foundation
import TestProgram
import Testing

/// What the program answers to somebody who does not know its words.
struct FirstStepsTests {
    @Test(arguments: [
        (["chek", "表.csv"], "没有“chek”这个命令，是不是“check”？"),
        (["check", "表.csv", "--templat", "x"], "不认识的选项 --templat，是不是“--template”？"),
        (["check", "表.csv", "--template", "nationl-project"], "没有名为“nationl-project”的模板，是不是“national-project”？"),
        (["rules", "WGT-1"], "没有“WGT-1”这条规则，是不是“WGT-01”？"),
    ])
    func aSlipIsAsked(arguments: [String], told: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(NotUnderstoodTests.whole.utf8, as: "表.csv")
        let run = try program.run(arguments)
        #expect([64, 66].contains(run.status) && run.errors.contains(told), "\(run.errors)")
    }

    @Test func fillAloneShowsWhatAClerkNeeds() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("fill")
        #expect(run.status == 64)
        for words in ["zipingbiao fill 指标表.xlsx --form", "zipingbiao check 自评表.xlsx", "zipingbiao learn"] {
            #expect(run.errors.contains(words))
        }
    }

    @Test func theVersionNamesTheTemplates() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("version").output == program.run("--version").output)
        let run = try program.run("version", "--json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let templates = try #require(root["templates"] as? [[String: Any]])
        #expect(templates.contains { $0["id"] as? String == "national-project" && $0["isOwn"] as? Bool == false })
        #expect(
            try program.run("templates", "show", "national-project").output
                == program.run("templates", "national-project").output)
    }
}
