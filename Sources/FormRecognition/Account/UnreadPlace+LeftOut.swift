import Assessment
import FormTemplates
import Spreadsheet

extension UnreadPlace {
    /// The part of the place that the person said is not needed; nil where there is none, or none with figures.
    func leftOut(by overrules: Overrules, main: String, view: SheetView) -> UnreadPlace? {
        let sources = cells.map { view.source($0.row, $0.column) }
        let own = sources.filter { overrules.ignores($0, main: main) }
        let figures = own.filter { SaidFigure.isIn($0.text) || DecimalText.number($0.text) != nil }
        guard let first = own.first, !figures.isEmpty else { return nil }
        var place = self
        place.cells = own.compactMap(\.cell)
        place.holdsFigures = true
        place.holdsRatesOnly = figures.allSatisfy { "%‰".contains(TextNormalizer.narrowed($0.text).last ?? " ") }
        if !overrules.ignores(source, main: main) { place.source = first }
        return place
    }
}
