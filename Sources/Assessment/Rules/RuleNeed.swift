import Foundation
import Spreadsheet

/// Something of a form that a rule judges by. A rule whose need may stand in a place that was not understood is not run: what it would find is not
/// certain, and neither is that it holds.
public enum RuleNeed: Hashable, Sendable {
    /// A column of the indicator table.
    case column(IndicatorColumn)
    /// A column of the money block, in any of its rows.
    case amount(BudgetColumn)
    /// A figure of the money block's total, or what stands for it.
    case totalAmount(BudgetColumn)
    /// The row of the money block's total.
    case moneyTotal
    /// All the rows that a total is made of: another one makes another sum.
    case moneyParts
    /// The money block's column of reasons.
    case moneyReason
    /// 分值 of 预算执行率, where the money block has it.
    case rateWeight
    /// 得分 of 预算执行率, wherever it is scored.
    case rateScore
    /// Points that stand with the money, of whatever row.
    case moneyPoints
    /// Rows with points that are not read as indicators.
    case pointsRow
    /// The printed total.
    case printedTotal
    /// The printed grade.
    case printedGrade
    /// A fact of the form that the template requires, without a place of its own.
    case fact

    /// What it is called, in Chinese.
    var title: String {
        switch self {
        case .column(let column): column.rawValue
        case .amount(let column), .totalAmount(let column): column.rawValue
        case .moneyTotal: "资金合计"
        case .moneyParts: "资金的一个分项"
        case .moneyReason: "资金情况的原因"
        case .rateWeight: "预算执行率的分值"
        case .rateScore: "预算执行率的得分"
        case .moneyPoints: "资金情况里的分数"
        case .pointsRow: "计入合计的一行"
        case .printedTotal: "总分"
        case .printedGrade: "等级"
        case .fact: "必填的一项"
        }
    }

    /// Whether nothing that was read is it.
    func isLacking(in evaluation: Evaluation) -> Bool {
        switch self {
        case .column(let column): !evaluation.hasColumn(column)
        case .amount(let column): evaluation.budget.allSatisfy { $0[column] == nil }
        case .totalAmount(let column): evaluation.rows.figure(column.rawValue) == nil
        case .moneyTotal: BudgetColumn.amounts.allSatisfy { evaluation.budgetTotal?.amounts[$0] == nil }
        case .moneyReason: evaluation.budgetTotal?.reason == nil
        case .rateWeight: evaluation.budgetScore != nil && evaluation.budgetTotal?.amounts[.weight] == nil
        case .rateScore:
            if evaluation.budgetScore != nil {
                evaluation.budgetTotal?.amounts[.score] == nil
            } else {
                evaluation.indicators.contains(where: \.isExecutionRate) && !evaluation.hasColumn(.score)
            }
        case .moneyPoints: evaluation.budgetTotal?.amounts[.weight] == nil
        case .printedTotal: evaluation.submission.printedTotal == nil
        case .printedGrade: evaluation.submission.printedGrade == nil
        // Who asks knows that one is missing; and nobody knows how many parts a total has.
        case .fact, .moneyParts, .pointsRow: true
        }
    }

    /// It is a rate, points or a reason.
    private var isNoAmount: Bool {
        switch self {
        case .amount(.rate), .totalAmount(.rate), .moneyReason, .rateWeight, .rateScore: true
        default: false
        }
    }

    /// Whether a place that was not understood may be it.
    func mayBe(_ place: UnreadPlace, in evaluation: Evaluation) -> Bool {
        // 6,128,000 alone is no rate, no points and no reason.
        if isNoAmount, place.isAmountAlone { return false }
        return switch self {
        // Points are figures; a column of reasons may be empty; what was aimed at and reached may be words, but stands there.
        case .column(.weight), .column(.score), .column(.coefficient): place.kind == .column && place.holdsFigures
        // Figures that were taken for targets are no reasons.
        case .column(.reason): place.kind == .column && !place.isGuessedFigures
        case .column: place.kind == .column && place.cells.count > 1
        case .moneyReason: place.kind == .money && !place.isRow
        case .moneyTotal, .moneyParts:
            place.kind == .money && place.holdsFigures && !place.holdsRatesOnly && !place.isColumn
        // A row may be the total, with all its figures.
        // A figure beside a label that nobody knows may be it too.
        case .totalAmount where place.kind != .money && place.kind != .column:
            place.holdsFigures && place.cells.count <= 2
        case .amount, .totalAmount:
            place.kind == .money && place.holdsFigures
                && (!place.isRow || place.cells.count == 2 || RuleNeed.moneyTotal.isLacking(in: evaluation))
        case .rateWeight: place.kind == .money && place.holdsFigures && !place.isRow
        case .rateScore:
            evaluation.budgetScore == nil
                ? place.kind == .column && place.holdsFigures
                : place.kind == .money && place.holdsFigures && !place.isRow
        // A table that nobody knows may be the money's.
        case .moneyPoints:
            (place.holdsFigures || place.saysPoints)
                && (place.kind == .money || place.kind == .fact || place.isTable
                    || evaluation.isBesideMoney(place.source))
        case .pointsRow: place.kind != .column && place.holdsFigures && evaluation.isInPoints(place)
        case .printedTotal:
            place.holdsFigures && (place.kind == .fact || place.kind == .column && !evaluation.hasColumn(.score))
        case .printedGrade, .fact: place.kind == .fact
        }
    }
}

extension Evaluation {
    /// Whether the indicator table has a column, or values of it came from elsewhere.
    func hasColumn(_ column: IndicatorColumn) -> Bool {
        if submission.columns.contains(where: { $0.role == column }) { return true }
        return indicators.contains { indicator in
            switch column {
            case .level1: !indicator.level1.isEmpty
            case .level2: !indicator.level2.isEmpty
            case .name: !indicator.name.isEmpty
            case .target: indicator.target != nil
            case .actual: indicator.actual != nil
            case .weight: indicator.weight != nil
            case .score: indicator.givenScore != nil
            default: indicator.places[column] != nil
            }
        }
    }

    /// Why nothing can be said where one of these is needed: it was not read, and a place that was not understood may be it; nil otherwise.
    func whyUnread(_ needs: [RuleNeed]) -> String? {
        if account.unread.isEmpty, account.leftOut.isEmpty { return nil }
        return needs.lazy.filter { $0.isLacking(in: self) }.compactMap(whyUncertain).first
            ?? needs.lazy.compactMap(whyGuessed).first
    }

    /// Why a column may be another one: its heading is not known, and what stands in it made it a guess that nobody confirmed.
    private func whyGuessed(_ need: RuleNeed) -> String? {
        guard case .column(let column) = need else { return nil }
        return account.unread.first { $0.isBlocking && $0.guess == column.rawValue }
            .map { "没有确认 \(words($0))是不是\(column.rawValue)" }
    }

    /// Whether a place has something in the columns of points, in or right under the rows of the indicators and in none of them.
    fileprivate func isInPoints(_ place: UnreadPlace) -> Bool {
        guard place.source.sheet == submission.source.sheet else { return false }
        let columns = submission.columns.filter { $0.role == .weight || $0.role == .score }
            .compactMap { $0.heading.source.cell?.column }
        // Most places have nothing there, and a long table is not gone through for them.
        let cells = place.cells.filter { columns.contains($0.column) }
        guard !cells.isEmpty else { return false }
        let rows = Set(indicators.compactMap { $0.source.cell?.row })
        guard let first = rows.min(), let last = rows.max() else { return false }
        let total = [submission.printedTotal, submission.printedWeightTotal].compactMap { $0?.source.cell?.row }.max()
        return cells.contains { (first...max(last + 1, total ?? 0)).contains($0.row) && !rows.contains($0.row) }
    }

    /// Why something that was not read may stand on the form all the same; nil where nothing that was left unread may be it.
    func whyUncertain(_ need: RuleNeed) -> String? {
        openPlaces.first { need.mayBe($0.place, in: self) }
            .map { "\($0.why) \(words($0.place))，它可能就是\(need.title)" }
    }

    /// How the reason begins for which a rule did not run where the person left out what it reckons with.
    public static let leftOutWords = "按您的指定没有用"

    /// Places that may hold something that a rule reckons with, and why they were not used: they were not understood, or the person said that they are
    /// not needed.
    var openPlaces: [(place: UnreadPlace, why: String)] {
        account.unread.filter(\.isBlocking).map { ($0, "没有读懂") }
            + account.leftOut.filter(\.isBlocking).map { ($0, Self.leftOutWords) }
    }

    /// `H8“指标目标值”这一列`.
    private func words(_ place: UnreadPlace) -> String {
        let source = place.source
        let isElsewhere = source.file != submission.source.file || source.sheet != submission.source.sheet
        let cell = isElsewhere ? source.place : source.cell?.description ?? source.place
        let text = source.text.filter { !$0.isNewline }
        let shown = text.count > 20 ? text.prefix(20) + "…" : text[...]
        switch place.kind {
        case .column: return "\(cell)“\(shown)”这一列"
        case .money: return "\(cell)“\(shown)”这一\(place.isRow ? "行" : place.isColumn ? "列" : "格")"
        case .fact: return "\(cell)“\(shown)”这一项"
        case .other: return "\(cell)“\(shown)”"
        }
    }
}

extension UnreadPlace {
    /// Its cells stand in one row, several of them.
    fileprivate var isRow: Bool { cells.count > 1 && Set(cells.map(\.row)).count == 1 }

    /// It was taken for a column of figures, on less than words.
    fileprivate var isGuessedFigures: Bool {
        [IndicatorColumn.target, .actual, .weight, .score].contains { $0.rawValue == guess }
    }

    /// Its cells stand in several rows and columns, and nobody knows of what.
    fileprivate var isTable: Bool {
        kind == .other && Set(cells.map(\.row)).count > 1 && Set(cells.map(\.column)).count > 1
    }

    /// Its text says points: 分值10分, 分值：10.
    fileprivate var saysPoints: Bool {
        let text = TextNormalizer.narrowed(source.text)
        if let colon = text.lastIndex(of: ":"), DecimalText.number(String(text[text.index(after: colon)...])) != nil {
            return true
        }
        return text.indices.contains { index in
            text[index] == "分" && index > text.startIndex && text[text.index(before: index)].isNumber
        }
    }

    /// It is one cell, with a number too large for a rate or for points.
    fileprivate var isAmountAlone: Bool {
        guard cells.count <= 1, let number = DecimalText.number(source.text) else { return false }
        return abs(number) > 1000
    }

    /// Its cells stand in one column, several of them.
    fileprivate var isColumn: Bool { cells.count > 1 && Set(cells.map(\.column)).count == 1 }
}
