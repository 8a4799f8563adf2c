import Spreadsheet

/// Which rows and columns of two sheets answer to one another.
struct SheetAlignment {
    let rows: SequenceAlignment
    let columns: SequenceAlignment

    /// The place of the new sheet that answers to one of the old; nil where its row or column went.
    func forward(_ place: CellReference) -> CellReference? {
        guard let row = rows.forward[place.row], let column = columns.forward[place.column] else { return nil }
        return CellReference(row: row, column: column)
    }

    /// The range of the new sheet that answers to one of the old, by its corners; rows and columns that came in between belong to it.
    func forward(_ range: CellRange) -> CellRange? {
        guard let top = range.rows.lazy.compactMap({ rows.forward[$0] }).first,
            let bottom = range.rows.reversed().lazy.compactMap({ rows.forward[$0] }).first,
            let left = range.columns.lazy.compactMap({ columns.forward[$0] }).first,
            let right = range.columns.reversed().lazy.compactMap({ columns.forward[$0] }).first
        else { return nil }
        return CellRange(CellReference(row: top, column: left), CellReference(row: bottom, column: right))
    }

    /// A formula with the references to its own sheet as they are in the new one.
    func forward(_ formula: String) -> String {
        formula.replacing(/([$]?)([A-Z]{1,3})([$]?)(\d+)/) { found in
            guard let place = CellReference("\(found.2)\(found.4)"), let other = forward(place) else {
                return String(found.0)
            }
            return "\(found.1)\(CellReference.letters(ofColumn: other.column))\(found.3)\(other.row + 1)"
        }
    }
}
