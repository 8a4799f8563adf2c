import Assessment
import Spreadsheet

/// The heading that was found, as the rows below are compared with it.
struct TableHeading {
    /// Numbers of its rows on the sheet, from 0; the row of column numbers is among them.
    let rows: [Int]
    /// How many of them give the names.
    let joined: Int
    /// How many rows of the buffer end with it.
    let end: Int
    /// Names of the columns, empty where there is none.
    let names: [String]
    /// Rows above it.
    let titles: [SheetRow]

    private let keys: [[String]]
    /// Where each heading row begins, and with what: tells most rows apart by one cell.
    private let begins: [(column: Int, key: String)]
    private let titleBegins: Set<String>
    private let titleKeys: Set<String>
    private let titleShapes: Set<String>
    private let titleLabels: Set<String>
    private let mostTitleCells: Int
    private let titleCells: Set<String>
    private let titleCellShapes: Set<String>

    init(_ read: HeadingRows, above: [SheetRow], numbers: SheetRow?, end: Int) {
        let own = read.rows + (numbers.map { [$0] } ?? [])
        rows = own.map(\.number)
        joined = read.rows.count
        self.end = end
        titles = above.filter { !Self.keys(of: $0).isEmpty }
        var seen: [String: Int] = [:]
        names = read.parts.map { parts in
            let name = parts.dropFirst().reduce(parts.first ?? "") { text, part in
                // （元） under a label is no name of its own.
                part.hasPrefix("（") || part.hasPrefix("(") ? text + part : text + "-" + part
            }
            guard !name.isEmpty else { return "" }
            seen[name, default: 0] += 1
            let count = seen[name] ?? 1
            return count > 1 ? "\(name)(\(count))" : name
        }
        let ownKeys = own.map { Self.keys(of: $0) }
        keys = ownKeys
        begins = ownKeys.map { row in
            let column = row.firstIndex { !$0.isEmpty } ?? 0
            return (column, row.isEmpty ? "" : row[column])
        }
        titleBegins = Set(titles.compactMap { Self.keys(of: $0).first { !$0.isEmpty } })
        titleKeys = Set(titles.map { Self.keys(of: $0).joined(separator: "|") }.filter { $0.count > 2 })
        titleShapes = Set(titles.map { Self.shape(of: $0) }.filter { $0.count > 1 })
        mostTitleCells = titles.map { Self.keys(of: $0).filter { !$0.isEmpty }.count }.max() ?? 0
        titleCells = Set(titles.flatMap { Self.keys(of: $0) })
        titleCellShapes = Set(titleCells.map { Self.shape(ofKey: $0) })
        titleLabels = Set(titles.flatMap { Self.statedLabels(of: $0) })
    }

    /// Columns that the heading reaches over.
    var extent: ClosedRange<Int>? {
        guard let first = names.firstIndex(where: { !$0.isEmpty }), let last = names.lastIndex(where: { !$0.isEmpty })
        else { return nil }
        return first...last
    }

    /// Whether a row is one of the heading's again.
    func isRepeated(_ row: SheetRow) -> Bool {
        let mayBe = begins.contains { column, key in
            guard let cell = row[column], cell.value != .empty else { return false }
            return TextNormalizer.key(cell.shown) == key
        }
        guard mayBe else { return false }
        let own = Self.keys(of: row)
        return !own.isEmpty && keys.contains { $0 == own }
    }

    /// Whether a row is one of the title rows again, word for word.
    func isTitle(_ row: SheetRow) -> Bool {
        guard let first = row.cells.lazy.compactMap({ $0 }).first(where: { $0.value != .empty }),
            titleBegins.contains(TextNormalizer.key(first.shown))
        else { return false }
        return titleKeys.contains(Self.keys(of: row).joined(separator: "|"))
    }

    /// Whether a row above a repeated heading is a title of its page: like one of the first page but for figures, or with the same labels.
    func isPageTitle(_ row: SheetRow) -> Bool {
        if isTitle(row) || titleShapes.contains(Self.shape(of: row)) { return true }
        let labels = Self.statedLabels(of: row)
        return !labels.isEmpty && labels.allSatisfy(titleLabels.contains)
    }

    /// Whether a row has no more cells than the titles have.
    func mayBePageTitle(cells: Int) -> Bool { cells <= mostTitleCells }

    /// Whether a title of a page says nothing that the first page's doesn't say, its number aside.
    func isSamePageTitle(_ row: SheetRow) -> Bool {
        row.cells.allSatisfy { cell in
            guard let cell, cell.value != .empty else { return true }
            let key = TextNormalizer.key(cell.shown)
            if titleCells.contains(key) || RowJudge.isPageNumber(cell.shown) { return true }
            // 账号：1 and 账号：2 differ, 明细账第1页 and 明细账第2页 don't.
            return !TextNormalizer.narrowed(cell.shown).contains(":")
                && titleCellShapes.contains(Self.shape(ofKey: key))
        }
    }

    /// Texts of a row, compared without spaces.
    private static func keys(of row: SheetRow) -> [String] {
        var keys = row.cells.map { cell in
            guard let cell, cell.value != .empty else { return "" }
            return TextNormalizer.key(cell.shown)
        }
        while keys.last?.isEmpty ?? false { keys.removeLast() }
        return keys
    }

    /// A row without its figures: 第1页 and 第2页 are alike.
    private static func shape(of row: SheetRow) -> String {
        shape(ofKey: keys(of: row).filter { !$0.isEmpty }.joined(separator: "|"))
    }

    private static func shape(ofKey key: String) -> String { key.filter { !$0.isNumber } }

    /// The labels before colons: 科目 of 科目：1002 银行存款.
    private static func statedLabels(of row: SheetRow) -> [String] {
        row.cells.compactMap { cell -> String? in
            guard let cell, cell.value != .empty else { return nil }
            let text = TextNormalizer.narrowed(cell.shown)
            guard let colon = text.firstIndex(of: ":") else { return nil }
            return TextNormalizer.key(String(text[..<colon]))
        }
    }
}
