import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A text that a blank prints, taken apart: its words, the points and the limit that they state.
struct PrintedText {
    /// As it stands there.
    var text: String
    /// The cell, or the merged cell.
    var range: CellRange
    /// Words without points, limit and year.
    var base: String
    /// 分值 beside a label: 产出指标（50分）.
    var points: Decimal?
    /// The number, when the cell is nothing else.
    var number: Decimal?
    /// Limits of 字数 in it, in their order.
    var limits: [Int]
    /// Nothing but a mark for no content, or the place of an indicator: `—`, `/`, `指标2：`.
    var isMark: Bool
    /// A sentence rather than a label.
    var isNote: Bool

    /// Longest text that is still a label.
    private static let longestLabel = 40

    /// Longest label of a slot among the words with which notes begin.
    private static let longestSlot = 12

    init(_ text: String, range: CellRange, labels: LabelTable) {
        self.text = text
        self.range = range
        number = DecimalText.number(TextNormalizer.narrowed(text))
        var key = TextNormalizer.key(text)
        limits = []
        for found in key.matches(of: /\(?[^()]*?(\d+)字(?:以内|之内|内|以下)\)?/) {
            if let limit = Int(found.1) { limits.append(limit) }
        }
        key = key.replacing(/(\d+)字(以内|之内|内|以下)/) { "字\($0.2)" }
        key = key.replacing(/(19|20)\d\d年/) { _ in "年" }
        let isNumbered = key.dropFirst().first.map { ".、".contains($0) } ?? false
        // 联系电话： is the label of a slot.
        isNote =
            text.count > Self.longestLabel || isNumbered || text.count > Self.longestSlot && labels.isNote(text)
        let label = Label(key, isLevel: true)
        points = isNote ? nil : label.points
        base = points == nil ? key : label.words
        // (    年度) and 2024年度) are the line of the year, whatever brackets are left of it.
        if base.filter({ !"()_".contains($0) }) == "年度" { base = "年度" }
        isMark = !base.contains { $0.isLetter || $0.isNumber } || labels.fillers.isPlace(text)
    }

    /// `产出指标 50 分` and the like in a sentence, by their words.
    var statedPoints: [(name: String, points: String)] {
        TextNormalizer.key(text).matches(of: /(\p{Han}{2,12})(\d+(?:\.\d+)?)分/).map { (String($0.1), String($0.2)) }
    }

    /// The text as a report shows it: notes in full, since what changed in one may stand at its end.
    var shown: String { isNote ? oneLine : BlankSheet.short(oneLine) }

    /// The text on one line.
    var oneLine: String { text.filter { !$0.isNewline } }

    /// How much two texts have in common: 1 for the same words, by pairs of letters.
    static func likeness(_ one: PrintedText, _ other: PrintedText) -> Double {
        if one.base == other.base { return 1 }
        if one.number != nil || other.number != nil { return one.number != nil && other.number != nil ? 0.5 : 0 }
        func pairs(_ text: String) -> [String: Int] {
            let letters = Array(text)
            guard letters.count > 1 else { return [text: 1] }
            return zip(letters, letters.dropFirst()).reduce(into: [:]) { $0["\($1.0)\($1.1)", default: 0] += 1 }
        }
        let (left, right) = (pairs(one.base), pairs(other.base))
        let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        return Double(2 * common) / Double(max(left.values.reduce(0, +) + right.values.reduce(0, +), 1))
    }
}
