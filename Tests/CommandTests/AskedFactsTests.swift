import SpreadsheetReading
import TestProgram
import Testing

/// What the form needs and nobody gave is asked, where that was said or somebody sits at a terminal.
struct AskedFactsTests {
    private static func fill(_ answers: String, _ arguments: [String]) throws -> (run: Program.Result, texts: [String])
    {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            NotUnderstoodTests.whole.replacing("主管部门,甲局,,实施单位,乙站", with: "主管部门,,,实施单位,").utf8, as: "表.csv")
        let run = try program.run(
            ["fill", "表.csv", "--template", "national-project", "-o", "果.xlsx"] + arguments, input: Array(answers.utf8))
        // What must be corrected is in the name.
        let name = try #require(program.names(in: "").first { $0.hasPrefix("果") })
        let book = try WorkbookReader.read(path: program.folder + "/" + name)
        return (run, book.sheets[0].cells.values.map(\.shown))
    }

    @Test func anAnswerIsFilledIn() throws {
        let plain = try Self.fill("", [])
        // In a script nothing is asked.
        #expect(!plain.run.errors.contains("请写上"))
        let missing = plain.run.output.contains("STR-01")
        try #require(missing, "\(plain.run.output)")
        let (run, texts) = try Self.fill("丙局\n丁站\n", ["--ask"])
        #expect(run.errors.contains("已有：") && run.errors.contains("项目名称：河道清淤（表.csv"), "\(run.errors)")
        #expect(texts.contains("丙局") || texts.contains("丁站"), "\(run.errors)")
        #expect(!run.output.contains("STR-01") || texts.contains("丙局"))
    }

    @Test func nothingIsAskedWhereNothingIsAnswered() throws {
        let (run, texts) = try Self.fill("", ["--ask"])
        #expect(run.errors.contains("请写上") && run.output.contains("STR-01") && !texts.contains("丙局"))
        #expect(try !Self.fill("丙局\n", ["--no-ask"]).run.errors.contains("请写上"))
    }
}
