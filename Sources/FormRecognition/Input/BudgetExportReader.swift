import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Turns a finance export into the lines of the form's money block.
struct BudgetExportReader {
    let template: Template
    let labels: LabelTable

    /// The lines, and what the person should know.
    func read(
        _ workbook: Workbook, unit: String?, known: Decimal?
    ) throws -> (lines: [BudgetLine], notes: [String]) {
        let export = try BudgetExport(workbook, labels: labels)
        let decision = try UnitDecision(export: export, file: workbook.fileName, formUnit: template.moneyUnit)
            .decide(given: unit, known: known)
        var notes = [decision.note]
        var lines: [BudgetLine] = []
        for block in template.standard.budgetBlocks {
            // An export has many rows and few kinds of them: each pair of words is looked up once.
            var known: [String: String?] = [:]
            let partOf = export.details.map { row -> String? in
                let words = row.fund + "\u{1F}" + row.kind
                if let part = known[words] { return part }
                let part = part(of: row, in: block)
                known[words] = .some(part)
                return part
            }
            if !lines.contains(where: { $0.name == block.total }) {
                lines.append(line(block.total, export, decision.unit, isTotal: true, rows: export.details))
            }
            var isTold = false
            for part in block.parts {
                let rows = zip(export.details, partOf).filter { $0.1 == part }.map(\.0)
                guard !rows.isEmpty else { continue }
                isTold = true
                lines.append(line(part, export, decision.unit, isTotal: false, rows: rows))
            }
            guard isTold else {
                notes.append(
                    "\(workbook.fileName) 没有说明每行属于“\(block.title)”的哪一项（\(block.parts.joined(separator: "、"))），这部分请自己填")
                continue
            }
            let unknown = zip(export.details, partOf).filter { $0.1 == nil }.map(\.0)
            if !unknown.isEmpty {
                let rows = unknown.prefix(5).map { "第 \($0.row + 1) 行“\($0.fund) \($0.kind)”" }.joined(separator: "、")
                notes.append("\(workbook.fileName) 有 \(unknown.count) 行认不出属于“\(block.title)”的哪一项，只计入合计：\(rows)")
            }
        }
        return (lines, notes)
    }

    /// The part of a block that a row belongs to, by its fund source or its kind of expenditure.
    private func part(of row: BudgetExport.Row, in block: Standard.BudgetBlock) -> String? {
        for text in [row.fund, row.kind] where !text.isEmpty {
            if let name = template.budgetRowName(of: text), block.parts.contains(name) { return name }
            // 一般公共预算财政拨款收入 still names 财政拨款.
            let key = TextNormalizer.key(text)
            let within = block.parts.first { part in
                let words = template.budgetRows.first { $0.name == part }.map { [$0.name] + $0.synonyms } ?? []
                return words.contains { key.contains(TextNormalizer.key($0)) }
            }
            if let within { return within }
        }
        return nil
    }

    private func line(
        _ name: String, _ export: BudgetExport, _ unit: String, isTotal: Bool, rows: [BudgetExport.Row]
    ) -> BudgetLine {
        var line = BudgetLine(name: name)
        let places = template.standard.moneyPlaces
        for column in BudgetExport.columns {
            guard let sum = export.sum(column, of: rows) else { continue }
            let value = DecimalText.rounded(
                MoneyUnit.converted(sum, from: unit, to: template.moneyUnit), places: places)
            line.amounts[column] = SourcedNumber(
                value: value, text: DecimalText.text(value, places: places), precision: places,
                source: export.source(column, isTotal: isTotal, rows: rows))
        }
        return line
    }
}
