import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Says of each place of an indicator table what it was read as, what speaks for it, and what the next best reading is.
struct TableReadings {
    let look: SheetLook
    let block: IndicatorBlock

    private var view: SheetView { look.view }
    private var table: IndicatorTable { block.table }

    /// Columns, groups among the names, the row of totals.
    func readings() -> [PlaceReading] { columns() + groups() + totals() }

    private func columns() -> [PlaceReading] {
        let columns = table.columns
        let profiles = columns.map { ColumnProfile(view, table.rows, $0.column) }
        let competition = ColumnCompetition(view: view, words: look.words, rows: table.rows)
        let scene = ColumnScene(view: view, words: look.words, columns: columns, profiles: profiles)
        return columns.indices.map { index in
            let column = columns[index]
            let source = view.source(column.headingRow, column.column)
            let others = competition.readings(of: index, columns, profiles)
            guard let role = column.role ?? column.pointsOf ?? column.scoreOf else {
                let best = others.first
                return PlaceReading(
                    source: source, reading: column.isExtraLevel ? "中间一级的名称" : "",
                    certainty: column.isExtraLevel ? .plain : .open, evidence: best?.evidence ?? [],
                    rival: best.map { ($0.role.rawValue, $0.weight) })
            }
            let own = others.first { $0.role == role }?.evidence ?? []
            let evidence = (column.isGuessed ? [] : words(index, scene)) + own
            let rival = others.first { $0.role != role }
            return PlaceReading(
                source: source,
                reading: column.pointsOf.map { "\($0.rawValue)的分值" } ?? column.scoreOf.map { "\($0.rawValue)的得分" }
                    ?? role.rawValue,
                certainty: column.isGuessed ? .guess : .plain, evidence: evidence,
                rival: rival.map { ($0.role.rawValue, $0.weight) })
        }
    }

    /// What the heading of a column says.
    private func words(_ index: Int, _ scene: ColumnScene) -> [PlaceReading.Evidence] {
        let label = Label(scene.heading(index))
        if look.words.indicatorColumn(label) != nil { return [scene.evidence("表头", "表头“\(label.words)”是认识的列名")] }
        return [scene.evidence("表头组成", "表头“\(label.words)”由认识的词组成，或由上面的表头说明")]
    }

    private func groups() -> [PlaceReading] {
        guard let name = table.column(.name) else { return [] }
        let tree = IndicatorTree(view: view, table: table, words: look.words)
        return tree.groups.values.sorted { $0.row < $1.row }.map { group in
            PlaceReading(
                source: view.source(group.row, name), reading: group.level == 1 ? "一级指标（分组）" : "二级指标（分组）",
                certainty: .plain, evidence: group.evidence)
        }
    }

    private func totals() -> [PlaceReading] {
        guard let total = block.content.printedTotal ?? block.content.printedWeightTotal, let cell = total.source.cell
        else {
            return []
        }
        let labels = look.words.labels
        var evidence: [PlaceReading.Evidence] = []
        let label = view.texts(in: cell.row).first { look.words.isTotal($0.label) }
        if let label {
            evidence.append(.init(kind: "合计的词", weight: labels.evidence("合计的词"), ground: "“\(label.text)”是合计"))
        }
        for (printed, points, name) in [
            (block.content.printedWeightTotal, \Indicator.weight, "分值"),
            (block.content.printedTotal, \.givenScore, "得分"),
        ] {
            let sum = block.content.indicators.compactMap { $0[keyPath: points]?.value }.reduce(0, +)
            guard let value = printed?.value, value == sum else { continue }
            evidence.append(.init(kind: "各行之和", weight: labels.evidence("各行之和"), ground: "\(name) \(value) 是各行之和"))
        }
        let source = label.map { view.source(cell.row, $0.column) } ?? total.source
        return [PlaceReading(source: source, reading: "合计行", certainty: .plain, evidence: evidence)]
    }
}
