import Assessment
import FormTemplates
import Spreadsheet

/// Base figures (基础数据表), for the rates that are computed from them.
struct FigureBlock: FormBlock {
    static func find(in look: inout SheetLook) -> [FormPlace] {
        guard look.words.template.figures != nil else { return [] }
        // Years in labels are resolved by the form's year, which is known when the facts are read.
        return [FormPlace(sheet: look.view.index, rows: 0...look.view.lastRow, block: FigureBlock())]
    }

    /// Adds what the sheet has; what the person gave otherwise stays.
    func read(_ view: SheetView, into reading: inout FormReading) {
        guard let figures = reading.words.template.figures else { return }
        let year = reading.facts.facts[.year].flatMap { FactCollector.year(in: $0.fact.text + "年") }.flatMap { Int($0) }
        let computed = Set(figures.values.filter { $0.rate != nil }.map(\.name))
        let texts = Set((figures.values + figures.rows).filter(\.isText).map(\.name))
        let finder = FigureFinder(figures: figures, view: view, year: year)
        for (name, place) in finder.places(isBlank: false) {
            reading.claim(view, place.row, place.column, .value)
            guard !computed.contains(name) else { continue }
            let source = view.source(place.row, place.column)
            let isText = texts.contains { name == $0 || name.hasPrefix($0 + " ") }
            let isBlank = TextNormalizer.isBlank(source.text)
            if !isText, !isBlank, view.amount(place.row, place.column).value == nil {
                reading.addUnclear(name, source)
            }
            reading.facts.addFigure(FactName(name), SourcedText(source.text, source: source))
        }
        for place in finder.labels() { reading.claim(view, place.row, place.column, .label) }
    }
}
