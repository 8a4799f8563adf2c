import Assessment
import FormTemplates
import Spreadsheet

extension BudgetExport {
    /// Fills blanks under a fund or a kind where the column is written once a group, wherever it stands. The rows that are sums of others are known by
    /// now: they stay as they are. Where blanks may mean something else ``unfilled`` says why.
    mutating func fillBlanks(_ labels: LabelTable) {
        let sums = parents + doubtful.map(\.row)
        let detailRows = Set(details.map(\.row))
        var byRow: [Int: Row] = [:]
        for row in sums + details { byRow[row.row] = row }
        let rows = byRow.values.sorted { $0.row < $1.row }
        let columns: [(role: ExportColumn, path: WritableKeyPath<Row, String>)] = [(.fund, \.fund), (.kind, \.kind)]
        let texts = [rows.map(\.fund), rows.map(\.kind), rows.map(\.office)]
        let changes = texts.map { GroupColumn.changes($0) }
        for (number, column) in columns.enumerated() {
            guard let place = others[column.role] else { continue }
            let group = GroupColumn(
                entries: rows.indices.map { index in
                    GroupColumn.Entry(
                        text: texts[number][index], isDetail: detailRows.contains(rows[index].row),
                        isRestart: changes.indices.contains { $0 != number && changes[$0][index] })
                })
            guard group.entries.contains(where: { $0.isDetail && $0.text.isEmpty }) else { continue }
            let isMerged = view.sheet.merges.contains {
                $0.first.row > heading && $0.first.row < $0.last.row && $0.columns.contains(place)
            }
            if isMerged {
                unfilled[column.role] = "“\(headings.name(place))”有合并的格子，空着的不一定与上一行相同"
                continue
            }
            if let refusal = group.refusal {
                unfilled[column.role] = why(refusal, rows, group, headings.name(place))
                continue
            }
            let names = Dictionary(
                zip(rows.map(\.row), group.filled), uniquingKeysWith: { one, _ in one })
            var seen: Set<Int> = []
            for index in details.indices where details[index][keyPath: column.path].isEmpty {
                guard let name = names[details[index].row] else { continue }
                details[index][keyPath: column.path] = name
                if seen.insert(details[index].row).inserted { filled[place, default: 0] += 1 }
            }
        }
        for index in details.indices {
            details[index].fundValue = labels.exportValue(details[index].fund)
            details[index].kindValue = labels.exportValue(details[index].kind)
        }
    }

    private func why(_ refusal: GroupColumn.Refusal, _ rows: [Row], _ group: GroupColumn, _ heading: String) -> String {
        switch refusal {
        case .nothingAbove(let index):
            "“\(heading)”空着的没有按上一行读：\(view.name(ofRow: rows[index].row))上面没有写"
        case .repeated(let one, let other):
            "“\(heading)”空着的没有按上一行读：\(view.name(ofRow: rows[one].row))、\(view.name(ofRow: rows[other].row))连着都是“\(group.entries[other].text)”，可见不是只写一次"
        }
    }
}
