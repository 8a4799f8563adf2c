import Assessment
import FormRecognition
import Spreadsheet

/// Makes a filled form a blank again: what the unit filled in goes, what the bureau printed stays.
struct FormEmptier {
    private(set) var workbook: Workbook
    private let submission: Submission
    private let account: FormAccount
    private let depth: Depth

    /// How much of the indicators goes.
    enum Depth: String, CaseIterable, Sendable {
        /// What was reached and how it was scored: targets and points are printed.
        case results
        /// Targets and points too: only the names are printed.
        case targets
    }

    init(_ workbook: Workbook, _ form: RecognizedForm, _ depth: Depth) {
        self.workbook = workbook
        submission = form.submission
        account = form.account
        self.depth = depth
    }

    /// The blank: without figures, actuals, scores, reasons and the texts of facts.
    ///
    /// - Parameter given: Texts of facts that are known to be the unit's.
    static func blank(
        of workbook: Workbook, _ form: RecognizedForm, given: Set<String> = [], depth: Depth = .results
    ) -> Workbook {
        var emptier = FormEmptier(workbook, form, depth)
        emptier.empty()
        for index in emptier.workbook.sheets.indices {
            for (place, cell) in emptier.workbook.sheets[index].cells where given.contains(cell.shown) {
                let isIndicator = form.submission.indicators.contains { $0.source.cell?.row == place.row }
                if !isIndicator { emptier.workbook.sheets[index][place] = Cell(text: "", style: cell.style) }
            }
        }
        return emptier.workbook
    }

    private mutating func empty() {
        for indicator in submission.indicators {
            clear(indicator.actual?.source)
            clear(indicator.givenScore?.source)
            clear(indicator.coefficient?.source)
            clear(indicator.reason?.source)
            guard depth == .targets else { continue }
            clear(indicator.target?.source)
            clear(indicator.places[.unit])
            clear(indicator.places[.comparison])
            clear(indicator.weight?.source)
        }
        for group in submission.groups { clear(group.statedScore?.source) }
        for line in submission.budget {
            for (column, amount) in line.amounts where column != .weight { clear(amount.source) }
            clear(line.reason?.source)
        }
        for task in submission.tasks {
            for text in task.parts.values {
                clear(text.source)
                takeContent(of: text)
            }
        }
        // Figures that are not understood are the unit's all the same.
        for place in account.unread {
            for cell in place.cells {
                var source = place.source
                source.cell = cell
                edit(source) { text in
                    let isFigure = Quantity(text).number != nil && text.count <= 14 && text.first?.isNumber == true
                    return isFigure ? "" : text
                }
            }
        }
        clear(submission.printedTotal?.source)
        clear(submission.printedGrade?.source)
        for (name, fact) in submission.facts {
            take(fact.text, isYear: name == .year, outOf: fact.source)
            takeRest(of: fact)
        }
    }

    /// Empties a cell, but for a mark that stands for no content.
    private mutating func clear(_ source: Source?) {
        guard let source, !TextNormalizer.isBlank(source.text) else { return }
        edit(source) { _ in "" }
    }

    /// Takes a text out of its cell, where a label may stand before it.
    private mutating func take(_ text: String, isYear: Bool, outOf source: Source) {
        edit(source) { standing in
            guard let range = standing.range(of: text) else { return "" }
            let room = isYear && standing.count > text.count ? "    " : ""
            return standing.replacingCharacters(in: range, with: room)
        }
    }

    /// Takes out what a task is, where it stands in a cell beside its name.
    private mutating func takeContent(of task: SourcedText) {
        guard let place = task.source.cell, let colon = task.text.firstIndex(of: "：") else { return }
        let content = String(task.text[task.text.index(after: colon)...])
        for column in (place.column + 1)...(place.column + 8) {
            var source = task.source
            source.cell = CellReference(row: place.row, column: column)
            edit(source) { TextNormalizer.trimmed($0) == content ? "" : $0 }
        }
    }

    /// Takes out what goes on in the cells below: 目标2 under 目标1.
    private mutating func takeRest(of fact: SourcedText) {
        guard let place = fact.source.cell else { return }
        for line in fact.text.split(whereSeparator: \.isNewline).dropFirst() {
            for row in (place.row + 1)...(place.row + 8) {
                var source = fact.source
                source.cell = CellReference(row: row, column: place.column)
                edit(source) { TextNormalizer.trimmed($0) == TextNormalizer.trimmed(String(line)) ? "" : $0 }
            }
        }
    }

    private mutating func edit(_ source: Source, _ change: (String) -> String) {
        guard let place = source.cell,
            let index = workbook.sheets.firstIndex(where: { $0.name == source.sheet }) ?? workbook.sheets.indices.first,
            let cell = workbook.sheets[index][place]
        else { return }
        workbook.sheets[index][place] = Cell(text: change(cell.shown), style: cell.style)
    }
}
