import Foundation
import TestArchive
import TestProgram
import Testing

/// Pipes, devices, sockets, links and outputs that take nothing: each has an answer in words, and nothing hangs.
struct SpecialFileTests {
    private static let table = "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n产出指标,数量指标,讲座场次,≥20场,21场,100\n"

    private func socket(at path: String) {
        let handle = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8.prefix($0.count - 1))) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(handle, $0, size) }
        }
        #expect(bound == 0)
        close(handle)
    }

    @Test("Regular files beside a pipe are reported, the pipe is named", .timeLimit(.minutes(1)))
    func aPipeInAFolder() throws {
        let program = try Program()
        defer { program.remove() }
        try FileManager.default.createDirectory(atPath: program.folder + "/表", withIntermediateDirectories: true)
        try program.write(Self.table.utf8, as: "表/甲.csv")
        #expect(mkfifo(program.folder + "/表/乙.xlsx", 0o600) == 0)
        let run = try program.run("check", "表")
        #expect(
            run.output.contains("甲.csv") && run.output.contains("乙.xlsx") && run.output.contains("命名管道"),
            "\(run.output)")
        #expect(run.status == 65 || run.status == 3 || run.status == 5, "\(run.status)")
    }

    @Test(
        "Every command refuses what is no file, by its name", .timeLimit(.minutes(1)),
        arguments: ["check", "explain", "fill", "convert", "sheets", "learn"])
    func everyCommandRefuses(_ command: String) throws {
        let program = try Program()
        defer { program.remove() }
        #expect(mkfifo(program.folder + "/管.xlsx", 0o600) == 0)
        // The name of a socket has few bytes.
        let short = "/tmp/z-\(UInt32.random(in: 0...UInt32.max))"
        socket(at: short)
        defer { unlink(short) }
        for (name, kind) in [("管.xlsx", "管道"), ("/dev/zero", "设备"), (short, "套接字")] {
            let run = try program.run([command, name] + (command == "learn" ? ["--id", "x", "--templates", "."] : []))
            #expect(run.status == 65 && run.errors.contains(kind), "\(command) \(name)：\(run.errors)")
            #expect(run.errors.contains(name), "\(run.errors)")
        }
    }

    @Test(
        "What standard output does not take is an error",
        arguments: [
            ["check", "表.csv"], ["check", "表.csv", "--format", "json"], ["check", "表.csv", "表.csv"], ["templates"],
            ["templates", "check"], ["rules"], ["sheets", "表.csv"], ["explain", "表.csv"],
            ["convert", "表.csv", "-o", "-"],
            ["fill", "表.csv", "-o", "出"], ["--help"], ["diff", "表.csv", "表.csv"],
        ])
    func aFullOutput(_ arguments: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        let run = try program.run(arguments, outputPath: "/dev/full")
        #expect(run.status == 73, "\(arguments)：\(run.status) \(run.errors)")
        #expect(run.errors.contains("写不出标准输出") && run.errors.contains("办法："), "\(run.errors)")
    }

    @Test func nothingIsWrittenThroughALink() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        try program.write("别人的".utf8, as: "别人.csv")
        for (name, target) in [("链.csv", "别人.csv"), ("空链.csv", "没有.csv")] {
            try FileManager.default.createSymbolicLink(
                atPath: program.folder + "/" + name, withDestinationPath: target)
            let run = try program.run("convert", "表.csv", "-o", name, "--force")
            #expect(run.status == 73 && run.errors.contains("\(name) 是一个链接"), "\(run.errors)")
        }
        #expect(program.text("别人.csv") == "别人的")
        #expect(!program.names().contains("没有.csv"))
    }

    @Test("An input without end is refused at the bound of a file")
    func anEndlessInput() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(["convert", "-", "-o", "出.csv", "--limit", "file=2000000"], inputPath: "/dev/zero")
        #expect(run.status == 65 && run.errors.contains("标准输入 太大"), "\(run.errors)")
        #expect(program.names().isEmpty)
    }

    @Test("More than is kept in memory comes back byte by byte")
    func aLongInput() throws {
        let program = try Program()
        defer { program.remove() }
        let line = Array("甲,乙,丙丁戊己庚辛\n".utf8)
        let lines = 17 * (1 << 20) / line.count
        var long: [UInt8] = []
        for _ in 0..<lines { long += line }
        let run = try program.run(["convert", "-", "-o", "-", "--to", "csv"], input: long)
        #expect(run.status == 0 && run.bytes == long)
    }

    @Test("What a killed run left is removed by the next one to the same target, nothing else is")
    func leftovers() throws {
        let program = try Program()
        defer { program.remove() }
        let lines = (1...200_000).map { "\($0),某某局\($0),570.54,537.81,办公费\n" }
        try program.write(lines.joined().utf8, as: "账.csv")
        try program.write(Self.table.utf8, as: "表.csv")
        let process = try program.start("convert", "账.csv", "-o", "结果.xlsx", "--threads", "1")
        func left() -> [String] { program.names().filter { $0.hasPrefix(".zipingbiao-") } }
        var waited = 0
        while left().isEmpty, process.isRunning, waited < 4000 {
            usleep(5000)
            waited += 1
        }
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(!left().isEmpty)
        let killed = left()
        #expect(try program.run("convert", "表.csv", "-o", "别的.xlsx").status == 0)
        #expect(left() == killed)
        #expect(try program.run("convert", "表.csv", "-o", "结果.xlsx").status == 0)
        #expect(left().isEmpty)
        #expect(program.names() == ["别的.xlsx", "结果.xlsx", "表.csv", "账.csv"].sorted())
    }

    @Test func guardedTextsAndPlainNumbers() throws {
        let program = try Program()
        defer { program.remove() }
        let texts = ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "  =1", "\u{FF1D}1", "-5", "+3.5%", "甲=1", "-"]
        let cells = texts.enumerated().map {
            "<row r=\"\($0 + 1)\"><c r=\"A\($0 + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\($1)</t></is></c><c r=\"B\($0 + 1)\"><v>-7.5</v></c></row>"
        }
        let sheet = "<worksheet xmlns=\"MAIN\"><sheetData>\(cells.joined())</sheetData></worksheet>"
        try program.write(Archive.workbook(sheet).bytes, as: "式.xlsx")
        let plain = try program.run("convert", "式.xlsx", "-o", "-")
        #expect(plain.output == texts.map { "\($0),-7.5\n" }.joined())
        let guarded = ["'=1+1", "'+cmd", "'-cmd", "'@SUM(A1)", "'  =1", "'\u{FF1D}1", "-5", "+3.5%", "甲=1", "-"]
        for extra in [[], ["--formatted"]] {
            let run = try program.run(["convert", "式.xlsx", "-o", "-", "--guard-formulas"] + extra)
            #expect(run.output == guarded.map { "\($0),-7.5\n" }.joined(), "\(extra)")
        }
        try program.write(plain.bytes, as: "式.csv")
        let again = try program.run("convert", "式.csv", "-o", "-", "--guard-formulas")
        #expect(again.output == guarded.map { "\($0),-7.5\n" }.joined())
        let refused = try program.run("convert", "式.csv", "-o", "又.xlsx", "--guard-formulas")
        #expect(refused.status == 64 && refused.errors.contains("--guard-formulas"))
    }
}
