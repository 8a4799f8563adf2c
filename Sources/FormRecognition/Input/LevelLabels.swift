import Assessment
import Foundation
import Spreadsheet

/// Level labels of an indicator table, filled down, with the points that they state.
struct LevelLabels {
    let view: SheetView
    let table: IndicatorTable
    private(set) var level1 = ""
    private(set) var level2 = ""
    /// The labels as they are printed, with their points.
    private(set) var printed1 = ""
    private(set) var printed2 = ""
    /// Labels in the order of the table.
    private(set) var groups: [IndicatorGroup] = []
    /// Groups whose labels stand in the row that was read last.
    private var begun: [Int] = []

    init(view: SheetView, table: IndicatorTable) {
        self.view = view
        self.table = table
    }

    /// Takes the labels of a row.
    mutating func read(_ row: Int) {
        begun = []
        if let label = label(row, .level1), label.name != level1 {
            level1 = label.name
            printed1 = label.source.text
            level2 = ""
            printed2 = ""
            begin(IndicatorGroup(level1: level1, statedWeight: label.weight, source: label.source))
        }
        if let label = label(row, .level2), label.name != level2, !isOneCell(row) {
            level2 = label.name
            printed2 = label.source.text
            begin(
                IndicatorGroup(level1: level1, level2: level2, statedWeight: label.weight, source: label.source))
        }
    }

    /// A row 小计 states the points of its level-1 group.
    mutating func readSubtotal(_ row: Int) {
        if let label = label(row, .level1), !IndicatorTable.isSubtotal(label.name), label.name != level1 {
            level1 = label.name
            printed1 = label.source.text
            level2 = ""
            printed2 = ""
            begin(IndicatorGroup(level1: level1, statedWeight: label.weight, source: label.source))
        }
        guard let column = table.column(.weight), !view.text(row, column).isEmpty,
            let index = groups.lastIndex(where: { $0.level1 == level1 && $0.level2.isEmpty })
        else { return }
        if groups[index].statedWeight == nil { groups[index].statedWeight = view.amount(row, column) }
    }

    /// A row of labels alone states the points of the last group that begins in it.
    mutating func state(_ weight: SourcedNumber?) {
        guard let weight, let index = begun.last, groups[index].statedWeight == nil else { return }
        groups[index].statedWeight = weight
    }

    /// Whether one cell is merged over both levels: it is a label of the first.
    private func isOneCell(_ row: Int) -> Bool {
        guard let first = table.column(.level1), let second = table.column(.level2) else { return false }
        return view.merge(row, first)?.contains(CellReference(row: row, column: second)) ?? false
    }

    private mutating func begin(_ group: IndicatorGroup) {
        begun.append(groups.count)
        groups.append(group)
    }

    private func label(
        _ row: Int, _ role: IndicatorColumn
    ) -> (name: String, weight: SourcedNumber?, source: Source)? {
        guard let column = table.column(role) else { return nil }
        let place = view.merge(row, column)?.first ?? CellReference(row: row, column: column)
        let source = view.source(place.row, place.column)
        let text = source.text.filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        let (name, points) = Self.split(text)
        let weight = points.map { points in
            SourcedNumber(value: Quantity(points).number, text: points, precision: 0, source: source)
        }
        return (name, weight, source)
    }

    /// 产出指标（50分）, 产出指标(50), 投入16: the name and the points beside it.
    static func split(_ text: String) -> (name: String, points: String?) {
        if let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }), text.hasSuffix("）") || text.hasSuffix(")"),
            open > text.startIndex
        {
            var inner = text[text.index(after: open)...].dropLast()
            if inner.hasSuffix("分") { inner = inner.dropLast() }
            let plain = TextNormalizer.narrowed(String(inner))
            guard DecimalText.number(plain) != nil else { return (text, nil) }
            return (String(text[..<open]), plain)
        }
        var digits = Substring(text)
        if digits.hasSuffix("分") { digits = digits.dropLast() }
        let number = String(digits.reversed().prefix { $0.isNumber || $0 == "." || $0 == "．" }.reversed())
        let name = digits.dropLast(number.count)
        let plain = TextNormalizer.narrowed(number)
        // 数量指标1 is a name of its own, 产出指标50分 is not; a label with points is a word of two letters at least.
        guard !number.isEmpty, name.count >= 2, !name.hasSuffix("指标") || text.hasSuffix("分"),
            DecimalText.number(plain) != nil
        else {
            return (text, nil)
        }
        return (String(name), plain)
    }
}
