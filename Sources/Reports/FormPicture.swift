import Assessment
import FormRecognition
import FormTemplates
import Spreadsheet

/// A picture of a blank in text: row by row, with the slots named in 〔〕.
public enum FormPicture {
    private static let widest = 16

    /// The picture, each line ended.
    public static func text(of workbook: Workbook, map: FormMap, questions: [LearnedForm.Question]) -> String {
        let sheet = workbook.sheets[map.sheetIndex]
        guard let used = sheet.usedRange else { return "" }
        let names = slots(map)
        let asked = Set(questions.compactMap(\.cell))
        var covered: Set<CellReference> = []
        for merge in sheet.merges where merge.overlaps(used) {
            for cell in merge.cells where cell != merge.first { covered.insert(cell) }
        }
        var lines = ["工作表〔\(sheet.name)〕 \(used)"]
        for row in used.rows {
            var parts: [String] = []
            for column in used.columns {
                let cell = CellReference(row: row, column: column)
                guard !covered.contains(cell), sheet[cell] != nil else { continue }
                let printed = shortened(sheet[cell]?.shown ?? "")
                var part = printed
                if let name = names[cell] { part += "〔\(name)〕" }
                if asked.contains(cell) { part += "(?)" }
                parts.append(part)
            }
            while parts.last?.isEmpty == true { parts.removeLast() }
            guard parts.contains(where: { !$0.isEmpty }) else { continue }
            let number = String(row + 1)
            lines.append(
                String(repeating: " ", count: max(0, 3 - number.count)) + number + " │ "
                    + parts.joined(separator: " │ "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The name of each slot.
    static func slots(_ map: FormMap) -> [CellReference: String] {
        var names: [CellReference: String] = [:]
        for (name, cell) in map.facts { names[cell] = name.rawValue }
        if let line = map.yearLine { names[line] = FactName.year.rawValue }
        for row in map.money {
            for (column, cell) in row.cells { names[cell] = "\(row.name)·\(column.rawValue)" }
        }
        if let tasks = map.tasks {
            for row in tasks.rows {
                for (part, column) in tasks.columns {
                    names[CellReference(row: row, column: column)] =
                        "任务\(row - tasks.rows.lowerBound + 1)·\(part.rawValue)"
                }
            }
        }
        if let block = map.indicators {
            for printed in block.printed {
                for (role, column) in block.columns {
                    let cell = CellReference(row: printed.row, column: column)
                    let isPrinted = printed.kind != .free && Self.printed.contains(role)
                    if !isPrinted { names[cell] = role.rawValue }
                }
            }
            if let total = map.totalRow {
                for role in [IndicatorColumn.weight, .score] {
                    if let column = block.columns[role] {
                        names[CellReference(row: total, column: column)] = "合计·\(role.rawValue)"
                    }
                }
            }
        }
        if let total = map.total { names[total] = FactName.total.rawValue }
        if let grade = map.grade { names[grade] = FactName.grade.rawValue }
        return names
    }

    /// Columns in which a row that is not free holds what the blank prints.
    private static let printed: Set<IndicatorColumn> = [.level1, .level2, .name, .criterion, .explanation]

    private static func shortened(_ text: String) -> String {
        let line = text.filter { !$0.isNewline }
        return line.count > widest ? line.prefix(widest - 1) + "…" : line
    }
}
