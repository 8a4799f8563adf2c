import Assessment
import FormTemplates
import Spreadsheet

/// The names of an export's rows, blanks under a name filled as `convert --tidy` fills them: one filler does both.
struct ExportLabels {
    private let headings: ExportHeading
    private let columns: [TableColumn]
    private var filler: LabelFiller

    init(_ headings: ExportHeading, _ labels: LabelTable) {
        self.headings = headings
        let view = headings.view
        let names = headings.names
        let rows = view.filledRows.filter { $0 > headings.row }.prefix(TableTidier.lookAhead).map { row in
            SheetRow(number: row, cells: names.indices.map { view.sheet[row, $0] })
        }
        var columns =
            names.isEmpty
            ? []
            : ColumnClassifier(words: labels.tables).columns(0...(names.count - 1), names: names, rows: Array(rows))
        for index in columns.indices where headings.amountColumns.contains(index) { columns[index].kind = .amount }
        // Names of columns that tell whose amounts they are hold no amounts, whatever their codes look like.
        for index in headings.others.values where columns.indices.contains(index) && columns[index].kind == .amount {
            columns[index].kind = .code
        }
        for index in headings.levels where columns.indices.contains(index) { columns[index].kind = .code }
        self.columns = columns
        filler = LabelFiller(columns: columns, merges: view.sheet.merges.filter { $0.first.row > headings.row })
    }

    /// Whether a column holds numbers, of rows or of something else, and no names.
    func isNumber(_ column: Int) -> Bool {
        guard columns.indices.contains(column) else { return true }
        return [.amount, .ordinal, .date].contains(columns[column].kind)
    }

    /// The names that a row has of its own, or by a merge.
    func own(_ row: Int) -> [Int: String] {
        var names: [Int: String] = [:]
        for column in columns.indices where columns[column].kind != .amount {
            let text = headings.view.mergedText(row, column)
            if !text.isEmpty { names[column] = text }
        }
        return names
    }

    /// The names of a row with those that stand above its blanks.
    mutating func fill(_ row: Int, _ filled: inout [Int: Int], counts: Bool) -> [Int: String] {
        var cells: [Cell?] = columns.indices.map { column in
            let text =
                columns[column].kind == .amount
                ? headings.view.text(row, column) : headings.view.mergedText(row, column)
            return text.isEmpty ? nil : Cell(text: text)
        }
        for column in filler.fillBlanks(&cells) where counts { filled[column, default: 0] += 1 }
        var names: [Int: String] = [:]
        for column in columns.indices where columns[column].kind != .amount {
            if let cell = cells[column] { names[column] = cell.shown }
        }
        return names
    }
}
