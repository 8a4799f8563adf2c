import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Learns a bureau's blank: labels tell what each cell is, notes tell weights, grades and limits.
public struct BlankLearner {
    let page: FormPage
    let table: IndicatorTable
    let labels: LabelTable
    let generic: Template
    var form = LearnedForm()
    /// Rows that belong to a block, and are not looked at for facts.
    var taken: Set<Int> = []

    /// Learns the form in a workbook.
    ///
    /// - Parameters:
    ///   - generic: What all forms have in common: words for rows of money.
    ///   - sheet: The form's sheet, by name or by number from 1; nil where there is but one.
    /// - Throws: `ToolError`: 65 when no sheet has headings of indicators, or several have and none is named; 64 when there is no such sheet.
    public static func learn(
        _ blank: Workbook, labels: LabelTable, generic: Template, sheet: String? = nil
    ) throws -> LearnedForm {
        var pages = FormPage.all(of: blank, words: FormWords(template: generic, labels: labels))
        if let sheet {
            let index = try WorkbookView.sheetIndex(sheet, in: blank)
            pages = pages.filter { $0.page.index == index }
        }
        if pages.count > 1 { throw several(pages.map(\.page), in: blank) }
        guard let (page, table) = pages.first else {
            throw ToolError(
                code: .noTable, message: "\(blank.fileName) 里找不到绩效指标的表头（要有三级指标或指标名称、分值等列），认不出这张空表",
                advice: "请确认选对了文件；表头写成别的名字时，请告诉维护者，或在 Templates/labels.yaml 里补上同义词。",
                place: Source(file: blank.fileName))
        }
        var learner = BlankLearner(page: page, table: table, labels: labels, generic: generic)
        learner.form.sheet = page.view.sheet.name
        learner.form.isOneOfSheets = blank.sheets.count > 1 && blank.hasSheetNames
        learner.learn()
        return learner.form
    }

    /// Nobody knows which of several forms is meant.
    private static func several(_ pages: [FormPage], in blank: Workbook) -> ToolError {
        let names = pages.map(\.view.sheet.name)
        return ToolError(
            code: .twoTables,
            message:
                "\(blank.fileName) 里有 \(pages.count) 张空表：\(names.map { "〔\($0)〕" }.joined(separator: "、"))，不知道用哪一张",
            advice: "一次用一张：请加 --sheet 指明工作表的名字或序号，例如 --sheet \(names[0])；几张都要用时，用 learn 一张一张学，各起一个 --id。",
            place: Source(file: blank.fileName))
    }

    private init(page: FormPage, table: IndicatorTable, labels: LabelTable, generic: Template) {
        self.page = page
        self.table = table
        self.labels = labels
        self.generic = generic
    }

    private mutating func learn() {
        askWhetherFilled()
        let read = IndicatorBlockReader(page: page, table: table).read()
        taken.formUnion(table.headingRows)
        if let block = read.block { taken.formUnion(block.rows) }
        if let row = read.totalRow { taken.insert(row) }
        learnTitle()
        learnIndicators(read.block)
        learnMoney(read.block)
        learnNotes()
        concludeRateWeight()
        learnTasks()
        learnFields(lastBlockRow: max(taken.max() ?? 0, read.totalRow ?? 0))
        nameTheFile()
    }

    mutating func ask(_ cell: CellReference?, _ text: String) {
        form.questions.append(.init(cell: cell, text: text))
    }

    /// A form that somebody filled holds what is his: it is no blank, and says so first.
    private mutating func askWhetherFilled() {
        let own = [IndicatorColumn.actual, .score].compactMap { table.column($0) }
        guard own.count == 2 else { return }
        let filled = table.rows.filter { row in
            own.allSatisfy { column in
                let text = page.text(CellReference(row: row, column: column))
                return !TextNormalizer.isBlank(text) && text.contains { $0.isNumber }
            }
        }
        guard filled.count >= 2, let first = filled.first else { return }
        ask(
            CellReference(row: first, column: own[0]),
            "这张表看来是填过的（\(filled.count) 行指标有完成值和得分）：表里填的内容会留在空表里，以后每张表都带着。请换用没有填过的空表，或先把填的内容删掉再学。")
    }

    // MARK: Title

    private mutating func learnTitle() {
        let rows = (0...min(5, page.last.row)).flatMap { row in page.texts(in: row).map { (row, $0.column, $0.text) } }
        let title = rows.first { TextNormalizer.key($0.2).hasSuffix("表") && $0.2.count >= 4 } ?? rows.first
        form.title = title.map { $0.2.filter { !$0.isNewline } } ?? form.sheet
        if let title { taken.insert(title.0) }
        if let line = page.yearLine {
            form.year = FactCollector.year(in: page.text(line)) ?? ""
        }
        if title == nil { ask(nil, "没有找到表题，用了工作表的名字“\(form.sheet)”。") }
    }

    // MARK: Indicators

    private mutating func learnIndicators(_ block: FormMap.RepeatBlock?) {
        form.columns = IndicatorColumn.allCases.filter { role in table.column(role) != nil }
        for (column, role) in table.columns.map({ ($0.column, $0.role) }) {
            let heading = page.text(headingCell(column))
            if let role, let usual = labels.indicatorColumn(heading), usual != role {
                form.renamed.append((role, heading))
            }
        }
        for column in table.columns where column.role == nil && column.pointsOf == nil {
            let place = headingCell(column.column)
            ask(place, "不认识“\(page.text(place))”这一列：指标表里有同名的列就照填，没有就空着。")
        }
        guard let block else {
            ask(nil, "绩效指标的表头下面没有带边框的空行，填不进指标。")
            return
        }
        for row in block.printed {
            guard !row.level1.isEmpty else { continue }
            let label = Label(row.level1, isLevel: true)
            let name = label.words
            if Indicator.isExecutionRate(name) { continue }
            if form.levels.last?.name != name {
                form.levels.append(.init(name: name, printed: row.level1, weight: label.points))
            }
            let last = form.levels.count - 1
            if row.kind == .group, row.level2.isEmpty, form.levels[last].weight == nil {
                form.levels[last].weight = row.weight?.value
            }
            let child = row.level2.filter { !$0.isNewline }
            if !child.isEmpty, !form.levels[last].children.contains(child) { form.levels[last].children.append(child) }
        }
        let own = block.printed.first { Indicator.isExecutionRate(Label($0.level1, isLevel: true).name) }
        if let own {
            form.ratePlace = .indicator
            form.rateWeight = own.weight?.value ?? Label(own.level1, isLevel: true).points
        } else if block.printed.contains(where: { Indicator.isExecutionRate($0.name) }) {
            // Within another group its points are that group's.
            form.ratePlace = .indicator
        }
    }

    /// The cell of a column's heading, which may be merged over both rows of headings.
    private func headingCell(_ column: Int) -> CellReference {
        page.range(at: CellReference(row: table.headingRows.upperBound, column: column)).first
    }

    // MARK: Notes

    private mutating func learnNotes() {
        // The line under a note goes on with it when it begins with its number.
        var isOpen = false
        for row in 0...page.last.row {
            let texts = page.texts(in: row)
            let goesOn = isOpen && texts.first?.text.first?.isNumber == true
            isOpen = goesOn || texts.first.map { labels.isNote($0.text) && $0.text.count > 8 } ?? false
            for (column, text) in texts.map({ ($0.column, $0.text) }) where text.count > 8 {
                let isSaid = isOpen || labels.fillers.isInstruction(text) || text.contains("分值") || text.contains("以上为")
                let isPrompt = labels.fillers.isLeft(in: text, isValue: true) && !labels.fillers.isInstruction(text)
                guard isSaid, !isPrompt else { continue }
                NoteReader(text: text).read(into: &form)
                if isOpen, page.range(at: CellReference(row: row, column: column)).columns.count > 3 {
                    taken.insert(row)
                }
            }
        }
    }

    // MARK: Tasks and fields

    private mutating func learnTasks() {
        guard let block = page.tasks else { return }
        taken.insert(block.headingRow)
        taken.formUnion(block.rows)
    }

    private mutating func learnFields(lastBlockRow: Int) {
        if page.yearLine != nil {
            form.fields.insert(.init(label: .year, printed: FactName.year.rawValue, isRequired: true), at: 0)
        }
        let slots = SlotFinder(page: page, labels: labels)
        for row in 0...page.last.row where !taken.contains(row) {
            for text in page.texts(in: row) {
                learnField(
                    CellReference(row: row, column: text.column), text.text, slots, isSignature: row > lastBlockRow)
            }
        }
    }

    private mutating func learnField(
        _ cell: CellReference, _ text: String, _ slots: SlotFinder, isSignature: Bool
    ) {
        guard text.count <= 30, !labels.isTotal(text), cell != page.yearLine, isLabel(text) else { return }
        let plain = TextNormalizer.narrowed(text)
        // A prompt stands in a slot; it is no label. 单位：万元 says what amounts are in.
        if form.fields.contains(where: { $0.slot == cell }) || MoneyUnit.isStatement(text) { return }
        let range = page.range(at: cell)
        let boxed = slots.boxedSlot(of: range)
        let known = page.words.namedFact(Label(text)) ?? kindred(text)
        guard let slot = boxed ?? (plain.hasSuffix(":") ? cell : nil) ?? (known == nil ? nil : looseSlot(of: range))
        else { return }
        if known == .total || known == .grade { return }
        if let known, slot.row > range.last.row, headsOthers(range, known) { return }
        let own = Label(text).title
        var label = known ?? FactName(own)
        if let other = form.fields.firstIndex(where: { $0.label == label }) {
            // Of two labels for one fact the listed one keeps its name: the other is called as it is printed.
            let isListed = page.words.fact(Label(text)) != nil
            let keeps = !isListed || page.words.fact(Label(form.fields[other].printed)) != nil
            if keeps { label = FactName(own) } else { form.fields[other].label = FactName(form.fields[other].printed) }
        }
        guard !own.isEmpty, !form.fields.contains(where: { $0.label == label }) else {
            ask(cell, "“\(own)”在表上出现不止一次，只认第一处。")
            return
        }
        var field = LearnedForm.Field(label: label, printed: own, slot: slot)
        field.limit = NoteReader.limit(in: text) ?? NoteReader.limit(in: page.text(slot))
        field.isRequired = Self.required.contains(label) || field.limit != nil
        field.isSignature = isSignature && plain.hasSuffix(":")
        form.fields.append(field)
        if known == nil {
            ask(cell, "“\(own)”不是常见的项目，按可填的项目处理，填在 \(slot)；数据里用同样的名字就能填进去。")
        }
    }

    /// Whether a text can be the label of a slot: no number, no sentence, no heading or row of the money.
    private func isLabel(_ text: String) -> Bool {
        let label = Label(text)
        guard label.name.contains(where: { $0.isLetter }), !text.contains(where: { "，。；".contains($0) }) else {
            return false
        }
        return page.words.namedFact(label) != nil
            || labels.budgetColumn(label) == nil && generic.budgetRowName(of: label) == nil
    }

    /// The fact that a label names with a word before it (市级主管部门, 预算部门名称), where no other label of the form may be meant.
    private func kindred(_ text: String) -> FactName? {
        func names(_ text: String) -> [FactName] {
            let name = Label.name(of: text)
            guard (4...14).contains(name.count) else { return [] }
            // 年度履职目标: whatever stands before it, it is the goal of the year.
            if name.hasSuffix("目标") { return [.goal] }
            return (1...(name.count - 3)).compactMap { labels.fact(String(name.dropFirst($0))) }
        }
        guard let fact = names(text).first(where: Self.required.contains),
            !form.fields.contains(where: { $0.label == fact })
        else { return nil }
        let own = Label.name(of: text)
        let isElsewhere = (0...page.last.row).contains { row in
            page.texts(in: row).contains { other in
                Label.name(of: other.text) != own
                    && (labels.fact(other.text) == fact
                        || names(other.text).first(where: Self.required.contains) == fact)
            }
        }
        return isElsewhere ? nil : fact
    }

    /// The empty cell right of a label that is known, drawn as a box or not; the label's own cell where it stands alone.
    private func looseSlot(of label: CellRange) -> CellReference? {
        let right = CellReference(row: label.first.row, column: label.last.column + 1)
        if right.column <= page.last.column { return !page.isCovered(right) && page.text(right).isEmpty ? right : nil }
        return label.first
    }

    /// Whether a label with its slot under it heads a row of labels, of which another means the same: it names the block.
    private func headsOthers(_ label: CellRange, _ fact: FactName) -> Bool {
        let texts = page.texts(in: label.first.row)
        return texts.first?.column == label.first.column
            && texts.dropFirst().contains { page.words.namedFact($0.label) == fact }
    }

    private static let required: Set<FactName> = [.unit, .project, .year, .authority, .executor, .goal, .outcome]

    private mutating func nameTheFile() {
        let names = [FactName.project, .unit]
        form.nameField = names.first { name in form.fields.contains { $0.label == name } } ?? .unit
        if !form.fields.contains(where: { $0.label == form.nameField }) {
            ask(nil, "表上没有“项目名称”或“单位名称”，文件名里用数据里的单位名称。")
            form.fields.append(.init(label: form.nameField, printed: form.nameField.rawValue))
        }
    }
}
