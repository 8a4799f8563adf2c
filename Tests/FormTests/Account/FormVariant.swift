import Assessment
import FormTemplates
import Foundation
import Spreadsheet

@testable import FormRecognition

/// A form with one thing changed, and the cell where it was changed.
struct FormVariant: CustomStringConvertible {
    var workbook: Workbook
    var sheet: Int
    /// The cell that must be named when what it says is not understood.
    var cell: CellReference
    /// What was done, for messages.
    var change: String
    /// Something was put in, and nothing taken away.
    var isAddition = false

    var description: String { "\(workbook.fileName) \(cell) \(change)" }

    /// Words that no form has.
    static let words = ["嗏噽", "嗏噽情况"]

    /// A form with the text of a cell replaced.
    static func replacing(_ cell: CellReference, in workbook: Workbook, sheet: Int, by word: String) -> FormVariant {
        var changed = workbook
        let before = workbook.sheets[sheet][cell]
        changed.sheets[sheet][cell] = Cell(text: word, style: before?.style ?? 0)
        return FormVariant(
            workbook: changed, sheet: sheet, cell: cell, change: "“\(before?.shown ?? "")”换成“\(word)”")
    }

    /// A form with an empty row put in, before which all stands as it stood.
    static func insertingRow(_ row: Int, in workbook: Workbook, sheet: Int) -> Workbook {
        var changed = workbook
        func moved(_ place: CellReference) -> CellReference {
            place.row >= row ? CellReference(row: place.row + 1, column: place.column) : place
        }
        var cells: [CellReference: Cell] = [:]
        for (place, cell) in workbook.sheets[sheet].cells { cells[moved(place)] = cell }
        changed.sheets[sheet].cells = cells
        changed.sheets[sheet].merges = workbook.sheets[sheet].merges.map { merge in
            CellRange(moved(merge.first), merge.last.row >= row ? moved(merge.last) : merge.last)
        }
        changed.sheets[sheet].rows = [:]
        return changed
    }

    // MARK: Places

    private static func look(_ workbook: Workbook, _ template: Template) -> WorkbookView {
        WorkbookView(workbook, words: FormWords(template: template, labels: Repository.library.labels))
    }

    /// Headings of the indicator table and of the money block.
    static func headings(_ form: ReadForm) -> [CellReference] {
        let look = look(form.workbook, form.form.template).looks[form.sheet]
        var cells: [CellReference] = []
        for place in look.places {
            if let block = place.block as? IndicatorBlock, block.isAssessed || look.tables.count == 1 {
                for column in block.table.columns where column.role != nil {
                    let row = block.table.headingRows.reversed().first { !look.view.text($0, column.column).isEmpty }
                    if let row { cells.append(CellReference(row: row, column: column.column)) }
                }
            }
            if let block = place.block as? MoneyBlock {
                cells += block.columns.map { CellReference(row: block.headingRow, column: $0.column) }
            }
        }
        return cells
    }

    /// Labels of money, of facts and of levels.
    static func labels(_ form: ReadForm) -> [CellReference] {
        let look = look(form.workbook, form.form.template).looks[form.sheet]
        var cells: [CellReference] = []
        for place in look.places {
            switch place.block {
            case let block as MoneyBlock:
                for row in block.rows where row.name != nil {
                    let name = look.view.texts(in: row.row).last { text in
                        look.words.budgetRow(text.label) == row.name
                    }
                    if let name { cells.append(CellReference(row: row.row, column: name.column)) }
                }
            case let block as FactBlock:
                // A label without a value asks for nothing that was given.
                if block.value != nil, block.text == nil { cells.append(block.label) }
            case let block as IndicatorBlock:
                for (place, meaning) in block.content.claims.meanings where meaning == .label {
                    let isLevel = [IndicatorColumn.level1, .level2].contains { block.table.column($0) == place.column }
                    if isLevel, place.row > block.table.headingRows.upperBound { cells.append(place) }
                }
            default: break
            }
        }
        return cells.sorted()
    }

    /// The form with a column, a fact or a row put in.
    static func additions(_ form: ReadForm) -> [FormVariant] {
        let (workbook, sheet) = (form.workbook, form.sheet)
        let look = look(workbook, form.form.template).looks[sheet]
        var variants: [FormVariant] = []
        func add(_ workbook: Workbook, _ cell: CellReference, _ change: String) {
            variants.append(FormVariant(workbook: workbook, sheet: sheet, cell: cell, change: change, isAddition: true))
        }
        let used = workbook.sheets[sheet].usedRange?.last ?? CellReference(row: 0, column: 0)
        // A column right of the table, of figures and of words.
        if let block = look.tables.last(where: \.isAssessed) {
            for value in ["12.5", "因故推迟"] {
                var changed = workbook
                let column = used.column + 1
                let heading = CellReference(row: block.table.headingRows.upperBound, column: column)
                changed.sheets[sheet][heading] = Cell(text: "嗏噽")
                for indicator in block.content.indicators {
                    guard let row = indicator.source.cell?.row else { continue }
                    changed.sheets[sheet][row, column] = Cell(text: value)
                }
                add(changed, heading, "加一列“嗏噽”，内容 \(value)")
            }
        }
        // A row in the table: a name alone, and a name with figures.
        if let block = look.tables.last(where: \.isAssessed), let name = block.table.column(.name),
            let last = block.content.indicators.last?.source.cell?.row
        {
            for figures in [false, true] {
                var changed = insertingRow(last, in: workbook, sheet: sheet)
                changed.sheets[sheet][last, name] = Cell(text: "嗏噽")
                for role in [IndicatorColumn.weight, .score] where figures {
                    if let column = block.table.column(role) { changed.sheets[sheet][last, column] = Cell(text: "3") }
                }
                add(changed, CellReference(row: last, column: name), "表里加一行“嗏噽”\(figures ? "和分值" : "")")
            }
        }
        // A fact below everything, one above the table, and one in a cell of its own.
        for (value, row) in [("张三李四", used.row + 1), ("3.5", used.row + 1)] {
            var changed = workbook
            changed.sheets[sheet][row, 0] = Cell(text: "嗏噽")
            changed.sheets[sheet][row, 1] = Cell(text: value)
            add(changed, CellReference(row: row, column: 0), "表下加一项“嗏噽 \(value)”")
        }
        var colon = workbook
        colon.sheets[sheet][used.row + 1, 0] = Cell(text: "嗏噽：张三李四")
        add(colon, CellReference(row: used.row + 1, column: 0), "表下加一项“嗏噽：张三李四”")
        if let first = look.places.first(where: { $0.block is FactBlock && $0.rows.lowerBound > 1 })?.rows.lowerBound {
            var changed = insertingRow(first, in: workbook, sheet: sheet)
            changed.sheets[sheet][first, 0] = Cell(text: "嗏噽")
            changed.sheets[sheet][first, 1] = Cell(text: "张三李四")
            add(changed, CellReference(row: first, column: 0), "表里加一项“嗏噽 张三李四”")
        }
        // A row of the money block.
        for place in look.places {
            guard let block = place.block as? MoneyBlock, let last = block.rows.last else { continue }
            let row = last.row + 1
            let left = block.columns.map(\.column).min() ?? 1
            var changed = insertingRow(row, in: workbook, sheet: sheet)
            changed.sheets[sheet][row, max(left - 1, 0)] = Cell(text: "嗏噽资金")
            for column in block.columns where [.initial, .adjusted, .executed].contains(column.role) {
                changed.sheets[sheet][row, column.column] = Cell(value: .number(7), shown: "7")
            }
            add(changed, CellReference(row: row, column: max(left - 1, 0)), "资金里加一行“嗏噽资金”")
        }
        return variants
    }
}
