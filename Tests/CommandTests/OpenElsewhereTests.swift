import TestProgram
import Testing

/// A result that Excel, WPS or LibreOffice has open is not replaced: what is open there would be written back over it.
struct OpenElsewhereTests {
    @Test(arguments: ["~$甲.xlsx", ".~甲.xlsx", ".~lock.甲.xlsx#"])
    func isNamed(lock: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("名称,金额\n甲,1\n".utf8, as: "表.csv")
        #expect(try program.run("convert", "表.csv", "-o", "甲.xlsx").status == 0)
        let before = program.read("甲.xlsx")
        try program.write("x".utf8, as: lock)
        let run = try program.run("convert", "表.csv", "-o", "甲.xlsx", "--force")
        #expect(run.status == 73 && run.errors.contains("正在 Excel 或 WPS 里打开着（旁边有 \(lock)）"), "\(run.errors)")
        #expect(program.read("甲.xlsx") == before)
        // A lock beside a file that is not there yet keeps nothing back.
        try program.write("x".utf8, as: lock.replacing("甲", with: "乙"))
        #expect(try program.run("convert", "表.csv", "-o", "乙.xlsx").status == 0)
    }
}
