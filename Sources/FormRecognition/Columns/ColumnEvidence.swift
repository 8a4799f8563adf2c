import Assessment
import FormTemplates
import Spreadsheet

/// Something that speaks for what a column holds.
typealias Evidence = PlaceReading.Evidence

/// The columns of a table as evidence looks at them.
struct ColumnScene {
    let view: SheetView
    let words: FormWords
    let columns: [IndicatorTable.Column]
    /// What stands in each of them.
    let profiles: [ColumnProfile]

    /// The place of the column with a role, where there is one.
    func index(_ role: IndicatorColumn) -> Int? { columns.firstIndex { $0.role == role } }

    func profile(_ role: IndicatorColumn) -> ColumnProfile? { index(role).map { profiles[$0] } }

    func heading(_ index: Int) -> String { view.text(columns[index].headingRow, columns[index].column) }

    /// Evidence of a kind, weighed.
    func evidence(_ kind: String, _ ground: String) -> Evidence {
        Evidence(kind: kind, weight: words.labels.evidence(kind), ground: ground)
    }
}

/// A kind of evidence on what a column holds. A new kind is one file, and one line in ``ColumnCompetition``.
protocol ColumnEvidence: Sendable {
    /// What speaks for a column being of a role.
    static func evidence(for role: IndicatorColumn, at index: Int, in scene: ColumnScene) -> [Evidence]
}
