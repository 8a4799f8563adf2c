import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A fact: label and value side by side or one above the other, `标签：值` in one cell, the year of a title, an amount by its label.
struct FactBlock: FormBlock {
    /// What a label asks for.
    enum Target: Sendable {
        case fact(FactName)
        case amount(MoneyFacts.Slot)
        case task(Int, WorkTask.Part)
        /// A year that a title says by the way.
        case year
    }

    var target: Target
    /// The cell of the label.
    let label: CellReference
    /// The cell of the value; the label's own where it holds both, nil where there is none.
    let value: CellReference?
    /// The value, where it is not the whole text of its cell.
    let text: String?
    /// Where the value stands, or would stand; nil for what has no slot of its own.
    let slot: Source?
    /// Cells under the value that go on with it: 目标2 under 目标1.
    var more: [CellReference] = []

    static func find(in look: inout SheetLook) -> [FormPlace] { FactFinder(look).find(&look) }

    func read(_ view: SheetView, into reading: inout FormReading) {
        switch target {
        case .fact(let name):
            if let slot { reading.facts.notePlace(name, slot) }
            guard let value else { return }
            var fact = text.map { SourcedText($0, source: source(view, value)) } ?? whole(view, value, &reading)
            // ■优 □良 □中 □差 says 优; 优≥90，良≥80 … says none.
            if name == .grade {
                guard let given = GradeTexts.given(fact.text) else { return }
                fact.text = given
            }
            // 自评结论 | 优 gives the grade.
            let isGrade = name == FactName("评价结论") && Grade.isName(fact.text)
            reading.add(isGrade ? .grade : name, fact)
        case .amount(let slot):
            let place = value.map { view.source($0.row, $0.column) } ?? self.slot
            if slot.column == .score, let place, TextNormalizer.isBlank(text ?? place.text) {
                reading.noteBlankRateScore(place)
            }
            guard let value else { return }
            let own = text.map { SourcedNumber(text: $0, source: source(view, value)) }
            reading.add(slot, own ?? view.amount(value.row, value.column))
        case .task(let number, let part):
            guard let value else { return }
            reading.setTask(
                number, part, text.map { SourcedText($0, source: source(view, value)) } ?? whole(view, value, &reading))
        case .year:
            guard let text else { return }
            reading.add(.year, SourcedText(text, source: source(view, label)), after: 10)
            guard !SaidFigure.isIn(view.text(label.row, label.column)) else { return }
            return reading.claim(view, label.row, label.column, .decoration)
        }
        guard let value else { return }
        // 填报人：张三，执行数77.7万元: a slot for a name or a day takes no figures.
        let asksForPaper =
            reading.words.labels.isOfPaper(
                FactFinder.parts(view.text(label.row, label.column))?.label
                    ?? view.text(label.row, label.column))
        if asksForPaper, SaidFigure.isIn(text ?? view.text(value.row, value.column)) { return }
        reading.claim(view, value.row, value.column, .value)
    }

    private func source(_ view: SheetView, _ place: CellReference) -> Source { view.source(place.row, place.column) }

    /// A text with what goes on in the rows below that are marked 续.
    private func whole(_ view: SheetView, _ place: CellReference, _ reading: inout FormReading) -> SourcedText {
        var text = view.text(place.row, place.column)
        var below = place.row + 1
        while let mark = view.texts(in: below).first(where: { ContinuationMark.matches($0.text) }) {
            text += view.text(below, place.column)
            reading.claim(view, below, mark.column, .label)
            reading.claim(view, below, place.column, .value)
            below += 1
        }
        for next in more {
            text += "\n" + view.text(next.row, next.column)
            reading.claim(view, next.row, next.column, .value)
        }
        return SourcedText(text, source: source(view, place))
    }
}
