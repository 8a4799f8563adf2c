import Assessment
import Foundation
import Spreadsheet

/// What changed in a text that stands where it stood.
struct TextDiff {
    let before: PrintedText
    let after: PrintedText
    let old: BlankSheet
    let new: BlankSheet

    /// Points, limits, words; nothing when it is the same but for spaces and the year.
    func changes() -> [FormChange] {
        if let number = before.number, let other = after.number {
            return number == other ? [] : [change(.points, "\(place)印的分值由 \(before.text) 改为 \(after.text)。")]
        }
        if before.isMark, after.isMark { return [] }
        var changes: [FormChange] = []
        if before.points != after.points {
            changes.append(change(.points, "“\(before.base)”\(points)。"))
        }
        changes += notedPoints()
        if before.limits != after.limits {
            changes.append(change(.limit, "“\(after.shown)”\(limits)。"))
        }
        if before.base != after.base, !isOnlyPoints {
            let kind: FormChange.Kind = before.isNote || after.isNote ? .noteReworded : .labelReworded
            changes.append(
                change(kind, "“\(before.shown)”改为“\(after.shown)”。"))
        }
        return changes
    }

    private var place: String { after.range.first.description + " " }

    /// Points that both notes state for the same words.
    private func notedPoints() -> [FormChange] {
        guard before.isNote, after.isNote else { return [] }
        let others = Dictionary(
            after.statedPoints.map { ($0.name, $0.points) }, uniquingKeysWith: { first, _ in first })
        return before.statedPoints.compactMap { name, points in
            guard let other = others[name], other != points else { return nil }
            return change(.points, "说明里“\(name)”的分值由 \(points) 改为 \(other)。")
        }
    }

    /// A note that states other points and is the same for the rest is told once.
    private var isOnlyPoints: Bool {
        func plain(_ text: PrintedText) -> String { text.base.replacing(/\d+(\.\d+)?分/) { _ in "分" } }
        return before.isNote && after.isNote && plain(before) == plain(after)
    }

    private func change(_ kind: FormChange.Kind, _ message: String) -> FormChange {
        FormChange(
            kind, before: old.source(before.range.first), after: new.source(after.range.first), message: message)
    }

    /// What became of the points in a label.
    private var points: String {
        switch (before.points, after.points) {
        case (let one?, nil): "不再写分值（原来是 \(DecimalText.text(one))）"
        case (nil, let other?): "写上了分值 \(DecimalText.text(other))"
        case (let one, let other):
            "的分值由 \(one.map { DecimalText.text($0) } ?? "") 改为 \(other.map { DecimalText.text($0) } ?? "")"
        }
    }

    /// What became of the limits in a text.
    private var limits: String {
        func text(_ limits: [Int]) -> String { limits.map { "\($0)字" }.joined(separator: "、") }
        if before.limits.isEmpty { return "限定了字数：\(text(after.limits))" }
        if after.limits.isEmpty { return "不再限定字数（原来是 \(text(before.limits))）" }
        return "的字数限制由 \(text(before.limits)) 改为 \(text(after.limits))"
    }
}
