import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Rows of totals.
extension IndicatorReader {
    /// What a row of totals prints, in the columns of points and of scores, of the indicators and of levels.
    func readTotals(_ row: Int, into content: inout IndicatorContent) {
        keepTotals(before: row, &content)
        content.countAtTotal = content.indicators.count
        if let column = table.column(.weight), !view.text(row, column).isEmpty {
            content.printedWeightTotal = view.amount(row, column)
            content.claims.claim(row, column, .value)
        }
        if let column = table.column(.score), !view.text(row, column).isEmpty {
            content.printedTotal = view.amount(row, column)
            content.claims.claim(row, column, .value)
        }
        for column in table.columns {
            guard let level = column.pointsOf ?? column.scoreOf else { continue }
            let amount = view.amount(row, column.column)
            guard amount.value != nil else { continue }
            let total = (level == .level1 ? 1 : 2, amount)
            if column.pointsOf != nil { content.levelTotals.append(total) } else { content.levelScores.append(total) }
        }
        // 等级 may stand in the same row, under the column of reasons.
        for text in view.texts(in: row) where Grade.names.contains(TextNormalizer.key(text.text)) {
            content.printedGrade = SourcedText(text.text, source: view.source(row, text.column))
            content.claims.claim(row, text.column, .value)
        }
    }

    /// A row of totals above another one: it adds up the rows above it where its 分值 do; else it says the same as the other, or otherwise.
    private func keepTotals(before row: Int, _ content: inout IndicatorContent) {
        let (weight, score) = (content.printedWeightTotal, content.printedTotal)
        guard let place = (score ?? weight)?.source.cell, place.row < row, !content.indicators.isEmpty else { return }
        let label = view.texts(in: place.row).first?.text ?? ""
        let total = IndicatorSubtotal(
            title: "“\(label)”这一行", weight: weight, score: score, rows: 0..<content.countAtTotal)
        let isOfRows = weight?.value == total.sum(\.weight, of: content.indicators)
        if isOfRows || weight == nil && score?.value == total.sum(\.givenScore, of: content.indicators) {
            content.subtotals.append(total)
        } else if let score {
            content.otherTotals.append(score)
        }
        content.totalRows.insert(place.row)
        (content.printedWeightTotal, content.printedTotal) = (nil, nil)
    }
}
