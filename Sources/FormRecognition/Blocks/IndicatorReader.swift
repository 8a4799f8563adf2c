import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Reads the rows of an indicator table, once.
struct IndicatorReader {
    let view: SheetView
    let table: IndicatorTable
    let words: FormWords
    /// What was read of the table before it, where it goes on with that.
    var before: IndicatorContent?

    var labels: LabelTable { words.labels }

    /// Columns, indicators and printed totals.
    func read() -> IndicatorContent {
        var content = IndicatorContent()
        readHeadings(&content)
        var levels = LevelLabels(view: view, table: table, words: labels, after: before?.levels)
        content.goesOn = before != nil
        let tree = IndicatorTree(view: view, table: table, words: words)
        // Notes may stand between the indicators and the total.
        var hasEnded = false
        // Rows of labels count as the table's own when an indicator follows.
        var pending: [Int] = []
        var totals: [Int] = []
        // Rows of labels whose points are those of a group.
        var stated: Set<Int> = []
        var subtotals = SubtotalReader(
            view: view, table: table, after: before.flatMap { one in one.subtotalReader.map { ($0, one.indicators) } })
        // Rows whose indicator was not written: their place is the table's own when another follows.
        var free: Set<Int> = []
        for row in rows {
            let texts = view.texts(in: row)
            guard let first = texts.first else { continue }
            if content.indicators.isEmpty, isNumbering(texts) {
                for text in texts { content.claims.claim(row, text.column, .decoration) }
                continue
            }
            // The money block may stand below the indicators, with totals of its own.
            if MoneyStart.isAt(row, view, words) { break }
            if isOverAll(texts, row), !totals.isEmpty || saysGrades(first.text) && !content.indicators.isEmpty {
                hasEnded = true
            }
            // 自评得分：98分　自评等级：优 in one cell.
            if texts.count == 1, !content.indicators.isEmpty, SaidOutcome.mayBe(in: first.text),
                SaidOutcome(first.text, words: words).isSaid
            {
                hasEnded = true
            }
            if !hasEnded, let group = tree.groups[row] {
                readGroup(group, &levels, &content)
                continue
            }
            let named = table.namingColumns
            // What has a target and points of its own is an indicator, whatever its name begins or ends with.
            let isIndicator = !hasEnded && isIndicator(row, texts)
            if !isIndicator, let pairs = PairRow(texts, row, view, words) {
                if let lead = pairs.lead { content.claims.claim(row, lead.column, .label) }
                hasEnded = true
                continue
            }
            if !hasEnded, !isIndicator, isSubtotal(row, texts) {
                if !levels.beginsWithSubtotal(row), let found = subtotals.read(row, levels, content.indicators) {
                    content.subtotals.append(found)
                }
                pending.append(row)
                continue
            }
            if !isIndicator, isTotalBeside(texts, row, content.indicators) {
                hasEnded = true
                continue
            }
            if !isIndicator,
                texts.contains(where: {
                    ($0.column == first.column || named.contains($0.column)) && isTotal($0.label, in: row)
                })
            {
                readTotals(row, into: &content)
                totals.append(row)
                continue
            }
            if !isIndicator, TextNormalizer.key(first.text).hasSuffix("等级"), texts.count > 1 {
                content.printedGrade = SourcedText(texts[1].text, source: view.source(row, texts[1].column))
                content.claims.claim(row, first.column, .label)
                content.claims.claim(row, texts[1].column, .value)
                continue
            }
            if !isIndicator, !totals.isEmpty, !hasPoints(row) { hasEnded = true }
            if !isIndicator, labels.isNote(first.text) || isOfPaper(first.text, afterTotal: !totals.isEmpty) {
                hasEnded = true
            }
            if hasEnded { continue }
            if let column = table.column(.name), ContinuationMark.matches(view.text(row, column)) {
                goOn(row, in: &content)
                continue
            }
            if isFact(row, texts) {
                hasEnded = true
                continue
            }
            if let level = tree.alone[row], let column = table.column(.name),
                !Indicator.isExecutionRate(view.text(row, column))
            {
                levels.begin(level, row: row, column: column, weight: nil, score: nil)
            }
            levels.read(row)
            var indicator = indicator(row, notes: &content.notes)
            // 预算执行率 below the groups in the column of names is none of theirs.
            let isOutside = indicator.isExecutionRate && !tree.groups.isEmpty
            indicator.level1 = isOutside ? "" : levels.level1
            indicator.level2 = isOutside ? "" : levels.level2
            indicator.extra = extra(row, indicator)
            // A row of labels alone: a group that has no indicator, or a parent with its share of the points.
            if indicator.name.isEmpty, !indicator.isExecutionRate, indicator.extra == nil {
                if levels.state(indicator.weight) { stated.insert(row) }
                pending.append(row)
                continue
            }
            let hasFigures = [
                indicator.target?.text, indicator.actual?.text, indicator.weight?.text, indicator.givenScore?.text,
            ].contains { $0 != nil }
            let isFree = TextNormalizer.isBlank(indicator.name) || labels.fillers.isPlace(indicator.name)
            if isFree, !hasFigures {
                free.insert(row)
                pending.append(row)
                continue
            }
            for row in pending {
                claimLabels(row, &content)
                if free.contains(row) { claim(row, [.name], .decoration, &content) }
                if stated.contains(row) { claim(row, [.weight], .value, &content) }
            }
            pending = []
            claimLabels(row, &content)
            claim(row, Self.read, .value, &content)
            content.indicators.append(indicator)
        }
        content.groups = levels.groups
        content.levels = levels
        content.subtotalReader = subtotals
        settle(&content, pending: pending, totals: totals)
        claimBeside(&content)
        return content
    }

    /// Columns of which a row's own content is read.
    private static let read: [IndicatorColumn] = [
        .name, .comparison, .initialTarget, .target, .unit, .actual, .weight, .coefficient, .score, .criterion, .reason,
        .explanation,
    ]

    // MARK: Claims

    func claim(
        _ row: Int, _ roles: [IndicatorColumn], _ meaning: FormAccount.Meaning, _ content: inout IndicatorContent
    ) {
        for role in roles {
            guard let column = table.column(role), !view.text(row, column).isEmpty else { continue }
            content.claims.claim(row, column, meaning)
        }
    }

    /// Level labels, and what is merged over the rows beside them.
    private func claimLabels(_ row: Int, _ content: inout IndicatorContent) {
        claim(row, [.level1, .level2], .label, &content)
        let headed = Set(table.columns.map(\.column))
        let first = headed.min() ?? 0
        for text in view.texts(in: row) where text.column < first {
            if view.range(row, text.column).rows.count > 1 { content.claims.claim(row, text.column, .label) }
        }
        let texts = view.texts(in: row)
        let isTotal = isTotalOfGroup(row, texts)
        for text in texts where IndicatorTable.isSubtotal(text.text) || isTotal && words.isTotal(text.label) {
            content.claims.claim(row, text.column, .label)
            claim(row, [.weight, .score], .value, &content)
        }
    }

    /// What is the table's own ends with its last indicator.
    private func settle(_ content: inout IndicatorContent, pending: [Int], totals: [Int]) {
        let last = content.indicators.compactMap { $0.source.cell?.row }.max() ?? table.headingRows.upperBound
        content.ownRows = Set(table.headingRows.lowerBound..<(last + 1))
        // What begins below the last indicator is no group of it.
        content.groups.removeAll { ($0.source.cell?.row ?? 0) > last }
        let printed = [content.printedTotal, content.printedWeightTotal].compactMap { $0?.source.cell?.row }
        content.ownRows.formUnion(printed)
        content.ownRows.formUnion(content.totalRows)
        // A subtotal stands under its group; labels without an indicator are nobody's.
        for row in pending where isSubtotal(row, view.texts(in: row)) || content.indicators.isEmpty {
            claimLabels(row, &content)
            content.ownRows.insert(row)
        }
        for row in totals where content.ownRows.contains(row) {
            for text in view.texts(in: row) where isTotal(text.label, in: row) {
                content.claims.claim(row, text.column, .label)
            }
        }
    }

    // MARK: Rows

    /// Whether a label begins the row of totals: 合计, and 自评总分 where it has the place of one.
    private func isTotal(_ label: Label?, in row: Int) -> Bool {
        if words.isTotal(label) { return true }
        // 自评总分 with its figure beside it is a fact.
        guard words.isPointsTotal(label) else { return false }
        return [IndicatorColumn.weight, .score].contains { role in
            table.column(role).map { view.amount(row, $0).value != nil } ?? false
        }
    }

    /// Whether a row begins with who made the form and when: 打印日期：…, or 经办人 below the total.
    private func isOfPaper(_ text: String, afterTotal: Bool) -> Bool {
        guard let parts = FactFinder.parts(text) else { return afterTotal && labels.isOfPaper(text) }
        return labels.isOfPaper(parts.label)
    }

    /// Whether a row names something, says what was wanted of it, and gives it points. A total's row may have a figure in each of its columns: 合计 has to
    /// have a target in words, with an operator or a unit.
    private func isIndicator(_ row: Int, _ texts: [ViewText]) -> Bool {
        func own(_ role: IndicatorColumn) -> ViewText? {
            guard let column = table.column(role) else { return nil }
            return texts.first { $0.column == column && !TextNormalizer.isBlank($0.text) }
        }
        guard let name = own(.name), let wanted = own(.target) ?? own(.actual), let weight = table.column(.weight),
            view.amount(row, weight).value != nil
        else { return false }
        guard words.isTotal(name.label) || IndicatorTable.isSubtotal(name.text) else { return true }
        let target = Target(
            text: wanted.text, operatorText: own(.comparison)?.text ?? "", unit: own(.unit)?.text ?? "",
            source: view.source(row, wanted.column))
        return DecimalText.number(wanted.text) == nil && target.isQuantitative
    }

    /// A row that carries on the long texts of the indicator above it.
    private func goOn(_ row: Int, in content: inout IndicatorContent) {
        guard let last = content.indicators.indices.last else { return }
        func rest(_ role: IndicatorColumn) -> String { table.column(role).map { view.text(row, $0) } ?? "" }
        content.indicators[last].reason?.text += rest(.reason)
        content.indicators[last].actual?.text += rest(.actual)
        claim(row, [.name], .label, &content)
        claim(row, [.reason, .actual], .value, &content)
    }
}
