import Assessment
import FormRecognition
import Spreadsheet

/// Columns of the indicator table that hold something and that the form does not have.
struct LostColumns {
    let evaluation: Evaluation
    let block: FormMap.RepeatBlock
    /// Whether what came from there stands in a cell of the form.
    let stands: (Source) -> Bool
    /// Whether it stands there, or was used in reckoning.
    let isUsed: (Source) -> Bool

    /// Without these a form says nothing: that a score was reckoned from them is no place.
    private static let needed: [IndicatorColumn] = [.target, .actual, .weight, .score]
    private static let others: [IndicatorColumn] = [
        .level1, .level2, .initialTarget, .criterion, .reason, .explanation,
    ]

    /// One entry a column.
    func missing() -> [NotPlacedValue] {
        Self.needed.compactMap(needed) + Self.others.compactMap(other)
    }

    private func heading(_ column: IndicatorColumn) -> SourcedText? {
        evaluation.submission.columns.first { $0.role == column }?.heading
    }

    // MARK: Columns that every form needs

    private func needed(_ column: IndicatorColumn) -> NotPlacedValue? {
        guard block.columns[column] == nil else { return nil }
        let given = evaluation.indicators.compactMap { source(column, $0) }
            .filter { !TextNormalizer.isBlank($0.text) && !stands($0) }
        let reckoned = column == .score ? evaluation.scores.count { $0.points != nil } : 0
        guard let naming = given.first ?? (reckoned > 0 ? evaluation.indicators.first?.source : nil) else { return nil }
        var why = "表上没有“\(column.rawValue)”这一列"
        if !given.isEmpty { why += "，\(Self.places(given))没有填" }
        if reckoned > 0 { why += "，算出的得分（\(reckoned) 个）没有填" }
        if let unknown { why += "；表头“\(unknown)”没有认出，如果就是这一列，请把空表的表头改成“\(column.rawValue)”" }
        let heading = heading(column)
        return NotPlacedValue(
            name: heading?.text ?? column.rawValue, source: heading?.source ?? naming, why: why,
            // A form that has no scores by its design loses nothing of the person's.
            isBlocking: !given.isEmpty)
    }

    private func source(_ column: IndicatorColumn, _ indicator: Indicator) -> Source? {
        let typed =
            switch column {
            case .target: indicator.target?.source
            case .actual: indicator.actual?.source
            case .weight: indicator.weight?.source
            case .score: indicator.givenScore?.source
            default: Source?.none
            }
        return typed ?? indicator.places[column]
    }

    /// Headings of the blank that nobody knows and that nothing was given for.
    private var unknown: String? {
        let open = block.others.filter { heading, _ in evaluation.indicators.allSatisfy { $0.others[heading] == nil } }
        let names = open.sorted { $0.value < $1.value }.map(\.key)
        return names.isEmpty ? nil : names.joined(separator: "”“")
    }

    /// `E4 至 E12 共 9 格`.
    private static func places(_ sources: [Source]) -> String {
        let cells = sources.compactMap(\.cell).sorted()
        guard let first = cells.first, let last = cells.last, first != last else {
            return cells.first.map { "\($0) " } ?? "\(sources.count) 个给定的值"
        }
        return "\(first) 至 \(last) 共 \(sources.count) 格"
    }

    // MARK: Columns that a form may have

    /// Whether rows of their own name the groups that were given, where no column does.
    private func isPrintedInRows(_ column: IndicatorColumn) -> Bool {
        guard column == .level1 || column == .level2 else { return false }
        func name(_ text: String) -> String { Label(text, isLevel: true).name }
        let printed = Set(block.printed.map { name(column == .level1 ? $0.level1 : $0.level2) }).subtracting([""])
        let given = Set(evaluation.indicators.map { name(column == .level1 ? $0.level1 : $0.level2) }).subtracting([""])
        return !printed.isEmpty && given.isSubset(of: printed)
    }

    private func other(_ column: IndicatorColumn) -> NotPlacedValue? {
        guard block.columns[column] == nil, !isPrintedInRows(column) else { return nil }
        let filled = evaluation.submission.indicators.compactMap { $0.places[column] }
            .filter { !TextNormalizer.isBlank($0.text) }
        guard let first = filled.first, !filled.contains(where: isUsed) else { return nil }
        let heading = heading(column)
        let holdsFigures = filled.contains { Quantity($0.text).number != nil }
        return NotPlacedValue(
            name: heading?.text ?? column.rawValue, source: heading?.source ?? first,
            why: "表上没有“\(column.rawValue)”这一列，\(filled.count) 格没有填", isBlocking: holdsFigures || column == .reason)
    }
}
