import Foundation
import Spreadsheet

/// What stands in a cell of 偏差原因.
enum Reason: Hashable, Sendable {
    /// Nothing, or only what the blank prints there.
    case missing
    /// Something that says nothing: 0, 无, a dash, the column's own heading.
    case empty
    /// A text.
    case given(String)

    /// Whether there is a text.
    var isGiven: Bool {
        if case .given = self { return true }
        return false
    }

    /// Texts that say nothing, without punctuation.
    private static let nothing: Set<String> = ["", "0", "无", "没有", "空", "略", "不适用", "无原因"]

    /// Whether a text says nothing.
    ///
    /// - Parameter heading: The heading of its column, which says nothing either.
    static func saysNothing(_ text: String, heading: String?) -> Bool {
        let key = TextNormalizer.key(text)
        let words = key.filter { $0.isLetter || $0.isNumber }
        // 0.00 and 0% are zeros too.
        if nothing.contains(words) || words.allSatisfy({ $0 == "0" }) { return true }
        let headings = [heading ?? "", IndicatorColumn.reason.rawValue].map(TextNormalizer.key)
        return headings.contains(key)
    }
}

extension Submission {
    /// The reason that stands beside an indicator.
    func reason(of indicator: Indicator) -> Reason {
        guard let reason = indicator.reason, !TextNormalizer.key(reason.text).isEmpty else { return .missing }
        if isFiller(reason.source) { return .missing }
        let heading = columns.first { $0.role == .reason }?.heading.text
        return Reason.saysNothing(reason.text, heading: heading) ? .empty : .given(reason.text)
    }

    /// The reason in a row of the money block; nil when the block has no column for it.
    func reason(of line: BudgetLine) -> Reason? {
        guard let reason = line.reason else { return nil }
        if TextNormalizer.key(reason.text).isEmpty || isFiller(reason.source) { return .missing }
        return Reason.saysNothing(reason.text, heading: BudgetColumn.reason.rawValue) ? .empty : .given(reason.text)
    }

    /// Whether a cell still holds what the blank prints for the person to replace.
    func isFiller(_ place: Source) -> Bool {
        guard place.cell != nil else { return false }
        return fillers.contains {
            $0.source.file == place.file && $0.source.sheet == place.sheet && $0.source.cell == place.cell
        }
    }
}
