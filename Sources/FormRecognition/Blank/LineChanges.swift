import Spreadsheet

/// Rows and columns that came, went or moved as a whole.
struct LineChanges {
    /// A row that has at least this share of its texts elsewhere has moved there.
    private static let moved = 0.8

    let old: BlankSheet
    let new: BlankSheet
    private(set) var changes: [FormChange] = []
    private var oldRows: Set<Int> = []
    private var newRows: Set<Int> = []
    private var oldColumns: Set<Int> = []
    private var newColumns: Set<Int> = []

    init(old: BlankSheet, new: BlankSheet) {
        self.old = old
        self.new = new
    }

    /// Whether a text of the old sheet goes with its row or column.
    func covers(old text: PrintedText) -> Bool {
        oldRows.contains(text.range.first.row) || oldColumns.contains(text.range.first.column)
    }

    /// Whether a text of the new sheet comes with its row or column.
    func covers(new text: PrintedText) -> Bool {
        newRows.contains(text.range.first.row) || newColumns.contains(text.range.first.column)
    }

    /// Rows of either sheet that have no answer in the other.
    mutating func addRows(_ gone: Set<Int>, _ come: Set<Int>, likeness: ([PrintedText], [PrintedText]) -> Double) {
        (oldRows, newRows) = (gone, come)
        var come = come.sorted()
        for row in gone.sorted() {
            let place = CellReference(row: row, column: firstColumn(old.texts(inRow: row)))
            let target = come.firstIndex {
                likeness(old.texts(inRow: row), new.texts(inRow: $0)) >= Self.moved
            }
            if let target {
                let other = come.remove(at: target)
                let after = CellReference(row: other, column: firstColumn(new.texts(inRow: other)))
                changes.append(
                    FormChange(
                        .rowMoved, before: old.source(place), after: new.source(after),
                        message: "第 \(row + 1) 行\(old.name(ofRow: row))移到第 \(other + 1) 行。"))
            } else if !old.name(ofRow: row).isEmpty {
                changes.append(
                    FormChange(
                        .rowRemoved, before: old.source(place), message: "原第 \(row + 1) 行\(old.name(ofRow: row))取消了。"))
            }
        }
        for rows in runs(gone.filter { old.name(ofRow: $0).isEmpty }) {
            let place = CellReference(row: rows.lowerBound, column: 0)
            changes.append(FormChange(.rowRemoved, before: old.source(place), message: "取消 \(text(rows))。"))
        }
        for rows in runs(come.filter { new.name(ofRow: $0).isEmpty }) {
            let place = CellReference(row: rows.lowerBound, column: 0)
            changes.append(FormChange(.rowAdded, after: new.source(place), message: "新增 \(text(rows))。"))
        }
        for row in come where !new.name(ofRow: row).isEmpty {
            let place = CellReference(row: row, column: firstColumn(new.texts(inRow: row)))
            changes.append(
                FormChange(.rowAdded, after: new.source(place), message: "新增第 \(row + 1) 行\(new.name(ofRow: row))。"))
        }
    }

    /// `2 个空行（第 16—17 行）`.
    private func text(_ rows: ClosedRange<Int>) -> String {
        let places = rows.count == 1 ? "\(rows.lowerBound + 1)" : "\(rows.lowerBound + 1)—\(rows.upperBound + 1)"
        return "\(rows.count) 个空行（第 \(places) 行）"
    }

    /// Rows that follow one another, together.
    private func runs(_ rows: some Collection<Int>) -> [ClosedRange<Int>] {
        rows.sorted().reduce(into: []) { runs, row in
            if let last = runs.last, last.upperBound + 1 == row {
                runs[runs.count - 1] = last.lowerBound...row
            } else {
                runs.append(row...row)
            }
        }
    }

    private func firstColumn(_ texts: [PrintedText]) -> Int { texts.first?.range.first.column ?? 0 }

    /// Columns of either sheet that have no answer in the other.
    mutating func addColumns(_ gone: Set<Int>, _ come: Set<Int>) {
        (oldColumns, newColumns) = (gone, come)
        var come = come.sorted()
        for column in gone.sorted() {
            let heading = heading(old, column)
            let target = come.firstIndex { self.heading(new, $0)?.base == heading?.base && heading != nil }
            let place = heading?.range.first ?? CellReference(row: 0, column: column)
            if let target {
                let other = come.remove(at: target)
                let after = self.heading(new, other)?.range.first ?? CellReference(row: 0, column: other)
                changes.append(
                    FormChange(
                        .columnMoved, before: old.source(place), after: new.source(after),
                        message: "\(name(heading))列从 \(letters(column)) 列移到 \(letters(other)) 列。"))
            } else {
                changes.append(
                    FormChange(
                        .columnRemoved, before: old.source(place),
                        message: "\(name(heading))列（原 \(letters(column)) 列）取消了。"))
            }
        }
        for column in come {
            let heading = heading(new, column)
            let place = heading?.range.first ?? CellReference(row: 0, column: column)
            changes.append(
                FormChange(
                    .columnAdded, after: new.source(place), message: "新增\(name(heading))列（\(letters(column)) 列），要填。"))
        }
    }

    private func letters(_ column: Int) -> String { CellReference.letters(ofColumn: column) }

    private func name(_ heading: PrintedText?) -> String { heading.map { "“\($0.oneLine)”" } ?? "没有标题的" }

    /// The lowest label of a column that stands in a row with others: its heading.
    private func heading(_ sheet: BlankSheet, _ column: Int) -> PrintedText? {
        let texts = sheet.texts(inColumn: column).filter { !$0.isMark && $0.number == nil }
        return texts.max {
            (sheet.texts(inRow: $0.range.first.row).count, -$0.range.first.row)
                < (sheet.texts(inRow: $1.range.first.row).count, -$1.range.first.row)
        }
    }
}
