import Assessment
import FormTemplates
import Spreadsheet

extension BudgetExport {
    /// A row of the sheet: as its groups, and as a whole.
    private struct Entries {
        var details: [Row]
        var whole: Row

        mutating func stair(_ columns: ClosedRange<Int>) {
            whole.stair = columns
        }

        mutating func name(_ name: String, _ labels: LabelTable) {
            let value = whole.fund.isEmpty && whole.kind.isEmpty ? labels.exportValue(name) : nil
            (whole.name, whole.value) = (name, value)
            (whole.fundValue, whole.kindValue) = (labels.exportValue(whole.fund), labels.exportValue(whole.kind))
            for index in details.indices {
                let group = details[index].group
                details[index] = whole
                details[index].group = group
            }
        }
    }

    /// Reads details and total; gives the rows that may be sums or parts of others.
    mutating func readRows(_ workbook: Workbook, _ labels: LabelTable) throws -> [(row: Row, kind: ExportSums.Kind)] {
        let money = headings.amountColumns
        let prose = Set(headings.names.indices.filter { labels.tables.says(.texts, headings.name($0)) })
            .subtracting(others.values)
        var labelFill = ExportLabels(headings, labels)
        var asides: [(rows: [Row], kind: ExportSums.Kind)] = []
        var rows: [(row: Row, whole: Row)] = []
        var total: Row?
        for row in view.filledRows where row > heading {
            let texts = view.texts(in: row)
            let words = texts.filter { text in
                // In running text only a whole word names a sum.
                !money.contains(text.column) && (!prose.contains(text.column) || labels.isTotal(text.text))
            }.map(\.text)
            guard let first = texts.first, !isNumbering(row, labels) else { continue }
            guard texts.contains(where: { money.contains($0.column) }) else {
                // A name without amounts is one of the rows below it too.
                if !labels.isNote(first.text), !labels.tables.isNote(key: TextNormalizer.key(first.text)) {
                    _ = labelFill.fill(row, &filled, counts: false)
                }
                continue
            }
            // A row that holds amounts is no note, whatever its name begins with.
            let isLikeNote = labels.isNote(first.text) || labels.tables.isNote(key: TextNormalizer.key(first.text))
            if isLikeNote, !money.contains(where: { view.amount(row, $0).value != nil }) { continue }
            let cells = try cells(row)
            dataRows.insert(row)
            var kind = Self.aside(words.map(TextNormalizer.key), labels)
            let isTotal = kind == nil && words.contains(where: { labels.isTotal($0) })
            // Amounts without any name are a sum more often than a detail: what they add up to tells.
            if kind == nil, !isTotal, words.allSatisfy({ Int($0) != nil && $0.count <= 3 }), !rows.isEmpty {
                kind = .subtotal
            }
            let names = kind == .subtotal || isTotal ? labelFill.own(row) : labelFill.fill(row, &filled, counts: true)
            var entries = self.entries(row, names: names, cells: cells, workbook)
            let own = texts.map(\.column).filter {
                !money.contains($0) && !prose.contains($0) && !labelFill.isNumber($0)
            }
            if let left = own.first, let right = own.last { entries.stair(left...right) }
            entries.name(words.first { Int($0) == nil } ?? "", labels)
            if isLikeNote { likeNotes += entries.details.prefix(1) }
            if let kind {
                asides.append((headings.groups.count > 1 ? [entries.whole] : entries.details, kind))
            } else if isTotal {
                // Of several the last is that of all.
                if let total { asides.append(([total], .subtotal)) }
                total = entries.whole
            } else if !cells.isEmpty {
                rows += entries.details.map { ($0, entries.whole) }
            }
        }
        settleAmounts(rows.map(\.row))
        func made(_ row: Row) -> Row {
            var row = row
            let own = reckoning.first { $0.group.name == row.group } ?? reckoning.first
            row.amounts = own?.amounts(row.cells) ?? [:]
            return row
        }
        details = rows.map { made($0.row) }.filter { !$0.amounts.isEmpty }
        self.total = total.map { self.whole($0) }
        checkSums(rows.map(\.whole))
        return asides.flatMap { aside in
            aside.rows.map { (row: headings.groups.count > 1 ? whole($0) : made($0), kind: aside.kind) }
        }.filter { !$0.row.amounts.isEmpty }
    }

    /// How the amounts are made, by what all rows say: sums say the same as what they add up.
    private mutating func settleAmounts(_ rows: [Row]) {
        for group in headings.groups {
            var checks = ExportChecks(headings, rows: rows.filter { $0.group == group.name }, titles: [])
            reckoning.append(checks.check(group))
        }
    }

    /// What the details say twice, and not alike.
    mutating func checkAmounts() {
        let titles = view.filledRows.filter { $0 < headings.first }.flatMap { view.texts(in: $0).map(\.text) }
        for group in headings.groups {
            var checks = ExportChecks(headings, rows: details.filter { $0.group == group.name }, titles: titles)
            _ = checks.check(group)
            questions += checks.questions
            notes += checks.notes.filter { !notes.contains($0) }
        }
    }

    /// The amounts of a row over all groups: of the columns that hold their sums, else added up.
    private func whole(_ row: Row) -> Row {
        var row = row
        if headings.groups.count == 1 || headings.sums != nil {
            let own = headings.sums.map { ExportAmounts(group: $0) } ?? reckoning.first
            row.amounts = own?.amounts(row.cells) ?? [:]
            if !row.amounts.isEmpty || headings.groups.count == 1 { return row }
        }
        for part in reckoning {
            for (amount, cell) in part.amounts(row.cells) {
                guard var sum = row.amounts[amount], let value = sum.value, let more = cell.value else {
                    row.amounts[amount] = row.amounts[amount] ?? cell
                    continue
                }
                sum.value = value + more
                sum.precision = max(sum.precision, cell.precision)
                row.amounts[amount] = sum
            }
        }
        return row
    }

    /// The columns of sums beside funds that stand side by side say what the funds add up to.
    private mutating func checkSums(_ rows: [Row]) {
        guard let sums = headings.sums, headings.groups.count > 1 else { return }
        let all = ExportAmounts(group: sums)
        var seen: Set<Int> = []
        for row in rows where seen.insert(row.row).inserted {
            let printed = all.amounts(row.cells)
            for (column, amount) in printed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                let parts = reckoning.compactMap { $0.amounts(row.cells)[column]?.value }
                let sum = parts.reduce(0, +)
                guard let value = amount.value, !parts.isEmpty, sum != value else { continue }
                questions.append(
                    ExportQuestion(
                        source: amount.source, cells: [amount.source.cell].compactMap { $0 },
                        text:
                            "\(view.name(ofRow: row.row))的\(column.rawValue)合计是 \(amount.text)，各项加起来是 \(AmountStyle.text(sum, like: amount.text))：用了各项，请核对哪一个对",
                        isBlocking: true))
                if questions.count > 20 { return }
            }
        }
    }

    /// What the names of a row say that is no detail and no total; nil for others.
    private static func aside(_ keys: [String], _ labels: LabelTable) -> ExportSums.Kind? {
        if keys.contains(where: { $0.hasPrefix("其中") }) { return .part }
        let isSubtotal = keys.contains { key in
            key.hasSuffix("小计") || labels.tables.isPageMark(key: key)
                || !labels.isTotal(key)
                    && (labels.tables.isTotal(key: key) || labels.tables.beforeTotalEnding(key: key) != nil)
        }
        return isSubtotal ? .subtotal : nil
    }

    private func cells(_ row: Int) throws -> [Int: SourcedNumber] {
        var cells: [Int: SourcedNumber] = [:]
        for column in headings.amountColumns {
            let amount = ExportNumber.amount(view.amount(row, column))
            if TextNormalizer.isBlank(amount.text) { continue }
            guard amount.value != nil else {
                throw ToolError(
                    code: .budgetAmount, message: "\(amount.source.place) 的金额“\(amount.text)”不是数字",
                    advice: "请改成数字，或把不是数据的行删去后再试。", place: amount.source)
            }
            if let own = amount.moneyUnit, own != view.statedUnit(upTo: heading) {
                throw ToolError(
                    code: .budgetAmount, message: "\(amount.source.place) 的金额“\(amount.text)”自带单位“\(own)”，与这张表的单位不同",
                    advice: "请换算成这张表的单位，只写数字，再试。", place: amount.source)
            }
            cells[column] = amount
        }
        return cells
    }

    private func entries(
        _ row: Int, names: [Int: String], cells: [Int: SourcedNumber], _ workbook: Workbook
    ) -> Entries {
        func name(_ column: ExportColumn) -> String { others[column].flatMap { names[$0] } ?? "" }
        var whole = Row(row: row, fund: name(.fund), kind: name(.kind), amounts: [:])
        whole.office = name(.office)
        whole.cells = cells
        if let column = nameColumn(row), let cell = view.sheet[row, column] {
            let step = workbook.styles.indices.contains(cell.style) ? workbook.styles[cell.style].alignment.indent : 0
            whole.indent = ExportOutline.indent(cell.shown, step: step)
            whole.numbering = ExportOutline.numbering(cell.shown)
        }
        let details = headings.groups.compactMap { group -> Row? in
            guard headings.groups.count == 1 || group.all.contains(where: { cells[$0] != nil }) else { return nil }
            var one = whole
            one.group = group.name
            return one
        }
        return Entries(details: details, whole: whole)
    }

    /// The column of the names whose depth tells: the project's, else the first that holds a text.
    private func nameColumn(_ row: Int) -> Int? {
        others[.project]
            ?? view.texts(in: row).first { text in
                !headings.amountColumns.contains(text.column) && text.label != nil && text.column != others[.code]
            }?.column
    }
}
