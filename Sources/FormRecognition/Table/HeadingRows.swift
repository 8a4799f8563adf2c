import Assessment
import Spreadsheet

/// One to three rows read as the heading of a table: what each column is called, and whether they can be a heading at all.
struct HeadingRows {
    /// Rows of the sheet, from 0.
    let rows: [SheetRow]
    /// What stands over each column, from the top: 预算数, then 年初.
    private(set) var parts: [[String]] = []
    /// Columns of the lower rows that stand under a label over several columns, or under nothing.
    private(set) var detailColumns: Set<Int> = []
    /// Whether the rows hang together: each lower row tells details of groups above it.
    private(set) var hangsTogether = true

    private var groups: [[Int?]] = []

    init(_ rows: [SheetRow], width: Int, merges: MergeIndex) {
        self.rows = rows
        var labels: [[String]] = []
        for level in rows.indices {
            let (texts, group) = Self.labels(rows, level, width: width, merges: merges, above: groups.last)
            labels.append(texts)
            groups.append(group)
        }
        parts = (0..<width).map { column in
            var parts: [String] = []
            for level in rows.indices where !labels[level][column].isEmpty && labels[level][column] != parts.last {
                parts.append(labels[level][column])
            }
            return parts
        }
        for level in rows.indices.dropLast() {
            checkDetails(level, width: width, merges: merges)
        }
    }

    /// Columns that have a name.
    var namedColumns: [Int] { parts.indices.filter { !parts[$0].isEmpty } }

    /// The text of a cell, without the spaces and line breaks that only spread it out.
    static func label(_ cell: Cell?) -> String {
        guard let cell, cell.value != .empty else { return "" }
        let text = TextNormalizer.trimmed(cell.shown)
        guard text.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else { return text }
        var result = ""
        var isSpaced = false
        for character in text {
            if character.isWhitespace {
                isSpaced = true
                continue
            }
            // A space between two Latin words stays.
            if isSpaced, character.isASCII, let last = result.last, last.isASCII { result.append(" ") }
            isSpaced = false
            result.append(character)
        }
        return result
    }

    /// Labels of one row with those over several columns repeated, and for each column the number of its label's first column.
    private static func labels(
        _ rows: [SheetRow], _ level: Int, width: Int, merges: MergeIndex, above: [Int?]?
    ) -> ([String], [Int?]) {
        let row = rows[level]
        let lower = rows[(level + 1)...]
        func hasLower(_ column: Int) -> Bool { lower.contains { !label($0[column]).isEmpty } }
        var texts = [String](repeating: "", count: width)
        var group = [Int?](repeating: nil, count: width)
        for column in 0..<width {
            let own = label(row[column])
            if !own.isEmpty {
                texts[column] = own
                group[column] = column
                continue
            }
            if let merge = merges.top(row.number, column) {
                if merge.first.row == row.number, merge.first.column < column, merge.first.column < width {
                    texts[column] = texts[merge.first.column]
                    group[column] = group[merge.first.column]
                }
                continue
            }
            // Without merges a label over several columns has blanks to its right, with details under it and them.
            guard column > 0, let left = group[column - 1], hasLower(column), hasLower(column - 1),
                merges.top(row.number, column - 1) == nil, above == nil || above?[column] == above?[column - 1]
            else { continue }
            texts[column] = texts[column - 1]
            group[column] = left
        }
        return (texts, group)
    }

    /// Looks whether the row under a level is details of it, or already data.
    private mutating func checkDetails(_ level: Int, width: Int, merges: MergeIndex) {
        let upper = groups[level]
        let lower = rows[level + 1]
        var sizes: [Int: Int] = [:]
        for case let start? in upper { sizes[start, default: 0] += 1 }
        var strays = 0
        var singles = 0
        var grouped: Set<Int> = []
        var isUnits = true
        for column in 0..<width {
            let text = Self.label(lower[column])
            if text.isEmpty {
                if upper[column] != nil { singles += 1 }
                continue
            }
            if MoneyUnit.bracketed(in: text) == nil || text.count > 6 { isUnits = false }
            guard let start = upper[column] else {
                if level == 0 { detailColumns.insert(column) }
                continue
            }
            detailColumns.insert(column)
            if sizes[start] ?? 1 > 1 {
                grouped.insert(start)
            } else {
                strays += 1
            }
        }
        if isUnits { return }
        // A group of one column is known by the groups beside it.
        if grouped.isEmpty || strays > 0 && (singles == 0 || strays > grouped.count) { hangsTogether = false }
        // Two titles side by side over the heading are no groups: groups are short and free of figures.
        let tops = Set(upper.compactMap { $0 }).map { Self.label(rows[level][$0]) }
        if singles == 0, tops.count < 2 || tops.contains(where: { $0.count > 10 || $0.contains(where: \.isNumber) }) {
            hangsTogether = false
        }
    }
}
