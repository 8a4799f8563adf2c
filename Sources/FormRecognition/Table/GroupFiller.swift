import Assessment
import FormTemplates
import Spreadsheet

/// Fills blanks under a fund or a kind that stands once a group, in columns that are not the first of a row: there the row above alone does not tell.
///
/// Rows go by one by one: each waits for the next, which tells whether it is the sum of rows under it. Such rows stay blank.
struct GroupFiller {
    /// A row on its way into the result.
    struct Passing {
        var row: SheetRow
        var cells: [Cell?]
        /// Columns of the result that were filled here.
        var filled: [Int] = []
    }

    /// Why blanks were left as they are.
    private(set) var notes: [String] = []
    /// Columns of the result that are filled.
    private var places: [Int] = []
    /// The columns of codes and of names, of the sheet.
    private var code: Int?
    private var name: Int?
    private var above: [Int: Cell] = [:]
    private var pending: Passing?

    /// Fills nothing.
    init() {}

    /// - Parameters:
    ///   - rows: The first rows of data, by which the columns are judged.
    ///   - merges: Merges below the heading.
    init(_ columns: [TableColumn], rows: [SheetRow], merges: [CellRange], labels: LabelTable) {
        let roles = columns.map { labels.exportColumn($0.name.split(separator: "-").last.map(String.init) ?? "") }
        func index(_ role: ExportColumn) -> Int? { roles.firstIndex(of: role).map { columns[$0].index } }
        (code, name) = (index(.code), index(.project))
        let groups = columns.indices.filter { roles[$0] == .fund || roles[$0] == .kind }
        let others = columns.indices.filter { groups.contains($0) || roles[$0] == .office }
        let changes = Dictionary(
            others.map { place in (place, GroupColumn.changes(rows.map { Self.text($0, columns[place].index) })) },
            uniquingKeysWith: { one, _ in one })
        let details = rows.indices.map { $0 + 1 >= rows.count || !isUnder(rows[$0 + 1], rows[$0]) }
        let names = columns.filter { $0.kind != .amount && $0.kind != .ordinal }.map(\.index)
        for place in groups {
            let column = columns[place].index
            let isInside = rows.contains { row in
                Self.text(row, column).isEmpty && names.contains { $0 < column && !Self.text(row, $0).isEmpty }
            }
            let isMerged = merges.contains { $0.first.row < $0.last.row && $0.columns.contains(column) }
            if !isInside || isMerged { continue }
            let group = GroupColumn(
                entries: rows.indices.map { row in
                    GroupColumn.Entry(
                        text: Self.text(rows[row], column), isDetail: details[row],
                        isRestart: others.contains { $0 != place && changes[$0]?[row] == true })
                })
            switch group.refusal {
            case .none: places.append(place)
            case .nothingAbove(let row):
                notes.append("“\(columns[place].name)”的空格没有向下填充：第 \(rows[row].number + 1) 行上面没有写")
            case .repeated(let one, let other):
                notes.append(
                    "“\(columns[place].name)”的空格没有向下填充：第 \(rows[one].number + 1) 行、第 \(rows[other].number + 1) 行连着都是“\(group.entries[other].text)”，可见不是只写一次"
                )
            }
        }
    }

    /// Takes a row; gives the one that is now known.
    mutating func pass(_ one: Passing) -> Passing? {
        if places.isEmpty { return one }
        defer { pending = one }
        return pending.map { settled($0, isSum: isUnder(one.row, $0.row)) }
    }

    /// Gives the last row.
    mutating func last() -> Passing? {
        defer { pending = nil }
        return pending.map { settled($0, isSum: false) }
    }

    private mutating func settled(_ one: Passing, isSum: Bool) -> Passing {
        var one = one
        for place in places where one.cells.indices.contains(place) {
            if let own = one.cells[place] {
                above[place] = own
            } else if !isSum, let cell = above[place] {
                one.cells[place] = cell
                one.filled.append(place)
            }
        }
        return one
    }

    /// Whether a row stands under the one before it, by its code or by the spaces before its name.
    private func isUnder(_ row: SheetRow, _ other: SheetRow) -> Bool {
        if let code {
            let (own, over) = (CodeTree.code(in: Self.text(row, code)), CodeTree.code(in: Self.text(other, code)))
            if !over.isEmpty, own.count > over.count, own.hasPrefix(over) { return true }
        }
        guard let name, let own = row[name]?.shown, let over = other[name]?.shown else { return false }
        return ExportOutline.indent(own, step: 0) > ExportOutline.indent(over, step: 0)
    }

    private static func text(_ row: SheetRow, _ column: Int) -> String {
        row[column].map { TextNormalizer.trimmed($0.shown) } ?? ""
    }
}
