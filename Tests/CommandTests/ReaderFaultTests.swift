import Foundation
import TestProgram
import Testing

/// Workbooks that were once shown or read wrong, where they are beside the checkout.
struct ReaderFaultTests {
    static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/shared/fail/"
    static let isThere = FileManager.default.fileExists(atPath: folder + "reader")

    /// A file, options of `convert`, and lines that must be there.
    static let files: [(file: String, options: [String], lines: [String])] = [
        (
            "reader/dates.xlsx", ["--formatted"],
            [
                "mm:ss.0,01:01.0", "e-m-d,2024-1-5", "\"[$-F800]dddd, mmmm dd, yyyy\",2024年1月5日",
                "\"[$-x-sysdate]dddd, mmmm dd, yyyy\",2024年1月5日", "[$-804]dddd,星期五", "[$-404]e/m/d,2024/1/5",
                "\"[DBNum1][$-804]yyyy\"\"年\"\"m\"\"月\"\"d\"\"日\"\"\",二〇二四年一月五日",
                "\"[DBNum1][$-804]m\"\"月\"\"d\"\"日\"\"\",一月五日", "h:mm AM/PM,2:30 PM", "[$-409]d-mmm-yy,5-Jan-24",
                "mmm-yy,Jan-24",
                "yyyy-mm-dd hh:mm:ss,2024-01-06 00:00:00",
            ]
        ),
        (
            "reader/builtin.xlsx", ["--formatted"],
            ["47,30:00.0", "48,45.3E+3", "45,30:00", "12,45296 3/5", "14,2024/1/5"]
        ),
        (
            "reader/nums.xlsx", ["--formatted"],
            [
                "[DBNum1][$-804]General,一万二千三百〇五", "[DBNum2][$-804]General,壹万贰仟叁佰零伍",
                "\"[DBNum2][$-804]0.00\"\"元\"\"\",壹贰零伍.陆零元", "[DBNum1]0,二〇二四", "0.0############E-0,1.2345E3",
                "General,0.014076082", "General,1.23457E+12", "General,1E+11", "General,12345678901",
                "General,666666.1",
                "\"0!.0,\"\"万\"\"\",12.3万", "[Red][<0]0.00;0.00,-3.00", "#,", ";;;,",
            ]
        ),
        (
            "reader/codes.csv", ["--tidy", "--to", "csv"],
            ["1E5,110101199003070012,1234.5,2022-01-05,2022-01-05,0.125,123,-12.5,1000,2022-01-05,0012"]
        ),
        ("reader/poi__customIndexedColors.xlsx", ["--sheet", "#1"], ["template,#REF!"]),
    ]

    @Test(.enabled(if: isThere), arguments: files.indices)
    func itIsRight(index: Int) throws {
        let (file, options, lines) = Self.files[index]
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(["convert", Self.folder + file, "-o", "-"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let shown = Set(run.output.split(whereSeparator: \.isNewline).map(String.init))
        for line in lines { #expect(shown.contains(line), "\(line)") }
    }

    @Test(
        .enabled(if: isThere),
        arguments: [
            ("reader/g06_sparse_corner.xlsx", ["convert", "-o", "x.csv"], 65, "XFD1048576"),
            ("hostile/lastrow.xlsx", ["convert", "-o", "x.csv"], 65, "XFD1048576"),
            ("reader/poi__customIndexedColors.xlsx", ["convert", "--sheet", "1", "-o", "-"], 64, "--sheet '#1'"),
            ("reader/codes.csv", ["convert", "--tidy", "-o", "x.csv"], 0, "带逗号 1 格，最先在 I3（“12,34”）"),
        ])
    func itIsTold(file: String, command: [String], status: Int32, words: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run([command[0], Self.folder + file] + command.dropFirst())
        #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
    }

    @Test(.enabled(if: isThere)) func unitsAreTold() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("sheets", Self.folder + "reader/units.xlsx")
        #expect(run.output.contains("金额单位 元（A2）、万元（C3）"), "\(run.output)")
    }
}
