import Assessment
import Spreadsheet

/// The place of what writes a marked copy of a checked form.
enum Marking {
    /// Writes a copy of the workbook, its findings marked, beside the file; gives the path of the copy.
    typealias Marker = @Sendable (_ workbook: Workbook, _ evaluation: Evaluation, _ path: String) throws -> String

    /// What does it, or nil where that is not built in.
    static let marker: Marker? = nil

    /// What does it.
    ///
    /// - Throws: `ToolError` (64) where that is not built in.
    static func required() throws -> Marker {
        guard let marker else {
            throw ToolError(
                code: .usage, message: "这个版本没有标注功能，不能用 --mark", advice: "去掉 --mark，看文字结果或 --format html 的结果。")
        }
        return marker
    }
}
