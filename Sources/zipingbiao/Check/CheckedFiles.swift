import Foundation
import Spreadsheet

/// The files of a check: those that are named, and the tables in the folders that are named.
enum CheckedFiles {
    private static let endings: Set = ["xlsx", "xlsm", "csv", "tsv", "xls", "et"]

    /// Files in the order of the arguments, those of a folder by name; none twice.
    ///
    /// - Throws: `ToolError` (66) when there is no table in a folder.
    static func find(_ arguments: [String]) throws -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        func add(_ path: String) {
            let isNew = path == "-" || seen.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).inserted
            if isNew { found.append(path) }
        }
        for argument in arguments {
            guard isFolder(argument) else {
                add(argument)
                continue
            }
            let tables = try tables(in: argument)
            guard !tables.isEmpty else {
                throw ToolError(
                    code: .noFile, message: "文件夹 \(argument) 里没有表格文件",
                    advice: "要核对的表应是 .xlsx、.xlsm、.xls、.et、.csv 或 .tsv 文件。")
            }
            for table in tables { add(table) }
        }
        return found
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func tables(in folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw ToolError(
                code: .notReadable, message: "打不开文件夹 \(folder)", advice: "检查有没有读取这个文件夹的权限。", cause: "\(error)")
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        // 第2张 stands before 第10张.
        let sorted = names.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        return try sorted.flatMap { name -> [String] in
            let path = base + name
            if name.hasPrefix(".") { return [] }
            if isFolder(path) {
                // A link to a folder may lead back to where we are.
                let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
                return isLink ? [] : try tables(in: path)
            }
            return isTable(name) ? [path] : []
        }
    }

    /// What Excel keeps of an open file (`~$…`) is no table, and a marked copy (`…-核对.xlsx`) is not checked again.
    private static func isTable(_ name: String) -> Bool {
        guard let point = name.lastIndex(of: "."), !name.hasPrefix("~$") else { return false }
        return endings.contains(name[name.index(after: point)...].lowercased()) && !name.hasSuffix("-核对.xlsx")
    }
}
