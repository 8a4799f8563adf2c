import TestArchive
import TestProgram
import Testing

/// A few cells far apart make no gigabytes: the far one is named, and a person can overrule.
struct FarCellTests {
    private static func row(_ number: Int, _ cells: [String]) -> String {
        let cells = cells.map { "<c r=\"\($0)\(number)\"><v>\(number)</v></c>" }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }

    private static func workbook(_ rows: [String]) -> [UInt8] {
        Archive.workbook("<worksheet xmlns=\"MAIN\"><sheetData>\(rows.joined())</sheetData></worksheet>").bytes
    }

    /// What each kind of far cell is, and which cell is named.
    static let far: [(name: String, rows: [String], cell: String)] = [
        ("the last corner", [row(1, ["A"]), row(1_048_576, ["XFD"])], "XFD1048576"),
        ("the last row", [row(1, ["A", "B", "C"]), row(1_048_576, ["A"])], "A1048576"),
        ("the last column, repeated", [row(1, ["A", "XFD"])] + (2...200).map { row($0, ["A"]) }, "XFD1"),
        ("the last column in each row", (1...2000).map { row($0, ["XFD"]) }, "XFD"),
        ("gaps between rows", (0...400).map { row($0 * 2600 + 1, ["A", "CV"]) }, "A"),
        ("out of order", [row(1_048_576, ["XFD"]), row(1, ["A"])], "XFD1048576"),
    ]

    @Test(arguments: far.indices)
    func itIsNamed(index: Int) throws {
        let (name, rows, cell) = Self.far[index]
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.workbook(rows), as: "表.xlsx")
        for options in [[], ["--threads", "1"], ["--formatted"]] {
            let run = try program.run(["convert", "表.xlsx", "-o", "结果.csv"] + options)
            #expect(run.status == 65 && run.errors.contains("表.xlsx〔表〕\(cell)"), "\(name): \(run.errors)")
            #expect(run.errors.contains("--limit blank="))
            #expect(program.names() == ["表.xlsx"])
        }
    }

    @Test func aPersonCanOverrule() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.workbook([Self.row(1, ["A", "B"]), Self.row(1_048_576, ["A"])]), as: "表.xlsx")
        #expect(try program.run("convert", "表.xlsx", "-o", "结果.csv").status == 65)
        let run = try program.run("convert", "表.xlsx", "-o", "结果.csv", "--limit", "blank=3000000")
        #expect(run.status == 0 && run.output == "已写出：结果.csv（1048576 行）\n")
        let text = program.text("结果.csv")
        #expect(
            text.utf8.count { $0 == 10 } == 1_048_576 && text.hasPrefix("1,1\n,\n") && text.hasSuffix(",\n1048576,\n"))
    }

    /// Within the bound rows without cells are empty lines.
    @Test func whatIsNearIsWritten() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.workbook([Self.row(2, ["B"]), Self.row(5, ["A"])]), as: "近.xlsx")
        #expect(try program.run("convert", "近.xlsx", "-o", "近.csv").status == 0)
        #expect(program.text("近.csv") == ",\n,2\n,\n,\n5,\n")
        try program.write(Self.workbook([Self.row(1, ["A"]), Self.row(900_000, ["A"])]), as: "远.xlsx")
        #expect(try program.run("convert", "远.xlsx", "-o", "远.csv").status == 0)
        #expect(program.read("远.csv").count { $0 == 10 } == 900_000)
    }

    /// A sheet with few filled fields is no far cell: the bound grows with what it holds.
    @Test func aSparseTableIsWritten() throws {
        let program = try Program()
        defer { program.remove() }
        let heading = Self.row(1, (0..<26).map { String(UnicodeScalar(UInt8(65 + $0))) } + ["IV"])
        try program.write(Self.workbook([heading] + (2...20_000).map { Self.row($0, ["A"]) }), as: "疏.xlsx")
        let run = try program.run("convert", "疏.xlsx", "-o", "疏.csv")
        #expect(run.status == 0, "\(run.errors)")
    }

    /// A workbook has no empty lines: only what stands before far columns counts.
    @Test func aWorkbookHoldsAFarRow() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.workbook([Self.row(1, ["A"]), Self.row(1_048_576, ["XFD"])]), as: "表.xlsx")
        #expect(try program.run("convert", "表.xlsx", "-o", "结果.xlsx").status == 0)
        #expect(program.read("结果.xlsx").count < 500_000)
        try program.write(Self.workbook((1...2000).map { Self.row($0, ["XFD"]) }), as: "宽.xlsx")
        let run = try program.run("convert", "宽.xlsx", "-o", "宽结果.xlsx")
        #expect(run.status == 65 && run.errors.contains("--limit blank="), "\(run.errors)")
    }
}
