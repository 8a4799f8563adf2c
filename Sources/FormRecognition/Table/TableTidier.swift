import Assessment
import FormTemplates
import Spreadsheet

/// Makes a table of an export as its rows go by: one heading, then nothing but rows of data.
///
/// The first rows are kept until the heading and the kinds of the columns are known. After that only rows are kept that may turn out to
/// be titles of a page or notes after the table.
public final class TableTidier {
    /// How many rows are kept to find the heading and the kinds of the columns.
    static let lookAhead = 1000
    /// How many rows that may be titles or notes are kept.
    static let mostHeld = 100

    /// A row that is judged by what follows it.
    private struct Held {
        var row: SheetRow
        var filled: [Int]
        var isNoteLike: Bool
    }

    private let file: String
    private let sheet: String?
    private let merges: MergeIndex
    private let labels: LabelTable
    private let options: TidyOptions
    private let output: (SheetRow) throws -> Void

    private var buffer: [SheetRow] = []
    private var plan: TablePlan?
    private var filler = LabelFiller(columns: [], merges: [])
    private var groups = GroupFiller()
    private var tally = TidyTally(columns: 0)
    private var parents: ParentWatch?
    private var report = TidyReport()
    private var held: [Held] = []
    /// The row before was no data: what stands alone after it is rather a note.
    private var isAfterBreak = false

    /// A filter for the rows of one sheet.
    ///
    /// - Parameters:
    ///   - file: name for messages.
    ///   - sheet: name for messages; nil for a text file.
    ///   - merges: merged ranges of the sheet; none for a text file.
    ///   - output: takes the heading, then each row of data, numbered from 0.
    public init(
        file: String, sheet: String?, merges: [CellRange], labels: LabelTable, options: TidyOptions,
        output: @escaping (SheetRow) throws -> Void
    ) {
        self.file = file
        self.sheet = sheet
        self.merges = MergeIndex(merges, rows: HeadingFinder.depth + 3)
        self.labels = labels
        self.options = options
        self.output = output
    }

    /// Takes the next row of the sheet, from the top.
    ///
    /// - Throws: `ToolError` when no heading is found (65) or a unit is not known (64); what `output` throws.
    public func add(_ row: SheetRow) throws {
        guard plan == nil else { return try judge(row) }
        buffer.append(row)
        if buffer.count >= Self.lookAhead { try settle() }
    }

    /// Ends the table.
    ///
    /// - Returns: what was done.
    /// - Throws: as `add`.
    public func finish() throws -> TidyReport {
        if plan == nil { try settle() }
        guard let plan else { return report }
        // From the first that reads as a note on, what stands at the end are notes.
        let notes = held.firstIndex { $0.isNoteLike } ?? held.count
        let after = held[notes...]
        held.removeSubrange(notes...)
        try releaseHeld()
        if let last = groups.last() { try emit(last) }
        for note in after { drop(note.row, .note) }
        report.droppedRows[.note]?.sort()
        tally.report(&report, names: plan.oldNames)
        parents?.report(&report)
        report.notes = plan.notes + groups.notes
        return report
    }

    /// Decides on heading and columns, and sends on what was kept.
    private func settle() throws {
        let plan = try TablePlan(
            buffer, file: file, sheet: sheet, merges: merges, labels: labels, options: options)
        self.plan = plan
        report.headingRows = plan.heading.rows
        report.joinedHeadingRows = plan.heading.joined
        report.columns = plan.columns.map(\.name)
        report.kinds = plan.columns.map(\.kind)
        report.conversions = zip(plan.columns, plan.oldNames).compactMap { column, name in
            column.conversion.map { TidyReport.Conversion(column: name, from: $0.from, to: $0.to) }
        }
        for title in plan.heading.titles { drop(title, .title) }
        report.blankRows = buffer[..<plan.heading.end].count - plan.heading.titles.count - plan.heading.rows.count
        filler = LabelFiller(columns: plan.columns, merges: merges.below(plan.heading.rows.last ?? 0))
        tally = TidyTally(columns: plan.columns.count)
        parents = ParentWatch(columns: plan.columns, labels: labels)
        try output(SheetRow(number: 0, cells: plan.columns.map { Cell(text: $0.name) }))
        let rest = buffer[plan.heading.end...]
        let data = rest.filter { row in
            let filled = row.cells.reduce(0) { $0 + (CellTidier.isFilled($1) ? 1 : 0) }
            return filled > 0 && !plan.heading.isRepeated(row) && plan.judge.kind(of: row, filled: filled) == .data
        }
        groups = GroupFiller(
            plan.columns, rows: data, merges: merges.below(plan.heading.rows.last ?? 0), labels: labels)
        buffer = []
        for row in rest { try judge(row) }
    }

    private func judge(_ raw: SheetRow) throws {
        guard let plan else { return }
        guard raw.cells.contains(where: { CellTidier.isFilled($0) }) else {
            report.blankRows += 1
            isAfterBreak = true
            return
        }
        if plan.heading.isRepeated(raw) {
            try dropPageTitles(plan)
            drop(raw, .repeatedHeading)
            return
        }
        var row = raw
        let merged = filler.followMerges(&row)
        let filled = row.cells.reduce(0) { $0 + (CellTidier.isFilled($1) ? 1 : 0) }
        switch plan.judge.kind(of: raw, filled: filled) {
        case .total:
            try releaseHeld()
            drop(row, .total)
        case .pageMark:
            try releaseHeld()
            drop(row, .pageMark)
        case .note:
            drop(row, .note)
        case .pageNumber:
            drop(row, .repeatedHeading)
        case .sparse(let isSentence):
            let isNoteLike = isSentence || isAfterBreak || held.last?.isNoteLike ?? false
            try hold(Held(row: row, filled: merged, isNoteLike: isNoteLike))
        case .data where plan.heading.isTitle(row):
            drop(row, .repeatedHeading)
        case .data
        where plan.heading.mayBePageTitle(cells: filled) && !hasFigures(row, plan)
            && plan.heading.isPageTitle(row):
            try hold(Held(row: row, filled: merged, isNoteLike: false))
        case .ofWhich:
            report.ofWhichRows.append(row.number)
            try send(row, filled: merged)
        case .data:
            try send(row, filled: merged)
        }
    }

    private func hasFigures(_ row: SheetRow, _ plan: TablePlan) -> Bool {
        plan.columns.contains { column in
            guard column.kind == .amount, let cell = row[column.index] else { return false }
            if case .text(let text) = cell.value { return TidyNumber(text) != nil }
            return cell.value != .empty
        }
    }

    private func drop(_ row: SheetRow, _ reason: TidyReport.Reason) {
        report.droppedRows[reason, default: []].append(row.number)
        isAfterBreak = true
    }

    private func hold(_ one: Held) throws {
        held.append(one)
        if held.count > Self.mostHeld { try write(held.removeFirst()) }
    }

    private func send(_ row: SheetRow, filled: [Int]) throws {
        try releaseHeld()
        try write(Held(row: row, filled: filled, isNoteLike: false))
        isAfterBreak = false
    }

    /// What was held turned out to be data.
    private func releaseHeld() throws {
        guard !held.isEmpty else { return }
        let rows = held
        held = []
        for row in rows { try write(row) }
    }

    /// Of the rows held above a repeated heading, those that are titles of the page go; the rest is data.
    private func dropPageTitles(_ plan: TablePlan) throws {
        var titles: [Held] = []
        while let last = held.last, plan.heading.isPageTitle(last.row) { titles.append(held.removeLast()) }
        try releaseHeld()
        for title in titles.reversed() {
            if !plan.heading.isSamePageTitle(title.row) {
                let texts = title.row.cells.compactMap { $0 }.map { TextNormalizer.narrowed($0.shown) }
                report.pageTitles.append((title.row.number, texts.filter { !$0.isEmpty }.joined(separator: " ")))
            }
            drop(title.row, .repeatedHeading)
        }
    }

    private func write(_ one: Held) throws {
        guard let plan else { return }
        let row = one.row
        var cells: [Cell?] = []
        cells.reserveCapacity(plan.columns.count)
        for (position, column) in plan.columns.enumerated() {
            guard let cell = row[column.index] else {
                cells.append(nil)
                continue
            }
            if cell.lacksCachedValue, cell.value == .empty { report.formulasWithoutValue += 1 }
            let (new, fits) = CellTidier.tidied(cell, in: column)
            if !fits {
                let place = CellReference(row: row.number, column: column.index)
                tally.misfit(position, at: place, text: TextNormalizer.trimmed(cell.shown))
            }
            cells.append(new)
        }
        let first = plan.columns.first?.index ?? 0
        let range = first..<(first + plan.columns.count)
        tally.fill(one.filled.filter { range.contains($0) }.map { $0 - first })
        tally.fill(filler.fillBlanks(&cells))
        if row.cells.indices.contains(where: { !range.contains($0) && CellTidier.isFilled(row.cells[$0]) }) {
            report.outsideRows.append(row.number)
        }
        if let known = groups.pass(GroupFiller.Passing(row: row, cells: cells)) { try emit(known) }
    }

    private func emit(_ one: GroupFiller.Passing) throws {
        tally.fill(one.filled)
        // The row after it may be known already.
        if !report.ofWhichRows.suffix(2).contains(one.row.number) { parents?.add(one.row, one.cells) }
        report.dataRows += 1
        try output(SheetRow(number: report.dataRows, cells: one.cells))
    }
}
