import FormJobs
import FormTemplates
import Foundation
import SpreadsheetReading
import TestProgram

/// The shipped examples, as jobs take them.
enum Examples {
    static let ids = ["guangzhou-department", "hunan-department", "national-project", "sichuan-project"]
    static let templates = TemplateFolder(path: Program.root + "/Templates")

    static func library() throws -> JobLibrary { try .load(TemplateSet(shipped: templates, own: nil), needed: nil) }

    static func table(_ id: String) -> String { Program.root + "/Templates/\(id)/example/指标表.xlsx" }

    static func bytes(_ path: String) -> [UInt8] { [UInt8](FileManager.default.contents(atPath: path) ?? Data()) }

    /// A text in an encoding.
    static func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
        var request = ConvertRequest(input: InputFile(bytes: Array(text.utf8), name: "文.csv"))
        request.text.encoding = encoding
        let output = MemoryOutput()
        _ = try ConvertJob(request).run(to: .csv, labels: { try templates.labels() }) { _ in (output, "文.csv") }
        return output.bytes
    }
}
