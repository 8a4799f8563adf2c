import Assessment
import Spreadsheet

/// Rows and columns of money that nobody has claimed.
extension UnreadFinder {
    mutating func findMoney() {
        for place in look.places {
            if let phrases = place.block as? MoneyPhrases { findPhrases(phrases) }
            guard let block = place.block as? MoneyBlock else { continue }
            for row in block.rows where row.name == nil {
                let cells = free(row.row).map { CellReference(row: row.row, column: $0.column) }
                let left = block.columns.map(\.column).min() ?? 0
                guard let name = cells.last(where: { $0.column < left }) ?? cells.first else { continue }
                // The person said what the amounts of the row are: its label is no more asked.
                if cells.allSatisfy({ $0.column < left }),
                    view.texts(in: row.row).contains(where: { $0.column >= left })
                {
                    for cell in cells { claims.claim(cell, .label) }
                    continue
                }
                add(
                    .money, at: name, cells: cells,
                    message: "没有读懂资金的这一行“\(view.text(name.row, name.column))”" + doubt(row))
            }
            // Columns under a heading that nobody knows.
            for heading in free(block.headingRow) {
                let cells = block.rows.filter {
                    claims.isFree($0.row, heading.column) && !view.text($0.row, heading.column).isEmpty
                }
                .map { CellReference(row: $0.row, column: heading.column) }
                guard !cells.isEmpty else {
                    // A figure in the corner of the block is no heading.
                    if isFigure(block.headingRow, heading.column) { continue }
                    claims.claim(block.headingRow, heading.column, .label)
                    continue
                }
                let place = CellReference(row: block.headingRow, column: heading.column)
                // What was adjusted, arrived or is left is said besides; no rule goes by it where the year's budget is known.
                let isOther =
                    look.words.labels.money.isOtherColumn(Label(heading.text))
                    && block.columns.contains { $0.role == .adjusted }
                add(
                    .money, at: place, cells: [place] + cells,
                    message: "\(isOther ? "没有用到" : "没有读懂")资金的这一列“\(heading.text.filter { !$0.isNewline })”",
                    isBlocking: isOther ? false : nil)
            }
        }
    }

    /// Why a row whose name ends like that of some money was not taken for a part.
    private func doubt(_ row: MoneyBlock.Row) -> String {
        row.line?.kind == .fund ? "：像是一项资金，但是加上它，各项之和不等于合计" : ""
    }

    /// Amounts beside the block that make none of the total's: whether they are planned or spent is not known.
    mutating func findPhrases(_ block: MoneyPhrases) {
        let cells = Set(block.phrases.flatMap { [$0.line.place, $0.place] }).sorted().filter {
            claims.isFree($0.row, $0.column)
        }
        guard block.role == nil, let first = cells.first else { return }
        add(
            .money, at: first, cells: cells,
            message: "这几个金额加起来是 \(block.sum)，和合计行的各个数都不相等：不知道是预算数还是执行数，没有用到",
            isBlocking: true)
    }
}
