import Assessment
import FormRecognition
import FormTemplates
import Spreadsheet

/// Which of the values that were brought stand in the filled form, and which found no place there.
struct PlacedValues {
    private struct Place: Hashable {
        var file: String
        var sheet: String?
        var cell: CellReference?
        var text: String

        init(_ source: Source) {
            (file, sheet, cell) = (source.file, source.sheet, source.cell)
            // What is given on the command line has no cell: it is known by its text.
            text = source.cell == nil ? source.text : ""
        }
    }

    private let evaluation: Evaluation
    private let template: Template
    private let map: FormMap
    /// What stands in a cell of the form.
    private let standing: Set<Place>
    private let placed: Set<Place>

    init(evaluation: Evaluation, template: Template, map: FormMap, origins: [CellOrigin]) {
        self.evaluation = evaluation
        self.template = template
        self.map = map
        standing = Set(origins.compactMap(\.source).map(Place.init))
        var placed = standing
        // What a score was reckoned from is used, whether the form shows it or not; a rate that nothing of the form rests on is no use.
        let showsRate =
            !map.money.isEmpty || evaluation.budgetScore != nil || !evaluation.standard.caps.isEmpty
            || evaluation.indicators.contains(where: \.isExecutionRate)
        let rates = [evaluation.budgetScore?.trace, showsRate ? evaluation.rateTrace : nil]
        let traces = evaluation.scores.map(\.trace) + rates.compactMap { $0 }
        for trace in traces { placed.formUnion(trace.inputs.compactMap(\.source).map(Place.init)) }
        self.placed = placed
    }

    private func isPlaced(_ source: Source) -> Bool { placed.contains(Place(source)) }

    /// The account of what was brought, with what became of it: what found no place, and without what was not understood and stands on the form
    /// all the same, under the heading that it had.
    func settled(_ account: FormAccount) -> FormAccount {
        var account = account
        account.notPlaced += missing(account)
        account.unread.removeAll { unread in
            let cells = unread.cells.filter { $0 != unread.source.cell }
            return unread.kind == .column && !cells.isEmpty
                && cells.allSatisfy { cell in
                    var source = unread.source
                    source.cell = cell
                    return isPlaced(source)
                }
        }
        return account
    }

    /// What found no place.
    ///
    /// - Parameter account: What was told already: a row of an export that belongs to no row of the form is not told again.
    func missing(_ account: FormAccount) -> [NotPlacedValue] {
        facts() + tasks() + money(account) + indicators() + notes()
    }

    // MARK: Facts

    private func facts() -> [NotPlacedValue] {
        let submission = evaluation.submission
        // 总分 and 等级 are reckoned anew, and 年度 may be a part of the title.
        let reckoned: Set<FactName> = [.total, .grade]
        return submission.facts.sorted { $0.key < $1.key }.compactMap { name, fact in
            // What a person keeps for all his forms need not stand on each.
            guard !reckoned.contains(name), !fact.text.isEmpty, !isPlaced(fact.source),
                fact.source.file != KeptFacts.fileName
            else { return nil }
            if name == .year, FactFilling.year(of: submission) != nil, map.yearLine == nil, map.facts[.year] == nil {
                return isAsked(.year) ? missing(name.rawValue, fact, isBlocking: true) : nil
            }
            if name == template.nameField, map.facts[name] == nil {
                // A form that asks for it has lost its slot; another was never meant to show it.
                var value = missing(name.rawValue, fact, isBlocking: template.field(name)?.isRequired ?? false)
                value.why += "，只用在文件名里"
                return value
            }
            let isFigure = Quantity(fact.text).number != nil
            // 单位名称 that is the 主管部门 of the form too.
            let isElsewhere = submission.facts.contains { other, same in
                other != name && TextNormalizer.key(same.text) == TextNormalizer.key(fact.text) && isPlaced(same.source)
            }
            if isElsewhere, !isFigure { return nil }
            // Every form has these, whatever it calls them.
            let isAsked = template.field(name) != nil || fact.source.cell == nil || Self.common.contains(name)
            return missing(name.rawValue, fact, isBlocking: isFigure || isAsked)
        }
    }

    private static let common: Set<FactName> = [.unit, .project, .year, .authority, .executor, .goal, .outcome]

    private func isAsked(_ name: FactName) -> Bool { template.field(name) != nil }

    private func missing(_ name: String, _ text: SourcedText, isBlocking: Bool) -> NotPlacedValue {
        var source = text.source
        source.text = text.text
        return NotPlacedValue(name: name, source: source, why: "表上没有填“\(name)”的地方", isBlocking: isBlocking)
    }

    private func tasks() -> [NotPlacedValue] {
        evaluation.submission.tasks.enumerated().flatMap { index, task in
            WorkTask.Part.allCases.compactMap { part in
                guard let text = task[part], !text.text.isEmpty, !isPlaced(text.source) else { return nil }
                return missing(WorkTask.label(index + 1, part), text, isBlocking: true)
            }
        }
    }

    // MARK: Money

    private func money(_ account: FormAccount) -> [NotPlacedValue] {
        let listed = Set(evaluation.standard.budgetBlocks.flatMap { [$0.total] + $0.parts })
        let figures = Set(evaluation.submission.facts.values.map { Place($0.source) })
        func isToldAlready(_ source: Source) -> Bool {
            account.unread.contains { unread in
                unread.isBlocking && unread.source.file == source.file && unread.source.sheet == source.sheet
                    && source.cell.map { unread.cells.contains($0) } ?? false
            }
        }
        let reckoned: Set<BudgetColumn> = [.rate, .weight, .score, .reason]
        let asked = Set(map.money.flatMap(\.cells.keys))
        let reasons = evaluation.submission.budget.compactMap { line -> NotPlacedValue? in
            guard let reason = line.reason, !reason.text.isEmpty, !isPlaced(reason.source) else { return nil }
            return missing("\(line.name)·\(BudgetColumn.reason.rawValue)", reason, isBlocking: true)
        }
        return reasons
            + evaluation.submission.budget.flatMap { line in
                BudgetColumn.allCases.compactMap { column -> NotPlacedValue? in
                    guard !reckoned.contains(column), let amount = line.amounts[column], !amount.text.isEmpty,
                        !isPlaced(amount.source)
                    else { return nil }
                    // An amount of nothing is no loss; of an export the form takes the columns that it has.
                    let isExported =
                        amount.source.cell != nil && amount.source.file != evaluation.submission.source.file
                    if amount.value == 0 || isExported && !asked.contains(column) && !asked.isEmpty { return nil }
                    if isExported, !listed.isEmpty, !listed.contains(line.name), isToldAlready(amount.source) {
                        return nil
                    }
                    // A figure of the form that is this amount is told as such.
                    if isExported, figures.contains(Place(amount.source)) { return nil }
                    var source = amount.source
                    // A sum stands in none of the export's cells where it has no total.
                    if isExported { source.text = amount.text }
                    return NotPlacedValue(
                        name: "\(line.name)·\(column.rawValue)", source: source,
                        why: "表上没有填“\(line.name)”的\(column.rawValue)的地方", isBlocking: true)
                }
            }
    }

    // MARK: Indicators

    /// Columns that the form does not have, and rows of its own that nothing was given for.
    private func indicators() -> [NotPlacedValue] {
        guard let block = map.indicators else { return [] }
        return LostColumns(
            evaluation: evaluation, block: block, stands: { standing.contains(Place($0)) }, isUsed: isPlaced
        ).missing() + FixedRows.unfilled(block, evaluation)
    }

    /// Notes that stand under the table that was brought.
    private func notes() -> [NotPlacedValue] {
        evaluation.submission.printedNotes.filter { !isPlaced($0.source) && !map.notes.contains($0) }.map { note in
            NotPlacedValue(name: "说明", source: note.source, why: "这段说明没有写进表里", isBlocking: false)
        }
    }
}
