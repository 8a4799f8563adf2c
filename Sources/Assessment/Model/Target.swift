import Foundation
import Spreadsheet

/// 年度指标值: what was to be reached, with its operator.
public struct Target: Hashable, Sendable {
    /// How the actual is held against the target.
    public enum Operator: String, Hashable, Sendable {
        case atLeast = "≥"
        case atMost = "≤"
        case equal = "="
        case within = "±"
        /// 定性: words, not a number.
        case qualitative = ""
    }

    /// The operator; ``Operator/qualitative`` when the target is words.
    public var comparison: Operator
    /// Whether the operator was written, or taken for a bare number (a bare number means "at least").
    public var isOperatorWritten: Bool
    /// The amount.
    public var quantity: Quantity
    /// Half the width of a range (10 for `±10%`), for ``Operator/within``.
    public var tolerance: Decimal?
    /// The text of the target as it stood, without a unit that stood apart.
    public var text: String
    /// Where it came from.
    public var source: Source

    /// Reads a target out of one text, or out of the three columns 指标性质, 指标值, 度量单位.
    public init(text: String, operatorText: String = "", unit: String = "", source: Source) {
        self.text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        self.source = source
        var rest = TextNormalizer.narrowed(text)
        var found = OperatorTable.operator(of: operatorText)
        isOperatorWritten = found != nil
        if let split = OperatorTable.split(rest) {
            rest = split.rest
            if found == nil { found = split.comparison }
            isOperatorWritten = true
        }
        if let plusMinus = rest.firstIndex(of: "±") {
            let half = Quantity(String(rest[rest.index(after: plusMinus)...]))
            tolerance = half.number
            rest = String(rest[..<plusMinus])
            // `90±5%` is in per cent on both sides.
            if rest.isEmpty { rest = "0" }
            if Quantity(rest).unit.isEmpty { rest += half.unit }
            found = .within
        }
        quantity = Quantity(rest, unit: unit)
        if found == .qualitative || (quantity.number == nil && quantity.date == nil) {
            comparison = .qualitative
        } else {
            comparison = found ?? (quantity.date == nil ? .atLeast : .atMost)
        }
    }

    /// Whether the target is a number or a date, not words.
    public var isQuantitative: Bool { comparison != .qualitative }

    /// As the form shows it in one cell: `≥20场`.
    public var shown: String {
        guard isQuantitative, isOperatorWritten, tolerance == nil else {
            return text + (isQuantitative && !text.hasSuffix(quantity.unit) ? quantity.unit : "")
        }
        let amount = quantity.text + (quantity.text.hasSuffix(quantity.unit) ? "" : quantity.unit)
        return comparison.rawValue + amount
    }
}
