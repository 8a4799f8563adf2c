import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading

/// Places of the checkout that tests read.
enum Repository {
    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The templates that ship.
    static let templates = TemplateFolder(path: root + "/Templates")

    /// The templates with their blanks.
    static let library: FormLibrary = {
        do {
            return FormLibrary(
                entries: try templates.identifiers().map { id in
                    let template = try templates.template(id)
                    return FormLibrary.Entry(
                        template: template, blank: try WorkbookReader.read(path: template.formPath))
                },
                generic: try templates.generic(), labels: try templates.labels())
        } catch {
            preconditionFailure("the templates that ship can't be read: \(error)")
        }
    }()

    /// Published cases beside the checkout, where they exist.
    static let cases: String? = {
        let path = root + "/../shared/cases"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// A folder of a test's own, to be removed by it.
    static func temporaryFolder() throws -> String {
        let path = NSTemporaryDirectory() + "zipingbiao-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
