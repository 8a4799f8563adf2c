import Assessment
import Foundation
import Spreadsheet

/// A submission written as a small text grid. Marks ①②③ in it are taken out and remembered with their cell, so that a
/// test names the spot that must be flagged without counting rows.
///
///     ! 指标表             what was brought: 指标表, 导出; 节选, 填表
///     # 单位名称=甲        facts; without a text only the place
///     & 甲单位|乙单位②      places that name the unit
///     % 表题改了③          a difference from the blank; alone: the same as the blank
///     @ 产出指标|数量指标|场次|≥20场       an indicator of the goal declaration
///     注：…               a printed note
///     $ 合计|全年预算数=10②|全年执行数=9     a row of the money block
///     一级|二级|三级|年度指标值|实际完成值|分值|得分|原因     headings, then rows; 合计 is the row of totals
///
/// A heading, a label, a row or a column of the money block that begins with ? was not understood.
/// Level labels are filled down; one may state its points (产出指标（50分）), or a row of labels alone. A cell that begins with ~ is left of
/// the blank, one that begins with ^ is hidden.
struct Grid {
    var submission: Submission
    var marks: [Character: Source] = [:]
    var purpose = AssessmentPurpose.checked
    /// What was not understood, by its name.
    private var unread: [(name: String, place: UnreadPlace)] = []
    private var columns: [IndicatorColumn?] = []

    private static let headings: [String: IndicatorColumn] = [
        "一级": .level1, "二级": .level2, "三级": .name, "年度指标值": .target, "实际完成值": .actual, "分值": .weight,
        "得分": .score, "原因": .reason, "评分标准": .criterion, "系数": .coefficient, "系数（%）": .coefficient, "单位": .unit,
    ]

    init(_ text: String) {
        submission = Submission(source: Source(file: "表.csv"))
        for (row, line) in text.split(separator: "\n").enumerated() {
            var cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            for column in cells.indices { cells[column] = takeMarks(cells[column], row, column) }
            switch cells[0].first {
            case "!": addKind(cells[0])
            case "#": addFact(cells[0], row)
            case "&", "%", "@", "注": addRemark(cells, row)
            case "$": addMoney(cells, row)
            default:
                if columns.isEmpty { addHeadings(cells, row) } else { addRow(cells, row) }
            }
        }
    }

    var account: FormAccount {
        var account = FormAccount()
        account.unread = unread.map(\.place)
        return account
    }

    /// Names a place as not understood, or adds a cell to it.
    private mutating func addUnread(
        _ kind: UnreadPlace.Kind, _ name: String, _ row: Int, _ column: Int, _ text: String
    ) {
        let cell = CellReference(row: row, column: column)
        if !unread.contains(where: { $0.name == name }) {
            unread.append((name, UnreadPlace(kind, source: source(row, column, name), cells: [cell], isBlocking: true)))
        }
        for index in unread.indices where unread[index].name == name && !text.isEmpty {
            if !unread[index].place.cells.contains(cell) { unread[index].place.cells.append(cell) }
            if Quantity(text).number != nil { unread[index].place.holdsFigures = true }
        }
    }

    private func source(_ row: Int, _ column: Int, _ text: String) -> Source {
        Source(file: "表.csv", cell: CellReference(row: row, column: column), text: text)
    }

    /// The text of a cell without what it says of itself.
    private mutating func takeMarks(_ cell: String, _ row: Int, _ column: Int) -> String {
        var text = cell
        var isFiller = false
        var isHidden = false
        for mark in "①②③④⑤" where text.contains(mark) {
            text.removeAll { $0 == mark }
            marks[mark] = source(row, column, text)
        }
        if text.contains("~") {
            text.removeAll { $0 == "~" }
            isFiller = true
        }
        if text.contains("^") {
            text.removeAll { $0 == "^" }
            isHidden = true
        }
        let found = SourcedText(text, source: source(row, column, text))
        if isFiller { submission.fillers.append(found) }
        if isHidden { submission.hidden.append(found) }
        return text
    }

    private mutating func addKind(_ cell: String) {
        if cell.contains("指标表") { submission.kind = .table }
        if cell.contains("导出") { submission.kind = .export }
        if cell.contains("填表") { purpose = .toBeFilled(asksForReasons: true) }
        if cell.contains("节选") { submission.isExcerpt = true }
    }

    private mutating func addFact(_ cell: String, _ row: Int) {
        let parts = cell.dropFirst().split(separator: "=", omittingEmptySubsequences: false)
        let name = parts[0].trimmingCharacters(in: .whitespaces)
        let text = String(parts[1])
        if name.hasPrefix("?") {
            addUnread(.fact, String(name.dropFirst()), row, 0, text)
            return
        }
        let label = FactName(name)
        submission.factPlaces[label] = source(row, 0, text)
        if !text.isEmpty { submission.facts[label] = SourcedText(text, source: source(row, 0, text)) }
    }

    private mutating func addRemark(_ cells: [String], _ row: Int) {
        let texts = cells.enumerated().map { column, cell in
            let text = column == 0 ? cell.dropFirst().trimmingCharacters(in: .whitespaces) : cell
            return SourcedText(text, source: source(row, column, text))
        }
        switch cells[0].first {
        case "&": submission.unitNames += texts
        case "%":
            let found = texts.filter { !$0.text.isEmpty }.map {
                LayoutDifference(source: $0.source, found: $0.text, expected: "空表的标签", message: "与空表不同。")
            }
            submission.differences = (submission.differences ?? []) + found
        case "@":
            var indicator = Indicator(source: texts[0].source)
            indicator.level1 = texts[0].text
            indicator.level2 = texts[1].text
            indicator.name = texts[2].text
            indicator.target = Target(text: texts[3].text, source: texts[3].source)
            submission.declared = (submission.declared ?? []) + [indicator]
        default: submission.printedNotes.append(SourcedText(cells[0], source: source(row, 0, cells[0])))
        }
    }

    private mutating func addMoney(_ cells: [String], _ row: Int) {
        var line = BudgetLine(name: cells[0].dropFirst().trimmingCharacters(in: .whitespaces))
        for (column, cell) in cells.enumerated().dropFirst() {
            let parts = cell.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            if let unknown = [line.name, parts[0]].first(where: { $0.hasPrefix("?") }) {
                addUnread(.money, String(unknown.dropFirst()), row, unknown == line.name ? 0 : column, "")
                addUnread(.money, String(unknown.dropFirst()), row, column, parts[1])
                continue
            }
            guard let role = BudgetColumn(rawValue: parts[0]), role == .reason || !parts[1].isEmpty else { continue }
            let place = source(row, column, parts[1])
            if role == .reason {
                line.reason = SourcedText(parts[1], source: place)
            } else {
                line.amounts[role] = SourcedNumber(text: parts[1], source: place)
            }
        }
        if !line.name.hasPrefix("?") { submission.budget.append(line) }
    }

    private mutating func addHeadings(_ cells: [String], _ row: Int) {
        columns = cells.map { Self.headings[$0] }
        for (column, heading) in cells.enumerated() where heading.hasPrefix("?") {
            addUnread(.column, String(heading.dropFirst()), row, column, "")
        }
        submission.columns = cells.enumerated().map { column, heading in
            (Self.headings[heading], SourcedText(heading, source: source(row, column, heading)))
        }
    }

    private mutating func addRow(_ cells: [String], _ row: Int) {
        var indicator = Indicator(source: source(row, 0, cells[0]))
        for (column, text) in cells.enumerated() {
            guard column < columns.count else { continue }
            guard let role = columns[column] else {
                let heading = submission.columns[column].heading.text
                if heading.hasPrefix("?") { addUnread(.column, String(heading.dropFirst()), row, column, text) }
                continue
            }
            let place = source(row, column, text)
            indicator.places[role] = place
            guard !text.isEmpty else { continue }
            switch role {
            case .level1: indicator.level1 = text
            case .level2: indicator.level2 = text
            case .name: indicator.name = text
            case .target: indicator.target = Target(text: text, source: place)
            case .actual:
                indicator.actual = SourcedText(text, source: place)
                indicator.actualQuantity = Quantity(reached: text, for: indicator.target)
                indicator.readFigureOfTarget()
                indicator.isNotApplicable = text == "不适用"
            case .weight: indicator.weight = SourcedNumber(text: text, source: place)
            case .score: indicator.givenScore = SourcedNumber(text: text, source: place)
            case .reason: indicator.reason = SourcedText(text, source: place)
            case .coefficient: indicator.coefficient = SourcedNumber(text: text, source: place)
            case .comparison, .unit, .initialTarget, .criterion, .explanation: break
            }
        }
        if indicator.level1 == "合计" {
            submission.printedWeightTotal = indicator.weight
            submission.printedTotal = indicator.givenScore
            if let grade = indicator.reason { submission.printedGrade = grade }
            return
        }
        addGroups(&indicator)
        if indicator.name.isEmpty, let last = submission.groups.indices.last {
            submission.groups[last].statedWeight = indicator.weight
        } else {
            submission.indicators.append(indicator)
        }
    }

    /// Takes the points out of level labels and fills the labels down.
    private mutating func addGroups(_ indicator: inout Indicator) {
        let last = submission.groups.last
        if indicator.level1.isEmpty { indicator.level1 = last?.level1 ?? "" }
        let points1 = Self.takePoints(&indicator.level1)
        if indicator.level1 != last?.level1 {
            addGroup(indicator, .level1, points1)
        } else if indicator.level2.isEmpty {
            indicator.level2 = last?.level2 ?? ""
        }
        let points2 = Self.takePoints(&indicator.level2)
        if !indicator.level2.isEmpty, indicator.level2 != submission.groups.last?.level2 {
            addGroup(indicator, .level2, points2)
        }
    }

    private mutating func addGroup(_ indicator: Indicator, _ role: IndicatorColumn, _ points: String?) {
        let place = indicator.place(role)
        submission.groups.append(
            IndicatorGroup(
                level1: indicator.level1, level2: role == .level2 ? indicator.level2 : "",
                statedWeight: points.map { SourcedNumber(text: $0, source: place) }, source: place))
    }

    private static func takePoints(_ label: inout String) -> String? {
        guard label.hasSuffix("分）"), let open = label.lastIndex(of: "（") else { return nil }
        let points = String(label[label.index(after: open)...].dropLast(2))
        label = String(label[..<open])
        return points
    }
}

extension Standard {
    /// A standard with one money block, grades and the three qualitative bands, for tests.
    static func sample(place: ExecutionRatePlace = .indicator) -> Standard {
        var standard = Standard()
        standard.budgetBlocks = [BudgetBlock(title: "按资金来源", total: "合计", parts: ["财政拨款", "其他资金"])]
        standard.grades = [
            Grade(name: "优", from: 90), Grade(name: "良", from: 80), Grade(name: "中", from: 60),
            Grade(name: "差", from: 0),
        ]
        standard.bands = [
            Band(names: ["达成预期指标", "达成"], from: 80, to: 100),
            Band(names: ["部分达成"], from: 60, to: 80), Band(names: ["未达成"], from: 0, to: 60),
        ]
        standard.executionRatePlace = place
        if place == .budget { standard.executionRateWeight = 10 }
        return standard
    }

    /// The sample with fixed levels and weights.
    static func levelled() -> Standard {
        var standard = sample()
        standard.fixedLevels = [
            ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]), ("效益指标", ["社会效益指标", "生态效益指标"]),
            ("满意度指标", ["服务对象满意度指标"]),
        ]
        standard.fixedWeights = [("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)]
        return standard
    }
}
