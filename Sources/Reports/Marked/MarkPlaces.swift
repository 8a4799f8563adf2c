import Spreadsheet

/// Where what a report names stands in a workbook.
struct MarkPlaces {
    private let fileName: String
    private let sheets: [String]
    private let hasNames: Bool
    private let visible: [Bool]
    private let merges: [[CellReference: CellReference]]

    /// - Parameter originalHasNames: Whether the findings name sheets; those of a text file don't.
    init(_ workbook: Workbook, originalHasNames: Bool) {
        fileName = workbook.fileName
        sheets = workbook.sheets.map(\.name)
        visible = workbook.sheets.map { $0.visibility == .visible }
        hasNames = originalHasNames
        merges = workbook.sheets.map { sheet in
            var first: [CellReference: CellReference] = [:]
            // The first cell of a merge is what is seen of it. Merges of whole columns are not gone through.
            for merge in sheet.merges where merge.rows.count * merge.columns.count <= 10_000 {
                for cell in merge.cells { first[cell] = merge.first }
            }
            return first
        }
    }

    /// The sheet of a place by its index; nil when it stands in another file, or nowhere.
    func sheet(of source: Source) -> Int? {
        guard source.file == fileName else { return nil }
        guard hasNames else { return sheets.isEmpty ? nil : 0 }
        return source.sheet.flatMap { sheets.firstIndex(of: $0) }
    }

    /// The cell to mark: of a merge the first.
    func cell(of source: Source, sheet: Int) -> CellReference? {
        guard let cell = source.cell, cell.row >= 0, cell.column >= 0, cell.row < CellReference.maximumRows,
            cell.column < CellReference.maximumColumns
        else { return nil }
        return merges[sheet][cell] ?? cell
    }

    /// What is shown of the place, and where a link to it leads: nowhere when it stands in another file.
    func link(of source: Source) -> (text: String, location: String?) {
        guard let index = sheet(of: source) else { return (source.place, nil) }
        let cell = cell(of: source, sheet: index)
        // The address first: it is what must be seen where the column is too narrow.
        let text = source.cell.map { "\($0)（\(sheets[index])）" } ?? sheets[index]
        guard visible[index] else { return (text + "（隐藏的表）", nil) }
        let quoted = "'" + sheets[index].replacing("'", with: "''") + "'"
        return (text, quoted + "!" + (cell?.description ?? "A1"))
    }
}
