import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// The labels that a sheet prints, by the words that they are compared by.
struct PrintedLabels: Sendable {
    /// A label and its place.
    struct Item: Sendable {
        var text: String
        var label: Label
        var place: CellReference
        var range: CellRange
    }

    /// Longest text that is still a label.
    private static let longest = 40
    /// A form has some dozens of rows: the rest of a long table are not labels.
    private static let deepest = 300

    /// Labels in reading order, by their words.
    let items: [String: [Item]]
    /// The words.
    let keys: Set<TextKey>

    init(_ view: SheetView, _ labels: LabelTable) {
        var items: [String: [Item]] = [:]
        for row in view.filledRows {
            if row > Self.deepest { break }
            for text in view.texts(in: row) {
                guard let label = text.label,
                    let key = labels.printedKeys.value(of: text.text, { Self.key(text.text, label, labels) })
                else { continue }
                let place = CellReference(row: row, column: text.column)
                items[key, default: []].append(
                    Item(text: text.text, label: label, place: place, range: view.range(row, text.column)))
            }
        }
        self.items = items
        keys = Set(items.keys.map(TextKey.init))
    }

    /// What a label is compared by: its words, without the year of a title and brackets that may be missing; nil for what is no label.
    static func key(_ text: String, _ label: Label?, _ labels: LabelTable) -> String? {
        guard let label, text.count <= longest, !labels.fillers.isPlace(text) else { return nil }
        // A prompt in a slot is a sentence; a label may say （200字以内） behind its few words.
        if text.count > 15, labels.fillers.isLeft(in: text, isValue: true) { return nil }
        var name = label.name
        // 单位名称：某某局 in one cell is the label 单位名称 with its text.
        if let parts = FactFinder.parts(text), labels.fact(parts.label) != nil { name = Label.name(of: parts.label) }
        guard name.contains(where: { $0.isLetter }) else { return nil }
        return name.filter { !$0.isNumber && !"()_".contains($0) }
    }
}

/// The labels that a blank prints, found once for all forms that are held against it.
final class BlankIndex: @unchecked Sendable {
    private let lock = NSLock()
    private var known: PrintedLabels?

    /// Number of the sheet that is the form.
    static func sheetIndex(of blank: Workbook, _ name: String?) -> Int {
        blank.sheets.firstIndex { $0.name == name } ?? 0
    }

    /// The labels of a blank.
    ///
    /// - Parameter sheet: Name of the sheet that is the form; nil for the first.
    func labels(of blank: Workbook, sheet: String?, _ table: LabelTable) -> PrintedLabels? {
        lock.lock()
        defer { lock.unlock() }
        if let known { return known }
        guard !blank.sheets.isEmpty else { return nil }
        known = PrintedLabels(SheetView(blank, Self.sheetIndex(of: blank, sheet)), table)
        return known
    }
}
