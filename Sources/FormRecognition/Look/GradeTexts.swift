import Assessment
import Foundation
import Spreadsheet

/// Finds what a form says of the bands of its grades outside its indicators: in one cell, in the cells of a row, in rows that follow one another. What names
/// grades and numbers and can't be read is asked for: the form has bands of its own, whatever they are.
struct GradeTexts {
    let view: SheetView
    let rows: Range<Int>
    let words: FormWords
    /// The table of indicators, where it is on the sheet.
    let table: IndicatorBlock?

    private var isMain: Bool { table != nil }

    /// The grade that a text gives: the ticked one, the text itself; nil where the text is a scale, of which none is chosen.
    static func given(_ text: String) -> String? {
        if let choice = Ticks.choice(in: text) {
            // 良（80-90分）☑.
            let name = choice.prefix { !"（([【:：".contains($0) && !($0.isASCII && $0.isNumber) && !"≥≤<>".contains($0) }
            return name.isEmpty ? choice : String(name)
        }
        return PrintedGrades.isScale(text) ? nil : text
    }

    private struct Line {
        let row: Int
        let texts: [ViewText]
    }

    func read(into reading: inout FormReading) {
        let lines = lines(reading)
        let year = reading.year
        var scales: [(grades: [Grade], text: SourcedText)] = []
        var unclear: [ViewPlace] = []
        var used: Set<Int> = []
        for line in lines + besides(reading) {
            if isMain, readTicks(line, &reading) { continue }
            for text in line.texts {
                let place = ViewPlace(row: line.row, column: text.column)
                if let grades = PrintedGrades.grades(in: text.text) {
                    add(grades, [place], text.text, &scales, &reading)
                    used.insert(line.row)
                    // 自评总分97分，自评等级为良好。（优秀：≥95分；…）: what stands before the bands is the outcome.
                    let head = text.text.prefix { !"（(".contains($0) }
                    if isMain, PrintedGrades.grades(in: String(text.text[head.endIndex...])) == grades {
                        SaidOutcome(String(head), words: words)
                            .add(to: &reading.submission, source: view.source(line.row, text.column))
                    }
                } else if PrintedGrades.isUnclear(text.text) {
                    unclear.append(place)
                } else if isMain, SaidOutcome.mayBe(in: text.text), !PrintedGrades.isScale(text.text) {
                    let said = SaidOutcome(text.text, words: words, year: year)
                    said.add(to: &reading.submission, source: view.source(line.row, text.column))
                    if said.isSaid, said.isAll { reading.claim(view, line.row, text.column, .value) }
                }
            }
        }
        for run in runs(lines.filter { !used.contains($0.row) }) {
            if let (own, grades) = Self.scale(in: run) {
                add(grades, Self.places(own), Self.whole(own), &scales, &reading)
                for line in own {
                    // 等级 and 分数 head their rows.
                    for text in line.texts where text.label != nil {
                        reading.claim(view, line.row, text.column, .label)
                    }
                }
                unclear.removeAll { place in own.contains { $0.row == place.row } }
                settleGrade(lines.filter { line in !own.contains { $0.row == line.row } }, own, &reading)
            } else if let first = Self.places(run).first, PrintedGrades.parts(of: Self.whole(run)).bounds >= 2,
                PrintedGrades.isUnclear(Self.whole(run)),
                !unclear.contains(where: { place in run.contains { $0.row == place.row } })
            {
                unclear.append(first)
            }
        }
        guard isMain else { return }
        for place in unclear { ask(place, "写着等级和分数，没有读懂各档的分数线", &reading) }
        if let first = scales.first,
            let other = scales.first(where: { one in one.grades.map(\.from) != first.grades.map(\.from) }),
            let cell = other.text.source.cell
        {
            ask(ViewPlace(row: cell.row, column: cell.column), "与 \(first.text.source.place) 写的等级分数线不同", &reading)
        }
    }

    /// Boxes in cells of their own behind the label of the grade: 自评等级 | 优☑ | 良□ | 中□. Gives whether they are.
    private func readTicks(_ line: Line, _ reading: inout FormReading) -> Bool {
        guard let label = line.texts.first, words.namedFact(label.label) == .grade, line.texts.count > 2 else {
            return false
        }
        let choices = line.texts.dropFirst()
        guard let choice = Ticks.choice(in: choices.map(\.text).joined(separator: " ")), Grade.isName(choice) else {
            return false
        }
        guard let ticked = choices.first(where: { $0.text.contains(choice) }) else { return false }
        for text in choices { reading.claim(view, line.row, text.column, .value) }
        reading.submission.printedGrade = SourcedText(choice, source: view.source(line.row, ticked.column))
        return true
    }

    /// Cells beside the indicators that say the bands: under a heading that names grades, or merged over several rows in a column that nobody knows.
    private func besides(_ reading: FormReading) -> [Line] {
        guard let table else { return [] }
        var lines: [Line] = []
        for part in table.parts {
            let columns = part.table.columns.filter { column in
                let heading = view.text(column.headingRow, column.column)
                return column.role == nil || ["等级", "等次", "档次"].contains(where: heading.contains)
            }
            for row in part.table.rows where rows.contains(row) {
                let texts = view.texts(in: row).filter { text in
                    guard let column = columns.first(where: { $0.column == text.column }) else { return false }
                    let heading = view.text(column.headingRow, column.column)
                    return PrintedGrades.grades(in: text.text) != nil
                        && (view.range(row, text.column).rows.count > 1
                            || ["等级", "等次", "档次"].contains(where: heading.contains))
                }
                if !texts.isEmpty { lines.append(Line(row: row, texts: texts)) }
            }
        }
        return lines
    }

    /// 等级 over a row of bands is no grade that was given: what stands beside another label of a grade is.
    private func settleGrade(_ others: [Line], _ own: [Line], _ reading: inout FormReading) {
        guard let taken = reading.submission.printedGrade?.source.cell, own.contains(where: { $0.row == taken.row })
        else {
            return
        }
        reading.submission.printedGrade = nil
        for line in others {
            for (label, value) in zip(line.texts, line.texts.dropFirst())
            where words.namedFact(label.label) == .grade && Grade.isName(value.text) {
                reading.submission.printedGrade = SourcedText(value.text, source: view.source(line.row, value.column))
            }
        }
    }

    /// A cell by its place.
    private struct ViewPlace: Hashable {
        var row: Int
        var column: Int
    }

    /// The rows that are no indicators.
    private func lines(_ reading: FormReading) -> [Line] {
        let sheet = view.source(0, 0).sheet
        let indicators = Set(
            reading.submission.indicators.compactMap { $0.source.sheet == sheet || isMain ? $0.source.cell?.row : nil })
        return view.filledRows.filter { rows.contains($0) && !(isMain && indicators.contains($0)) }.map { row in
            Line(row: row, texts: view.texts(in: row))
        }
    }

    /// Rows that follow one another, each with a name or a bound of a grade; a row with several of both stands alone.
    private func runs(_ lines: [Line]) -> [[Line]] {
        var runs: [[Line]] = []
        var run: [Line] = []
        func close() {
            if !run.isEmpty { runs.append(run) }
            run = []
        }
        for line in lines {
            // Most rows have neither.
            guard PrintedGrades.mayHaveParts(line.texts.map(\.text)) else {
                close()
                continue
            }
            let parts = PrintedGrades.parts(of: Self.whole([line]))
            guard parts.names + parts.bounds > 0 else {
                close()
                continue
            }
            if parts.names >= 2, parts.bounds >= 2 {
                close()
                runs.append([line])
                continue
            }
            if let last = run.last, line.row - last.row > 1 { close() }
            run.append(line)
        }
        close()
        return runs
    }

    /// The rows of a run that make a scale: as many as can be, for the grade itself may stand right above them.
    private static func scale(in run: [Line]) -> (rows: [Line], grades: [Grade])? {
        for length in (1...max(run.count, 1)).reversed() where length <= min(run.count, longest) {
            for start in 0...(run.count - length) {
                var own = Array(run[start..<(start + length)])
                guard let grades = PrintedGrades.grades(in: whole(own)) else { continue }
                // The grade right above its bands is none of them.
                while own.count > 1, PrintedGrades.grades(in: whole(Array(own.dropFirst()))) == grades {
                    own.removeFirst()
                }
                return (own, grades)
            }
        }
        return nil
    }

    /// Rows of the longest table of grades.
    private static let longest = 8

    private static func whole(_ lines: [Line]) -> String {
        lines.map { $0.texts.map(\.text).joined(separator: "、") }.joined(separator: "；")
    }

    /// The cells that name a grade or say a bound.
    private static func places(_ lines: [Line]) -> [ViewPlace] {
        lines.flatMap { line in
            line.texts.filter { text in
                let parts = PrintedGrades.parts(of: text.text)
                return parts.names + parts.bounds > 0
            }.map { ViewPlace(row: line.row, column: $0.column) }
        }
    }

    private func add(
        _ grades: [Grade], _ places: [ViewPlace], _ text: String,
        _ scales: inout [(grades: [Grade], text: SourcedText)],
        _ reading: inout FormReading
    ) {
        guard let first = places.first else { return }
        for place in places { reading.claim(view, place.row, place.column, .decoration) }
        let said = SourcedText(text, source: view.source(first.row, first.column))
        scales.append((grades, said))
        reading.submission.gradeScales.append(said)
    }

    private func ask(_ place: ViewPlace, _ message: String, _ reading: inout FormReading) {
        let source = view.source(place.row, place.column)
        reading.claim(view, place.row, place.column, .unread)
        reading.submission.unclearGrades.append(SourcedText(source.text, source: source))
        reading.ask(
            UnreadPlace(
                .other, source: source, cells: [CellReference(row: place.row, column: place.column)],
                holdsFigures: true,
                message: message, isBlocking: true))
    }
}
