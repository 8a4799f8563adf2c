import Assessment
import FormRecognition
import Foundation
import Spreadsheet

/// Goals that are numbered (目标1：…, 目标2：…) and stand in one text, where a form has a row for each.
struct NumberedGoals {
    let map: FormMap

    /// What goes into which cell, from the slot on; nil where all of the text belongs into the slot.
    func places(_ text: String, at slot: CellReference, _ form: FormSheet) -> [(place: CellReference, text: String)]? {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        guard lines.count > 1, lines.allSatisfy(Self.isNumbered) else { return nil }
        var slots = [slot]
        while slots.count < lines.count, let next = below(slots[slots.count - 1], form) { slots.append(next) }
        guard slots.count > 1 else { return nil }
        return slots.indices.map { index in
            // What has no row of its own goes with the last that has one.
            let own = index == slots.count - 1 ? lines[index...].joined(separator: "\n") : lines[index]
            return (slots[index], own)
        }
    }

    private static func isNumbered(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        return key.hasPrefix("目标") && (key.dropFirst(2).first.map { $0.isNumber || "一二三四五六七八九".contains($0) } ?? false)
    }

    /// The empty cell under a slot that is as wide, where nothing before it says that it is for something else.
    private func below(_ slot: CellReference, _ form: FormSheet) -> CellReference? {
        let own = range(slot, form)
        let next = CellReference(row: own.last.row + 1, column: slot.column)
        let headings = [map.indicators?.headingRow, map.tasks?.headingRow].compactMap { $0 }
        guard form.sheet[next] != nil, range(next, form).columns == own.columns, !map.facts.values.contains(next),
            !headings.contains(next.row), map.indicators?.rows.contains(next.row) != true,
            (0...slot.column).allSatisfy({ form.sheet[next.row, $0]?.shown.isEmpty ?? true })
        else { return nil }
        return next
    }

    private func range(_ cell: CellReference, _ form: FormSheet) -> CellRange {
        form.sheet.merges.first { $0.first == cell } ?? CellRange(cell, cell)
    }
}
