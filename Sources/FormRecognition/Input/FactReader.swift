import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Reads facts: label and value side by side, `标签：值` in one cell, the year of a title, money by its label.
struct FactReader {
    let template: Template
    let labels: LabelTable
    /// What was found, by canonical label; the first of the highest priority stays.
    private(set) var facts: [String: (fact: SourcedText, priority: Int)] = [:]
    private(set) var money = MoneyFacts()
    private(set) var notes: [String] = []
    /// Where each fact stands, or would stand: the first place that a label shows.
    private(set) var places: [String: Source] = [:]
    /// Every text that stands beside a label of the unit's name.
    private(set) var unitNames: [SourcedText] = []
    /// The template's fields by the key of each word for them.
    private var fieldNames: [String: String] = [:]

    init(template: Template, labels: LabelTable) {
        self.template = template
        self.labels = labels
        for field in template.fields {
            for word in [field.label] + field.synonyms where fieldNames[LabelTable.plain(word)] == nil {
                fieldNames[LabelTable.plain(word)] = field.label
            }
        }
    }

    /// The canonical label of a fact that the template has, or that the label table knows.
    func label(_ text: String) -> String? {
        // 填报人：（略） is a label with its text, not 填报人 with a remark.
        guard Self.parts(text)?.value.isEmpty ?? true else { return nil }
        return fieldNames[LabelTable.plain(text)] ?? labels.fact(text)
    }

    /// What stands before and behind the first colon; nil where there is none.
    private static func parts(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
        return (String(text[..<colon]), value)
    }

    /// A fact given on the command line.
    ///
    /// - Throws: `ToolError` that lists the slots, when there is none of that name.
    mutating func set(_ key: String, _ value: String) throws {
        let source = Source(file: "命令行", text: value)
        if let slot = MoneyFacts.slot(of: key, template: template, labels: labels) {
            money.add(slot, SourcedNumber(text: value, source: source), priority: 0, template: template)
        } else if let label = label(key), template.field(label) != nil {
            add(label, SourcedText(value, source: source), priority: 0)
        } else if let name = figureName(key) {
            add(name, SourcedText(value, source: source), priority: 0)
        } else {
            let keys =
                template.fields.map(\.label) + (template.figures?.values.map(\.name) ?? [])
                + ["年初预算数", "全年预算数", "全年执行数"]
                + template.budgetRows.dropFirst().map { "\($0.name)全年预算数" }
            throw ToolError(
                code: .unknownKey, message: "--set 里的“\(key)”不是这张表的项目",
                advice: "可以写：\(keys.joined(separator: "、"))（金额项目的行名后还可接年初预算数、全年执行数）。")
        }
    }

    /// Whether a text with a year is the heading of base figures (2017年决算数), which says nothing of the form's year.
    private func isFigure(_ text: String, year: String) -> Bool {
        guard let figures = template.figures, let year = Int(year) else { return false }
        return FigureTable.entry(text, in: figures.columns + figures.values, year: year) != nil
    }

    /// The name of a base figure that a key names: `编制数`, `三公经费 上年决算数`.
    private func figureName(_ key: String) -> String? {
        guard let figures = template.figures else { return nil }
        if let entry = FigureTable.entry(key, in: figures.values, year: nil) { return entry.name }
        let wanted = TextNormalizer.key(key)
        return figures.names.first { TextNormalizer.key($0) == wanted }
    }

    /// Reads the rows of a sheet, but for those of the indicator table.
    mutating func read(_ view: SheetView, priority: Int, skipping rows: Set<Int> = []) {
        guard view.lastRow >= 0 else { return }
        for row in 0...view.lastRow where !rows.contains(row) {
            let texts = view.texts(in: row)
            if money.readGrid(view, row: row, priority: priority, template: template, labels: labels) { continue }
            if readColumns(view, row, texts, priority: priority) { continue }
            var index = 0
            while index < texts.count {
                index += readFact(view, row, texts, index, priority: priority)
            }
        }
    }

    /// Labels side by side with their texts under them, as 预期目标 and 实际完成情况 have them. Gives whether it is such a row.
    private mutating func readColumns(
        _ view: SheetView, _ row: Int, _ texts: [(column: Int, text: String)], priority: Int
    ) -> Bool {
        // A label that reaches down beside them heads the block.
        let heads = texts.filter { (view.merge(row, $0.column)?.rows.count ?? 1) == 1 }
        let labels = heads.compactMap { column, text in label(text).map { (column, $0) } }
        guard labels.count >= 2, labels.count == heads.count else { return false }
        let values = labels.map { column, label in (column, label, view.text(row + 1, column)) }
        guard values.contains(where: { !$0.2.isEmpty }), values.allSatisfy({ $0.2.isEmpty || isValue($0.2) }) else {
            return false
        }
        for (column, label, text) in values {
            notePlace(label, view.source(row + 1, column))
            guard !text.isEmpty else { continue }
            add(label, Self.whole(view, row + 1, column), priority: priority)
        }
        return true
    }

    private mutating func notePlace(_ label: String, _ place: Source) {
        if places[label] == nil { places[label] = place }
    }

    /// The slot right of a label; under it where the next label stands beside it.
    private func slot(_ view: SheetView, _ row: Int, _ column: Int, next: (column: Int, text: String)?) -> Source {
        let label =
            view.merge(row, column)
            ?? CellRange(
                CellReference(row: row, column: column), CellReference(row: row, column: column))
        let right = label.last.column + 1
        let isTaken = next.map { $0.column == right && !isValue($0.text) } ?? false
        // 填报人： at the end of a form has its slot in its own cell.
        let hasCell = view.sheet[label.first.row, right] != nil
        if !hasCell, TextNormalizer.narrowed(view.text(row, column)).hasSuffix(":") { return view.source(row, column) }
        return isTaken ? view.source(label.last.row + 1, column) : view.source(row, right)
    }

    /// Reads what begins at a text; gives how many texts it took.
    private mutating func readFact(
        _ view: SheetView, _ row: Int, _ texts: [(column: Int, text: String)], _ index: Int, priority: Int
    ) -> Int {
        let (column, text) = texts[index]
        let next = index + 1 < texts.count ? texts[index + 1] : nil
        if let slot = MoneyFacts.slot(of: text, template: template, labels: labels) {
            guard let next, isValue(next.text) else { return 1 }
            money.add(slot, view.amount(row, next.column), priority: priority, template: template)
            return 2
        }
        if let label = label(text) {
            notePlace(label, slot(view, row, column, next: next))
            guard let next, isValue(next.text) else { return 1 }
            add(label, Self.whole(view, row, next.column), priority: priority)
            return 2
        }
        if MoneyUnit.isStatement(text) { return 1 }
        if let parts = Self.parts(text), let label = label(parts.label) {
            let rest = parts.value
            if !rest.isEmpty {
                if !isMoneyUnit(rest) {
                    notePlace(label, view.source(row, column))
                    add(label, SourcedText(rest, source: view.source(row, column)), priority: priority)
                }
                return 1
            }
            notePlace(label, slot(view, row, column, next: next))
            guard let next, isValue(next.text) else { return 1 }
            add(label, Self.whole(view, row, next.column), priority: priority)
            return 2
        }
        // 2022年度 of a title; not the 2021年决算数 of a column.
        let mayBeTitle = text.contains("年度") || text.count <= 6
        if mayBeTitle, let year = Self.year(in: text), !isFigure(text, year: year) {
            add("年度", SourcedText(year, source: view.source(row, column)), priority: priority + 10)
        }
        return 1
    }

    /// A text with what goes on in the rows below that are marked 续.
    private static func whole(_ view: SheetView, _ row: Int, _ column: Int) -> SourcedText {
        var text = view.text(row, column)
        var below = row + 1
        while below <= view.lastRow, view.texts(in: below).contains(where: { ContinuationMark.matches($0.text) }) {
            text += view.text(below, column)
            below += 1
        }
        return SourcedText(text, source: view.source(row, column))
    }

    private func isValue(_ text: String) -> Bool {
        // Another label with its own text belongs to nobody else.
        if let parts = Self.parts(text), label(parts.label) != nil { return false }
        return label(text) == nil && MoneyFacts.slot(of: text, template: template, labels: labels) == nil
            && !isMoneyUnit(text)
    }

    private func isMoneyUnit(_ text: String) -> Bool { ["元", "万元", "亿元", "千元"].contains(TextNormalizer.key(text)) }

    private mutating func add(_ label: String, _ fact: SourcedText, priority: Int) {
        if label == "单位名称" { unitNames.append(fact) }
        guard let known = facts[label] else {
            facts[label] = (fact, priority)
            return
        }
        let (kept, other) = priority < known.priority ? (fact, known.fact) : (known.fact, fact)
        facts[label] = (kept, min(priority, known.priority))
        let differs = TextNormalizer.key(kept.text) != TextNormalizer.key(other.text)
        // A title's year beside a fact of the same year is no contradiction: 2022年 and 2022.
        if differs, label != "年度" || Self.year(in: kept.text + "年") != Self.year(in: other.text + "年") {
            notes.append(
                "\(label)有两处不同：用 \(kept.source.place) 的“\(kept.text)”，没有用 \(other.source.place) 的“\(other.text)”")
        }
    }

    /// The year of `（2022年度）` or `2022年度部门整体支出…`; nil when there is none.
    static func year(in text: String) -> String? {
        let plain = TextNormalizer.narrowed(text)
        for mark in plain.indices where plain[mark] == "年" {
            let digits = plain[..<mark].reversed().drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
            let year = String(digits.reversed())
            if year.count == 4, year.hasPrefix("19") || year.hasPrefix("20") { return year }
        }
        return nil
    }
}
