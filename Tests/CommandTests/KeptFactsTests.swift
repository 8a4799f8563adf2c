import SpreadsheetReading
import TestProgram
import Testing

/// 单位.yaml beside the table says once what each form needs.
struct KeptFactsTests {
    private static func filled(_ kept: String, _ arguments: [String] = []) throws -> (
        run: Program.Result, texts: [String]
    ) {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            NotUnderstoodTests.whole.replacing("主管部门,甲局,,实施单位,乙站", with: "主管部门,,,实施单位,").utf8, as: "表.csv")
        try program.write(kept.utf8, as: "单位.yaml")
        let run = try program.run(["fill", "表.csv", "--template", "national-project", "-o", "果.xlsx"] + arguments)
        guard run.status != 65 else { return (run, []) }
        let book = try WorkbookReader.read(path: program.folder + "/果.xlsx")
        return (run, book.sheets[0].cells.values.map(\.shown))
    }

    @Test func isUsedAndSaid() throws {
        let (run, texts) = try Self.filled("主管部门: 丙局\n实施单位: 丁站\n食堂: 一楼\n")
        #expect(texts.contains("丙局") && texts.contains("丁站"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("单位.yaml：用了主管部门、实施单位") && run.output.contains("单位.yaml：这张表没有“食堂”，没有用"))
    }

    @Test func whatIsSaidThisTimeGoesBefore() throws {
        let (_, texts) = try Self.filled("主管部门: 丙局\n实施单位: 丁站\n", ["--set", "主管部门=戊局"])
        #expect(texts.contains("戊局") && !texts.contains("丙局") && texts.contains("丁站"))
    }

    /// The form of the fixture has no place for 填报人: kept for others it keeps nothing back. A Chinese colon will do.
    @Test func whatThisFormDoesNotAskKeepsNothingBack() throws {
        let (run, texts) = try Self.filled("主管部门：丙局\n实施单位：丁站\n填报人：王五\n联系电话：123\n")
        #expect(texts.contains("丙局") && texts.contains("丁站") && run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test(arguments: ["- 甲\n- 乙\n", "主管部门: {甲: 乙}\n", "主管部门: [甲\n"]) func aBrokenFileIsNamed(kept: String) throws {
        let (run, _) = try Self.filled(kept)
        #expect(run.status == 65 && run.errors.contains("单位.yaml"), "\(run.errors)")
    }
}
