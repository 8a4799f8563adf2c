import FormJobs
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// Writes marked copies of checked forms.
enum Marking {
    /// Writes a copy of the file, the findings of all its forms marked, beside it; the reports name it then.
    ///
    /// - Throws: `ToolError` (64) for standard input, which has no place beside it; (73) when the copy can't be written.
    static func write(_ checked: CheckOutcome) throws -> CheckOutcome {
        guard let copy = checked.markedCopy() else { return checked }
        guard let path = checked.file.path else {
            throw Usage.error("标准输入没有所在的文件夹，--mark 要写文件名", help: "check")
        }
        let target = MarkedCopyName.path(
            besides: path, exists: exists, isMarked: isMarked)
        try Input.protect(checked.file, from: target)
        try WorkbookWriter.write(copy, to: target, replacing: true)
        var marked = checked
        marked.wasMarked(at: target, losses: copy.losses.map(\.text))
        return marked
    }

    /// A link that leads nowhere is something too.
    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private static func isMarked(_ path: String) -> Bool {
        // What is written is never written through a link.
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil { return false }
        return (try? WorkbookReader.read(path: path)).map(MarkedWorkbook.isMarked) ?? false
    }
}
