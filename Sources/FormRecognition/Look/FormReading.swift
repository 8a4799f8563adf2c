import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// What is read of a form while its blocks are gone through, and the cells that it was read from.
struct FormReading {
    let words: FormWords
    var submission: Submission
    var facts = FactCollector()
    private(set) var claims: [Int: CellClaims] = [:]
    /// Of two that say the same the one of the smaller number stays.
    var priority = 0
    private var money = MoneyFacts()
    private var numbered: [Int: WorkTask] = [:]
    private var listed: [WorkTask] = []
    private var unclear: [UnreadPlace] = []
    /// 分值合计 in the cell that the person pointed at.
    private var toldWeightTotal: SourcedNumber?
    /// Totals that the form prints besides the one that is used.
    private var otherTotals: [SourcedNumber] = []
    /// Why places whose meaning had to be weighed were read as they were.
    private(set) var readings: [PlaceReading] = []
    /// Rows of the main sheet under the headings of its table: notes that stand there are the form's.
    var noteRows: (sheet: String?, rows: Range<Int>)?

    init(words: FormWords, source: Source) {
        self.words = words
        submission = Submission(source: source)
    }

    mutating func claim(_ view: SheetView, _ row: Int, _ column: Int, _ meaning: FormAccount.Meaning) {
        claims[view.index, default: CellClaims()].claim(row, column, meaning)
    }

    mutating func claim(_ view: SheetView, _ other: CellClaims) {
        claims[view.index, default: CellClaims()].add(other)
    }

    /// Adds a fact.
    ///
    /// - Parameter after: How much less it counts than others of its sheet.
    mutating func add(_ name: FactName, _ fact: SourcedText, after: Int = 0) {
        facts.add(name, fact, priority: priority + after)
    }

    /// Adds an amount of the money block.
    mutating func add(_ slot: MoneyFacts.Slot, _ amount: SourcedNumber) {
        money.add(slot, amount, priority: priority, template: words.template)
    }

    /// Remembers where 全年预算数 of the total stands or would stand: the first place that a form shows.
    mutating func noteBudgetPlace(_ place: Source) {
        if submission.budgetPlace == nil { submission.budgetPlace = place }
    }

    /// Remembers a place of 预算执行率's 得分 that is left blank. One that is given elsewhere goes before it.
    mutating func noteBlankRateScore(_ place: Source) {
        if submission.blankRateScore == nil { submission.blankRateScore = place }
    }

    /// Adds how the form lays its money out, and why it was read so. What the sheet of the form says goes before what others say.
    mutating func add(_ blocks: [Standard.BudgetBlock], _ why: [PlaceReading]) {
        submission.moneyBlocks += blocks
        readings += why
    }

    mutating func addReason(row: String, _ reason: SourcedText) { money.addReason(row: row, reason) }

    /// Adds a task of a list.
    mutating func addTask(_ task: WorkTask) { listed.append(task) }

    /// Sets a part of the task with this number; what was said before stays.
    mutating func setTask(_ number: Int, _ part: WorkTask.Part, _ text: SourcedText) {
        if numbered[number]?.parts[part] == nil { numbered[number, default: WorkTask()].parts[part] = text }
    }

    /// Adds a line that the form prints.
    mutating func addNote(_ note: SourcedText) {
        guard let noteRows, note.source.sheet == noteRows.sheet, let cell = note.source.cell,
            noteRows.rows.contains(cell.row)
        else { return }
        submission.printedNotes.append(note)
    }

    /// Asks for a place that only a person can say the meaning of.
    mutating func ask(_ place: UnreadPlace) { unclear.append(place) }

    /// Takes what the person gave one by one.
    ///
    /// - Throws: `ToolError` (64) that lists the slots, when there is none of that name.
    mutating func set(_ key: String, _ value: String) throws {
        let source = Source(file: "命令行", text: value)
        try set(
            key, text: SourcedText(value, source: source), amount: SourcedNumber(text: value, source: source),
            option: "--set")
    }

    /// Takes what the person keeps for all his forms, but for what he said otherwise this time. What this form has no place for is left out, and said.
    mutating func setKept(_ options: RecognitionOptions) {
        guard let kept = options.kept else { return }
        let said = Set(options.settings.map { Label.name(of: $0.key) })
        var (used, unused): ([String], [String]) = ([], [])
        for fact in kept.facts where !said.contains(Label.name(of: fact.name)) {
            let source = Source(file: KeptFacts.fileName, text: fact.value)
            do {
                try set(
                    fact.name, text: SourcedText(fact.value, source: source),
                    amount: SourcedNumber(text: fact.value, source: source), option: KeptFacts.fileName)
                used.append(fact.name)
            } catch {
                unused.append(fact.name)
            }
        }
        if !used.isEmpty { submission.notes.append("\(KeptFacts.fileName)：用了\(used.joined(separator: "、"))") }
        if !unused.isEmpty {
            submission.notes.append("\(KeptFacts.fileName)：这张表没有“\(unused.joined(separator: "”“"))”，没有用")
        }
    }

    /// Takes a cell for what the person said it is.
    mutating func set(_ key: String, text: SourcedText, amount: SourcedNumber, option: String) throws {
        let template = words.template
        let label = Label(key)
        if let slot = words.amount(label) {
            money.add(slot, amount, priority: 0, template: template)
        } else if let row = reasonRow(label) {
            money.addReason(row: row, text)
        } else if option != "--set", ["分值合计", "分值总计", "满分合计"].contains(label.name) {
            toldWeightTotal = amount
        } else if let task = WorkTask.place(named: key) {
            numbered[task.number, default: WorkTask()].parts[task.part] = text
        } else if let name = words.fact(label),
            template.field(name) != nil || option != "--set" || words.labels.fact(label) != nil
        {
            facts.add(name, text, priority: 0)
        } else if let name = figureName(key) {
            facts.add(FactName(name), text, priority: 0)
        } else {
            let keys =
                template.fields.map(\.label.rawValue) + (template.figures?.values.map(\.name) ?? [])
                + (option == "--set" ? [] : ["总分", "等级", "分值合计"])
                + ["年初预算数", "全年预算数", "全年执行数", "预算执行率", "预算执行率分值", "预算执行率得分", "预算执行率原因"]
                + template.budgetRows.dropFirst().map { "\($0.name)全年预算数" }
            throw ToolError(
                code: .unknownKey, message: "\(option) 里的“\(key)”不是这张表的项目",
                advice: "可以写：\(keys.joined(separator: "、"))（金额项目的行名后还可接年初预算数、全年执行数）。")
        }
    }

    /// The row of money whose reason a key names: 预算执行率原因, 年度资金总额原因; nil for another key.
    private func reasonRow(_ label: Label) -> String? {
        guard label.name.hasSuffix("原因"), words.labels.fact(label) == nil else { return nil }
        var name = String(label.name.dropLast("原因".count))
        if name.hasSuffix("偏差") || name.hasSuffix("调整") { name = String(name.dropLast(2)) }
        let total = words.template.standard.budgetTotalName
        if Indicator.isExecutionRate(name) || name == "预算" || name == "执行率" { return total }
        return words.template.budgetRowName(of: name)
    }

    /// The name of a base figure that a key names: `编制数`, `三公经费 上年决算数`.
    private func figureName(_ key: String) -> String? {
        guard let figures = words.template.figures else { return nil }
        if let entry = FigureTable.entry(key, in: figures.values, year: nil) { return entry.name }
        let wanted = TextNormalizer.key(key)
        return figures.names.first { TextNormalizer.key($0) == wanted }
    }

    /// Takes a total that the form prints besides the one that is used.
    mutating func addOtherTotal(_ total: SourcedNumber) { otherTotals.append(total) }

    /// Takes a text that stands where a number should.
    mutating func addUnclear(_ name: String, _ source: Source) {
        unclear += [UnreadPlace.notANumber(name, source)].compactMap { $0 }
    }

    /// Values that gave way to others which say otherwise. What the person said settles it.
    func conflicts(told: Set<Source>) -> [UnreadPlace] {
        var all = money.conflicts
        if let other = facts.facts[.total], let used = submission.printedTotal, used.source != other.fact.source {
            let unused = SourcedNumber(text: other.fact.text, source: other.fact.source)
            if unused.value != used.value {
                all.append(MoneyFacts.Conflict(name: "总分", used: used, unused: unused))
            }
        }
        if let used = submission.printedTotal {
            all += otherTotals.filter { $0.value != used.value }
                .map { MoneyFacts.Conflict(name: "总分", used: used, unused: $0) }
        }
        return unclear
            + all.compactMap { conflict in
                guard let cell = conflict.unused.source.cell else { return nil }
                let isSettled = conflict.used.source.cell == nil || told.contains(conflict.used.source)
                return UnreadPlace(
                    .money, source: conflict.unused.source, cells: [cell], holdsFigures: true,
                    message:
                        "\(conflict.name)有两处不同：用 \(conflict.used.source.place) 的 \(conflict.used.text)，没有用这里的 \(conflict.unused.text)",
                    isBlocking: !isSettled)
            }
    }

    /// 98.93/100 is 98.93 of 100.
    private static func total(_ fact: SourcedText) -> SourcedNumber {
        let parts = TextNormalizer.narrowed(fact.text).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let out = SourcedNumber(text: String(parts[1]), source: fact.source).value, out >= 100
        else { return SourcedNumber(text: fact.text, source: fact.source) }
        return SourcedNumber(text: String(parts[0]), source: fact.source)
    }

    /// The year of the form, as far as it was read; nil where none was.
    var year: String? { facts.facts[.year].flatMap { FactCollector.year(in: $0.fact.text + "年") } }

    /// Puts what was collected into the submission.
    mutating func finish() {
        submission.facts = facts.facts.mapValues(\.fact)
        if let year = submission.facts[.year], let digits = self.year {
            submission.facts[.year] = SourcedText(digits, source: year.source)
        }
        submission.tasks = numbered.sorted { $0.key < $1.key }.map(\.value) + listed
        submission.budget = money.lines(words.template)
        let rated = submission.line(words.template.standard.budgetTotalName)
        if rated?.amounts[.score] != nil { submission.blankRateScore = nil }
        submission.notes += facts.notes
        submission.factPlaces = facts.places
        submission.unitNames = facts.unitNames
        // 总分 and 等级 may stand apart from the table, as facts do.
        if let total = submission.facts[.total], submission.printedTotal == nil || facts.facts[.total]?.priority == 0 {
            submission.printedTotal = Self.total(total)
        }
        if let told = toldWeightTotal { submission.printedWeightTotal = told }
        if let grade = submission.facts[.grade], submission.printedGrade == nil || facts.facts[.grade]?.priority == 0 {
            submission.printedGrade = grade
        }
        if let grade = submission.printedGrade {
            submission.printedGrade = GradeTexts.given(grade.text).map { SourcedText($0, source: grade.source) }
        }
        SaidOutcome.settle(&submission)
    }
}
