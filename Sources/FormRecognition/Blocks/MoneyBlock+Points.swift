import Assessment
import Foundation
import Spreadsheet

/// The points of 预算执行率 that a block gives.
extension MoneyBlock {
    /// Whether points stand under a heading of its own, or in one.
    func givesPoints(_ view: SheetView) -> Bool {
        points != nil
            || columns.contains { column in
                [.weight, .score].contains(column.role)
                    && rows.contains { view.amount($0.row, column.column).value != nil }
            }
    }

    /// The points that the block's own headings state.
    func statedPoints(_ view: SheetView) -> SourcedNumber? {
        let roles = columns.map { ($0.role, $0.column) }
        return Self.points(stated: Dictionary(roles, uniquingKeysWith: { first, _ in first }), in: headingRow, view)
    }

    /// The cell of a row under a heading: its own, but where one cell holds the rate or the points of several rows, that is the total's. Nil for the
    /// other rows of such a cell.
    func place(of column: Column, in row: Row, total: String, _ view: SheetView) -> CellReference? {
        let range = view.range(row.row, column.column)
        let own = CellReference(row: row.row, column: column.column)
        guard [.rate, .weight, .score].contains(column.role), range.rows.count > 1,
            let owner = rows.first(where: { $0.name == total && range.rows.contains($0.row) })
        else { return own }
        return owner.row == row.row ? range.first : nil
    }

    /// 执行率（10分）, 得分（20分*执行率）, 预算执行情况（10分）: the points that a heading states, nearest to those of the score; nil where a column holds
    /// them.
    static func points(stated columns: [BudgetColumn: Int], in row: Int, _ view: SheetView) -> SourcedNumber? {
        guard columns[.weight] == nil, columns[.score] != nil || columns[.rate] != nil,
            let left = columns.values.min()
        else { return nil }
        let headed = [columns[.score], columns[.rate]].compactMap { $0 }
        for column in headed + view.texts(in: row).map(\.column).filter({ $0 < left }) {
            let place = view.range(row, column).first
            let source = view.source(place.row, place.column)
            let label = Label(source.text)
            let said = label.points ?? label.filler.flatMap(points(in:))
            if let said { return SourcedNumber(value: said, text: "\(said)", precision: 0, source: source) }
        }
        return nil
    }

    /// The points that what stands in brackets begins with: 20分*执行率.
    private static func points(in text: String) -> Decimal? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        return text.dropFirst(digits.count).hasPrefix("分") ? DecimalText.number(String(digits)) : nil
    }
}
