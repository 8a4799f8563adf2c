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

    let headings: ExportHeading
    private(set) var details: [Row] = []
    /// The row 合计 or 总计, when there is one.
    private(set) var total: Row?
    /// Rows that are the sums of rows under them, by their codes.
    private(set) var parents: [Row] = []
    /// Rows whose codes say that they are sums of others, and whose amounts are not.
    private(set) var doubtful: [Row] = []
    /// Rows whose names say that they are sums or parts of others (小计, 其中), and whose amounts don't.
    private(set) var unsure: [Row] = []
    /// Rows with amounts that begin as notes do: they were read all the same.
    private(set) var likeNotes: [Row] = []
    /// Every row with amounts, whatever became of it.
    private(set) var dataRows: Set<Int> = []

    var view: SheetView { headings.view }
    /// Row of the headings.
    var heading: Int { headings.row }
    var columnOf: [BudgetColumn: Int] { headings.columnOf }
    var others: [ExportColumn: Int] { headings.others }

    /// Finds the table of the export on any of its sheets.
    ///
    /// - Throws: `ToolError` when no row of headings has two columns of amounts, an amount is no number, or the rows don't make the total.
    init(_ workbook: Workbook, labels: LabelTable) throws {
        guard let headings = ExportHeading(workbook, labels: labels) else { throw Self.noTable(workbook) }
        self.headings = headings
        var asides = try readRows(labels)
        separateParents()
        if !asides.isEmpty {
            asides += details.map { ($0, .detail) }
            asides.sort { $0.row.row < $1.row.row }
            let sums = ExportSums(asides, total: total)
            details = sums.details
            unsure = sums.unsure
        }
        // An export of nothing but its total still has it.
        if details.isEmpty, let total { details = [total] }
        try checkTotal()
    }

    private static func noTable(_ workbook: Workbook) -> ToolError {
        var seen: [String] = []
        if let view = workbook.sheets.indices.first.map({ SheetView(workbook, $0) }) {
            let widest = view.filledRows.prefix(20).max { view.texts(in: $0).count < view.texts(in: $1).count }
            seen = widest.map { view.texts(in: $0).prefix(8).map { $0.text.filter { !$0.isNewline } } } ?? []
        }
        return ToolError(
            code: .noBudgetTable,
            message: "\(workbook.fileName) 里找不到预算执行数据。要找的列：支出数（或执行数），以及年初预算数、调整后预算数中的至少一列"
                + (seen.isEmpty ? "" : "。看到的：\(seen.joined(separator: "、"))"),
            advice: "请确认 --budget 给的是财务系统导出的预算执行表，表头用这些名字。", place: Source(file: workbook.fileName))
    }

    /// Reads details and total; gives the rows that may be sums or parts of others.
    private mutating func readRows(_ labels: LabelTable) throws -> [(row: Row, kind: ExportSums.Kind)] {
        let money = Set(columnOf.values)
        let prose = Set(
            view.texts(in: heading).filter { labels.tables.says(.texts, $0.text) }.map(\.column)
        ).subtracting(others.values)
        var asides: [(row: Row, kind: ExportSums.Kind)] = []
        for row in view.filledRows where row > heading {
            let texts = view.texts(in: row)
            let words = texts.filter { !money.contains($0.column) && !prose.contains($0.column) }.map(\.text)
            guard let first = texts.first, texts.contains(where: { money.contains($0.column) }),
                !isNumbering(row, labels)
            else { continue }
            // A row that holds amounts is no note, whatever its name begins with.
            let isLikeNote =
                labels.isNote(first.text) || labels.tables.isNote(key: TextNormalizer.key(first.text))
            if isLikeNote, !money.contains(where: { view.amount(row, $0).value != nil }) { continue }
            let entry = try entry(row)
            dataRows.insert(row)
            if isLikeNote { likeNotes.append(entry) }
            if let kind = Self.aside(words.map(TextNormalizer.key), labels) {
                asides.append((entry, kind))
            } else if words.contains(where: { labels.isTotal($0) }) {
                // Of several the last is that of all.
                if let total { asides.append((total, .subtotal)) }
                total = entry
            } else if !entry.amounts.isEmpty {
                details.append(entry)
            }
        }
        return asides.filter { !$0.row.amounts.isEmpty }
    }

    /// Whether a row only numbers the columns under their headings: 栏次, 1, 2, 3.
    func isNumbering(_ row: Int, _ labels: LabelTable) -> Bool {
        guard let first = view.texts(in: row).first, labels.isOrdinalColumn(first.text) else { return false }
        let numbers = view.texts(in: row).dropFirst().map { Int($0.text) }
        return numbers.count >= 2
            && zip(numbers, numbers.dropFirst()).allSatisfy { one, next in next == one.map { $0 + 1 } }
            && !numbers.contains(nil)
    }

    /// What the names of a row say that is no detail and no total; nil for others.
    private static func aside(_ keys: [String], _ labels: LabelTable) -> ExportSums.Kind? {
        if keys.contains(where: { $0.hasPrefix("其中") }) { return .part }
        let isSubtotal = keys.contains { key in
            key.hasSuffix("小计") || labels.tables.isPageMark(key: key)
                || !labels.isTotal(key)
                    && (labels.tables.isTotal(key: key) || labels.tables.beforeTotalEnding(key: key) != nil)
        }
        return isSubtotal ? .subtotal : nil
    }

    private func entry(_ row: Int) throws -> Row {
        var entry = Row(row: row, fund: cell(row, .fund), kind: cell(row, .kind), amounts: [:])
        for (role, column) in columnOf {
            let amount = view.amount(row, column)
            if TextNormalizer.isBlank(amount.text) { continue }
            guard amount.value != nil else {
                throw ToolError(
                    code: .budgetAmount, message: "\(amount.source.place) 的金额“\(amount.text)”不是数字",
                    advice: "请改成数字，或把不是数据的行删去后再试。", place: amount.source)
            }
            if let own = amount.moneyUnit, own != view.statedUnit(upTo: heading) {
                throw ToolError(
                    code: .budgetAmount, message: "\(amount.source.place) 的金额“\(amount.text)”自带单位“\(own)”，与这张表的单位不同",
                    advice: "请换算成这张表的单位，只写数字，再试。", place: amount.source)
            }
            entry.amounts[role] = amount
        }
        return entry
    }

    private func cell(_ row: Int, _ column: ExportColumn) -> String {
        others[column].map { view.mergedText(row, $0) } ?? ""
    }

    // MARK: Codes

    /// Takes rows that are sums of others out of the details: 201 over 20129 over 2012901.
    private mutating func separateParents() {
        guard details.count > 1, let codes = codes() else { return }
        let tree = CodeTree(codes)
        var kept: [Row] = []
        for (index, row) in details.enumerated() {
            let leaves = tree.leaves(under: index)
            if leaves.isEmpty {
                kept.append(row)
            } else if isSum(row, of: leaves.map { details[$0] }) {
                parents.append(row)
            } else {
                doubtful.append(row)
                kept.append(row)
            }
        }
        details = kept
    }

    /// The codes of the details; nil where the export has none.
    private func codes() -> [String]? {
        let candidates =
            others[.code].map { [$0] }
            ?? view.texts(in: heading).map(\.column).filter { column in
                !columnOf.values.contains(column)
            }
        for column in candidates {
            let codes = details.map { Self.code(view.mergedText($0.row, column)) }
            guard codes.allSatisfy({ $0.count >= 3 }), Set(codes.map(\.count)).count > 1 else { continue }
            // One code may stand for several funds: rows of different funds are no parents of one another.
            return zip(codes, details).map { $0 + "\u{1F}" + $1.fund + "\u{1F}" + $1.kind }
        }
        return nil
    }

    /// The digits that a text begins with, before its name: 2012901-其他群众团体事务支出.
    private static func code(_ text: String) -> String {
        let plain = TextNormalizer.narrowed(text)
        let digits = plain.prefix { $0.isASCII && $0.isNumber }
        let rest = plain.dropFirst(digits.count)
        return rest.isEmpty || rest.first.map { !$0.isNumber && $0 != "." && $0 != "," } ?? true ? String(digits) : ""
    }

    private func isSum(_ row: Row, of leaves: [Row]) -> Bool {
        row.amounts.allSatisfy { column, amount in
            let sum = leaves.reduce(Decimal(0)) { $0 + ($1.amounts[column]?.value ?? 0) }
            let slack = Decimal(sign: .plus, exponent: -amount.precision, significand: Decimal(leaves.count + 1)) / 2
            return amount.value.map { abs($0 - sum) <= slack } ?? true
        }
    }

    // MARK: Sums

    /// The sum of a column over all details, or over some of them; nil when there is none.
    func sum(_ column: BudgetColumn, of rows: [Row]? = nil) -> Decimal? {
        let rows = rows ?? details
        guard columnOf[column] != nil, !rows.isEmpty else { return nil }
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

    /// A text that states a unit that amounts can't be converted from, and the unit; nil for none.
    var otherUnit: (source: Source, unit: String)? {
        for row in view.filledRows where !dataRows.contains(row) {
            var label: String?
            for text in view.texts(in: row) {
                let unit =
                    row != heading
                    ? OtherUnit.stated(in: text.text, label: label)
                    : columnOf.values.contains(text.column) ? OtherUnit.bracketed(in: text.text) : nil
                if let unit { return (view.source(row, text.column), unit) }
                label = text.text
            }
        }
        return nil
    }

    /// The texts that may state the unit: above the heading, and the headings of the amounts.
    var unitTexts: (above: [String], headings: [String]) {
        let above = view.filledRows.filter { $0 < heading }.flatMap { view.texts(in: $0).map(\.text) }
        return (above, BudgetColumn.amounts.compactMap { columnOf[$0] }.map { view.text(heading, $0) })
    }

    /// Every amount of the details.
    var amounts: [SourcedNumber] { details.flatMap { $0.amounts.values } }
}
