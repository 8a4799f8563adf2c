import FormRecognition
import FormTemplates
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading

/// Says what is wrong in templates, all of it, with lines.
struct TemplateChecking {
    /// The folder that `--templates` names, or nil.
    let own: String?

    /// - Parameter what: Id of a template, a template's folder, a folder of templates; nil for all.
    func run(_ what: String?) throws -> Int32 {
        let set = try Installation.templates(own: own)
        let labels = try set.labels()
        var count = 0
        var lines: [String] = []
        let folders = try folders(what, set)
        for folder in folders {
            let name = folder.split(separator: "/").last.map(String.init) ?? folder
            let problems = problems(folder, labels)
            count += problems.count
            lines.append("\(name)（\(folder)）：" + (problems.isEmpty ? "没有发现问题" : "\(problems.count) 处问题"))
            for problem in problems {
                lines.append("  \(problem.file)\(problem.line.map { " 第 \($0) 行" } ?? "")：\(problem.what)")
                lines.append("     办法：\(problem.advice)")
            }
        }
        lines.append(count == 0 ? "结论：\(folders.count) 个模板都可以用。" : "结论：有 \(count) 处要改正。")
        try Screen.show(PlainText(lines: lines))
        return count == 0 ? ExitStatus.done : ExitStatus.mustBeCorrected
    }

    private func folders(_ what: String?, _ set: TemplateSet) throws -> [String] {
        guard let what else { return try set.identifiers().map { try set.folder(of: $0) } }
        if try set.origin(of: what) != nil { return [try set.folder(of: what)] }
        let path = what.count > 1 && what.hasSuffix("/") ? String(what.dropLast()) : what
        if FileManager.default.fileExists(atPath: path + "/template.yaml") { return [path] }
        let inside = try TemplateFolder(path: path).identifiers()
        guard !inside.isEmpty else { return [try set.folder(of: what)] }
        return inside.map { "\(path)/\($0)" }
    }

    private func problems(_ folder: String, _ labels: LabelTable) -> [TemplateProblem] {
        let real = URL(fileURLWithPath: folder).standardizedFileURL.path
        let id = real.split(separator: "/").last.map(String.init) ?? ""
        do {
            let found = try TemplateInspector.problems(folder: real)
            // What the loader refuses has no blank to be held against.
            let parent = URL(fileURLWithPath: real).deletingLastPathComponent().path
            guard let template = try? TemplateFolder(path: parent).template(id) else {
                let blank = real + "/form.xlsx"
                guard !FileManager.default.fileExists(atPath: blank) else { return found }
                return found + [
                    TemplateProblem(
                        file: "\(id)/form.xlsx", line: nil, what: "没有空表 form.xlsx。", advice: "把空表放到模板的文件夹里。")
                ]
            }
            return try found
                + BlankInspector.problems(
                    try WorkbookReader.read(path: template.formPath), template: template, labels: labels)
        } catch {
            let error = ToolError(caught: error)
            return [TemplateProblem(file: id, line: nil, what: error.message, advice: error.advice)]
        }
    }
}
