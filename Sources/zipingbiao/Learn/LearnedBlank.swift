import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading

/// A blank with all that was learned of it.
struct LearnedBlank {
    /// The file, byte for byte.
    let bytes: Data
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

    /// - Throws: `ToolError` (65) for a file that is no workbook, or no form.
    init(path: String, id: String, labels: LabelTable, generic: Template) throws {
        workbook = try WorkbookReader.read(path: path)
        guard workbook.hasSheetNames, let bytes = FileManager.default.contents(atPath: path),
            bytes.starts(with: [0x50, 0x4B])
        else {
            throw ToolError(
                code: .notReadable, message: "\(workbook.fileName) 不是 .xlsx 工作簿，不能当空表用",
                advice: "请用 Excel 或 WPS 打开空表，另存为 .xlsx 再试。",
                place: Source(file: workbook.fileName))
        }
        self.bytes = bytes
        form = try BlankLearner.learn(workbook, labels: labels, generic: generic)
        yaml = LearnedYAML.text(of: form, id: id, source: workbook.fileName)
        template = try TemplateFolder.template(yaml: yaml, id: id, name: "\(workbook.fileName)（认出的内容）", formPath: path)
        map = try FormRecognizer.map(workbook, template: template, labels: labels)
    }
}
