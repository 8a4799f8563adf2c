import Assessment
import FormTemplates
import Spreadsheet

/// Tasks with their money: 任务名称 | 主要内容 | 预算金额（万元） | 其中：财政拨款 | 其他资金, ended by 金额合计.
struct MoneyTasks: FormBlock {
    /// A headed column of money.
    struct Column: Sendable {
        var column: Int
        /// The row of the money block that it belongs to: the total, or a fund.
        var name: String
        var unit: MoneyUnit?
    }

    let headingRow: Int
    let nameColumn: Int
    /// Columns of words besides the name.
    let texts: [Int]
    /// The amount, and the funds that make it.
    let columns: [Column]
    let rows: [Int]
    let totalRow: Int

    /// Headings of a task's name, and of what is said of it besides.
    private static let names: Set<String> = ["任务名称", "工作任务", "主要任务", "重点工作任务", "年度主要任务", "任务", "项目名称", "支出项目"]
    private static let contents: Set<String> = ["主要内容", "任务内容", "工作内容", "内容", "备注", "序号"]

    static func find(in look: inout SheetLook) -> [FormPlace] {
        for row in look.view.filledRows where row <= 100 && !look.ownRows.contains(row) {
            guard let block = block(at: row, look) else { continue }
            block.claim(&look)
            return [FormPlace(sheet: look.view.index, rows: row...block.totalRow, block: block)]
        }
        return []
    }

    private static func block(at row: Int, _ look: SheetLook) -> MoneyTasks? {
        let view = look.view
        var name: Int?
        var texts: [Int] = []
        var columns: [Column] = []
        let total = look.words.template.standard.budgetTotalName
        let heads = look.freeTexts(in: row)
        guard heads.contains(where: { $0.label.map { names.contains($0.name) } ?? false }) else { return nil }
        let unit = look.statedUnit(upTo: row)
        for text in heads {
            guard let label = text.label else { continue }
            if name == nil, names.contains(label.name) {
                name = text.column
            } else if contents.contains(label.name) {
                texts.append(text.column)
            } else if columns.isEmpty {
                let column = look.words.amountColumn(label)
                guard column == .adjusted || column == .initial || look.words.labels.isTotal(label) else { continue }
                columns.append(Column(column: text.column, name: total, unit: text.statedUnit ?? unit))
            } else if let fund = look.words.moneyName(text.text), fund.kind == .part,
                !columns.contains(where: { $0.name == fund.name })
            {
                columns.append(
                    Column(column: text.column, name: fund.name, unit: text.statedUnit ?? columns.first?.unit ?? unit))
            }
        }
        guard let name, !columns.isEmpty else { return nil }
        let own = Set([name] + texts + columns.map(\.column))
        var rows: [Int] = []
        var next = row + 1
        while next <= view.lastRow, !look.ownRows.contains(next) {
            let under = view.texts(in: next)
            guard let first = under.first(where: { $0.column >= name }) else { return nil }
            let isTotal = look.words.isTotal(first.label) || first.label.map(look.words.labels.money.isTotal) ?? false
            if isTotal {
                return rows.isEmpty
                    ? nil
                    : MoneyTasks(
                        headingRow: row, nameColumn: name, texts: texts, columns: columns, rows: rows, totalRow: next)
            }
            guard first.column == name, under.allSatisfy({ own.contains($0.column) || $0.column < name }) else {
                return nil
            }
            rows.append(next)
            next += 1
        }
        return nil
    }

    private func claim(_ look: inout SheetLook) {
        for column in [nameColumn] + texts + columns.map(\.column) { look.claims.claim(headingRow, column, .label) }
        for text in look.view.texts(in: totalRow) where look.view.amount(totalRow, text.column).value == nil {
            look.claims.claim(totalRow, text.column, .label)
        }
        for row in rows {
            for text in look.view.texts(in: row) where text.column < nameColumn {
                look.claims.claim(row, text.column, .decoration)
            }
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        for column in columns where !view.text(totalRow, column.column).isEmpty {
            reading.add(
                MoneyFacts.Slot(row: column.name, column: .adjusted, unit: column.unit),
                view.amount(totalRow, column.column))
            reading.claim(view, totalRow, column.column, .value)
        }
        for row in rows {
            var task = WorkTask([.name: SourcedText(view.text(row, nameColumn), source: view.source(row, nameColumn))])
            // What is said of a task besides goes with its name.
            for column in texts where !view.text(row, column).isEmpty {
                task.parts[.name]?.text += "：" + view.text(row, column)
            }
            reading.addTask(task)
            for column in [nameColumn] + texts + columns.map(\.column) where !view.text(row, column).isEmpty {
                reading.claim(view, row, column, .value)
            }
        }
        addSums(view, &reading)
    }

    private func addSums(_ view: SheetView, _ reading: inout FormReading) {
        for column in columns {
            reading.submission.moneySums.append(
                MoneySum(
                    title: "各项任务的\(BlankLearner.rowName(view.text(headingRow, column.column)))",
                    total: view.amount(totalRow, column.column), parts: rows.map { view.amount($0, column.column) }))
        }
        let funds = columns.dropFirst()
        guard let whole = columns.first, !funds.isEmpty else { return }
        for row in rows + [totalRow] {
            reading.submission.moneySums.append(
                MoneySum(
                    title: "“\(view.text(row, nameColumn))”的各项资金",
                    total: view.amount(row, whole.column), parts: funds.map { view.amount(row, $0.column) }))
        }
        let name = reading.words.template.standard.budgetTotalName
        reading.add([Standard.BudgetBlock(title: "资金来源", total: name, parts: funds.map(\.name))], [])
    }
}
