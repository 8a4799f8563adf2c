import Foundation
import Spreadsheet
import SpreadsheetWriting

/// Copies a template's folder under a new name: only its `id:` changes, every comment stays.
enum TemplateCopy {
    /// - Returns: The path of the copy.
    /// - Throws: `ToolError`: 64 for a name that can't be one, 73 when there is such a template or it can't be written.
    static func copy(_ source: String, to folder: String, as id: String) throws -> String {
        try check(id)
        let text = try String(contentsOfFile: source + "/template.yaml", encoding: .utf8)
        return try make(in: folder, as: id, replacing: false) { made in
            try FileManager.default.copyItem(atPath: source, toPath: made)
            try renamed(text, to: id).write(toFile: made + "/template.yaml", atomically: true, encoding: .utf8)
        }
    }

    /// Writes a template of its own.
    ///
    /// - Parameter replacing: Whether one of that name makes room.
    /// - Returns: The path of the template's folder.
    static func write(yaml: String, form: Data, to folder: String, as id: String, replacing: Bool) throws -> String {
        try make(in: folder, as: id, replacing: replacing) { made in
            try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: true)
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: made + "/template.yaml"))
            try form.write(to: URL(fileURLWithPath: made + "/form.xlsx"))
        }
    }

    /// The folder of a template.
    static func path(_ folder: String, _ id: String) -> String {
        (folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/" + id
    }

    private static func make(
        in folder: String, as id: String, replacing: Bool, _ fill: (String) throws -> Void
    ) throws -> String {
        let target = path(folder, id)
        let files = FileManager.default
        let isThere = files.fileExists(atPath: target)
        guard !isThere || replacing else {
            throw ToolError(
                code: .cannotWriteExists, message: "已经有 \(target)，没有覆盖它", advice: "换一个名称，或先把原来的文件夹移走。",
                place: Source(file: id))
        }
        // Made whole beside its place, then given its name: a template is there or it is not.
        let made = "\(folder)/.\(id)-\(UUID().uuidString)"
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try fill(made)
            if isThere {
                // What a person corrected in the old one is not lost.
                let kept = target + ".bak"
                try? files.removeItem(atPath: kept)
                try files.moveItem(atPath: target, toPath: kept)
            }
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
        // By bytes: a carriage return and a line feed are one character.
        let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { bytes -> String in
            let line = String(decoding: bytes, as: UTF8.self)
            guard !isDone, line.hasPrefix("id:") else { return line }
            isDone = true
            let comment = line.range(of: " #").map { String(line[$0.lowerBound...]) } ?? ""
            return "id: \(id)" + (comment.isEmpty && bytes.last == 13 ? "\r" : comment)
        }
        return lines.joined(separator: "\n")
    }

    /// - Throws: `ToolError` (64) for a name that a template can't have.
    static func check(_ id: String) throws {
        let isName = !id.isEmpty && id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard isName, !id.hasPrefix("-"), !["copy", "check", "generic"].contains(id), id.utf8.count <= 100 else {
            throw Usage.error("“\(id)”不能作模板的名称：只能用字母、数字、- 和 _，不能是 copy、check、generic", help: "templates")
        }
    }
}
