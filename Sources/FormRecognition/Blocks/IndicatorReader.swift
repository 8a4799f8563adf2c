import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Reads the rows of an indicator table, once.
struct IndicatorReader {
    let view: SheetView
    let table: IndicatorTable
    let words: FormWords
    /// The labels that the table before it ended with, where it goes on with them.
    var levels: LevelLabels?

    var labels: LabelTable { words.labels }

    /// Columns, indicators and printed totals.
    func read() -> IndicatorContent {
        var content = IndicatorContent()
        readHeadings(&content)
        var levels = LevelLabels(view: view, table: table, words: labels, after: self.levels)
        content.goesOn = self.levels != nil
        let tree = IndicatorTree(view: view, table: table, words: words)
        // Notes may stand between the indicators and the total.
        var hasEnded = false
        // Rows of labels count as the table's own when an indicator follows.
        var pending: [Int] = []
        var totals: [Int] = []
        // Rows of labels whose points are those of a group.
        var stated: Set<Int> = []
        var subtotals = SubtotalReader(view: view, table: table)
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
            if !hasEnded, let group = tree.groups[row] {
                readGroup(group, &levels, &content)
                continue
            }
            let named = table.namingColumns
            // What has a target and points of its own is an indicator, whatever its name begins or ends with.
            let isIndicator = !hasEnded && isIndicator(row, texts)
            if !hasEnded, !isIndicator, table.isSubtotal(texts) {
                levels.readSubtotal(row)
                if let found = subtotals.read(row, levels, content.indicators) { content.subtotals.append(found) }
                pending.append(row)
                continue
            }
            if !isIndicator, isTotalBeside(texts, row, content.indicators) {
                hasEnded = true
                continue
            }
            if !isIndicator, let pairs = PairRow(texts, row, view, words) {
                if let lead = pairs.lead { content.claims.claim(row, lead.column, .label) }
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
            if let level = tree.alone[row], let column = table.column(.name) {
                levels.begin(level, row: row, column: column, weight: nil, score: nil)
            }
            levels.read(row)
            var indicator = indicator(row, notes: &content.notes)
            // 预算执行率 below the groups in the column of names is none of theirs.
            let isOutside = indicator.isExecutionRate && !tree.groups.isEmpty
            indicator.level1 = isOutside ? "" : levels.level1
            indicator.level2 = isOutside ? "" : levels.level2
            // A row of labels alone: a group that has no indicator, or a parent with its share of the points.
            if indicator.name.isEmpty, !indicator.isExecutionRate {
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
        for text in view.texts(in: row) where IndicatorTable.isSubtotal(text.text) {
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
        // A subtotal stands under its group; labels without an indicator are nobody's.
        for row in pending where table.isSubtotal(view.texts(in: row)) || content.indicators.isEmpty {
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

    private func readTotals(_ row: Int, into content: inout IndicatorContent) {
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

    private func indicator(_ row: Int, notes: inout [String]) -> Indicator {
        func text(_ role: IndicatorColumn) -> String { table.column(role).map { view.text(row, $0) } ?? "" }
        func source(_ role: IndicatorColumn) -> Source? { table.column(role).map { view.source(row, $0) } }
        func brought(_ role: IndicatorColumn) -> (text: String, source: Source)? {
            guard let source = source(role) else { return nil }
            // 无 is an answer where something should not be, and none where points should.
            let isAnswer = [.target, .actual].contains(role) && TextNormalizer.key(source.text) == "无"
            guard isAnswer || !TextNormalizer.isBlank(source.text) else { return nil }
            return (source.text, source)
        }
        var indicator = Indicator(source: source(.name) ?? view.source(row, 0))
        for role in IndicatorColumn.allCases { indicator.places[role] = source(role) }
        for column in table.columns where column.isUnknown {
            let heading = TextNormalizer.key(view.text(column.headingRow, column.column))
            let source = view.source(row, column.column)
            if !heading.isEmpty, !source.text.isEmpty {
                indicator.others[heading] = SourcedText(source.text, source: source)
            }
        }
        indicator.name = text(.name)
        if let target = brought(.target) {
            indicator.target = Target(
                text: target.text, operatorText: text(.comparison), unit: text(.unit), source: target.source)
        }
        if var actual = brought(.actual) {
            let unit = indicator.target?.quantity.unit ?? text(.unit)
            if let share = share(actual.text, targetUnit: unit, target: indicator.target?.quantity.number) {
                notes.append("\(actual.source.place) 是 \(actual.text)，目标的单位是 %，按 \(share) 理解")
                actual.text = share
            }
            indicator.actual = SourcedText(actual.text, source: actual.source)
            indicator.actualQuantity = Quantity(reached: actual.text, for: indicator.target, unit: unit)
            indicator.readFigureOfTarget(unit: text(.unit))
        }
        indicator.isNotApplicable = [IndicatorColumn.actual, .target, .score].contains { role in
            ["不适用", "不涉及"].contains(TextNormalizer.key(text(role)))
        }
        if let column = table.column(.coefficient), brought(.coefficient) != nil {
            indicator.coefficient = view.amount(row, column)
        }
        if let column = table.column(.weight), brought(.weight) != nil { indicator.weight = view.amount(row, column) }
        // Without a column of points they may stand behind the name: 检查次数（20分）.
        if table.column(.weight) == nil, let points = Label(indicator.name, isLevel: true).points,
            let source = source(.name)
        {
            indicator.weight = SourcedNumber(value: points, text: "\(points)", precision: 0, source: source)
        }
        if let column = table.column(.score), brought(.score) != nil { indicator.givenScore = view.amount(row, column) }
        if let column = table.column(.reason), let merge = view.merge(row, column), merge.first.row < row {
            // One reason for all the rows that its cell is merged over.
            let reason = view.source(merge.first.row, merge.first.column)
            if !reason.text.isEmpty { indicator.reason = SourcedText(reason.text, source: reason) }
        } else if let reason = source(.reason), !reason.text.isEmpty {
            indicator.reason = SourcedText(reason.text, source: reason)
        }
        return indicator
    }

    /// A share written as a fraction of one where the target is in per cent: 0.0900000762939453 for 9 %. Nil when it is not one.
    private func share(_ text: String, targetUnit: String, target: Decimal?) -> String? {
        guard targetUnit == "%", let target, target >= 5, text.contains("."), let value = DecimalText.number(text),
            value > 0, value <= Decimal(string: "1.5") ?? 1
        else { return nil }
        return DecimalText.text(DecimalText.rounded(value * 100, places: 4)) + "%"
    }
}
