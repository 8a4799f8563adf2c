import Assessment
import FormTemplates
import Spreadsheet

/// Recognises a blank form: labels tell what each cell of it is.
public struct FormRecognizer {
    private let sheet: Sheet
    private let styles: [CellStyle]
    private let template: Template
    private let labels: LabelTable
    private let mergeOf: [CellReference: CellRange]
    private let last: CellReference

    /// Looks at the first sheet with the names that a template and the label table know.
    public static func map(_ blank: Workbook, template: Template, labels: LabelTable) throws -> FormMap {
        guard let sheet = blank.sheets.first, sheet.usedRange != nil else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(template.id) 的空表 form.xlsx 是空的。",
                advice: "检查 Templates/\(template.id)/form.xlsx。")
        }
        return try FormRecognizer(sheet: sheet, styles: blank.styles, template: template, labels: labels).map()
    }

    private init(sheet: Sheet, styles: [CellStyle], template: Template, labels: LabelTable) {
        self.sheet = sheet
        self.styles = styles
        self.template = template
        self.labels = labels
        mergeOf = Dictionary(sheet.merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
        last = sheet.usedRange?.last ?? CellReference(row: 0, column: 0)
    }

    private func map() throws -> FormMap {
        var map = FormMap()
        map.indicators = indicatorBlock()
        guard let block = map.indicators else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(template.id) 的空表里找不到绩效指标的表头（一级指标、三级指标、分值……）。",
                advice: "检查 Templates/\(template.id)/form.xlsx。")
        }
        map.totalRow = (block.rows.upperBound + 1...max(last.row, block.rows.upperBound + 1)).first { isTotalRow($0) }
        map.tasks = taskBlock()
        map.money = moneyRows(before: block.headingRow)
        map.yearLine = yearLine()
        for field in template.fields {
            if let slot = field.cell ?? slot(of: field) { map.facts[field.label] = slot }
        }
        map.grade = slot(named: ["等级", "评价等级", "自评等级"], from: block.rows.upperBound)
        return map
    }

    // MARK: Cells

    private func text(_ row: Int, _ column: Int) -> String { sheet[row, column]?.shown ?? "" }

    private func range(at cell: CellReference) -> CellRange { mergeOf[cell] ?? CellRange(cell, cell) }

    /// Cells of a row that hold text, left to right.
    private func texts(in row: Int) -> [(column: Int, text: String)] {
        (0...last.column).compactMap { column in
            let text = text(row, column)
            return text.isEmpty ? nil : (column, text)
        }
    }

    // MARK: Indicators

    private func indicatorBlock() -> FormMap.RepeatBlock? {
        for row in 0...last.row {
            var columns: [String: Int] = [:]
            for (column, text) in texts(in: row) {
                if let role = labels.indicatorColumn(text), columns[role.rawValue] == nil {
                    columns[role.rawValue] = column
                }
            }
            guard columns[IndicatorColumn.name.rawValue] != nil, columns[IndicatorColumn.weight.rawValue] != nil,
                columns.count >= 4, row < last.row
            else { continue }
            var end = row
            while end < last.row, !isTotalRow(end + 1), isItemRow(end + 1, columns: columns) { end += 1 }
            guard end > row else { continue }
            return FormMap.RepeatBlock(headingRow: row, rows: row + 1...end, columns: columns)
        }
        return nil
    }

    private func isTotalRow(_ row: Int) -> Bool {
        guard let first = texts(in: row).first else { return false }
        return labels.isTotal(first.text)
    }

    /// A row of the repeat block: nothing but level labels and fillers in it, and bordered across its columns.
    private func isItemRow(_ row: Int, columns: [String: Int]) -> Bool {
        let levels = [IndicatorColumn.level1, .level2, .name].compactMap { columns[$0.rawValue] }
        guard let left = levels.min(), let right = levels.max() else { return false }
        let outside = texts(in: row).contains { $0.column < left || $0.column > right }
        return !outside && sheet[row, columns[IndicatorColumn.name.rawValue] ?? left] != nil
    }

    // MARK: Tasks

    private func taskBlock() -> FormMap.RepeatBlock? {
        for row in 0..<last.row {
            var columns: [String: Int] = [:]
            for (column, text) in texts(in: row) {
                switch TextNormalizer.key(text) {
                case "重点工作任务", "年度重点工作任务", "工作任务": columns["任务"] = column
                case "完成情况", "实际完成情况", "任务完成情况": columns["完成情况"] = column
                case "未完成原因", "未完成原因分析", "原因": columns["原因"] = column
                default: break
                }
            }
            guard columns["任务"] != nil, columns["完成情况"] != nil else { continue }
            var end = row
            // The vertical label of the block stands in the first column, merged over it: only cells without text count.
            while end < last.row, texts(in: end + 1).isEmpty { end += 1 }
            if end > row { return FormMap.RepeatBlock(headingRow: row, rows: row + 1...end, columns: columns) }
        }
        return nil
    }

    // MARK: Money

    private func moneyRows(before limit: Int) -> [FormMap.MoneyRow] {
        var found: [FormMap.MoneyRow] = []
        var grid = -1
        var row = 0
        while row < limit {
            var columns: [BudgetColumn: Int] = [:]
            for (column, text) in texts(in: row) {
                if let role = labels.budgetColumn(text), columns[role] == nil { columns[role] = column }
            }
            guard columns[.adjusted] != nil, columns[.executed] != nil, let left = columns.values.min() else {
                row += 1
                continue
            }
            grid += 1
            var next = row + 1
            while next < limit, let name = budgetRowName(next, leftOf: left) {
                let cells = columns.mapValues { CellReference(row: next, column: $0) }
                // A column merged over the whole grid (原因) has its slot in the first of its rows only.
                let own = cells.filter { cell in !isCovered(cell.value) }
                found.append(FormMap.MoneyRow(name: name, grid: grid, cells: own))
                next += 1
            }
            row = max(next, row + 1)
        }
        return found
    }

    private func isCovered(_ cell: CellReference) -> Bool {
        sheet.merges.contains { $0.contains(cell) && $0.first != cell }
    }

    private func budgetRowName(_ row: Int, leftOf column: Int) -> String? {
        for (_, text) in texts(in: row).filter({ $0.column < column }).reversed() {
            if let name = template.budgetRowName(of: text) { return name }
        }
        return nil
    }

    // MARK: Facts

    private func yearLine() -> CellReference? {
        for row in 0...min(last.row, 5) {
            for (column, text) in texts(in: row) {
                let key = TextNormalizer.key(text)
                let rest = key.filter { !"()年度_".contains($0) && !$0.isNumber }
                if key.contains("年度"), rest.isEmpty { return CellReference(row: row, column: column) }
            }
        }
        return nil
    }

    private func slot(of field: Template.Field) -> CellReference? {
        slot(named: [field.label] + field.synonyms + labels.factSynonyms(field.label), from: 0)
    }

    /// The empty cell right of a label, or under it; or the label's own cell when it ends with a colon.
    private func slot(named names: [String], from firstRow: Int) -> CellReference? {
        let keys = Set(names.map(TextNormalizer.key))
        var inCell: CellReference?
        for row in max(0, firstRow)...last.row {
            for (column, text) in texts(in: row) where keys.contains(TextNormalizer.key(text)) {
                let label = range(at: CellReference(row: row, column: column))
                let right = CellReference(row: label.first.row, column: label.last.column + 1)
                let below = CellReference(row: label.last.row + 1, column: label.first.column)
                if isFree(right), isBoxed(right) { return right }
                if isFree(below), isBoxed(below), !isBoxed(right) || !isFree(right) { return below }
                if TextNormalizer.narrowed(text).hasSuffix(":") {
                    inCell = inCell ?? label.first
                } else if isFree(right), right.column <= last.column {
                    return right
                }
            }
        }
        return inCell
    }

    private func isFree(_ cell: CellReference) -> Bool {
        sheet[cell] != nil && (sheet[cell]?.shown ?? "").isEmpty && !isCovered(cell)
    }

    /// Whether a cell is drawn as a box, as the slots of a table are.
    private func isBoxed(_ cell: CellReference) -> Bool {
        guard let style = sheet[cell]?.style, styles.indices.contains(style) else { return false }
        return styles[style].border.bottom.style != .none || styles[style].border.top.style != .none
    }
}
