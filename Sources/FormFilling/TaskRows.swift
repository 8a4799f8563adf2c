import Assessment
import FormRecognition
import Spreadsheet

/// 年度重点工作任务: the facts 重点工作任务1, 重点工作任务1完成情况, 重点工作任务1未完成原因, and so on.
struct TaskRows {
    var rows: [(task: SourcedText, done: SourcedText?, reason: SourcedText?)] = []

    init(_ submission: Submission) {
        for number in 1...50 {
            guard let task = submission.facts["重点工作任务\(number)"], !task.text.isEmpty else { break }
            rows.append(
                (
                    task, submission.facts["重点工作任务\(number)完成情况"],
                    submission.facts["重点工作任务\(number)未完成原因"]
                ))
        }
    }

    func fill(_ form: inout FormSheet, block: FormMap.RepeatBlock?) {
        guard let block else { return }
        for (offset, row) in rows.enumerated() {
            for (role, text) in [("任务", Optional(row.task)), ("完成情况", row.done), ("原因", row.reason)] {
                guard let column = block.columns[role] else { continue }
                let place = CellReference(row: block.rows.lowerBound + offset, column: column)
                form.put(text?.text ?? "", at: place)
                if let text, !text.text.isEmpty { form.note(text.source, at: place) }
            }
        }
    }
}
