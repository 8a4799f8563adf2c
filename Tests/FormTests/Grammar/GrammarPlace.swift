import Assessment
import Foundation

/// A figure of a generated form by what it is, wherever the layout puts it.
enum GrammarPlace: Hashable, Sendable, CustomStringConvertible {
    /// A column of an indicator's row, by the number of the row.
    case indicator(Int, IndicatorColumn)
    /// The points that a group states.
    case group(Int)
    /// A sum of a group's row or 小计 row that is no parent's points.
    case sum(Int, IndicatorColumn)
    /// A column of a fund; 0 is the total.
    case money(Int, BudgetColumn)
    case total, weightTotal, grade

    var description: String {
        switch self {
        case .indicator(let row, let column): "第 \(row + 1) 条·\(column.rawValue)"
        case .group(let group): "第 \(group + 1) 组的分值"
        case .sum(let group, let column): "第 \(group + 1) 组的小计·\(column.rawValue)"
        case .money(let fund, let column): "\(fund == 0 ? "资金合计" : "资金第 \(fund) 项")·\(column.rawValue)"
        case .total: "总分"
        case .weightTotal: "分值合计"
        case .grade: "等级"
        }
    }

    /// The column of the summary that it is counted under.
    var kind: String {
        switch self {
        case .indicator(_, let column): "指标·\(column.rawValue)"
        case .group: "上级分值"
        case .sum: "小计"
        case .money(let fund, let column): "\(fund == 0 ? "资金合计" : "资金分项")·\(column.rawValue)"
        case .total: "总分"
        case .weightTotal: "分值合计"
        case .grade: "等级"
        }
    }
}

/// A fault that was put into a form: its rule, and where a report may name it.
struct GrammarFault: Sendable {
    var rule: String
    /// Any of these; none where the whole form is named.
    var places: [GrammarPlace]
    /// Rules that may report the same fault in its row.
    var mayAlso: [String] = []
    /// Rules that may report what follows from it anywhere.
    var mayFollow: [String] = []
}
