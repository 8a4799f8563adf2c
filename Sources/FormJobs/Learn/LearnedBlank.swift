import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// A blank with all that was learned of it.
struct LearnedBlank {
    /// The file byte for byte, where it is XLSX; nil for one of Excel 97–2003.
    private let bytes: Data?
    /// The blank.
    let workbook: Workbook
    /// What it says.
    let form: LearnedForm
    /// The text of `template.yaml`.
    let yaml: String
    /// The same, as a template.
    let template: Template
    /// What its places are.
    let map: FormMap

    /// - Parameters:
    ///   - sheet: The form's sheet, where the workbook has several.
    ///   - isSheetOfBlank: Whether the sheet has to be the blank's; else it may be the table's.
    /// - Throws: `ToolError` (65) for a file that is no workbook, or no form; (64) when there is no such sheet.
    init(
        _ file: InputFile, id: String, sheet: String? = nil, isSheetOfBlank: Bool = true, encoding: String? = nil,
        library: JobLibrary
    ) throws {
        let labels = library.forms.labels
        let source = try file.source()
        let options = ReadingOptions()
        let opened = try SaidEncoding.open(
            source, options, encoding.map { SaidEncoding($0, whereCertain: .keep) })
        workbook = try WorkbookReader.read(opened, options: options)
        switch opened {
        case .workbook: bytes = Data(try source.all())
        case .oldWorkbook: bytes = nil
        case .text, .whole:
            throw ToolError(
                code: .notReadable, message: "\(workbook.fileName) 不是 .xlsx 或 .xls 工作簿，不能当空表用",
                advice: "请用 Excel 或 WPS 打开空表，另存为 .xlsx 再试。",
                place: Source(file: workbook.fileName))
        }
        try BlankBounds.check(workbook)
        // What is said of a table's sheet may not be meant for the blank.
        let sheet = isSheetOfBlank || workbook.sheets.contains { $0.name == sheet } ? sheet : nil
        form = try BlankLearner.learn(workbook, labels: labels, generic: library.forms.generic, sheet: sheet)
        yaml = LearnedYAML.text(of: form, id: id, source: workbook.fileName)
        template = try TemplateFolder.template(
            yaml: yaml, id: id, name: "\(workbook.fileName)（认出的内容）", formPath: file.name)
        map = try FormRecognizer.map(workbook, template: template, labels: labels)
    }

    /// The blank as XLSX: the file itself, or what was read of an older one, written anew.
    ///
    /// - Throws: `ToolError` (73) when it can't be written.
    func formBytes() throws -> Data { try bytes ?? WorkbookWriter.bytes(of: workbook, named: "form.xlsx") }
}
