import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Learns a bureau's blank: labels tell what each cell is, notes tell weights, grades and limits.
public struct BlankLearner {
    private let page: FormPage
    private let table: IndicatorTable
    private let labels: LabelTable
    private let generic: Template
    private var form = LearnedForm()
    /// Rows that belong to a block, and are not looked at for facts.
    private var taken: Set<Int> = []

    /// Learns the form in a workbook.
    ///
    /// - Parameter generic: What all forms have in common: words for rows of money.
    /// - Throws: `ToolError` (65) when no sheet has headings of indicators.
    public static func learn(_ blank: Workbook, labels: LabelTable, generic: Template) throws -> LearnedForm {
        guard let (index, table) = FormPage.indicatorTable(of: blank, template: nil, labels: labels) else {
            throw ToolError(
                code: .noTable, message: "\(blank.fileName) 里找不到绩效指标的表头（要有三级指标或指标名称、分值等列），认不出这张空表",
                advice: "请确认选对了文件；表头写成别的名字时，请告诉维护者，或在 Templates/labels.yaml 里补上同义词。",
                place: Source(file: blank.fileName))
        }
        var learner = BlankLearner(
            page: FormPage(blank, sheet: index), table: table, labels: labels, generic: generic)
        learner.form.sheet = blank.sheets[index].name
        learner.learn()
        return learner.form
    }

    private init(page: FormPage, table: IndicatorTable, labels: LabelTable, generic: Template) {
        self.page = page
        self.table = table
        self.labels = labels
        self.generic = generic
    }

    private mutating func learn() {
        let read = IndicatorBlockReader(page: page, table: table, labels: labels).read()
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

    private mutating func ask(_ cell: CellReference?, _ text: String) {
        form.questions.append(.init(cell: cell, text: text))
    }

    // MARK: Title

    private mutating func learnTitle() {
        let rows = (0...min(5, page.last.row)).flatMap { row in page.texts(in: row).map { (row, $0.column, $0.text) } }
        let title = rows.first { TextNormalizer.key($0.2).hasSuffix("表") && $0.2.count >= 4 } ?? rows.first
        form.title = title.map { $0.2.filter { !$0.isNewline } } ?? form.sheet
        if let title { taken.insert(title.0) }
        if let line = page.yearLine {
            form.year = FactReader.year(in: page.text(line)) ?? ""
        }
        if title == nil { ask(nil, "没有找到表题，用了工作表的名字“\(form.sheet)”。") }
    }

    // MARK: Indicators

    private mutating func learnIndicators(_ block: FormMap.RepeatBlock?) {
        form.columns = IndicatorColumn.allCases.filter { role in table.column(role) != nil }
        for (column, role) in table.columns {
            let heading = page.text(CellReference(row: table.headingRows.upperBound, column: column))
            if let role, let usual = labels.indicatorColumn(heading), usual != role {
                form.renamed.append((role, heading))
            }
        }
        for (column, role) in table.columns where role == nil {
            let place = CellReference(row: table.headingRows.upperBound, column: column)
            ask(place, "不认识“\(page.text(place))”这一列：指标表里有同名的列就照填，没有就空着。")
        }
        guard let block else {
            ask(nil, "绩效指标的表头下面没有带边框的空行，填不进指标。")
            return
        }
        for row in block.printed {
            guard !row.level1.isEmpty else { continue }
            let name = LevelLabels.split(row.level1.filter { !$0.isWhitespace }).name
            if name.contains("执行率") { continue }
            if form.levels.last?.name != name {
                form.levels.append(.init(name: name, printed: row.level1, weight: LevelText.points(of: row.level1)))
            }
            let last = form.levels.count - 1
            if row.kind == .group, row.level2.isEmpty, form.levels[last].weight == nil {
                form.levels[last].weight = row.weight?.value
            }
            let child = row.level2.filter { !$0.isNewline }
            if !child.isEmpty, !form.levels[last].children.contains(child) { form.levels[last].children.append(child) }
        }
        if let rate = block.printed.first(where: { $0.name.contains("执行率") || $0.level1.contains("执行率") }) {
            form.ratePlace = .indicator
            form.rateWeight = rate.weight?.value ?? LevelText.points(of: rate.level1)
        }
    }

    // MARK: Money

    private mutating func learnMoney(_ block: FormMap.RepeatBlock?) {
        let own = table.headingRows.lowerBound...(block?.rows.upperBound ?? table.headingRows.upperBound)
        let reader = MoneyBlockReader(page: page, template: generic, labels: labels)
        var unit: String?
        var row = 0
        while row <= page.last.row {
            let columns = own.contains(row) ? [:] : reader.headings(row)
            guard columns[.adjusted] != nil, columns[.executed] != nil, let left = columns.values.min() else {
                row += 1
                continue
            }
            unit = unit ?? statedUnit(upTo: row)
            taken.insert(row)
            let next = learnGrid(row, left: left, columns: columns, own: own, reader: reader)
            row = max(next, row + 1)
        }
        if let unit {
            form.moneyUnit = unit
        } else if !form.budgetRows.isEmpty {
            ask(nil, "表上没有印金额单位，按万元理解。")
        }
    }

    private func statedUnit(upTo row: Int) -> String? {
        (0...row).reversed().lazy.flatMap { page.texts(in: $0) }.compactMap { MoneyUnit.stated(in: $0.text) }.first
    }

    private mutating func learnGrid(
        _ heading: Int, left: Int, columns: [BudgetColumn: Int], own: ClosedRange<Int>, reader: MoneyBlockReader
    ) -> Int {
        var names: [String] = []
        var row = heading + 1
        var totalCell: CellReference?
        while row <= page.last.row, !own.contains(row), reader.headings(row).count < 2,
            let cell = reader.nameCell(row, leftOf: left), let slot = columns[.executed],
            isAmountSlot(CellReference(row: row, column: slot)), labels.fact(page.text(cell)) == nil
        {
            let name = Self.rowName(page.text(cell))
            let known = generic.budgetRowName(of: name)
            if !form.budgetRows.contains(where: { $0.name == name }) {
                let words = generic.budgetRows.first { $0.name == known }.map { [$0.name] + $0.synonyms } ?? []
                form.budgetRows.append(.init(name: name, synonyms: words.filter { $0 != name }))
            }
            if known == generic.standard.budgetTotalName || Self.isTotal(name), totalCell == nil { totalCell = cell }
            names.append(name)
            taken.insert(row)
            row += 1
        }
        guard let first = names.first else {
            // 年初预算数 and the others may stand side by side, each before its slot.
            guard reader.besides(heading, columns: columns) != nil else { return row }
            let name = generic.standard.budgetTotalName
            form.budgetRows.append(.init(name: name, synonyms: []))
            form.blocks.append(.init(title: name, total: name, parts: []))
            return row
        }
        let total = totalCell.map { Self.rowName(page.text($0)) } ?? first
        if totalCell == nil, names.count > 1 {
            ask(CellReference(row: heading + 1, column: 0), "资金各行里没有“总额”“合计”一类的行，把第一行“\(first)”当作合计。")
        }
        let title = reader.nameCell(heading, leftOf: left).map { Self.rowName(page.text($0)) } ?? "资金"
        form.blocks.append(.init(title: title, total: total, parts: names.filter { $0 != total }))
        learnRate(columns, heading: heading, totalRow: totalCell?.row ?? heading + 1)
        return row
    }

    private func isAmountSlot(_ cell: CellReference) -> Bool {
        page.exists(cell) && (page.text(cell).isEmpty || TextNormalizer.isBlank(page.text(cell)))
    }

    /// 执行率 with points in the money block is scored there.
    private mutating func learnRate(_ columns: [BudgetColumn: Int], heading: Int, totalRow: Int) {
        guard columns[.score] != nil, form.ratePlace == .none else { return }
        form.ratePlace = .budget
        if let column = columns[.weight] { form.rateWeight = page.view.amount(totalRow, column).value }
    }

    /// What the groups leave of 100 is 预算执行率's, where the form scores it and prints no points for it.
    private mutating func concludeRateWeight() {
        let weights = form.levels.compactMap(\.weight)
        let sum = weights.reduce(0, +)
        guard form.ratePlace != .none, form.rateWeight == nil, !weights.isEmpty, weights.count == form.levels.count,
            sum < 100
        else { return }
        form.rateWeight = 100 - sum
        ask(nil, "预算执行率的分值没有印，各组分值合计 \(sum)，按余下的 \(100 - sum) 分处理。")
    }

    static func isTotal(_ name: String) -> Bool {
        ["总额", "合计", "总金额", "总计"].contains { name.hasSuffix($0) }
    }

    /// `其中：1.财政拨款` is 财政拨款.
    static func rowName(_ text: String) -> String {
        var name = text.filter { !$0.isWhitespace }
        for prefix in ["其中：", "其中:", "其中"] where name.hasPrefix(prefix) { name = String(name.dropFirst(prefix.count)) }
        while let first = name.first, first.isNumber || ".．、（）()".contains(first), name.count > 2 { name.removeFirst() }
        while let last = name.last, "：:".contains(last) { name.removeLast() }
        return LabelTable.plain(name).isEmpty ? name : Self.withoutUnit(name)
    }

    private static func withoutUnit(_ name: String) -> String {
        for unit in ["（万元）", "(万元)", "（元）", "(元)"] where name.hasSuffix(unit) {
            return String(name.dropLast(unit.count))
        }
        return name
    }

    // MARK: Notes

    private mutating func learnNotes() {
        // The line under a note goes on with it when it begins with its number.
        var isOpen = false
        for row in 0...page.last.row {
            let texts = page.texts(in: row)
            let goesOn = isOpen && texts.first?.text.first?.isNumber == true
            isOpen = goesOn || texts.first.map { labels.isNote($0.text) && $0.text.count > 8 } ?? false
            for (column, text) in texts where text.count > 8 {
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
        guard let block = TaskBlockReader(page: page).read() else { return }
        taken.insert(block.headingRow)
        taken.formUnion(block.rows)
        for number in 1...20 {
            for label in ["重点工作任务\(number)", "重点工作任务\(number)完成情况", "重点工作任务\(number)未完成原因"] {
                form.fields.append(.init(label: label, printed: label))
            }
        }
    }

    private mutating func learnFields(lastBlockRow: Int) {
        if page.yearLine != nil { form.fields.insert(.init(label: "年度", printed: "年度", isRequired: true), at: 0) }
        let slots = SlotFinder(page: page, labels: labels)
        for row in 0...page.last.row where !taken.contains(row) {
            for (column, text) in page.texts(in: row) {
                learnField(CellReference(row: row, column: column), text, slots, isSignature: row > lastBlockRow)
            }
        }
    }

    private mutating func learnField(
        _ cell: CellReference, _ text: String, _ slots: SlotFinder, isSignature: Bool
    ) {
        guard text.count <= 30, !labels.isTotal(text), cell != page.yearLine else { return }
        let plain = TextNormalizer.narrowed(text)
        // A prompt stands in a slot; it is no label. 单位：万元 says what amounts are in.
        if form.fields.contains(where: { $0.slot == cell }) || MoneyUnit.isStatement(text) { return }
        let range = page.range(at: cell)
        let boxed = slots.boxedSlot(of: range)
        guard let slot = boxed ?? (plain.hasSuffix(":") ? cell : nil) else { return }
        let known = labels.fact(text)
        if known == "总分" || known == "等级" { return }
        let own = Self.fieldName(text)
        var label = known ?? own
        if form.fields.contains(where: { $0.label == label }) { label = own }
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

    private static let required: Set<String> = [
        "单位名称", "项目名称", "年度", "主管部门", "实施单位", "年度总体目标", "完成情况",
    ]

    /// `填报单位（盖章）：` is 填报单位.
    static func fieldName(_ text: String) -> String {
        var name = text.filter { !$0.isWhitespace }
        while let last = name.last, "：:".contains(last) { name.removeLast() }
        if let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }), name.hasSuffix("）") || name.hasSuffix(")"),
            open > name.startIndex
        {
            name = String(name[..<open])
        }
        return name
    }

    private mutating func nameTheFile() {
        let names = ["项目名称", "单位名称"]
        form.nameField = names.first { name in form.fields.contains { $0.label == name } } ?? "单位名称"
        if !form.fields.contains(where: { $0.label == form.nameField }) {
            ask(nil, "表上没有“项目名称”或“单位名称”，文件名里用数据里的单位名称。")
            form.fields.append(.init(label: form.nameField, printed: form.nameField))
        }
    }
}
