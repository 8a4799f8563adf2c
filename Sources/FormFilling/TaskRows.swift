import Assessment
import FormRecognition
import Spreadsheet

/// Puts the tasks of the year into their rows.
struct TaskRows {
    let tasks: [WorkTask]

    func fill(_ form: inout FormSheet, block: FormMap.TaskRows?) {
        guard let block else { return }
        for (offset, task) in tasks.enumerated() {
            let row = block.rows.lowerBound + offset
            for (part, column) in block.columns {
                let place = CellReference(row: row, column: column)
                let text = task[part]
                if part == .name, let content = block.content {
                    fill(&form, text, at: place, content: CellReference(row: row, column: content))
                } else {
                    form.put(text?.text ?? "", at: place)
                }
                if let text, !text.text.isEmpty { form.note(text.source, at: place) }
            }
        }
    }

    /// 任务1：组织培训24期 stands in two cells, where the form has one for what a task is besides that of its name.
    private func fill(_ form: inout FormSheet, _ text: SourcedText?, at place: CellReference, content: CellReference) {
        let words = text?.text ?? ""
        guard let parts = split(words) else { return form.put(words, at: place) }
        form.put(parts.name, at: place)
        form.put(parts.content, at: content)
        if let text { form.note(text.source, at: content) }
    }

    private func split(_ text: String) -> (name: String, content: String)? {
        guard let colon = text.firstIndex(of: "：") else { return nil }
        let (name, content) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
        return name.isEmpty || content.isEmpty ? nil : (name, content)
    }
}
