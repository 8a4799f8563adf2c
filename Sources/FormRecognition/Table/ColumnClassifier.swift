import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Decides what a column holds, by its heading and its first cells.
struct ColumnClassifier {
    let words: TableWords

    private struct Counts {
        var filled = 0
        var numbers = 0
        var percentages = 0
        var cents = 0
        var fractions = 0
        var dates = 0
        var expectedDates = 0
        var codes = 0
        var typedNumbers = 0
        /// Numbers with commas between their thousands, as no code is written.
        var grouped = 0
        /// Whole numbers as long as codes of accounts are, by length and first digit.
        var codeLike: [String: Int] = [:]
    }

    /// The columns of a table. Whole numbers to the left of everything, under no word for money, number the rows.
    func columns(_ range: ClosedRange<Int>, names: [String], rows: [SheetRow]) -> [TableColumn] {
        var columns = range.map { index in
            column(
                index, name: names.indices.contains(index) ? names[index] : "", cells: rows.compactMap { $0[index] })
        }
        followNeighbours(&columns)
        guard columns.contains(where: { $0.kind != .amount }) else { return columns }
        for index in columns.indices {
            guard columns[index].kind == .amount, columns[index].isWhole, !columns[index].isMoney else { break }
            columns[index].kind = .ordinal
        }
        return columns
    }

    /// A column of a month holds what the columns of amounts beside it hold: money where they are money.
    private func followNeighbours(_ columns: inout [TableColumn]) {
        func isPeriod(_ column: TableColumn) -> Bool {
            guard column.kind == .amount, !words.says(.otherNumbers, column.name) else { return false }
            let last = column.name.split(separator: "-").last.map(String.init) ?? ""
            return words.isPeriod(last) || ExportPeriod.read(last).map { $0.rest.isEmpty || $0.rest == "数" } ?? false
        }
        let known = columns.indices.filter { columns[$0].kind == .amount && !isPeriod(columns[$0]) }
        for index in columns.indices where !columns[index].isMoney && isPeriod(columns[index]) {
            guard let beside = known.last(where: { $0 < index }) ?? known.first else { continue }
            // Shares among the months tell that they are none of money.
            columns[index].isMoney = columns[beside].isMoney && !columns[index].isShare
        }
    }

    /// The column of a name over these cells.
    func column(_ index: Int, name: String, cells: [Cell]) -> TableColumn {
        var column = TableColumn(index: index, name: name, kind: .text)
        column.isRunningText = words.says(.texts, name)
        column.stated = MoneyUnit.bracketed(in: name)?.unit
        let saysDates = words.says(.dates, name)
        let saysMoney = words.says(.money, name) || column.stated != nil
        let saysOther = words.says(.otherNumbers, name)
        let counts = count(cells)
        if saysDates, counts.filled > 0, counts.expectedDates * 2 > counts.filled {
            column.kind = .date
            column.expectsDates = true
        } else if words.says(.ordinals, name) {
            column.kind = counts.codes > 0 ? .code : counts.numbers * 2 > counts.filled ? .ordinal : .text
        } else if words.says(.codes, name), column.stated == nil, counts.grouped * 2 <= counts.filled {
            column.kind = .code
        } else if words.isClass(name), column.stated == nil, counts.filled > 0, counts.numbers == counts.filled,
            counts.fractions == 0
        {
            column.kind = .code
        } else if counts.dates * 2 > counts.filled {
            column.kind = .date
        } else if counts.codes > 0, counts.fractions == 0, counts.typedNumbers == 0 {
            // Among whole numbers a single zero before the digits tells that they are codes.
            column.kind = .code
        } else if counts.filled == 0 {
            column.kind = saysMoney && !column.isRunningText ? .amount : .text
        } else if counts.numbers * 5 >= counts.filled * 3 || saysMoney && counts.numbers * 3 >= counts.filled {
            column.kind = .amount
            column.isShare = counts.percentages * 2 > counts.numbers
            let isRate = saysOther || counts.percentages * 2 > counts.numbers
            let inCents = counts.cents * 2 > counts.numbers
            column.isMoney = column.stated != nil || !isRate && (saysMoney || inCents)
        } else if saysMoney, counts.numbers == 0,
            cells.allSatisfy({ CellTidier.isDash(TextNormalizer.trimmed($0.shown)) })
        {
            column.kind = .amount
        }
        column.isWhole = counts.fractions == 0
        column.isCodeLike =
            counts.numbers > 1 && counts.codeLike.count == 1 && counts.codeLike.values.first == counts.numbers
        if column.kind == .amount, counts.numbers == 0 { column.isMoney = saysMoney && !saysOther }
        return column
    }

    private func count(_ cells: [Cell]) -> Counts {
        var counts = Counts()
        for cell in cells {
            switch cell.value {
            case .empty: continue
            case .number:
                counts.filled += 1
                counts.numbers += 1
                counts.typedNumbers += 1
                count(shown: cell.shown, &counts)
                if TidyDate.cell(cell.shown, isExpected: true) != nil { counts.expectedDates += 1 }
            case .date:
                counts.filled += 1
                counts.dates += 1
                counts.expectedDates += 1
            case .boolean, .error: counts.filled += 1
            case .text(let raw): count(text: TextNormalizer.trimmed(raw), &counts)
            }
        }
        return counts
    }

    private func count(text: String, _ counts: inout Counts) {
        // Dashes stand for nothing in a column of amounts: they speak for no kind.
        guard !text.isEmpty, !CellTidier.isDash(text) else { return }
        counts.filled += 1
        if TidyDate.cell(text, isExpected: true) != nil { counts.expectedDates += 1 }
        if TidyDate.cell(text, isExpected: false) != nil {
            counts.dates += 1
        } else if TidyNumber.isCode(text) {
            counts.codes += 1
        } else if TidyNumber(text) != nil {
            counts.numbers += 1
            if text.contains(",") || text.contains("，") { counts.grouped += 1 }
            count(shown: text, &counts)
        }
    }

    private func count(shown: String, _ counts: inout Counts) {
        guard let number = TidyNumber(shown) else { return }
        if [3, 5, 7].contains(shown.utf8.count), shown.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            counts.codeLike["\(shown.utf8.count)\(shown.prefix(1))", default: 0] += 1
        }
        if number.isPercentage { counts.percentages += 1 }
        if number.places == 2, !number.isPercentage { counts.cents += 1 }
        if number.places > 0 || shown.contains(",") || number.isPercentage { counts.fractions += 1 }
    }
}
