import Assessment
import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Fills the sheet of base figures, and remembers the cells for the formulas of rates.
struct FigureFilling {
    let template: Template
    let evaluation: Evaluation

    func fill(_ form: inout FormSheet, cells: inout FigureCells) {
        guard let figures = template.figures, let name = figures.sheet,
            let index = form.workbook.sheets.firstIndex(where: { $0.name == name })
        else { return }
        let year = FactFilling.year(of: evaluation.submission).flatMap { Int($0) }
        // Headings are resolved before the years are written into them.
        let slots = FigureFinder.slots(form.workbook, sheet: index, figures: figures, year: nil)
        form.index = index
        defer { form.index = 0 }
        for (name, place) in slots.sorted(by: { $0.value < $1.value }) {
            guard let fact = evaluation.submission.facts[FactName(name)] else { continue }
            let quantity = Quantity(fact.text)
            if let number = quantity.number {
                form.put(
                    number, at: place, format: CellFormulas.format(precision: quantity.precision, unit: quantity.unit),
                    shown: DecimalText.text(number, places: quantity.precision) + quantity.unit)
                cells.add(name, text: "'\(form.sheet.name)'!\(place)", value: number)
            } else {
                form.put(fact.text, at: place)
            }
            form.note(fact.source, at: place)
        }
        fillComputed(&form, slots: slots, figures: figures, cells: cells)
        if let year { writeYears(&form, year: year) }
    }

    /// Rates that the sheet itself shows.
    private func fillComputed(
        _ form: inout FormSheet, slots: [String: CellReference], figures: FigureTable, cells: FigureCells
    ) {
        for entry in figures.values {
            guard let figures = entry.rate, let place = slots[entry.name],
                let rate = figures.quotient(of: evaluation),
                let formula = FormulaWriter(figure: { cells[$0.name, value: $0.value] }).text(rate)
            else { continue }
            let places = evaluation.standard.ratePlaces
            form.put(
                formula: formula, giving: rate.value, at: place, format: CellFormulas.percentFormat(places: places),
                shown: DecimalText.text(rate.value * 100, places: places) + "%")
        }
    }

    /// 上年决算数 becomes 2017年决算数, and the line under the title gets its year.
    private func writeYears(_ form: inout FormSheet, year: Int) {
        for (place, cell) in form.sheet.cells {
            let text = cell.shown
            if text.hasPrefix("本年"), FigureTable.entry(text, in: named, year: nil) != nil {
                form.put("\(year)年\(text.dropFirst(2))", at: place)
            } else if text.hasPrefix("上年"), FigureTable.entry(text, in: named, year: nil) != nil {
                form.put("\(year - 1)年\(text.dropFirst(2))", at: place)
            } else if place.row <= 5, TextNormalizer.key(text) == "(年度)" {
                form.put("（\(year)年度）", at: place)
            }
        }
    }

    private var named: [FigureTable.Entry] { (template.figures?.columns ?? []) + (template.figures?.values ?? []) }
}
