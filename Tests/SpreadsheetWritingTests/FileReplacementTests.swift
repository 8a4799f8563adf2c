import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct FileReplacementTests {
    private let new = Data("new".utf8)

    /// The error of a failing write, which must leave the folder as it was.
    private func failure(
        _ folder: TestFolder, _ path: String, replacing: Bool = false, location: SourceLocation = #_sourceLocation
    ) -> ToolError? {
        let before = folder.names
        let error = #expect(throws: ToolError.self, sourceLocation: location) {
            try FileReplacement.write(new, to: path, replacing: replacing)
        }
        #expect(folder.names == before, sourceLocation: location)
        #expect(error?.code.exitStatus == 73, sourceLocation: location)
        #expect(error?.advice.isEmpty == false, sourceLocation: location)
        return error
    }

    @Test func aNewFile() throws {
        let folder = try TestFolder()
        try FileReplacement.write(new, to: folder.path("a"))
        #expect(try folder.text("a") == "new")
        #expect(folder.names == ["a"])
    }

    @Test func missingFoldersAreMade() throws {
        let folder = try TestFolder()
        try FileReplacement.write(new, to: folder.path("一/二/a"))
        #expect(try folder.text("一/二/a") == "new")
    }

    @Test func anExistingFileIsKept() throws {
        let folder = try TestFolder()
        try folder.put("old", at: "自评表.xlsx")
        let error = failure(folder, folder.path("自评表.xlsx"))
        #expect(error?.code == .cannotWriteExists)
        #expect(error?.message == "已经有 自评表.xlsx，没有覆盖它")
        #expect(error?.advice.contains("--force") == true)
        #expect(try folder.text("自评表.xlsx") == "old")
        let book = Workbook(fileName: "x", sheets: [Sheet(name: "表")])
        let early = #expect(throws: ToolError.self) { try WorkbookWriter.write(book, to: folder.path("自评表.xlsx")) }
        #expect(early?.code == .cannotWriteExists)
    }

    @Test func anExistingFileIsReplacedAndKeepsItsPermissions() throws {
        let folder = try TestFolder()
        try folder.put("old", at: "a")
        chmod(folder.path("a"), 0o640)
        try FileReplacement.write(new, to: folder.path("a"), replacing: true)
        #expect(try folder.text("a") == "new")
        #expect(folder.names == ["a"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("a"))[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test("Nothing is written through a link, whatever it leads to", arguments: ["file", "none"])
    func aLinkIsRefused(_ target: String) throws {
        let folder = try TestFolder()
        try folder.put("old", at: "file")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: folder.path(target))
        let error = failure(folder, folder.path("link"), replacing: true)
        #expect(error?.code == .cannotWriteExists && error?.message.contains("link 是一个链接") == true)
        #expect(try folder.text("file") == "old")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == folder.path(target))
    }

    @Test func aLinkThatLeadsNowhereIsNotOverwritten() throws {
        let folder = try TestFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: folder.path("none"))
        #expect(failure(folder, folder.path("link"))?.code == .cannotWriteExists)
    }

    @Test("Of many writers without leave to replace one succeeds")
    func race() async throws {
        let folder = try TestFolder()
        let path = folder.path("a")
        let successes = await withTaskGroup(of: Int.self) { group in
            for number in 0..<16 {
                group.addTask {
                    do {
                        // Past the early refusal, as when all begin at once.
                        let file = try TemporaryFile(beside: path)
                        try Data("\(number)".utf8).withUnsafeBytes { try file.append($0) }
                        try file.flush()
                        try await Task.sleep(for: .milliseconds(20))
                        try file.publish(replacing: false)
                        return 1
                    } catch let error as ToolError {
                        #expect(error.code == .cannotWriteExists)
                        return 0
                    } catch { return 100 }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(successes == 1)
        #expect(folder.names == ["a"])
    }

    @Test(arguments: [false, true])
    func aFolderStandsThere(_ replacing: Bool) throws {
        let folder = try TestFolder()
        for path in [folder.path, folder.path + "/", "/"] {
            let error = failure(folder, path, replacing: replacing)
            #expect(error?.code == .cannotWriteIsFolder)
            #expect(error?.message.contains("是文件夹") == true)
        }
    }

    @Test func aPathUnderAFile() throws {
        let folder = try TestFolder()
        try folder.put("old", at: "file")
        for path in ["file/a", "file/b/a"] {
            let error = failure(folder, folder.path(path))
            #expect(error?.code == .cannotWriteNoFolder)
            #expect(error?.message.contains("不是文件夹") == true)
        }
    }

    @Test func aDeviceIsNotReplaced() throws {
        let error = #expect(throws: ToolError.self) {
            try FileReplacement.write(new, to: "/dev/full", replacing: true)
        }
        #expect(error?.message.contains("不是普通文件") == true)
        #expect(throws: ToolError.self) { try FileReplacement.write(new, to: "/dev/full") }
    }

    @Test func aFolderThatTakesNoFiles() throws {
        let error = #expect(throws: ToolError.self) { try FileReplacement.write(new, to: "/proc/自评表.xlsx") }
        #expect(error?.code.exitStatus == 73)
        let below = #expect(throws: ToolError.self) { try FileReplacement.write(new, to: "/proc/新/自评表.xlsx") }
        #expect(below?.code == .cannotWriteNoFolder)
    }

    @Test(arguments: [String(repeating: "长", count: 100) + ".xlsx"])
    func aNameThatIsTooLong(_ name: String) throws {
        let folder = try TestFolder()
        #expect(failure(folder, folder.path(name))?.message.contains("太长") == true)
    }

    @Test func noName() throws {
        let error = #expect(throws: ToolError.self) { try FileReplacement.write(new, to: "") }
        #expect(error?.message == "没有给出要保存的文件名")
    }

    @Test func foldersMadeForAFailedWriteGoAgain() throws {
        let folder = try TestFolder()
        let name = String(repeating: "长", count: 100)
        #expect(failure(folder, folder.path("新/文件夹/\(name)")) != nil)
        #expect(folder.names.isEmpty)
    }

    @Test func anUnpublishedFileGoes() throws {
        let folder = try TestFolder()
        do {
            let file = try TemporaryFile(beside: folder.path("a"))
            try new.withUnsafeBytes { try file.append($0) }
            #expect(folder.names.count == 1)
        }
        #expect(folder.names.isEmpty)
    }

    @Test(
        "Each answer of the system has its own words",
        arguments: [
            (ENOSPC, ToolError.Code.cannotWriteNoSpace, "磁盘空间不足"), (EDQUOT, .cannotWriteNoSpace, "磁盘空间不足"),
            (EFBIG, .cannotWriteNoSpace, "磁盘空间不足"), (EROFS, .cannotWriteNotPermitted, "只读"),
            (EACCES, .cannotWriteNotPermitted, "没有权限"), (EPERM, .cannotWriteNotPermitted, "没有权限"),
            (ENOTDIR, .cannotWriteNoFolder, "不是文件夹"), (ENOENT, .cannotWriteNoFolder, "不存在"),
            (ENAMETOOLONG, .cannotWrite, "太长"), (EISDIR, .cannotWriteIsFolder, "是文件夹"), (EIO, .cannotWrite, "系统返回了错误"),
        ])
    func words(_ code: Int32, _ expected: ToolError.Code, _ words: String) {
        let error = FileTrouble.error(code, path: "/data/自评表.xlsx", size: 5000)
        #expect(error.code == expected)
        #expect(error.message.contains(words))
        #expect(error.code.exitStatus == 73)
    }
}
