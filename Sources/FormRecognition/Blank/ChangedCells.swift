import Spreadsheet

/// Cells that changed in the same way, told in one line.
struct ChangedCells {
    private var found: [String: (first: CellReference, other: CellReference, cells: [CellReference])] = [:]
    private var order: [String] = []

    /// Adds a cell.
    ///
    /// - Parameter change: What changed, in words; cells with the same words are told together.
    mutating func add(_ place: CellReference, _ other: CellReference, _ change: String) {
        if found[change] == nil {
            order.append(change)
            found[change] = (place, other, [])
        }
        found[change]?.cells.append(other)
    }

    /// One change for each of the words.
    func changes(_ kind: FormChange.Kind, old: BlankSheet, new: BlankSheet) -> [FormChange] {
        order.compactMap { change in
            guard let entry = found[change] else { return nil }
            return FormChange(
                kind, before: old.source(entry.first), after: new.source(entry.other),
                message: Self.places(entry.cells) + change)
        }
    }

    /// `B3`, `B3:D3 等 12 格`.
    private static func places(_ cells: [CellReference]) -> String {
        guard let first = cells.first, cells.count > 1 else { return "\(cells.first?.description ?? "") " }
        let run = cells.prefix { $0.row == first.row }
        let last = run.last ?? first
        let head = last == first ? "\(first)" : "\(CellRange(first, last))"
        return "\(head) 等 \(cells.count) 格"
    }
}
