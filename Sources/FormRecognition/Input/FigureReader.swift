import Assessment
import FormTemplates
import Spreadsheet

/// Reads base figures into the facts of a submission, for the rates that are computed from them.
struct FigureReader {
    let figures: FigureTable
    let views: [SheetView]

    /// Adds what the sheets have; what the person gave otherwise stays.
    func read(into submission: inout Submission) {
        let year = submission.facts["年度"].flatMap { Int($0.text) }
        let computed = Set(figures.values.filter { $0.rate != nil }.map(\.name))
        for view in views {
            let places = FigureFinder(figures: figures, view: view, year: year).places(isBlank: false)
            for (name, place) in places where submission.facts[name] == nil && !computed.contains(name) {
                let source = view.source(place.row, place.column)
                submission.facts[name] = SourcedText(source.text, source: source)
            }
        }
    }
}
