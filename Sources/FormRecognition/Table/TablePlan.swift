import FormTemplates
import Spreadsheet

/// What was found out about a table from its first rows: its heading, its columns, and what to do with them.
struct TablePlan {
    let heading: TableHeading
    let columns: [TableColumn]
    let judge: RowJudge
    /// Names of the columns before units were put into them.
    let oldNames: [String]
    let notes: [String]

    /// - Throws: `ToolError`, 65 when there is no heading, 64 when a unit is not known.
    init(
        _ rows: [SheetRow], file: String, sheet: String?, merges: MergeIndex, labels: LabelTable, options: TidyOptions
    ) throws {
        let finder = HeadingFinder(rows, merges: merges, labels: labels)
        guard let heading = finder.find(), let extent = heading.extent else {
            throw Self.noHeading(finder.closest(), hasRows: !rows.isEmpty, file: file, sheet: sheet)
        }
        self.heading = heading
        // Rows that are surely no notes or titles tell what stands in a column, and whether columns without a name hold something.
        let sample = rows[heading.end...].filter { row in
            let filled = row.cells.reduce(0) { $0 + (CellTidier.isFilled($1) ? 1 : 0) }
            return filled > (extent.count >= 3 ? 1 : 0) && !heading.isRepeated(row)
        }
        var first = extent.lowerBound
        var last = extent.upperBound
        for row in sample {
            let filled = row.cells.indices.filter { CellTidier.isFilled(row.cells[$0]) }
            guard filled.count > 2, let left = filled.first, let right = filled.last else { continue }
            first = min(first, left)
            last = max(last, right)
        }
        var columns = ColumnClassifier(words: labels.tables).columns(first...last, names: heading.names, rows: sample)
        oldNames = columns.map(\.label)
        notes = try UnitPlan(file: file, sheet: sheet, options: options).apply(to: &columns, titles: heading.titles)
        self.columns = columns
        judge = RowJudge(columns: columns, labels: labels)
    }

    private static func noHeading(_ closest: [SheetRow], hasRows: Bool, file: String, sheet: String?) -> ToolError {
        let place = Source(file: file, sheet: sheet)
        var message = "\(place.place) 里找不到表头。要找的是：前 \(HeadingFinder.depth) 行里，由两个以上不同的短词组成、不含数字、下面是数据的一行（或相邻两三行）"
        if !hasRows {
            message = "\(place.place) 是空的，里面没有表格"
        } else if closest.isEmpty {
            message += "；没有一行像表头"
        } else {
            let rows = closest.map { row in
                let texts = row.cells.map { HeadingRows.label($0) }.filter { !$0.isEmpty }
                let shown = texts.prefix(4).map { $0.count > 12 ? $0.prefix(12) + "…" : $0 }.joined(separator: "、")
                return "第 \(row.number + 1) 行（\(shown)\(texts.count > 4 ? "…" : "")）"
            }
            message += "；最像的是\(rows.joined(separator: "、"))"
        }
        return ToolError(
            code: .noHeading, message: message,
            advice: "请确认选对了工作表；如果表格没有列名，请在数据上面加一行列名（如 日期、摘要、金额）后再试。", place: place)
    }
}
