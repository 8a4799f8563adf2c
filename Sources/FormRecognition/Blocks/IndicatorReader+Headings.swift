import Assessment
import FormTemplates
import Spreadsheet

/// The headings of the table, and columns that only number its rows.
extension IndicatorReader {
    func readHeadings(_ content: inout IndicatorContent) {
        content.columns = table.columns.filter { !$0.isOfGroups }.map { column in
            let source = view.source(column.headingRow, column.column)
            return (column.role, SourcedText(source.text.filter { !$0.isNewline }, source: source))
        }
        var seen: Set<IndicatorColumn> = []
        for column in table.columns {
            let isOrdinal = column.role == nil && isOrdinal(column.column)
            // A second column of a role is not read.
            guard
                column.isOfGroups || isOrdinal
                    || !column.isGuessed && column.role.map({ seen.insert($0).inserted }) == true
            else { continue }
            for row in table.headingRows where !view.text(row, column.column).isEmpty {
                content.claims.claim(row, column.column, .label)
            }
        }
        let firstHeaded = table.columns.filter { $0.role != nil }.map(\.column).min() ?? 0
        // A heading over several columns, and a label that reaches down beside the rows.
        for row in table.headingRows {
            for text in view.texts(in: row) where content.claims.isFree(row, text.column) {
                let range = view.range(row, text.column)
                let isOver =
                    row < table.headingRows.upperBound
                    && range.columns.contains { column in
                        table.columns.contains { $0.column == column && $0.role != nil }
                    }
                let isBeside = range.last.row > table.headingRows.upperBound && text.column < firstHeaded
                if isOver || isBeside { content.claims.claim(row, text.column, .label) }
            }
        }
    }

    /// Whether a row numbers the columns under their headings: 1 2 3, A B C, ①②③, （1）（2）, the first of them maybe 栏次.
    func isNumbering(_ texts: [ViewText]) -> Bool {
        var numbers = texts.map { Self.number($0.text) }
        if let first = texts.first, labels.isOrdinalColumn(first.text) { numbers.removeFirst() }
        guard numbers.count >= 3, let start = numbers.first ?? nil else { return false }
        return numbers.enumerated().allSatisfy { $1 == start + $0 }
    }

    /// The place in its row of numbers, letters or circled numbers that a text is.
    private static func number(_ text: String) -> Int? {
        let bare = TextNormalizer.key(text).filter { !"()[]【】".contains($0) }
        if let number = Int(bare) { return number }
        guard bare.count == 1, let scalar = bare.unicodeScalars.first?.value ?? text.unicodeScalars.first?.value else {
            return text.unicodeScalars.first.flatMap { Self.circled($0.value) }
        }
        if (0x61...0x7A).contains(scalar) { return Int(scalar - 0x60) }
        return circled(scalar)
    }

    private static func circled(_ scalar: UInt32) -> Int? {
        (0x2460...0x2473).contains(scalar) ? Int(scalar - 0x245F) : nil
    }

    /// What stands in the table's own rows beside the indicators: points of groups, which are read with their labels, labels of a level between those
    /// that are told apart, and running numbers. What is of another kind there is nobody's, and what stands below the table is none of these.
    func claimBeside(_ content: inout IndicatorContent) {
        let own = content.ownRows.intersection(table.rows)
        // 绩效指标 before 一级指标, over cells that hold nothing, says only what the table is.
        for column in table.columns where column.isUnknown && own.allSatisfy({ view.text($0, column.column).isEmpty }) {
            let text = view.texts(in: column.headingRow).first { $0.column == column.column }
            if words.meaning(text?.label)?.role == .name {
                content.claims.claim(column.headingRow, column.column, .label)
            }
        }
        for column in table.columns.filter({ $0.isOfGroups || $0.role == nil && isOrdinal($0.column) }) {
            for row in own where !view.text(row, column.column).isEmpty {
                let isFigure = view.amount(row, column.column).value != nil
                if column.isExtraLevel {
                    if !isFigure { content.claims.claim(row, column.column, .label) }
                } else if column.holdsGroupPoints {
                    if isFigure { content.claims.claim(row, column.column, .value) }
                } else if isNumber(view.text(row, column.column)) {
                    content.claims.claim(row, column.column, .decoration)
                }
            }
        }
    }

    private func headingRow(of column: Int) -> Int {
        table.columns.first { $0.column == column }?.headingRow ?? table.headingRows.upperBound
    }

    /// A column of running numbers (序号) says nothing.
    private func isOrdinal(_ column: Int) -> Bool {
        if labels.isOrdinalColumn(view.text(headingRow(of: column), column)) { return true }
        // Whatever its heading: 1, 2, 3 … down to the last row.
        let texts = table.rows.map { view.text($0, column) }.filter { !$0.isEmpty }
        let numbers = texts.enumerated().prefix { $1 == "\($0 + 1)" }.count
        // The total's label may stand under them.
        return numbers >= 3 && !texts.dropFirst(numbers).contains { DecimalText.number($0) != nil }
    }

    /// Whether a text is a number of a list: 1, 2.1, 三, （4）.
    private func isNumber(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { $0.isLetter && !"一二三四五六七八九十IVXivx".contains($0) }
    }
}
