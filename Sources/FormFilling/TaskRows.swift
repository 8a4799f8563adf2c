import Assessment
import FormRecognition
import Spreadsheet

/// Puts the tasks of the year into their rows.
struct TaskRows {
    let tasks: [WorkTask]

    func fill(_ form: inout FormSheet, block: FormMap.TaskRows?) {
        guard let block else { return }
        for (offset, task) in tasks.enumerated() {
            for (part, column) in block.columns {
                let place = CellReference(row: block.rows.lowerBound + offset, column: column)
                let text = task[part]
                form.put(text?.text ?? "", at: place)
                if let text, !text.text.isEmpty { form.note(text.source, at: place) }
            }
        }
    }
}
