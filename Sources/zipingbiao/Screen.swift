import Foundation
import Reports
import SpreadsheetWriting

/// What a person or a script is shown.
enum Screen {
    /// Shows a report on standard output.
    static func show(_ report: some Renderable, as format: OutputFormat = .text, quiet: Bool = false) throws {
        try StandardOutput.write(report.rendered(as: format, quiet: quiet))
    }

    /// Says what should be known besides the result, on standard error.
    static func note(_ notes: [String]) {
        for note in notes { FileHandle.standardError.write(Data("提示：\(note)\n".utf8)) }
    }
}
