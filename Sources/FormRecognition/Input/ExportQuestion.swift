import Assessment
import Spreadsheet

/// What in an export can't be told from it: both figures, and what is asked.
struct ExportQuestion {
    var source: Source
    var cells: [CellReference] = []
    /// In Chinese, whole.
    var text: String
    /// A figure of the form may be wrong.
    var isBlocking: Bool
}
