import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading

extension Installation {
    /// Everything that a form can be recognised as: each template with its blank, read once.
    ///
    /// A template of the person's own that is broken keeps no other from being used: it is left out, and said.
    ///
    /// - Parameters:
    ///   - own: The folder that `--templates` names, or nil.
    ///   - needed: The template that the person named, or nil; when it is missing or broken, that is an error.
    static func library(own: String?, needed: String?) throws -> (library: FormLibrary, notes: [String]) {
        let templates = try templates(own: own)
        if let needed { _ = try templates.template(needed) }
        var notes: [String] = []
        var entries: [FormLibrary.Entry] = []
        // The person's own stand last: where two are the same, theirs is taken.
        let ids = try templates.identifiers()
        let own = try ids.filter { try templates.origin(of: $0) == .own }
        for id in ids.filter({ !own.contains($0) }) + own {
            do {
                let template = try templates.template(id)
                entries.append(
                    FormLibrary.Entry(template: template, blank: try WorkbookReader.read(path: template.formPath)))
            } catch let error as ToolError {
                guard id != needed, try templates.origin(of: id) == .own else { throw error }
                notes.append("自定义模板 \(id) 有错误，没有使用：\(error.message)")
            }
        }
        let library = FormLibrary(entries: entries, generic: try templates.generic(), labels: try templates.labels())
        return (library, notes)
    }
}
