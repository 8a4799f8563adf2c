import FormTemplates
import Foundation
import Spreadsheet

/// What was installed with the program, and what the person keeps beside it.
enum Installation {
    /// The templates that ship, with the words for labels.
    static func templates() throws -> TemplateFolder {
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return try TemplateFolder.find(
            environment: ProcessInfo.processInfo.environment, executable: executable,
            workingDirectory: FileManager.default.currentDirectoryPath)
    }

    /// All templates.
    ///
    /// - Parameter own: The folder that `--templates` names; nil for the person's own folder, if there is one.
    /// - Throws: `ToolError` (66) when the folder that was named does not exist.
    static func templates(own: String?) throws -> TemplateSet {
        let shipped = try templates()
        if let own {
            guard isFolder(own) else {
                throw ToolError(
                    code: .templateMissing, message: "--templates 指的文件夹不存在：\(own)",
                    advice: "检查这个文件夹的名字；要新建模板，用 zipingbiao templates copy。")
            }
            return TemplateSet(shipped: shipped, own: TemplateFolder(path: own))
        }
        let path = ownFolder().flatMap { isFolder($0) ? $0 : nil }
        return TemplateSet(shipped: shipped, own: path.map { TemplateFolder(path: $0) })
    }

    /// The folder of the person's own templates, whether it exists or not.
    static func ownFolder() -> String? { TemplateSet.ownFolder(environment: ProcessInfo.processInfo.environment) }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
