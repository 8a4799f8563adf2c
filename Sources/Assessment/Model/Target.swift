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
    /// `>` or `<`: the number itself does not do.
    public var isStrict = false
    /// The figure stands among words that say more than it does: 合格率≥98%, 零事故.
    public var isWorded = false
    /// 指标性质 says 定性: the words are the target.
    var isSaidInWords = false
    /// The range was written by its ends (260-270米), not by its middle.
    public var isSpan = false
    /// The text of the target as it stood, without a unit that stood apart.
    public var text: String
    /// Where it came from.
    public var source: Source

    /// Reads a target out of one text, or out of the three columns 指标性质, 指标值, 度量单位.
    public init(text: String, operatorText: String = "", unit: String = "", source: Source) {
        self.text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        self.source = source
        var rest = ChineseNumeral.withFigures(TextNormalizer.narrowed(text))
        var found = OperatorTable.operator(of: operatorText)
        isOperatorWritten = found != nil
        isSaidInWords = found == .qualitative
        isStrict = OperatorTable.isStrict(operatorText)
        // 增长≥5%: the change comes first.
        var change: Quantity.Change?
        if let (word, found) = Quantity.changeWord(Substring(rest)),
            OperatorTable.afterLeading(String(rest.dropFirst(word.count))) != nil
        {
            change = found
            rest = TextNormalizer.narrowed(String(rest.dropFirst(word.count)))
        }
        if let split = OperatorTable.split(rest) {
            if found == nil {
                found = split.comparison
                isStrict = OperatorTable.beginsStrictly(rest)
            }
            rest = split.rest
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
        if change != nil { quantity.change = change }
        if found == nil, quantity.number == nil, quantity.period == nil, let span = Self.span(rest, unit: unit) {
            (quantity, tolerance, isSpan) = (span.middle, span.half, true)
            found = .within
        }
        // A day is compared, whatever 指标性质 calls it: on the form it stands alone.
        if found == .qualitative, quantity.period != nil { found = nil }
        if found == .qualitative || (quantity.number == nil && quantity.date == nil) {
            comparison = .qualitative
        } else {
            // A bare number is at least that; but a bare 0 is none at all.
            comparison = found ?? (quantity.period != nil ? .atMost : quantity.number == 0 ? .equal : .atLeast)
        }
    }

    /// Whether the target is a number or a date, not words.
    public var isQuantitative: Bool { comparison != .qualitative }

    /// The sign as it is printed: `≥`, `>`.
    public var sign: String {
        switch (isStrict, comparison) {
        case (true, .atLeast): ">"
        case (true, .atMost): "<"
        default: comparison.rawValue
        }
    }

    /// As the form shows it in one cell: `≥20场`.
    public var shown: String {
        if isWorded { return text }
        // A date, a change and a range stay as they were written.
        guard isQuantitative, isOperatorWritten, tolerance == nil, quantity.period == nil, quantity.change == nil else {
            if quantity.period != nil || quantity.change != nil { return text }
            let hasUnit = text.hasSuffix(quantity.unit) || quantity.text.hasSuffix(quantity.unit)
            return text + (isQuantitative && !hasUnit ? quantity.unit : "")
        }
        let amount = quantity.text + (quantity.text.hasSuffix(quantity.unit) ? "" : quantity.unit)
        return sign + amount
    }

    /// 260-270米, 3-5个, 95%~100%.
    private static func span(_ text: String, unit: String) -> (middle: Quantity, half: Decimal)? {
        guard let low = DecimalText.scan(Substring(text)) else { return nil }
        var rest = low.rest
        let lowUnit = String(rest.prefix { !"-~～—–至到".contains($0) }).trimmingCharacters(in: .whitespaces)
        guard lowUnit.count <= 4 else { return nil }
        rest = rest.drop { !"-~～—–至到".contains($0) }
        guard !rest.isEmpty else { return nil }
        rest = rest.drop { "-~～—–至到 ".contains($0) }
        let high = Quantity(String(rest), unit: unit)
        guard let upper = high.number, !high.isApproximate, high.change == nil, low.number >= 0, low.number < upper,
            lowUnit.isEmpty || lowUnit == high.unit, !["年", "月", "日", "号", "级"].contains(high.unit)
        else { return nil }
        var middle = high
        middle.number = (low.number + upper) / 2
        middle.text = text
        return (middle, (upper - low.number) / 2)
    }
}
