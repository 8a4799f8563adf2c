import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A finance export: rows of amounts by project, fund source and kind of expenditure.
struct BudgetExport {
    /// A row of amounts, in the export's own unit. Where funds stand side by side a row of the sheet is one for each.
    struct Row {
        var row: Int
        var fund: String
        var kind: String
        /// The fund or kind over the columns.
        var group = ""
        var office = ""
        /// What it is called.
        var name = ""
        /// The fund or kind that its own name is, where it says no other: 基本支出 over the rows of that kind.
        var value: String?
        /// What the words of its fund and its kind mean in those of forms.
        var fundValue: String?
        var kindValue: String?
        /// Spaces and indent before its name.
        var indent = 0
        /// The first and the last column that names it: the rows of a staircase begin to the right of where the row above them ends.
        var stair: ClosedRange<Int>?
        /// How deep the number of its name is: 一、 （一）.
        var numbering: Int?
        var amounts: [BudgetColumn: SourcedNumber]
        /// All amounts as they stand.
        var cells: [Int: SourcedNumber] = [:]

        /// The first of its amounts, in the order of the form.
        var firstAmount: SourcedNumber? { BudgetColumn.amounts.lazy.compactMap { amounts[$0] }.first }
    }

    let headings: ExportHeading
    var details: [Row] = []
    /// The row 合计 or 总计, when there is one.
    var total: Row?
    /// Rows that are the sums of rows under them, by their codes or names.
    private(set) var parents: [Row] = []
    /// Rows that a code or a name says are sums of others, and whose amounts are not.
    private(set) var doubtful: [ExportTree.Parent] = []
    /// Rows that are just the sum of rows beside them, and don't say so.
    private(set) var alike: [ExportTree.Parent] = []
    /// Rows whose names say that they are sums or parts of others (小计, 其中), and whose amounts don't.
    private(set) var unsure: [Row] = []
    /// Rows with amounts that begin as notes do: they were read all the same.
    var likeNotes: [Row] = []
    /// Every row with amounts, whatever became of it.
    var dataRows: Set<Int> = []
    /// Cells that were filled from the row above, by column.
    var filled: [Int: Int] = [:]
    /// Why blanks under a fund or a kind were not filled from the row above.
    var unfilled: [ExportColumn: String] = [:]
    /// How the amounts of each group are made.
    var reckoning: [ExportAmounts] = []
    /// What can't be told from the export.
    var questions: [ExportQuestion] = []
    /// What was made of several columns.
    var notes: [String] = []

    var view: SheetView { headings.view }
    /// Last row of the headings.
    var heading: Int { headings.row }
    /// Where amounts stand that one column holds.
    var columnOf: [BudgetColumn: Int] {
        guard reckoning.count == 1, let only = reckoning.first else { return [:] }
        return Dictionary(
            BudgetColumn.amounts.compactMap { amount in only.column(amount).map { (amount, $0) } },
            uniquingKeysWith: { one, _ in one })
    }
    var others: [ExportColumn: Int] { headings.others }

    /// Finds the table of the export on any of its sheets.
    ///
    /// - Throws: `ToolError` when no row of headings has two columns of amounts, an amount is no number, or the rows don't make the total.
    init(_ workbook: Workbook, labels: LabelTable) throws {
        guard let headings = ExportHeading(workbook, labels: labels) else { throw Self.noTable(workbook, labels) }
        self.headings = headings
        var asides = try readRows(workbook, labels)
        let codes = ExportCodes(self, labels)
        let tree = ExportTree(details, total: asides.isEmpty ? total : nil, codes: codes.lists, isSure: codes.isSure)
        (details, parents, doubtful, alike) = (tree.details, tree.parents, tree.doubtful, tree.alike)
        if !asides.isEmpty {
            asides += details.map { ($0, .detail) }
            asides.sort { $0.row.row < $1.row.row }
            let sums = ExportSums(asides, total: total)
            details = sums.details
            unsure = sums.unsure
            // A subtotal explains a row that is alike.
            if total != nil { alike = [] }
        }
        fillBlanks(labels)
        // An export of nothing but its total still has it.
        if details.isEmpty, let total { details = [total] }
        checkAmounts()
        try checkTotal()
    }

    private static func noTable(_ workbook: Workbook, _ labels: LabelTable) -> ToolError {
        var seen: [String] = []
        var most = 0
        for index in workbook.sheets.indices.prefix(20) {
            let view = SheetView(workbook, index)
            for row in view.filledRows.prefix(20) {
                let texts = view.texts(in: row).filter { $0.label != nil }
                let known = texts.filter { text in
                    text.label.map { labels.exportAmount($0) != nil } == true || labels.exportColumn(text.text) != nil
                        || labels.tables.isHeadingWord(text.text)
                }
                guard texts.count + known.count * 2 > most else { continue }
                most = texts.count + known.count * 2
                seen = texts.prefix(30).map { $0.text.filter { !$0.isNewline } }
            }
        }
        return ToolError(
            code: .noBudgetTable,
            message:
                "\(workbook.fileName) 里找不到预算执行数据。要找的列：支出数（或执行数、支付金额、各月支出），以及年初预算数、调整后预算数、指标金额中的至少一列"
                + (seen.isEmpty ? "" : "。看到的：\(seen.joined(separator: "、"))"),
            advice: "请确认 --budget 给的是财务系统导出的预算执行表，表头用这些名字。", place: Source(file: workbook.fileName))
    }

    /// Whether a row only numbers the columns under their headings: 栏次, 1, 2, 3.
    func isNumbering(_ row: Int, _ labels: LabelTable) -> Bool {
        guard let first = view.texts(in: row).first, labels.isOrdinalColumn(first.text) else { return false }
        let numbers = view.texts(in: row).dropFirst().map { Int($0.text) }
        return numbers.count >= 2
            && zip(numbers, numbers.dropFirst()).allSatisfy { one, next in next == one.map { $0 + 1 } }
            && !numbers.contains(nil)
    }

    // MARK: Sums

    /// The sum of a column over all details, or over some of them; nil when there is none.
    func sum(_ column: BudgetColumn, of rows: [Row]? = nil) -> Decimal? {
        let rows = rows ?? details
        guard !rows.isEmpty, details.contains(where: { $0.amounts[column] != nil }) || columnOf[column] != nil else {
            return nil
        }
        return rows.reduce(0) { $0 + ($1.amounts[column]?.value ?? 0) }
    }

    private func checkTotal() throws {
        guard let total else { return }
        for column in BudgetColumn.amounts {
            guard let printed = total.amounts[column], let value = printed.value, let sum = sum(column) else {
                continue
            }
            // Half a unit of the last place for each row.
            let slack = Decimal(sign: .plus, exponent: -printed.precision, significand: Decimal(details.count)) / 2
            guard abs(sum - value) <= (printed.precision == 0 ? 0 : slack) else {
                throw ToolError(
                    code: .budgetTotals,
                    message:
                        "\(printed.source.place) 的\(column.rawValue)合计是 \(printed.text)，但各明细行（\(view.name(ofRow: details[0].row))至\(view.name(ofRow: details[details.count - 1].row))，共 \(details.count) 行）加起来是 \(AmountStyle.text(sum, like: printed.text))",
                    advice: "请核对导出文件：是否缺行，或有一行小计没有写“小计”二字而被当成了明细。", place: printed.source)
            }
        }
    }

    /// Where a sum stands: in the total's row, else in the first row that it adds up.
    func source(_ column: BudgetColumn, isTotal: Bool, rows: [Row]) -> Source {
        let row = isTotal ? total ?? rows.first : rows.first
        return row?.amounts[column]?.source
            ?? view.source(heading, columnOf[column] ?? headings.amountColumns.min() ?? 0)
    }

    // MARK: Units

    /// A text that states a unit that amounts can't be converted from, and the unit; nil for none.
    var otherUnit: (source: Source, unit: String)? {
        for row in view.filledRows where !dataRows.contains(row) {
            var label: String?
            for text in view.texts(in: row) {
                let unit =
                    !(headings.first...heading).contains(row)
                    ? OtherUnit.stated(in: text.text, label: label)
                    : headings.amountColumns.contains(text.column) ? OtherUnit.bracketed(in: text.text) : nil
                if let unit { return (view.source(row, text.column), unit) }
                label = text.text
            }
        }
        return nil
    }

    /// The texts that may state the unit: above the heading with the name of the sheet, and the headings of the amounts.
    var unitTexts: (above: [String], headings: [String]) {
        let above = view.filledRows.filter { $0 < headings.first }.flatMap { view.texts(in: $0).map(\.text) }
        // In a table that is turned the unit stands among its headings.
        let beside = view.isTurned ? view.texts(in: heading).map(\.text) : []
        return (above + beside + [view.sheet.name], headings.amountColumns.sorted().map { headings.name($0) })
    }

    /// Every amount of the details.
    var amounts: [SourcedNumber] { details.flatMap { $0.amounts.values } }
}
