import Assessment
import FormTemplates
import Spreadsheet

/// Tells of a row below an indicator table whether money begins there: its rows are none of the table's, whatever stands under the headings.
enum MoneyStart {
    /// Whether a row heads money, or says it behind colons.
    static func isAt(_ row: Int, _ view: SheetView, _ words: FormWords) -> Bool {
        words.headsMoney(view.texts(in: row)) || headsFunds(row, view, words)
            || MoneyColons.run(from: row, words) { view.texts(in: $0) } != nil
    }

    /// Funds side by side (支出合计 | 财政拨款), with the amounts of the year under them, each row called by its column's name.
    private static func headsFunds(_ row: Int, _ view: SheetView, _ words: FormWords) -> Bool {
        let texts = view.texts(in: row)
        guard texts.count >= 2, let below = view.texts(in: row + 1).first,
            let role = words.amountColumn(below.label), BudgetColumn.amounts.contains(role)
        else { return false }
        let funds = words.moneyFunds(texts).filter { $0.text.column > below.column && $0.name.kind != .broad }
        return words.areFunds(funds.map(\.name))
            && funds.contains { view.amount(row + 1, $0.text.column).value != nil }
    }
}

extension FormWords {
    /// The column of money that a label names, listed or put together of known words.
    func amountColumn(_ label: Label?) -> BudgetColumn? {
        label.flatMap { labels.amountColumn($0) }
    }
}
