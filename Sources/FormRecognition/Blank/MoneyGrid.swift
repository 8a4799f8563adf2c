import Assessment
import Spreadsheet

/// A grid of money on a blank: slots for amounts under their headings, for each fund a row, or a column where the funds stand side by side.
struct MoneyGrid {
    /// The slots of one fund, or of the total.
    struct Slots {
        /// What its label says.
        var line: MoneyLine
        /// Where its amounts go.
        var cells: [BudgetColumn: CellReference]
    }

    /// Rows that belong to it, headings included.
    var rows: ClosedRange<Int>
    /// Slots of the total that have no label of their own: right of their headings, or right under them.
    var unnamed: [[BudgetColumn: CellReference]] = []
    /// The funds, in order.
    var funds: [Slots] = []
    /// What is printed before the headings.
    var title: String?

    /// Points of 预算执行率 that a heading states, where no column holds them.
    var points: SourcedNumber?

    /// The funds with what they are by their place among the others.
    func settled(_ page: FormPage) -> [Slots] {
        let layout = MoneyLayout(funds.map(\.line), words: page.words) { page.view.source($0.row, $0.column) }
        return zip(funds, layout.lines).map { Slots(line: $1, cells: $0.cells) }
    }
}
