import Assessment
import Foundation
import Spreadsheet

/// What stands in a column of an indicator table, under its heading.
struct ColumnProfile {
    /// Its texts by row, without what is blank or a mark for nothing.
    let texts: [(row: Int, text: String)]
    /// The numbers among them, by row.
    let numbers: [Int: Decimal]
    /// Rows that are filled besides.
    let rows: Int

    /// A table has hundreds of rows at most: more tell nothing new.
    private static let most = 200

    init(_ view: SheetView, _ rows: Range<Int>, _ column: Int) {
        var texts: [(Int, String)] = []
        var numbers: [Int: Decimal] = [:]
        var filled = 0
        for row in rows.prefix(Self.most) where !view.texts(in: row).isEmpty {
            filled += 1
            let text = view.text(row, column)
            guard !TextNormalizer.isBlank(text) else { continue }
            texts.append((row, text))
            if let value = view.amount(row, column).value { numbers[row] = value }
        }
        self.texts = texts
        self.numbers = numbers
        self.rows = filled
    }

    /// The share of the texts that something holds for; 0 where there are none.
    func share(_ isOne: (String) -> Bool) -> Double {
        texts.isEmpty ? 0 : Double(texts.count { isOne($0.text) }) / Double(texts.count)
    }

    /// The share of the texts that are numbers.
    var numeric: Double { texts.isEmpty ? 0 : Double(numbers.count) / Double(texts.count) }

    /// Its texts are sentences rather than names.
    var isProse: Bool {
        guard !texts.isEmpty else { return false }
        let length = texts.reduce(0) { $0 + $1.text.count } / texts.count
        return length > 18 || length > 9 && share { $0.contains { "，。；,;".contains($0) } } > 0.4
    }

    /// Texts with an operator before a number, or 以上 behind it.
    var operators: Double {
        share { text in
            let target = Target(text: text, source: Source(file: ""))
            return target.isOperatorWritten && target.isQuantitative
        }
    }

    /// The share of the texts that say a unit as targets do.
    var targetUnits: Double { share { !Target(text: $0, source: Source(file: "")).quantity.unit.isEmpty } }

    /// Numbers with a unit, and bare percentages.
    var quantities: Double {
        share { text in
            let quantity = Quantity(text)
            return quantity.number != nil && !quantity.unit.isEmpty
        }
    }
}
