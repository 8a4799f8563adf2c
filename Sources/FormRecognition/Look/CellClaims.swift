import Assessment
import Spreadsheet

/// What each cell of a sheet was taken for. A cell that nobody claims is not understood.
struct CellClaims: Sendable {
    private(set) var meanings: [CellReference: FormAccount.Meaning] = [:]

    /// Takes a cell for something. A value goes before what else was seen in it: a label may hold one.
    mutating func claim(_ row: Int, _ column: Int, _ meaning: FormAccount.Meaning) {
        claim(CellReference(row: row, column: column), meaning)
    }

    /// Takes a cell for something.
    mutating func claim(_ place: CellReference, _ meaning: FormAccount.Meaning) {
        if meanings[place] == .value, meaning != .value { return }
        meanings[place] = meaning
    }

    /// Adds what another look claimed.
    mutating func add(_ other: CellClaims) {
        for (place, meaning) in other.meanings { claim(place, meaning) }
    }

    /// Whether nobody has claimed a cell.
    func isFree(_ row: Int, _ column: Int) -> Bool { meanings[CellReference(row: row, column: column)] == nil }
}
