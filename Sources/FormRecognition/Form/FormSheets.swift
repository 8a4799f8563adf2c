import Assessment
import FormTemplates
import Spreadsheet

/// Reads every form of a workbook: as a rule there is one, but a unit may hand in one sheet for each of its projects.
public enum FormSheets {
    /// One form of a workbook.
    public struct Form: Sendable {
        /// Its sheet, where the workbook has several forms; nil where it has one.
        public var sheet: String?
        /// What was read, or why nothing was.
        public var result: Result<RecognizedForm, ToolError>
    }

    /// Reads the forms. Of several each is read by itself: what stands on the sheet of another is none of its facts.
    ///
    /// - Parameters:
    ///   - id: Id of the template that the person says they are; nil to recognise each.
    /// - Throws: `ToolError` where nothing can be read at all, as ``FormReader`` does.
    public static func read(
        _ workbook: Workbook, library: FormLibrary, template id: String? = nil,
        options: RecognitionOptions = RecognitionOptions()
    ) throws -> [Form] {
        do {
            let form = try FormReader.read(workbook, library: library, template: id, options: options)
            return [Form(sheet: nil, result: .success(form))]
        } catch let error as ToolError where error.code == .twoTables && options.sheet == nil {
            let sheets = formSheets(workbook, library, id)
            guard sheets.count > 1 else { throw error }
            return try sheets.enumerated().map { number, sheet in
                let part = part(of: workbook, sheet: sheet, withHidden: number == 0)
                let result: Result<RecognizedForm, ToolError>
                do {
                    result = .success(try FormReader.read(part, library: library, template: id, options: options))
                } catch let error as ToolError {
                    // One that can't be read stops no other.
                    result = .failure(error)
                }
                return Form(sheet: workbook.sheets[sheet].name, result: result)
            }
        }
    }

    /// The workbook with the form alone that was asked for, where there are several.
    static func alone(
        _ workbook: Workbook, library: FormLibrary, template id: String?, options: RecognitionOptions
    ) throws -> (Workbook, RecognitionOptions) {
        guard let wanted = options.sheet else { return (workbook, options) }
        let sheets = finder(workbook, library, id).sheetsOfForms()
        guard sheets.count > 1, let sheet = try IndicatorTableFinder.sheetIndices(wanted, in: workbook).first,
            sheets.contains(sheet)
        else { return (workbook, options) }
        var options = options
        options.sheet = workbook.sheets[sheet].name
        return (part(of: workbook, sheet: sheet, withHidden: sheet == sheets[0]), options)
    }

    /// Sheets with a table that is to be judged, as far as one can be told from another; empty when two share a sheet.
    private static func formSheets(_ workbook: Workbook, _ library: FormLibrary, _ id: String?) -> [Int] {
        let sheets = finder(workbook, library, id).assessed(on: Array(workbook.sheets.indices)).map(\.sheetIndex)
        return Set(sheets).count == sheets.count ? sheets : []
    }

    private static func finder(_ workbook: Workbook, _ library: FormLibrary, _ id: String?) -> IndicatorTableFinder {
        let views = workbook.sheets.indices.map { SheetView(workbook, $0) }
        let template =
            library.entries.first { $0.template.id == id }?.template
            ?? TemplateMatcher(library: library).best(views)?.entry.template
        return IndicatorTableFinder(workbook: workbook, views: views, labels: library.labels, template: template)
    }

    /// The workbook with one of its forms. What is hidden in it is looked for once, with the first.
    private static func part(of workbook: Workbook, sheet: Int, withHidden: Bool) -> Workbook {
        var part = workbook
        part.sheets = workbook.sheets.indices.compactMap { index in
            let isHidden = workbook.sheets[index].visibility != .visible
            return index == sheet || withHidden && isHidden ? workbook.sheets[index] : nil
        }
        return part
    }
}
