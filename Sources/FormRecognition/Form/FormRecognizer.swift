import Assessment
import FormTemplates
import Spreadsheet

/// Recognises a blank form: labels tell what each cell of it is.
public struct FormRecognizer {
    private let page: FormPage
    private let template: Template
    private let labels: LabelTable

    /// Looks for the form among the sheets, with the names that a template and the label table know.
    ///
    /// - Throws: `ToolError` (65) when no sheet has headings of indicators.
    public static func map(_ blank: Workbook, template: Template, labels: LabelTable) throws -> FormMap {
        guard blank.sheets.contains(where: { $0.usedRange != nil }) else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(template.id) 的空表 form.xlsx 是空的。",
                advice: "检查 Templates/\(template.id)/form.xlsx。")
        }
        guard
            let (page, table) = FormPage.withIndicators(
                of: blank, words: FormWords(template: template, labels: labels), sheet: template.sheet)
        else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(template.id) 的空表里找不到绩效指标的表头（一级指标、三级指标、分值……）。",
                advice: "检查 Templates/\(template.id)/form.xlsx。")
        }
        return FormRecognizer(page: page, template: template, labels: labels).map(table)
    }

    private func map(_ table: IndicatorTable) -> FormMap {
        var map = FormMap()
        map.sheetIndex = page.index
        let block = IndicatorBlockReader(page: page, table: table).read()
        map.indicators = block.block
        map.totalRow = block.totalRow
        map.tasks = page.tasks
        map.notes = page.notes
        map.money = MoneyBlockReader(page: page)
            .rows(except: table.headingRows.lowerBound...(block.block?.rows.upperBound ?? table.headingRows.upperBound))
        map.yearLine = page.yearLine
        let slots = SlotFinder(page: page, labels: labels)
        let own = block.block.map { table.headingRows.lowerBound...max($0.rows.upperBound, map.totalRow ?? 0) }
        for field in template.fields {
            if let slot = field.cell
                ?? slots.slot(named: [field.label.rawValue] + field.synonyms + labels.factSynonyms(field.label))
                ?? slots.slot(meaning: field.label, except: own)
            {
                map.facts[field.label] = slot
            }
        }
        func reckoned(_ name: FactName) -> CellReference? {
            slots.slot(named: [name.rawValue] + labels.factSynonyms(name), except: own)
                ?? slots.slot(meaning: name, except: own)
        }
        map.grade = reckoned(.grade)
        map.total = reckoned(.total)
        return map
    }
}
