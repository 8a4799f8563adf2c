import FormTemplates
import Spreadsheet

/// Where the heading of a table stands, for whoever only wants to keep it in view.
public enum HeadingRow {
    /// Rows that are worth giving to ``last(in:merges:labels:)``.
    public static let depth = HeadingFinder.depth

    /// The last row of the heading, by its number from 0; nil when none is found.
    ///
    /// - Parameter rows: The first rows of a sheet.
    public static func last(in rows: [SheetRow], merges: [CellRange] = [], labels: LabelTable) -> Int? {
        let finder = HeadingFinder(rows, merges: MergeIndex(merges, rows: HeadingFinder.depth + 3), labels: labels)
        return finder.find()?.rows.last
    }
}
