import Foundation
import Spreadsheet
import Testing

@testable import FormTemplates

/// Data files that are no templates: too large, or no files.
struct HostileTemplateTests {
    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "template-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test func aMillionKeysAreRefusedBeforeTheyAreRead() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = (0..<1_000_000).map { "k\($0): 1\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/template.yaml"))
        let error = #expect(throws: ToolError.self) { try TemplateInspector.problems(folder: folder) }
        #expect(error?.message.contains("模板文件太大") == true && error?.message.contains("\(text.utf8.count) 字节") == true)
    }

    @Test func manyProblemsAreCounted() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = (0..<5000).map { "k\($0): 1\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/template.yaml"))
        let problems = try TemplateInspector.problems(folder: folder)
        #expect(problems.count <= 201 && problems.count > 100)
        #expect(problems.last?.what.contains("处问题没有列出") == true)
    }

    @Test(.timeLimit(.minutes(1)))
    func aPipeIsNoTemplate() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(mkfifo(folder + "/template.yaml", 0o600) == 0)
        let error = #expect(throws: ToolError.self) { try TemplateInspector.problems(folder: folder) }
        #expect(error?.message.contains("不是普通文件") == true)
    }
}
