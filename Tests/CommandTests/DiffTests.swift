import Foundation
import TestProgram
import Testing

@testable import zipingbiao

/// `diff`, end to end.
struct DiffTests {
    private static let blanks = Program.root + "/Tests/Fixtures/Blanks/blank-"

    @Test func theSameBlankIsTheSame() throws {
        let program = try Program()
        defer { program.remove() }
        let blank = Self.blanks + "landscape.xlsx"
        for arguments in [["diff", blank, blank], ["diff", blank, blank, "--strict"]] {
            let run = try program.run(arguments)
            #expect(run.status == 0 && run.output.hasPrefix("结论：没有变化。"), "\(run.output)\(run.errors)")
        }
    }

    @Test func differencesAreNoFaultUnlessAskedFor() throws {
        let program = try Program()
        defer { program.remove() }
        let pair = [Self.blanks + "national-export.xlsx", Self.blanks + "filler-rows.xlsx"]
        let run = try program.run(["diff"] + pair)
        #expect(run.status == 0 && run.output.contains("处变化"), "\(run.errors)")
        #expect(try program.run(["diff"] + pair + ["--strict"]).status == 4)
        let json = try program.run(["diff"] + pair + ["--format", "json"])
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(root["isSame"] as? Bool == false)
        #expect((root["changes"] as? [[String: Any]])?.isEmpty == false)
        #expect(try program.run("diff", pair[0], "没有.xlsx").status == 66)
    }

    @Test(arguments: [
        (["diff"], "没有写两张空表"), (["diff", "a"], "只写了一个文件名"), (["diff", "a", "b", "c"], "只能有两个"),
        (["diff", "a", "b", "--format", "xml"], "text 或 json"),
    ])
    func wrongUseIsSaidInChinese(arguments: [String], expected: String) throws {
        let error = #expect(throws: (any Error).self) { try Usage.parse(arguments) }
        #expect("\(try #require(error))".contains(expected))
    }
}
