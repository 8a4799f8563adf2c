import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

/// What needs a process of its own: limits, another user, a small or read-only disk.
@Suite struct FullDiskTests {
    @Test func aFileLargerThanAllowed() async throws {
        let folder = try TestFolder()
        try folder.put("old", at: "a")
        let path = folder.path("a")
        await #expect(processExitsWith: .success) { [path = path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let error = #expect(throws: ToolError.self) {
                try FileReplacement.write(Data(count: 100_000), to: path, replacing: true)
            }
            #expect(error?.code == .cannotWriteNoSpace)
            #expect(error?.message == "写不出 a：磁盘空间不足（需要约 98 KB）")
        }
        #expect(try folder.text("a") == "old")
        #expect(folder.names == ["a"])
    }

    @Test("The library's own files don't fit", arguments: [64, 1024, 4096])
    func scratch(_ bytes: UInt) async throws {
        let folder = try TestFolder()
        let path = folder.path("a")
        let scratch = folder.path("scratch")
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: false)
        await #expect(processExitsWith: .success) {
            [path = path as String, scratch = scratch as String, bytes = bytes as UInt] in
            setenv("TMPDIR", scratch, 1)
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let error = #expect(throws: ToolError.self) {
                try WorkbookWriter.write(ReproducibilityTests.form(), to: path)
            }
            #expect(error?.code.exitStatus == 73)
            #expect(error?.advice.contains("磁盘空间") == true)
        }
        #expect(folder.names == ["scratch"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch).isEmpty)
    }

    // Only root can become another user.
    @Test(.enabled(if: getuid() == 0)) func aFolderOfAnotherUser() async throws {
        let folder = try TestFolder()
        chmod(folder.path, 0o755)
        let path = folder.path("自评表.xlsx")
        await #expect(processExitsWith: .success) { [path = path as String] in
            setuid(65534)
            let error = #expect(throws: ToolError.self) { try FileReplacement.write(Data("x".utf8), to: path) }
            #expect(error?.code == .cannotWriteNotPermitted)
            #expect(error?.message.contains("没有权限写入文件夹") == true)
            let below = #expect(throws: ToolError.self) {
                try FileReplacement.write(Data("x".utf8), to: FolderPath.folder(of: path) + "/新/a")
            }
            #expect(below?.message.contains("没有权限建立文件夹") == true)
        }
        #expect(folder.names.isEmpty)
    }

    // Only where the system lets a test mount: not in every container.
    @Test(.enabled(if: SmallDisk.isPermitted)) func aFullDisk() throws {
        let disk = try SmallDisk(options: "size=64k")
        try disk.folder.put("old", at: "disk/a")
        let error = #expect(throws: ToolError.self) {
            try FileReplacement.write(Data(count: 200_000), to: disk.folder.path("disk/a"), replacing: true)
        }
        #expect(error?.code == .cannotWriteNoSpace)
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path("disk")) == ["a"])
        #expect(try disk.folder.text("disk/a") == "old")
    }

    // As above.
    @Test(.enabled(if: SmallDisk.isPermitted)) func aReadOnlyDisk() throws {
        let disk = try SmallDisk(options: "ro")
        for name in ["disk/a", "disk/新/a"] {
            let error = #expect(throws: ToolError.self) {
                try FileReplacement.write(Data("x".utf8), to: disk.folder.path(name))
            }
            #expect(error?.code == .cannotWriteNotPermitted)
            #expect(error?.message == "写不出 a：所在的磁盘是只读的")
        }
    }
}

/// A disk in memory, gone with this object.
final class SmallDisk {
    let folder: TestFolder

    init(options: String) throws {
        folder = try TestFolder()
        let path = folder.path("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        _ = try Tool.run("/usr/bin/mount", ["-t", "tmpfs", "-o", options, "tmpfs", path])
    }

    deinit { _ = try? Tool.run("/usr/bin/umount", [folder.path("disk")]) }

    /// Whether a test may mount here.
    static let isPermitted = getuid() == 0 && (try? SmallDisk(options: "size=4k")) != nil
}
