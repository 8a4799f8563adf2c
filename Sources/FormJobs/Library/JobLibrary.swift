import FormRecognition
import FormTemplates
import Spreadsheet
import SpreadsheetReading

/// What jobs are done with: the templates with their blanks and the words for labels, read once.
public struct JobLibrary: Sendable {
    /// Everything that a form can be recognised as.
    public var forms: FormLibrary
    /// The id of the template that is filled where none is named, or why there is none.
    public var defaultTemplate: Result<String, ToolError>
    /// What was left out of it and why, in Chinese: every report says so.
    public var notes: [String]

    /// A library.
    public init(forms: FormLibrary, defaultTemplate: Result<String, ToolError>, notes: [String] = []) {
        self.forms = forms
        self.defaultTemplate = defaultTemplate
        self.notes = notes
    }

    /// The templates of a set.
    ///
    /// A template of the person's own that is broken keeps no other from being used: it is left out, and said.
    ///
    /// - Parameters:
    ///   - needed: The template that the person named, or nil; when it is missing or broken, that is an error.
    ///   - loadsAll: False loads of the shipped ones only what is needed: enough to fill a form, not to recognise one.
    /// - Throws: `ToolError`: 66 when the needed one is missing, 65 when it or a shipped one is broken.
    public static func load(_ set: TemplateSet, needed: String?, loadsAll: Bool = true) throws -> JobLibrary {
        if let needed { _ = try set.template(needed) }
        var notes: [String] = []
        var entries: [FormLibrary.Entry] = []
        // The person's own stand last: where two are the same, theirs is taken.
        let ids = try set.identifiers()
        let own = try ids.filter { try set.origin(of: $0) == .own }
        for id in ids.filter({ !own.contains($0) && (loadsAll || $0 == needed) }) + own {
            do {
                let template = try set.template(id)
                entries.append(
                    FormLibrary.Entry(template: template, blank: try WorkbookReader.read(path: template.formPath)))
            } catch let error as ToolError {
                guard id != needed, try set.origin(of: id) == .own else { throw error }
                notes.append("自定义模板 \(id) 有错误，没有使用：\(error.message)")
            }
        }
        return JobLibrary(
            forms: FormLibrary(entries: entries, generic: try set.generic(), labels: try set.labels()),
            defaultTemplate: defaultTemplate { try set.defaultIdentifier() }, notes: notes)
    }

    /// The words for labels and what holds for every form, without templates: enough to learn a blank, to compare two, to look into a file.
    ///
    /// - Throws: `ToolError` (65) when they are broken.
    public static func words(of shipped: TemplateFolder) throws -> JobLibrary {
        JobLibrary(
            forms: FormLibrary(entries: [], generic: try shipped.generic(), labels: try shipped.labels()),
            defaultTemplate: defaultTemplate { try shipped.defaultIdentifier() })
    }

    private static func defaultTemplate(_ find: () throws -> String) -> Result<String, ToolError> {
        do { return .success(try find()) } catch { return .failure(ToolError(caught: error)) }
    }

    /// A template with its blank.
    ///
    /// - Parameter id: Its id; nil for the one that is filled where none is named.
    /// - Throws: `ToolError` (66) when there is none.
    func entry(_ id: String?) throws -> FormLibrary.Entry {
        let id = try id ?? defaultTemplate.get()
        guard let entry = forms.entries.first(where: { $0.template.id == id }) else {
            let known = forms.entries.map(\.template.id)
            throw ToolError(
                code: .templateMissing, message: "没有名为“\(id)”的模板。",
                advice: "现有的模板：\(known.joined(separator: "、"))。用 --template 选一个。")
        }
        return entry
    }
}
