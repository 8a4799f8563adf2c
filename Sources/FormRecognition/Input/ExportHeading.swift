import Assessment
import FormTemplates
import Spreadsheet

/// The headings of a finance export: one to three rows that name its columns.
struct ExportHeading {
    /// Columns of amounts that belong together: all of them, or those of one fund where funds stand side by side.
    struct Group {
        /// The fund or the kind over the columns; empty for none, and for the sum of all.
        var name = ""
        /// Where each kind of amount stands: of two columns for one the first.
        var columns: [ExportAmount: Int] = [:]
        /// What was spent in parts of the year.
        var periods: [(period: ExportPeriod, column: Int)] = []

        var all: [Int] { columns.values.sorted() + periods.map(\.column) }

        var isWhole: Bool {
            (columns[.executed] != nil || !periods.isEmpty)
                && [.initial, .adjusted, .budget].contains { columns[$0] != nil }
        }
    }

    let view: SheetView
    /// First row of the headings.
    let first: Int
    /// Last row of the headings.
    let row: Int
    /// The groups whose amounts are added up.
    let groups: [Group]
    /// The columns that hold the sums of the groups, where there are several and their sums.
    let sums: Group?
    /// Columns that say the same as one that is used, and lose.
    let rivals: [Int: ExportAmount]
    /// Columns that hold no amounts.
    let others: [ExportColumn: Int]
    /// Columns of one code: 类, 款, 项.
    let levels: [Int]
    /// What stands over each column, from the top.
    private let parts: [[String]]

    /// Finds the headings on any sheet: the rows that know most columns of amounts.
    init?(_ workbook: Workbook, labels: LabelTable) {
        let views = workbook.sheets.indices.map { SheetView(workbook, $0) }
        let turned = { workbook.sheets.indices.lazy.compactMap { SheetView.turned(workbook, $0) } }
        guard let best = Self.best(of: views, labels) ?? Self.best(of: Array(turned()), labels) else { return nil }
        self = best
    }

    /// The headings that know most columns of amounts.
    private static func best(of views: [SheetView], _ labels: LabelTable) -> ExportHeading? {
        var best: ExportHeading?
        var most = 0
        for view in views {
            let merges = MergeIndex(view.sheet.merges, rows: 510)
            for row in view.filledRows {
                // Headings stand at the top: a long ledger is not searched to its end.
                if row > 500 { break }
                for count in 1...3 {
                    guard let found = ExportHeading(view, row, count: count, merges: merges, labels) else { break }
                    // Of two that know as much the one of more rows knows what stands over its columns.
                    let goesOn = best?.view.index == view.index && best?.first == found.first
                    guard let score = found.score, score > most || score == most && goesOn else { continue }
                    (best, most) = (found, score)
                }
            }
        }
        return best
    }

    /// Reads rows as headings; nil where they can't be.
    private init?(_ view: SheetView, _ row: Int, count: Int, merges: MergeIndex, _ labels: LabelTable) {
        let rows = row..<row + count
        let texts = rows.map { view.texts(in: $0) }
        guard texts.allSatisfy({ !$0.isEmpty }), texts.joined().count >= 2 else { return nil }
        let last = texts.joined()
        guard last.allSatisfy({ $0.label != nil || Int($0.text) != nil }), last.contains(where: { $0.label != nil })
        else {
            return nil
        }
        let width = (view.filledRows.prefix(500).compactMap { view.texts(in: $0).last?.column }.max() ?? 0) + 1
        let sheetRows = rows.map { row in
            SheetRow(number: row, cells: (0..<width).map { view.sheet[row, $0] })
        }
        let read = HeadingRows(sheetRows, width: width, merges: merges)
        guard read.hangsTogether else { return nil }
        let parts = Self.parts(read, view, row, width: width)
        self.view = view
        first = row
        self.row = row + count - 1
        self.parts = parts
        var groups: [Group] = []
        var sums: Group?
        var rivals: [Int: ExportAmount] = [:]
        var taken: Set<Int> = []
        func year(_ column: Int) -> Int { parts[column].compactMap { Label($0).year }.max() ?? 0 }
        func isOwnName(_ column: Int, _ amount: ExportAmount) -> Bool {
            parts[column].last.map { Label.name(of: $0) == amount.rawValue } ?? false
        }
        for column in 0..<width where !parts[column].isEmpty {
            guard let role = ExportRole(parts[column], labels),
                Self.mayHold(role.amount, view, column, below: row + count - 1)
            else {
                continue
            }
            taken.insert(column)
            var group = role.isSum ? sums ?? Group() : groups.first { $0.name == role.group } ?? Group(name: role.group)
            if let period = role.period {
                group.periods.append((period, column))
            } else if group.columns[role.amount] == nil {
                group.columns[role.amount] = column
            } else if let other = group.columns[role.amount],
                // Of two years the later is reported; 全年预算数 by its own name goes before 调整预算, which may be the change.
                year(column) > year(other)
                    || year(column) == year(other) && isOwnName(column, role.amount) && !isOwnName(other, role.amount)
            {
                group.columns[role.amount] = column
                rivals[other] = role.amount
            } else {
                rivals[column] = role.amount
            }
            if role.isSum {
                sums = group
            } else if let index = groups.firstIndex(where: { $0.name == group.name }) {
                groups[index] = group
            } else {
                groups.append(group)
            }
        }
        (self.groups, self.sums, self.rivals) = Self.settled(groups, sums, rivals)
        var others: [ExportColumn: Int] = [:]
        for column in 0..<width where !taken.contains(column) {
            let name =
                parts[column].last.flatMap { labels.exportColumn($0) } ?? labels.exportColumn(parts[column].joined())
            if let name, others[name] == nil { others[name] = column }
        }
        self.others = others
        let levels = (0..<width).filter { column in
            !taken.contains(column) && parts[column].last.map { labels.isCodeLevel($0) } ?? false
        }
        self.levels = levels.count > 1 ? levels : []
    }

    /// What stands over each column; a heading over two rows is one of the second row too.
    private static func parts(_ read: HeadingRows, _ view: SheetView, _ row: Int, width: Int) -> [[String]] {
        (0..<width).map { column in
            guard read.parts[column].isEmpty, view.range(row, column).columns.count == 1 else {
                return read.parts[column]
            }
            let text = view.mergedText(row, column)
            return text.isEmpty ? [] : [text]
        }
    }

    /// Columns without a fund over them beside such with one are the sums of these, or the other way round the funds tell nothing.
    private static func settled(
        _ groups: [Group], _ sums: Group?, _ rivals: [Int: ExportAmount]
    ) -> ([Group], Group?, [Int: ExportAmount]) {
        let named = groups.filter { !$0.name.isEmpty }
        let bare = groups.first { $0.name.isEmpty }
        // 年初预算数 over all, and the other amounts by fund: a group lacks what stands for all.
        if named.count > 1, named.allSatisfy(\.isWhole) {
            return (named, sums ?? bare, rivals)
        }
        var group = sums ?? bare ?? groups.first ?? Group()
        var rivals = rivals
        for other in [bare].compactMap({ $0 }) + groups where other.name != group.name || sums != nil {
            for (amount, column) in other.columns.sorted(by: { $0.value < $1.value }) where !group.all.contains(column)
            {
                if group.columns[amount] == nil, other.name.isEmpty || groups.count == 1 {
                    group.columns[amount] = column
                } else {
                    rivals[column] = amount
                }
            }
            if group.periods.isEmpty, other.name.isEmpty { group.periods = other.periods }
        }
        if groups.count == 1, sums == nil, let only = groups.first { group.name = only.name }
        return ([group], nil, rivals)
    }

    /// How much is known; nil where it is no export's heading.
    private var score: Int? {
        guard let group = groups.first, group.isWhole else { return nil }
        return groups.reduce(0) { $0 + $1.columns.count } * 10 + others.count + levels.count
    }

    /// A column of texts is none of amounts, where its heading may be that of a name (指标来源) too.
    private static func mayHold(_ amount: ExportAmount, _ view: SheetView, _ column: Int, below row: Int) -> Bool {
        if [.initial, .adjusted, .executed].contains(amount) { return true }
        let texts = view.filledRows.lazy.filter { $0 > row }.map { view.text($0, column) }.filter {
            !TextNormalizer.isBlank($0)
        }
        return texts.isEmpty || texts.contains { $0.contains(where: \.isNumber) }
    }

    /// Every column of amounts that is used.
    var amountColumns: Set<Int> { Set((groups + [sums].compactMap { $0 }).flatMap(\.all)) }

    /// The heading of a column as a person reads it.
    func name(_ column: Int) -> String {
        guard parts.indices.contains(column) else { return "" }
        return parts[column].map { $0.filter { !$0.isNewline } }.joined(separator: "-")
    }

    /// The lowest label over a column.
    func lastPart(_ column: Int) -> String { parts.indices.contains(column) ? parts[column].last ?? "" : "" }

    /// Names of all columns.
    var names: [String] { parts.indices.map { name($0) } }

    /// The columns of amounts that a row names as their heading.
    static func amounts(_ view: SheetView, _ row: Int, _ labels: LabelTable) -> [ExportAmount: Int] {
        var columns: [ExportAmount: Int] = [:]
        for text in view.texts(in: row) {
            guard let role = text.label.flatMap({ labels.exportAmount($0) }), columns[role] == nil else { continue }
            columns[role] = text.column
        }
        return columns
    }
}
