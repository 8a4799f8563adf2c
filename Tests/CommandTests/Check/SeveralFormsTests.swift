import Foundation
import TestArchive
import TestProgram
import Testing

/// `check` of a workbook that has a form on each of several sheets.
struct SeveralFormsTests {
    private static func sheet(_ text: String) -> String {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { row, line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map { column, text in
                let place = "\(Character(UnicodeScalar(UInt8(65 + column))))\(row + 1)"
                return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
        }
        return "<worksheet xmlns=\"MAIN\"><sheetData>\(rows.joined())</sheetData></worksheet>"
    }

    private static func program() throws -> Program {
        let program = try Program()
        let sheets = [Archive.SheetPart("项目一", sheet(Forms.good)), .init("项目二", sheet(Forms.bad))]
        try program.write(Archive.workbook(sheets: sheets).bytes, as: "各项目.xlsx")
        try program.write(Forms.good, as: "另一张.csv")
        return program
    }

    @Test func eachIsALine() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("check", "各项目.xlsx")
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 3 && run.errors.isEmpty)
        #expect(lines[0].hasPrefix("可以报送") && lines[0].hasSuffix("  各项目.xlsx〔项目一〕"))
        #expect(lines[1].hasPrefix("暂不能报送  必须改正  1") && lines[1].hasSuffix("  各项目.xlsx〔项目二〕"))
        #expect(lines.last?.hasPrefix("结论：2 张表中，1 张可以报送，1 张暂不能报送。") == true)
        let more = try program.run("check", "各项目.xlsx", "另一张.csv", "没有.csv")
        #expect(more.output.contains("结论：4 张表中，2 张可以报送，1 张暂不能报送，1 张读不出。"))
        let one = try program.run("check", "各项目.xlsx", "--sheet", "项目一", "--quiet")
        #expect(one.status == 0 && one.output.hasPrefix("结论：可以报送。"))
    }

    @Test func aScriptLearnsTheSheet() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("check", "各项目.xlsx", "--format", "json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any])
        let files = try #require(root["files"] as? [[String: Any]])
        #expect(files.map { $0["path"] as? String } == ["各项目.xlsx", "各项目.xlsx"])
        #expect(files.map { $0["sheet"] as? String } == ["项目一", "项目二"])
        #expect((root["summary"] as? [String: Any])?["files"] as? Int == 2)
    }

    @Test func aPageHasASectionForEach() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("check", "另一张.csv", "各项目.xlsx", "-o", "结果.html")
        #expect(run.status == 3)
        let page = program.text("结果.html")
        for id in ["f1", "f2", "f2-2"] {
            #expect(page.contains("href=\"#\(id)\"") && page.contains("<section id=\"\(id)\">"))
        }
    }

    @Test func oneMarkedCopyHoldsAll() throws {
        let program = try Self.program()
        defer { program.remove() }
        let run = try program.run("check", "各项目.xlsx", "--mark", "--format", "json")
        #expect(run.status == 3 && program.names().filter { $0.contains("核对") } == ["各项目-核对.xlsx"])
        // The copy is looked at without its marks, and gives the same.
        let again = try program.run("check", "各项目-核对.xlsx", "--quiet")
        #expect(again.output.hasPrefix("结论：2 张表中，1 张可以报送，1 张暂不能报送。"))
    }

    @Test func aDeclarationBelongsToOneForm() throws {
        let program = try Self.program()
        defer { program.remove() }
        let both = try program.run("check", "各项目.xlsx", "--declaration", "另一张.csv")
        #expect(both.status == 64 && both.errors.contains("--sheet"))
        let one = try program.run("check", "各项目.xlsx", "--declaration", "另一张.csv", "--sheet", "项目一")
        #expect(one.status == 0)
    }
}
