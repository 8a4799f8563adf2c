import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// The account of a finance export: which of its columns were used, and which rows are not sure.
struct ExportAccount {
    let export: BudgetExport
    let labels: LabelTable

    func account() -> FormAccount {
        var account = FormAccount()
        let view = export.view
        let read = export.headings.amountColumns
        let words = Set(export.others.values)
        for row in view.filledRows {
            for text in view.texts(in: row) {
                let meaning: FormAccount.Meaning
                if row < export.headings.first {
                    meaning = .decoration
                } else if row <= export.heading {
                    meaning = .label
                } else {
                    meaning = read.contains(text.column) ? .value : words.contains(text.column) ? .label : .decoration
                }
                account.counts[meaning, default: 0] += 1
            }
        }
        addColumns(&account)
        addDoubtful(&account)
        for question in export.questions {
            account.unread.append(
                UnreadPlace(
                    .money, source: question.source, cells: question.cells, holdsFigures: true, message: question.text,
                    isBlocking: question.isBlocking))
        }
        addUnsure(&account)
        addBlanks(&account)
        return account
    }

    /// Rows that may be sums of others: both figures, and what was done.
    private func addDoubtful(_ account: inout FormAccount) {
        let kinds: [([ExportTree.Parent], String)] = [
            (export.doubtful, "的编码或层次有下级，却不等于下级之和：只计入了下级，这一行没有计入。是缺行，还是另一笔？"),
            (export.alike, "没有写“小计”，却正好等于下面列出的各行之和：都计入了。它是不是这些行的合计？"),
        ]
        for (parents, what) in kinds {
            for parent in parents.prefix(20) {
                guard let column = BudgetColumn.amounts.reversed().first(where: { differs(parent, $0) }),
                    let amount = parent.row.amounts[column]
                else { continue }
                let sum = parent.leaves.reduce(Decimal(0)) { $0 + ($1.amounts[column]?.value ?? 0) }
                let rows = parent.leaves.prefix(5).map { export.view.name(ofRow: $0.row) }.joined(separator: "、")
                let more = parent.leaves.count > 5 ? "等 \(parent.leaves.count) 行" : ""
                account.unread.append(
                    UnreadPlace(
                        .money, source: amount.source,
                        cells: parent.row.amounts.values.compactMap(\.source.cell).sorted(),
                        holdsFigures: true,
                        message:
                            "\(export.view.name(ofRow: parent.row.row))\(what)（\(column.rawValue)：这一行 \(amount.text)，\(rows)\(more)之和 \(AmountStyle.text(sum, like: amount.text))）",
                        isBlocking: export.total == nil))
            }
        }
    }

    /// Whether a column shows why a row is doubtful; of rows that are alike every column does.
    private func differs(_ parent: ExportTree.Parent, _ column: BudgetColumn) -> Bool {
        guard let value = parent.row.amounts[column]?.value else { return false }
        let isAlike = export.alike.contains { $0.row.row == parent.row.row }
        return isAlike || value != parent.leaves.reduce(Decimal(0)) { $0 + ($1.amounts[column]?.value ?? 0) }
    }

    private func addUnsure(_ account: inout FormAccount) {
        // Where the details make the total no amount is lost.
        let isBlocking = export.total == nil
        for row in export.unsure {
            guard let source = (row.amounts[.executed] ?? row.firstAmount)?.source else { continue }
            let name = export.view.texts(in: row.row).map(\.text).first { !($0.first?.isNumber ?? true) } ?? ""
            account.unread.append(
                UnreadPlace(
                    .money, source: source, cells: row.amounts.values.compactMap(\.source.cell).sorted(),
                    holdsFigures: true,
                    message: "\(export.view.name(ofRow: row.row))“\(name)”不等于它上下各行之和，看不出是不是另一笔：没有计入",
                    isBlocking: isBlocking))
        }
    }

    /// Amounts that are missing beside others count as nothing, which the person should see.
    private func addBlanks(_ account: inout FormAccount) {
        for column in BudgetColumn.amounts {
            guard let place = export.columnOf[column] else { continue }
            let blank = export.details.filter { export.view.mergedText($0.row, place).isEmpty }
                .map { CellReference(row: $0.row, column: place) }
            guard let first = blank.first else { continue }
            let listed = blank.prefix(5).map(\.description).joined(separator: "、")
            account.unread.append(
                UnreadPlace(
                    .money, source: export.view.source(first.row, first.column), cells: blank,
                    message:
                        "\(column.rawValue)空着：\(listed)\(blank.count > 5 ? "等 \(blank.count) 格" : "")，按 0 计",
                    isBlocking: false))
        }
    }

    /// Columns that were not used, each with what it holds. What a form does not ask for is no loss; a column of amounts that nobody knows may be the
    /// one that is missing.
    private func addColumns(_ account: inout FormAccount) {
        let view = export.view
        let known = export.headings.amountColumns.union(export.others.values).union(export.headings.levels)
        var cells: [Int: [CellReference]] = [:]
        for row in export.dataRows.sorted() {
            for text in view.texts(in: row) where !known.contains(text.column) {
                cells[text.column, default: []].append(CellReference(row: row, column: text.column))
            }
        }
        for (column, filled) in cells.sorted(by: { $0.key < $1.key }) {
            guard let (message, isBlocking) = unused(column, filled) else { continue }
            let heading = export.headings.name(column)
            let place = heading.isEmpty ? filled[0] : CellReference(row: export.heading, column: column)
            account.unread.append(
                UnreadPlace(
                    .column, source: view.source(place.row, place.column),
                    cells: heading.isEmpty ? filled : [place] + filled,
                    holdsFigures: filled.contains { view.amount($0.row, $0.column).value != nil }, message: message,
                    isBlocking: isBlocking))
        }
    }

    /// What there is to say of a column that was not used; nil for running numbers.
    private func unused(_ column: Int, _ filled: [CellReference]) -> (message: String, isBlocking: Bool)? {
        let view = export.view
        let heading = export.headings.name(column)
        let amounts = filled.map { view.amount($0.row, $0.column) }
        let holdsFigures = amounts.contains { $0.value != nil }
        let holdsAmounts = holdsFigures || amounts.contains { AmountText.isIn($0.text, labels) }
        if heading.isEmpty {
            return ("导出的 \(view.name(ofColumn: column))没有列名，这一列的 \(filled.count) 格没有读", holdsAmounts)
        }
        if let role = export.headings.rivals[column],
            let used = export.headings.groups.compactMap({ $0.columns[role] }).first
        {
            let differs = export.dataRows.contains {
                view.amount($0, column).value != view.amount($0, used).value
            }
            let name = export.headings.name(used)
            return (
                "导出里“\(name)”和“\(heading)”说的都是\(role.rawValue)：用了“\(name)”，没有用“\(heading)”这一列", differs && holdsAmounts
            )
        }
        let words = labels.tables
        // 1, 2, 3; 2022; 202212.
        let last = export.headings.lastPart(column)
        let isNumbered = amounts.allSatisfy { $0.value != nil && $0.precision == 0 && $0.text.count <= 6 }
        if isNumbered, labels.isOrdinalColumn(last) || words.says(.ordinals, heading) { return nil }
        let isNoAmount = [TableWords.Column.otherNumbers, .codes, .ordinals, .dates, .texts].contains {
            words.says($0, heading)
        }
        let lacks = export.sum(.adjusted) == nil
        return ("导出里的“\(heading)”这一列没有用到", holdsFigures && !isNoAmount && lacks)
    }
}
