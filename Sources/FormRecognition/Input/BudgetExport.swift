import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A finance export: rows of amounts by project, fund source and kind of expenditure.
struct BudgetExport {
    /// A row of amounts, in the export's own unit.
    struct Row {
        var row: Int
        var fund: String
        var kind: String
        var amounts: [BudgetColumn: SourcedNumber]
    }

    /// The columns that hold amounts.
    static let columns: [BudgetColumn] = [.initial, .adjusted, .executed]

    let view: SheetView
    /// Row of the headings.
    let heading: Int
    private(set) var details: [Row] = []
    /// The row 合计 or 总计, when there is one.
    private(set) var total: Row?
    private let columnOf: [BudgetColumn: Int]
    private let others: [String: Int]

    /// Whether the export says the fund source, or the kind of expenditure, of each row.
    var tellsFund: Bool { others["资金来源"] != nil }
    var tellsKind: Bool { others["支出类型"] != nil }

    /// Finds the table of the export on any of its sheets.
    ///
    /// - Throws: `ToolError` when no row of headings has two columns of amounts, an amount is no number, or the rows don't make the total.
    init(_ workbook: Workbook, labels: LabelTable) throws {
        var best: (view: SheetView, row: Int, columns: [BudgetColumn: Int])?
        for index in workbook.sheets.indices {
            let view = SheetView(workbook, index)
            // Headings stand at the top: a long ledger is not searched to its end.
            for row in 0...min(max(view.lastRow, 0), 500) {
                var columns: [BudgetColumn: Int] = [:]
                for (column, text) in view.texts(in: row) {
                    guard let role = labels.budgetColumn(text), Self.columns.contains(role), columns[role] == nil
                    else { continue }
                    columns[role] = column
                }
                if columns.count >= 2, columns[.executed] != nil, columns.count > best?.columns.count ?? 0 {
                    best = (view, row, columns)
                }
            }
        }
        guard let best else {
            throw ToolError(
                code: .noBudgetTable,
                message: "\(workbook.fileName) 里找不到预算执行数据。要找的列：支出数（或执行数），以及年初预算数、调整后预算数中的至少一列",
                advice: "请确认 --budget 给的是财务系统导出的预算执行表，表头用这些名字。", place: Source(file: workbook.fileName))
        }
        view = best.view
        heading = best.row
        columnOf = best.columns
        var others: [String: Int] = [:]
        for (column, text) in best.view.texts(in: best.row) {
            if let name = labels.exportColumn(text), others[name] == nil { others[name] = column }
        }
        self.others = others
        try readRows(labels)
        try checkTotal()
    }

    private mutating func readRows(_ labels: LabelTable) throws {
        let money = Set(columnOf.values)
        for row in (heading + 1)..<max(heading + 1, view.lastRow + 1) {
            let texts = view.texts(in: row)
            let words = texts.filter { !money.contains($0.column) }.map(\.text)
            guard let first = texts.first, texts.contains(where: { money.contains($0.column) }) else { continue }
            if labels.isNote(first.text) { break }
            var entry = Row(row: row, fund: cell(row, "资金来源"), kind: cell(row, "支出类型"), amounts: [:])
            for (role, column) in columnOf {
                let amount = view.amount(row, column)
                if TextNormalizer.isBlank(amount.text) { continue }
                guard amount.value != nil else {
                    throw ToolError(
                        code: .budgetAmount, message: "\(amount.source.place) 的金额“\(amount.text)”不是数字",
                        advice: "请改成数字，或把不是数据的行删去后再试。", place: amount.source)
                }
                entry.amounts[role] = amount
            }
            let keys = words.map(TextNormalizer.key)
            if keys.contains(where: { $0.hasPrefix("其中") || $0.hasSuffix("小计") }) { continue }
            if words.contains(where: { labels.isTotal($0) }) {
                total = entry
            } else if !entry.amounts.isEmpty {
                details.append(entry)
            }
        }
        // An export of nothing but its total still has it.
        if details.isEmpty, let total { details = [total] }
    }

    private func cell(_ row: Int, _ name: String) -> String {
        others[name].map { view.mergedText(row, $0) } ?? ""
    }

    /// The sum of a column over all details, or over some of them; nil when there is none.
    func sum(_ column: BudgetColumn, of rows: [Row]? = nil) -> Decimal? {
        let rows = rows ?? details
        guard columnOf[column] != nil, !rows.isEmpty else { return nil }
        return rows.reduce(0) { $0 + ($1.amounts[column]?.value ?? 0) }
    }

    private func checkTotal() throws {
        guard let total else { return }
        for column in Self.columns {
            guard let printed = total.amounts[column], let value = printed.value, let sum = sum(column) else {
                continue
            }
            // Half a unit of the last place for each row.
            let slack = Decimal(sign: .plus, exponent: -printed.precision, significand: Decimal(details.count)) / 2
            guard abs(sum - value) <= (printed.precision == 0 ? 0 : slack) else {
                throw ToolError(
                    code: .budgetTotals,
                    message:
                        "\(printed.source.place) 的\(column.rawValue)合计是 \(printed.text)，但各明细行（第 \(details[0].row + 1)—\(details[details.count - 1].row + 1) 行，共 \(details.count) 行）加起来是 \(DecimalText.text(sum))",
                    advice: "请核对导出文件：是否缺行，或有一行小计没有写“小计”二字而被当成了明细。", place: printed.source)
            }
        }
    }

    /// Where a sum stands: in the total's row, else in the first row that it adds up.
    func source(_ column: BudgetColumn, isTotal: Bool, rows: [Row]) -> Source {
        let row = isTotal ? total ?? rows.first : rows.first
        return row?.amounts[column]?.source ?? view.source(heading, columnOf[column] ?? 0)
    }

    /// The texts that may state the unit: above the heading, and the headings of the amounts.
    var unitTexts: (above: [String], headings: [String]) {
        let above = (0..<heading).flatMap { view.texts(in: $0).map(\.text) }
        return (above, Self.columns.compactMap { columnOf[$0] }.map { view.text(heading, $0) })
    }

    /// Every amount of the details.
    var amounts: [SourcedNumber] { details.flatMap { $0.amounts.values } }
}
