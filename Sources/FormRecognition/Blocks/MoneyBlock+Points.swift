import Assessment
import Foundation
import Spreadsheet

/// The points of 预算执行率 that a block gives.
extension MoneyBlock {
    /// Whether points stand under a heading of its own.
    func givesPoints(_ view: SheetView) -> Bool {
        columns.contains { column in
            [.weight, .score].contains(column.role) && rows.contains { view.amount($0.row, column.column).value != nil }
        }
    }

    /// 执行率（10分）, 得分（20分*执行率）, 预算执行情况（10分）: the points that a heading states, nearest to those of the score.
    func statedPoints(_ view: SheetView) -> SourcedNumber? {
        guard !columns.contains(where: { $0.role == .weight }),
            columns.contains(where: { $0.role == .score || $0.role == .rate })
        else { return nil }
        let headed = [BudgetColumn.score, .rate].flatMap { role in columns.filter { $0.role == role }.map(\.column) }
        let beside = view.texts(in: headingRow).map(\.column).filter { $0 < left }
        for column in headed + beside {
            let source = view.source(headingRow, column)
            let label = Label(source.text)
            let said = label.points ?? label.filler.flatMap(Self.points(in:))
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
