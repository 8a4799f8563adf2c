import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Compares amounts that an export says twice: the adjusted budget and what makes it, the months and their sum, the balance and what leaves it.
struct ExportChecks {
    typealias Cells = [Int: SourcedNumber]

    let headings: ExportHeading
    /// The cells of each row that is a detail.
    let rows: [(row: Int, cells: Cells)]
    let titles: [String]
    /// An amount as the export writes it.
    private let style: String

    private(set) var questions: [ExportQuestion] = []
    /// What was made of several columns, and what proves it.
    private(set) var notes: [String] = []

    init(_ headings: ExportHeading, rows: [BudgetExport.Row], titles: [String]) {
        self.headings = headings
        self.rows = rows.map { ($0.row, $0.cells) }
        self.titles = titles
        style =
            rows.lazy.compactMap { row in
                row.cells.sorted { $0.key < $1.key }.map(\.value.text).first { !TextNormalizer.isBlank($0) }
            }.first ?? ""
    }

    /// Checks one group of columns; gives how its amounts are to be made.
    mutating func check(_ group: ExportHeading.Group) -> ExportAmounts {
        var amounts = ExportAmounts(group: group)
        checkBudget(&amounts)
        checkSpent(amounts)
        checkBalance(amounts)
        nameUnused(amounts)
        return amounts
    }

    // MARK: The budget

    private mutating func checkBudget(_ amounts: inout ExportAmounts) {
        guard !amounts.changes.isEmpty else { return }
        let plain = amounts
        let carried = amounts.group.columns[.carried]
        let words = name(of: amounts, carried: false)
        let made: (Bool) -> (Cells) -> Decimal? = { carried in { plain.budget($0, carried: carried)?.value } }
        let choices = carried == nil ? [false] : [false, true]
        if amounts.group.columns[.adjusted] != nil, let column = amounts.column(.adjusted) {
            guard amounts.group.columns[.initial] != nil else { return }
            if choices.contains(where: { agrees(made($0)) { $0[column]?.value } }) { return }
            ask(
                "“\(headings.name(column))”合计 \(total { $0[column]?.value })，而\(words)合计 \(total(made(false)))：用了“\(headings.name(column))”，请核对哪一个对",
                column, where: { made(false)($0) != $0[column]?.value }, isBlocking: true)
            return
        }
        guard amounts.isAdjustedMade || amounts.isBudgetUnsure else { return }
        // What is left and what was spent make the budget.
        let proof: (Cells) -> Decimal? = { cells in
            guard let balance = plain.group.columns[.balance] ?? plain.group.columns[.available],
                let left = cells[balance]?.value
            else { return nil }
            return left + (Self.spent(plain, cells) ?? 0)
        }
        let isProvable = rows.contains { proof($0.cells) != nil }
        if amounts.isBudgetUnsure {
            guard let column = amounts.column(.adjusted) else { return }
            let holds = isProvable && agrees(proof) { $0[column]?.value } || agrees(made(false)) { $0[column]?.value }
            if holds { return }
            ask(
                "“\(headings.name(column))”合计 \(total { $0[column]?.value })，加减\(amounts.changes.map { "“\(headings.name($0.column))”" }.joined())后是 \(total(made(false)))：全年预算数用了前一个，请核对“\(headings.name(column))”是不是已经含了调整",
                column, where: { made(false)($0) != $0[column]?.value }, isBlocking: true)
            return
        }
        if isProvable, let chosen = choices.first(where: { agrees(proof, made($0)) }) {
            amounts.addsCarried = chosen
            notes.append("全年预算数＝\(name(of: amounts, carried: chosen))，等于支出数与结余之和")
            return
        }
        notes.append("全年预算数＝\(words)")
        guard let first = amounts.group.columns[.initial] else { return }
        if isProvable {
            ask(
                "\(words)合计 \(total(made(false)))，而支出数加结余合计 \(total(proof))：全年预算数用了前一个，请核对", first,
                where: { made(false)($0) != proof($0) }, isBlocking: true)
        }
        if carried != nil, total(made(false)) != total(made(true)) {
            ask(
                "全年预算数用了\(words)＝\(total(made(false)))；如果还要加“\(headings.name(carried ?? first))”，就是 \(total(made(true)))：请核对",
                carried ?? first, where: { made(false)($0) != made(true)($0) }, isBlocking: true)
        }
        if let column = amounts.group.columns[.changed], !isProvable {
            let change = sum { $0[column]?.value }
            // A change as large as the budget itself may be the budget after it.
            if abs(change) * 2 > abs(sum { $0[first]?.value }),
                !rows.contains(where: { $0.cells[column]?.value ?? 0 < 0 })
            {
                ask(
                    "“\(headings.name(column))”合计 \(total { $0[column]?.value })，是调整的增减，还是调整后的预算数：按增减加上后全年预算数是 \(total(made(false)))",
                    column, where: { $0[column] != nil }, isBlocking: true)
            }
        }
    }

    private func name(of amounts: ExportAmounts, carried: Bool) -> String {
        var text =
            (amounts.group.columns[.initial] ?? amounts.group.columns[.budget]).map { "“\(headings.name($0))”" } ?? ""
        for (column, sign) in amounts.changes { text += (sign < 0 ? "－" : "＋") + "“\(headings.name(column))”" }
        if carried, let column = amounts.group.columns[.carried] { text += "＋“\(headings.name(column))”" }
        return text
    }

    // MARK: What was spent

    private static func spent(_ amounts: ExportAmounts, _ cells: Cells) -> Decimal? {
        amounts.group.columns[.executed].map { cells[$0]?.value } ?? amounts.spent(cells)?.value
    }

    private mutating func checkSpent(_ amounts: ExportAmounts) {
        guard let first = amounts.periodColumns.first, let last = amounts.periodColumns.last else { return }
        let span = first == last ? "“\(headings.name(first))”" : "“\(headings.name(first))”至“\(headings.name(last))”"
        let made: (Cells) -> Decimal? = { amounts.spent($0)?.value }
        if let column = amounts.group.columns[.executed] {
            if agrees(made, { $0[column]?.value }) { return }
            ask(
                "“\(headings.name(column))”合计 \(total { $0[column]?.value })，而\(span)加起来是 \(total(made))：用了“\(headings.name(column))”，请核对",
                column, where: { made($0) ?? 0 != $0[column]?.value ?? 0 }, isBlocking: amounts.isWholeYear)
            return
        }
        notes.append("没有累计支出列，全年执行数＝\(span)各列之和 \(total(made))")
        let plan = titles.first { $0.contains("计划") }
        if let plan {
            ask(
                "表题“\(plan)”说的是计划：\(span)是支出，还是用款计划？全年执行数按它们之和 \(total(made)) 计", first, where: { made($0) != nil },
                isBlocking: true)
        } else if !amounts.isWholeYear {
            ask("只有\(span)，不满一年：全年执行数按它们之和 \(total(made)) 计，请核对", first, where: { made($0) != nil }, isBlocking: true)
        }
    }

    private mutating func checkBalance(_ amounts: ExportAmounts) {
        guard let balance = amounts.group.columns[.balance], let column = amounts.column(.adjusted),
            !amounts.isBudgetUnsure
        else { return }
        let left: (Cells) -> Decimal? = { cells in cells[column]?.value.map { $0 - (Self.spent(amounts, cells) ?? 0) } }
        if agrees(left, { $0[balance]?.value }) { return }
        ask(
            "“\(headings.name(column))”减支出数是 \(total(left))，“\(headings.name(balance))”合计 \(total { $0[balance]?.value })，两者不等，请核对",
            balance, where: { left($0) ?? 0 != $0[balance]?.value ?? 0 }, isBlocking: false)
    }

    /// Amounts that a form has no column for, and that prove nothing.
    private mutating func nameUnused(_ amounts: ExportAmounts) {
        let columns = amounts.group.columns
        func name(_ column: Int) -> String {
            "导出里的“\(headings.name(column))”这一列没有用到（合计 \(total { $0[column]?.value })）"
        }
        for (amount, column) in columns.sorted(by: { $0.value < $1.value }) {
            switch amount {
            case .carried:
                // Beside changes it was asked for already.
                if amounts.addsCarried || !amounts.changes.isEmpty || sum({ $0[column]?.value }) == 0 { continue }
                ask(name(column) + "：全年预算数里有没有它，请核对", column, where: { $0[column] != nil }, isBlocking: true)
            case .added, .reduced, .changed:
                if columns[.initial] == nil, columns[.adjusted] != nil {
                    ask(name(column), column, where: { _ in false }, isBlocking: false)
                }
            case .budget:
                if columns[.initial] != nil, columns[.adjusted] != nil {
                    ask(name(column), column, where: { _ in false }, isBlocking: false)
                }
            case .planned, .period: ask(name(column), column, where: { _ in false }, isBlocking: false)
            case .available:
                let left: (Cells) -> Decimal? = { cells in
                    amounts.amounts(cells)[.adjusted]?.value.map { $0 - (Self.spent(amounts, cells) ?? 0) }
                }
                if !agrees(left, { $0[column]?.value }) {
                    ask(name(column), column, where: { _ in false }, isBlocking: false)
                }
            case .initial, .adjusted, .executed, .balance: continue
            }
        }
    }

    // MARK: Comparing

    /// Whether two figures are the same in each row that has both.
    private func agrees(_ one: (Cells) -> Decimal?, _ other: (Cells) -> Decimal?) -> Bool {
        rows.allSatisfy { one($0.cells) ?? 0 == other($0.cells) ?? 0 }
    }

    private func sum(_ figure: (Cells) -> Decimal?) -> Decimal {
        rows.reduce(Decimal(0)) { $0 + (figure($1.cells) ?? 0) }
    }

    /// As the export writes its amounts.
    private func total(_ figure: (Cells) -> Decimal?) -> String { AmountStyle.text(sum(figure), like: style) }

    private mutating func ask(_ text: String, _ column: Int, where differs: (Cells) -> Bool, isBlocking: Bool) {
        let places = rows.filter { differs($0.cells) }.map(\.row)
        let listed = places.prefix(5).map { headings.view.name(ofRow: $0) }.joined(separator: "、")
        let more = places.isEmpty ? "" : "（\(listed)\(places.count > 5 ? "等 \(places.count) 行" : "")）"
        let place = places.first ?? headings.row
        questions.append(
            ExportQuestion(
                source: headings.view.source(place, column),
                cells: places.prefix(1000).compactMap { headings.view.source($0, column).cell }, text: text + more,
                isBlocking: isBlocking))
    }
}
