import Assessment
import FormTemplates
import Spreadsheet

/// The codes of a table's rows, by the columns that may hold them.
struct ExportCodes {
    /// A column that may hold codes.
    struct Column {
        var heading: String
        /// Its heading says that it holds codes of accounts.
        var isKnown: Bool
        /// Its texts, one a row.
        var texts: [String]
    }

    /// One list of codes a way to read them, the surest first.
    private(set) var lists: [[String]] = []
    /// The first is known as codes by its heading.
    private(set) var isSure = false

    /// - Parameter levels: Columns of one code, 类 and 款 and 项; empty for none.
    init(_ columns: [Column], levels: [[String]], _ labels: LabelTable) {
        if levels.count > 1 {
            lists.append(Self.joined(levels))
            isSure = true
            return
        }
        for column in columns.filter(\.isKnown) + columns.filter({ !$0.isKnown }) {
            // What only numbers the rows has levels where it says so: 1.1.
            let isOrdinal = labels.isOrdinalColumn(column.heading) && !column.isKnown
            let codes = column.texts.map { CodeTree.code(in: $0) }
            let told = codes.filter {
                !$0.isEmpty && (!isOrdinal && $0.count > 1 || $0.contains(".") || column.isKnown)
            }
            let isDotted = codes.contains { $0.contains(".") }
            guard told.count > 1, Set(told.map(\.count)).count > 1 || isDotted, isDotted || !isOrdinal else { continue }
            if column.isKnown { isSure = true }
            lists.append(codes)
        }
    }

    /// The codes of an export's details.
    init(_ export: BudgetExport, _ labels: LabelTable) {
        let rows = export.details.map(\.row)
        let headings = export.headings
        func texts(_ column: Int) -> [String] { rows.map { export.view.mergedText($0, column) } }
        let known = headings.others[.code]
        let columns = headings.names.indices.filter {
            !headings.amountColumns.contains($0) && !headings.name($0).isEmpty
        }
        self.init(
            columns.map { Column(heading: headings.lastPart($0), isKnown: $0 == known, texts: texts($0)) },
            levels: headings.levels.map(texts), labels)
    }

    /// 201, 29, 01 in three columns are 2012901; some write the whole code in the column of its level.
    private static func joined(_ levels: [[String]]) -> [String] {
        var above = [String](repeating: "", count: levels.count)
        return (levels.first ?? []).indices.map { row in
            let own = levels.map { TextNormalizer.key($0[row]) }
            guard let first = own.firstIndex(where: { !$0.isEmpty }), let last = own.lastIndex(where: { !$0.isEmpty })
            else { return "" }
            for level in levels.indices where !own[level].isEmpty || level > first { above[level] = own[level] }
            var code = ""
            for level in 0...last {
                let part = CodeTree.code(in: above[level])
                code = !code.isEmpty && part.hasPrefix(code) && part.count > code.count ? part : code + part
            }
            return code
        }
    }
}
