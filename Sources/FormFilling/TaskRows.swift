import Assessment
import FormRecognition
import Spreadsheet

/// 年度重点工作任务: the facts 重点工作任务1, 重点工作任务1完成情况, 重点工作任务1未完成原因, and so on.
struct TaskRows {
    var rows: [(task: String, done: String, reason: String)] = []

    init(_ submission: Submission) {
        func text(_ label: String) -> String { submission.facts[label]?.text ?? "" }
        for number in 1...50 {
            let task = text("重点工作任务\(number)")
            guard !task.isEmpty else { break }
            rows.append((task, text("重点工作任务\(number)完成情况"), text("重点工作任务\(number)未完成原因")))
        }
    }

    func fill(_ form: inout FormSheet, block: FormMap.RepeatBlock?) {
        guard let block else { return }
        for (offset, row) in rows.enumerated() {
            for (role, text) in [("任务", row.task), ("完成情况", row.done), ("原因", row.reason)] {
                guard let column = block.columns[role] else { continue }
                form.put(text, at: CellReference(row: block.rows.lowerBound + offset, column: column))
            }
        }
    }
}
