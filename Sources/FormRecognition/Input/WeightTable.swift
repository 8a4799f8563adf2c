import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// 分值 that a person gives apart from the indicator table: a name of an indicator or of a level, and its points.
public struct WeightTable: Sendable {
    /// A name and its 分值.
    public struct Entry: Sendable {
        /// The name as it stood.
        public var name: SourcedText
        /// Its 分值.
        public var weight: SourcedNumber
    }

    /// Entries in the order of the file.
    public private(set) var entries: [Entry] = []
    /// What stands in the file besides: rows and columns that were not used.
    var unread: [UnreadPlace] = []
    /// The row 合计 states these points.
    private(set) var total: SourcedNumber?
    /// The column of names that an entry's stands in.
    private var nameColumns: [Int] = []

    /// Reads a table with a column 指标 (or 三级指标, 二级指标, 一级指标) and a column 分值.
    ///
    /// - Throws: `ToolError` (65) when there is no such table, or a 分值 in it is no number above 0.
    public static func read(_ workbook: Workbook, labels: LabelTable) throws -> WeightTable {
        for index in workbook.sheets.indices {
            let view = SheetView(workbook, index)
            for row in view.filledRows.dropLast() {
                let texts = view.texts(in: row)
                let names = texts.filter { isName($0.text, labels) }.map(\.column)
                guard let weight = texts.first(where: { labels.indicatorColumn($0.text) == .weight })?.column,
                    !names.isEmpty
                else { continue }
                var table = try WeightTable(
                    view, rows: row + 1...view.lastRow, names: names, weight: weight, labels: labels)
                table.unread += WeightRest(view: view, heading: row, used: names + [weight], labels: labels)
                    .places(workbook)
                return table
            }
        }
        throw ToolError(
            code: .noWeights, message: "\(workbook.fileName) 里找不到分值表：要有“指标”和“分值”两列。",
            advice: "第一行写列名“指标”“分值”，下面每行写一个指标的名称和它的分值。", place: Source(file: workbook.fileName))
    }

    private static func isName(_ heading: String, _ labels: LabelTable) -> Bool {
        if TextNormalizer.key(heading) == "指标" { return true }
        return [.level1, .level2, .name].contains(labels.indicatorColumn(heading))
    }

    private init(
        _ view: SheetView, rows: ClosedRange<Int>, names: [Int], weight: Int, labels: LabelTable
    ) throws {
        for row in rows {
            // The rightmost name is the one that the points belong to.
            guard let column = names.last(where: { !view.text(row, $0).isEmpty }) else {
                addNameless(view, row, weight)
                continue
            }
            let name = SourcedText(view.text(row, column), source: view.source(row, column))
            let amount = view.amount(row, weight)
            if labels.isTotal(name.text) {
                if !amount.text.isEmpty { total = amount }
                continue
            }
            guard let value = amount.value, value > 0 else {
                throw ToolError(
                    code: .noWeights, message: "\(amount.source.place) 的分值“\(amount.text)”不是大于 0 的数（\(name.text)）。",
                    advice: "改成一个数，例如 8。", place: amount.source)
            }
            entries.append(Entry(name: name, weight: amount))
            nameColumns.append(column)
        }
    }

    /// Points that no name says whose they are.
    private mutating func addNameless(_ view: SheetView, _ row: Int, _ weight: Int) {
        let text = view.text(row, weight)
        guard !text.isEmpty else { return }
        unread.append(
            UnreadPlace(
                .other, source: view.source(row, weight), cells: [CellReference(row: row, column: weight)],
                holdsFigures: true, message: "分值表第 \(row + 1) 行的“\(text)”没有写是哪项指标的：没有用", isBlocking: true))
    }

    /// What was not used, after the points were set: a 合计 that neither the rows of the table nor the points of the form make is not understood.
    public func account(after submission: Submission) -> FormAccount {
        var account = FormAccount()
        account.unread = unread + [unmatched(submission)].compactMap { $0 }
        for index in account.unread.indices { account.unread[index].isInForm = false }
        return account
    }

    private func unmatched(_ submission: Submission) -> UnreadPlace? {
        guard let total else { return nil }
        func sum(_ entries: some Sequence<Entry>) -> Decimal { entries.reduce(0) { $0 + ($1.weight.value ?? 0) } }
        let ofColumns = Set(nameColumns).map { column in
            sum(zip(entries, nameColumns).filter { $0.1 == column }.map(\.0))
        }
        let indicators = submission.indicators.reduce(Decimal(0)) { $0 + ($1.weight?.value ?? 0) }
        let budget = submission.budget.reduce(Decimal(0)) { $0 + ($1.amounts[.weight]?.value ?? 0) }
        let possible = ofColumns + [sum(entries), indicators, indicators + budget]
        guard !possible.contains(where: { $0 == total.value }) else { return nil }
        return UnreadPlace(
            .other, source: total.source, cells: [total.source.cell].compactMap { $0 }, holdsFigures: true,
            message: "分值表的合计是 \(total.text)，各行加起来是 \(DecimalText.text(sum(entries)))", isBlocking: true)
    }

    /// Sets the 分值 of a submission's indicators. Points of a level are shared out as its indicators' points stand to one another.
    ///
    /// - Throws: `ToolError` (65) that names an entry that fits no indicator, or can't be shared out exactly.
    public func apply(to submission: inout Submission, standard: Standard) throws {
        let unknown = entries.filter { target(of: $0, in: submission, standard) == nil }
        guard unknown.isEmpty else {
            let names = unknown.map { "\($0.name.text)（\($0.name.source.place)）" }.joined(separator: "、")
            throw ToolError(
                code: .noWeights, message: "分值表里有 \(unknown.count) 个名称在指标表里找不到：\(names)。",
                advice: "把名称改成与指标表一致；指标表里有：\(submission.indicators.map(\.title).joined(separator: "、"))。",
                place: unknown[0].name.source)
        }
        // Levels first: what is said of an indicator itself goes before what is said of its level.
        for entry in entries {
            if case .level(let rows)? = target(of: entry, in: submission, standard) {
                try share(entry, among: rows, &submission)
            }
        }
        for entry in entries {
            switch target(of: entry, in: submission, standard) {
            case .row(let row): submission.indicators[row].weight = entry.weight
            case .budget:
                let line = submission.budgetIndex(of: standard.budgetTotalName)
                submission.budget[line].amounts[.weight] = entry.weight
            case .level, nil: break
            }
        }
    }

    private enum Target {
        case row(Int)
        case level([Int])
        case budget
    }

    private func target(of entry: Entry, in submission: Submission, _ standard: Standard) -> Target? {
        let key = TextNormalizer.key(entry.name.text)
        let indicators = submission.indicators
        let rows = indicators.indices.filter { TextNormalizer.key(indicators[$0].title) == key }
        if let row = rows.first, rows.count == 1 { return .row(row) }
        if rows.count > 1 { return .level(rows) }
        for level in [\Indicator.level2, \Indicator.level1] {
            let rows = indicators.indices.filter { TextNormalizer.key(indicators[$0][keyPath: level]) == key }
            if !rows.isEmpty { return .level(rows) }
        }
        return key == "预算执行率" && standard.executionRatePlace == .budget ? .budget : nil
    }

    private func share(_ entry: Entry, among rows: [Int], _ submission: inout Submission) throws {
        guard let whole = entry.weight.value else { return }
        let present = rows.map { submission.indicators[$0].weight?.value }
        let sum = present.reduce(0) { $0 + ($1 ?? 0) }
        let shares = present.map { own -> Decimal? in
            if rows.count == 1 { return whole }
            guard let own, sum > 0 else { return nil }
            let share = own * whole / sum
            return DecimalText.rounded(share, places: 2) == share ? share : nil
        }
        guard !shares.contains(nil) else {
            throw ToolError(
                code: .noWeights,
                message: "\(entry.name.source.place) 的“\(entry.name.text)”有 \(rows.count) 项指标，\(whole) 分不能按现有分值的比例分尽。",
                advice: "在分值表里逐项写这些指标的分值：\(rows.map { submission.indicators[$0].title }.joined(separator: "、"))。",
                place: entry.weight.source)
        }
        for (row, share) in zip(rows, shares) {
            submission.indicators[row].weight = SourcedNumber(
                value: share, text: share.map { DecimalText.text($0) } ?? "", precision: 2, source: entry.weight.source)
        }
    }
}

extension ToolError.Code {
    /// The table of weights can't be used (65).
    public static let noWeights = ToolError.Code("not-readable.weights", exitStatus: 65)
}
