import Assessment
import Spreadsheet

/// 年度重点工作任务完成情况: a row for each task of the year, under headings.
struct TaskBlock: FormBlock {
    let headingRow: Int
    /// Rows under the headings, filled or to be filled.
    let rows: [Int]
    /// Column of each heading.
    let columns: [WorkTask.Part: Int]
    /// The column that says what a task is (主要内容); nil where there is none.
    var content: Int?

    /// The words for the headings.
    private static let headings: [String: WorkTask.Part] = [
        "重点工作任务": .name, "年度重点工作任务": .name, "工作任务": .name, "任务名称": .name, "主要任务": .name,
        "完成情况": .outcome, "实际完成情况": .outcome, "任务完成情况": .outcome,
        "未完成原因": .reason, "未完成原因分析": .reason, "原因": .reason, "未完成原因及改进措施": .reason,
    ]

    /// Words for the heading of what a task is.
    private static let contents: Set<String> = ["主要内容", "任务内容", "工作内容", "具体内容"]

    static func find(in look: inout SheetLook) -> [FormPlace] {
        let taken = Set(look.places.compactMap { ($0.block as? MoneyTasks)?.headingRow })
        for row in look.view.filledRows where !look.ownRows.contains(row) && !taken.contains(row) {
            guard let block = block(at: row, look), let last = block.rows.last else { continue }
            for column in block.columns.values + [block.content].compactMap({ $0 }) {
                look.claims.claim(row, column, .label)
            }
            return [FormPlace(sheet: look.view.index, rows: row...last, block: block)]
        }
        return []
    }

    private static func block(at row: Int, _ look: SheetLook) -> TaskBlock? {
        let view = look.view
        var columns: [WorkTask.Part: Int] = [:]
        for text in view.texts(in: row) {
            if let part = text.label.flatMap({ headings[$0.name] }) { columns[part] = text.column }
        }
        let content = view.texts(in: row).first { $0.label.map { contents.contains($0.name) } ?? false }?.column
        guard columns[.name] != nil, columns[.outcome] != nil || content != nil else { return nil }
        var rows: [Int] = []
        let last = view.sheet.usedRange?.last.row ?? view.lastRow
        var next = row + 1
        // The vertical label of the block stands in the first column, merged over it: only texts under the headings count.
        while next <= last, !look.ownRows.contains(next), isOwn(next, columns, content, look) {
            rows.append(next)
            next += 1
        }
        return rows.isEmpty ? nil : TaskBlock(headingRow: row, rows: rows, columns: columns, content: content)
    }

    /// An empty row is to be filled; a row with a task has its texts under the headings and its number before them.
    private static func isOwn(
        _ row: Int, _ columns: [WorkTask.Part: Int], _ content: Int?, _ look: SheetLook
    ) -> Bool {
        let texts = look.view.texts(in: row)
        guard let name = columns[.name] else { return false }
        let under = texts.filter { $0.column >= name }
        let before = texts.filter { $0.column < name }
        if texts.isEmpty { return true }
        return under.contains { $0.column == name }
            && under.allSatisfy { columns.values.contains($0.column) || $0.column == content }
            && before.allSatisfy { $0.label == nil }
            && !texts.contains { look.words.fact($0.label) != nil || look.words.indicatorColumn($0.label) != nil }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        for row in rows {
            var task = WorkTask()
            for (part, column) in columns where !view.text(row, column).isEmpty {
                task.parts[part] = SourcedText(view.text(row, column), source: view.source(row, column))
                reading.claim(view, row, column, .value)
            }
            // What is said of a task besides goes with its name.
            if let content, !view.text(row, content).isEmpty {
                let source = view.source(row, columns[.name] ?? content)
                let name = task.parts[.name] ?? SourcedText("", source: source)
                let mark = name.text.isEmpty ? "" : "："
                task.parts[.name] = SourcedText(name.text + mark + view.text(row, content), source: name.source)
                reading.claim(view, row, content, .value)
            }
            // The number before a task.
            for text in view.texts(in: row) where text.column < columns[.name] ?? 0 {
                reading.claim(view, row, text.column, .decoration)
            }
            if !task.parts.isEmpty { reading.addTask(task) }
        }
    }
}
