import Foundation
import Spreadsheet
import SpreadsheetWriting

/// Copies a template's folder under a new name: only its `id:` changes, every comment stays.
enum TemplateCopy {
    /// - Returns: The path of the copy.
    /// - Throws: `ToolError`: 64 for a name that can't be one, 73 when there is such a template or it can't be written.
    static func copy(_ source: String, to folder: String, as id: String) throws -> String {
        try check(id)
        let target = (folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/" + id
        let files = FileManager.default
        guard !files.fileExists(atPath: target) else {
            throw ToolError(
                code: .cannotWriteExists, message: "已经有 \(target)，没有覆盖它", advice: "换一个名称，或先把原来的文件夹移走。",
                place: Source(file: id))
        }
        let text = try String(contentsOfFile: source + "/template.yaml", encoding: .utf8)
        // Made whole beside its place, then given its name: a template is there or it is not.
        let made = "\(folder)/.\(id)-\(UUID().uuidString)"
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try files.copyItem(atPath: source, toPath: made)
            try renamed(text, to: id).write(toFile: made + "/template.yaml", atomically: true, encoding: .utf8)
            try files.moveItem(atPath: made, toPath: target)
        } catch {
            try? files.removeItem(atPath: made)
            throw ToolError(
                code: .cannotWrite, message: "写不出模板文件夹 \(target)", advice: "检查磁盘空间和写入的权限，或用 --templates 换一个文件夹。",
                cause: "\(error)")
        }
        return target
    }

    /// The text with another `id:` at its top level; a comment behind it stays.
    static func renamed(_ text: String, to id: String) -> String {
        var isDone = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard !isDone, line.hasPrefix("id:") else { return String(line) }
            isDone = true
            let rest = line.dropFirst("id:".count)
            let comment = rest.range(of: " #").map { String(rest[$0.lowerBound...]) } ?? ""
            let end = comment.isEmpty && line.hasSuffix("\r") ? "\r" : ""
            return "id: \(id)\(comment)\(end)"
        }
        return lines.joined(separator: "\n")
    }

    private static func check(_ id: String) throws {
        let isName = !id.isEmpty && id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard isName, !id.hasPrefix("-"), !["copy", "check", "generic"].contains(id), id.utf8.count <= 100 else {
            throw Usage.error("“\(id)”不能作模板的名称：只能用字母、数字、- 和 _，不能是 copy、check、generic", help: "templates")
        }
    }
}
