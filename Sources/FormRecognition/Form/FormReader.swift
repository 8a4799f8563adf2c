import Assessment
import FormTemplates
import Spreadsheet

/// Reads the forms that anyone filled, an indicator table or a finance export, of templates that are known or not.
public enum FormReader {
    /// One form of a workbook.
    public struct Form: Sendable {
        /// Its sheet, where the workbook has several forms; nil where it has one.
        public var sheet: String?
        /// What was read, or why nothing was.
        public var result: Result<RecognizedForm, ToolError>
    }

    /// Reads every form of a workbook: as a rule there is one, but a unit may hand in one sheet for each of its projects. Of several each is
    /// read by itself: what stands on the sheet of another is none of its facts.
    ///
    /// - Parameters:
    ///   - id: Id of the template that the person says they are; nil to recognise each.
    /// - Throws: `ToolError` (65) when there is neither an indicator table nor a table of money in it, or two tables on one sheet; (64) when
    ///   there is no such template or sheet.
    public static func forms(
        in workbook: Workbook, library: FormLibrary, template id: String? = nil,
        options: RecognitionOptions = RecognitionOptions()
    ) throws -> [Form] {
        let finder = try FormsOfWorkbook(workbook, library: library, template: id, options: options)
        switch try finder.found() {
        case .one(let table):
            let form = try finder.read(table, sheets: finder.sheets(of: table))
            return [Form(sheet: nil, result: .success(form))]
        case .stacked(let tables):
            guard let apart = finder.apart(tables) else { throw TableChoice.several(tables, in: workbook) }
            return try forms(in: apart, library: library, template: id, options: options)
        case .several(let tables):
            return tables.enumerated().map { number, table in
                let sheet = table.table.sheetIndex
                let result: Result<RecognizedForm, ToolError>
                // One that can't be read stops no other.
                do {
                    result = .success(try finder.read(table, sheets: [sheet], withHidden: number == 0))
                } catch {
                    result = .failure(
                        error as? ToolError
                            ?? ToolError(code: .noTable, message: "这张表读不出", advice: "", cause: "\(error)"))
                }
                let name = workbook.sheets[sheet].name
                return Form(sheet: name + place(of: sheet, in: workbook), result: result)
            }
        case .none(let error):
            guard let export = finder.export() else { throw error }
            return [Form(sheet: nil, result: .success(export))]
        }
    }

    /// Where a form begins that was taken apart from others of its sheet: `，第 12 行起`, or `，H 列起` beside them; empty for one that has its sheet.
    private static func place(of sheet: Int, in workbook: Workbook) -> String {
        let others = workbook.sheets.enumerated().filter {
            $0.offset != sheet && $0.element.name == workbook.sheets[sheet].name
        }
        guard !others.isEmpty, let first = workbook.sheets[sheet].usedRange?.first else { return "" }
        let isBeside = others.contains {
            $0.element.usedRange?.first.row == first.row && $0.element.usedRange?.first.column != first.column
        }
        return isBeside ? "，\(CellReference.letters(ofColumn: first.column)) 列起" : "，第 \(first.row + 1) 行起"
    }

    /// Reads the one form of a workbook.
    ///
    /// - Throws: ``forms(in:library:template:options:)``'s; (65) too where there are several.
    public static func read(
        _ workbook: Workbook, library: FormLibrary, template id: String? = nil,
        options: RecognitionOptions = RecognitionOptions()
    ) throws -> RecognizedForm {
        let finder = try FormsOfWorkbook(workbook, library: library, template: id, options: options)
        switch try finder.found() {
        case .one(let table): return try finder.read(table, sheets: finder.sheets(of: table))
        case .several(let tables), .stacked(let tables): throw TableChoice.several(tables, in: workbook)
        case .none(let error):
            guard let export = finder.export() else { throw error }
            return export
        }
    }
}
