import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A row of money (or a column, where the form has its funds side by side): its label, and what stands under the headings.
struct MoneyLine: Sendable {
    /// An amount in yuan (元), and how fine it is printed.
    struct Amount: Sendable {
        var value: Decimal
        /// The smallest step that the printed amount shows, in yuan.
        var step: Decimal
    }

    /// The cell of its label.
    var place: CellReference
    /// What its words say; nil when nobody knows them.
    var kind: MoneyName.Kind?
    /// Canonical name, or as it is printed; nil when it is not understood.
    var name: String?
    /// The name by which its label is compared.
    var labelName: String
    /// As it is printed, without what stands around it.
    var printed: String
    /// What it is a part of, where the form prints that (按资金来源).
    var group: String?
    /// It is marked as standing within another: 其中.
    var isWithin = false
    var amounts: [BudgetColumn: Amount] = [:]
    /// Its amount is a formula that adds cells up.
    var isFormula = false
    /// The rate that is printed for it, alone or for several rows at once.
    var rate: SourcedNumber?
    /// It is a total, and another line is that of the budget: 收入合计 beside 支出合计.
    var isOtherTotal = false
    /// 分值 or 得分 stand in its row.
    var hasPoints = false

    var isTotal: Bool { kind == .total || kind == .composedTotal }

    init(_ text: ViewText, at place: CellReference, _ words: FormWords) {
        let label = Label(text.text)
        let name = words.moneyName(text.text) ?? words.bareFund(text.text)
        self.place = place
        kind = name?.kind
        self.name = name?.name
        group = name?.group
        labelName = label.name
        // 资金来源：（1）政府预算资金 is called by what stands behind its group.
        printed = BlankLearner.rowName(
            name?.group == nil ? text.text : FactFinder.parts(text.text)?.value ?? text.text)
        isWithin = label.isPart
    }

    /// A line without a label, at the place where it would stand.
    init(unnamedAt place: CellReference) {
        self.place = place
        labelName = ""
        printed = ""
    }

    /// Takes an amount from a cell.
    mutating func take(_ role: BudgetColumn, _ view: SheetView, _ row: Int, _ column: Int, unit: MoneyUnit) {
        guard BudgetColumn.amounts.contains(role) else { return takeFigure(role, view, view.range(row, column).first) }
        let amount = view.amount(row, column)
        guard let value = amount.value else { return }
        let own = amount.moneyUnit ?? unit
        let step = Decimal(sign: .plus, exponent: -amount.precision, significand: 1)
        amounts[role] = Amount(value: own.converted(value, to: .yuan), step: own.converted(step, to: .yuan))
        if view.sheet[row, column]?.formula?.uppercased().contains("SUM(") ?? false { isFormula = true }
    }

    /// Takes a rate or points.
    private mutating func takeFigure(_ role: BudgetColumn, _ view: SheetView, _ place: CellReference) {
        let figure = view.amount(place.row, place.column)
        guard figure.value != nil else { return }
        if role == .rate { rate = figure }
        if role == .weight || role == .score { hasPoints = true }
    }

    /// Whether the rate that is printed for it is the one that its amounts make; nil where it has none.
    var fitsRate: Bool? {
        guard let rate, let executed = amounts[.executed]?.value, let adjusted = amounts[.adjusted]?.value else {
            return nil
        }
        var line = BudgetLine(name: name ?? printed)
        line.amounts[.rate] = rate
        for (column, value) in [(BudgetColumn.executed, executed), (.adjusted, adjusted)] {
            line.amounts[column] = SourcedNumber(value: value, text: "\(value)", precision: 0, source: rate.source)
        }
        return line.agreesWithRate
    }
}
