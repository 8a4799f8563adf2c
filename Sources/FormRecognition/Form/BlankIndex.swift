import Foundation
import FormTemplates
import Spreadsheet

/// The labels that a blank prints, found once for all forms that are held against it.
final class BlankIndex: @unchecked Sendable {
    /// A label and its place.
    struct Label: Sendable {
        var text: String
        var place: CellReference
        var range: CellRange
    }

    private let lock = NSLock()
    private var known: [String: [Label]]?

    /// Labels by the words that they are compared by.
    func labels(of blank: Workbook, _ table: LabelTable) -> [String: [Label]] {
        lock.lock()
        defer { lock.unlock() }
        if let known { return known }
        let found = blank.sheets.isEmpty ? [:] : Self.labels(of: SheetView(blank, 0), table)
        known = found
        return found
    }

    /// Labels of a sheet by the words that they are compared by, each in reading order.
    static func labels(of view: SheetView, _ table: LabelTable) -> [String: [Label]] {
        guard view.lastRow >= 0 else { return [:] }
        var result: [String: [Label]] = [:]
        // A form has some dozens of rows: the rest of a long table are not labels.
        for row in 0...min(view.lastRow, 300) {
            for (column, text) in view.texts(in: row) {
                guard let key = BlankLabels.key(text, table) else { continue }
                let place = CellReference(row: row, column: column)
                let range = view.merge(row, column) ?? CellRange(place, place)
                result[key, default: []].append(Label(text: text, place: place, range: range))
            }
        }
        return result
    }
}
