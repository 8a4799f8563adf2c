import TestArchive
import TestProgram
import Testing

/// A sheet whose name is a number.
struct SheetWordTests {
    private static func workbook() -> [UInt8] {
        Archive.workbook(sheets: ["封面", "1", "2", "4"].map { .init($0, Ledger.sheet([["名", $0]])) }).bytes
    }

    @Test func bothMeaningsAreTold() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.workbook(), as: "月.xlsx")
        for command in [["convert"], ["check"], ["explain"]] {
            let run = try program.run(command + ["月.xlsx", "--sheet", "1"])
            #expect(run.status == 64, "\(command) \(run.errors)")
            for words in ["第 1 张工作表是“封面”，名叫“1”的是第 2 张", "--sheet '#1'", "--sheet '#2'"] {
                #expect(run.errors.contains(words), "\(command) \(run.errors)")
            }
        }
    }

    @Test(arguments: [("#1", "封面"), ("#2", "1"), ("封面", "封面"), ("#4", "4"), ("4", "4"), ("3", "2")])
    func oneMeaningIsTaken(word: String, name: String) throws {
        let program = try Program()
        defer { program.remove() }
        // Where the name 2 is not there, 3 is a place alone.
        try program.write(Self.workbook(), as: "月.xlsx")
        let run = try program.run("convert", "月.xlsx", "--sheet", word, "-o", "-")
        #expect(run.status == 0 && run.output == "名,\(name)\n", "\(run.errors)")
    }

    @Test(arguments: ["#0", "#5", "#", "9"])
    func noMeaningIsRefused(word: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.workbook(), as: "月.xlsx")
        let run = try program.run("convert", "月.xlsx", "--sheet", word, "-o", "-")
        #expect(run.status == 64 && run.errors.contains("没有工作表“\(word)”"), "\(run.errors)")
    }
}
