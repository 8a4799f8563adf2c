import Assessment
import FormTemplates
import Spreadsheet

/// Lets readings of the columns that no word explains compete on evidence.
///
/// The best reading wins where it has enough, and enough more than the next; it is a guess then, and shown with its ground.
struct ColumnCompetition {
    /// A reading of a column, with what speaks for it.
    struct Reading {
        var index: Int
        var role: IndicatorColumn
        var evidence: [Evidence]

        var weight: Int { evidence.reduce(0) { $0 + $1.weight } }
    }

    /// The kinds of evidence.
    private static let kinds: [any ColumnEvidence.Type] = [
        HeadingEvidence.self, ContentsEvidence.self, OrderEvidence.self, FormulaEvidence.self, ArithmeticEvidence.self,
    ]
    /// What may be found by its contents. Points come before the scores that are held against them.
    private static let roles: [IndicatorColumn] = [
        .comparison, .unit, .target, .actual, .weight, .score, .coefficient, .reason, .criterion, .explanation,
    ]

    let view: SheetView
    let words: FormWords
    let rows: Range<Int>
    /// Columns that the person said are not needed.
    var closed: Set<Int> = []

    /// Gives roles to columns that have none, as far as evidence is certain enough.
    func settle(_ columns: inout [IndicatorTable.Column]) {
        guard columns.contains(where: isOpen), columns.contains(where: { $0.role == .name }) else { return }
        let profiles = columns.map { ColumnProfile(view, rows, $0.column) }
        // What is found makes more evidence for the next.
        while let (best, margin) = best(columns, profiles) {
            guard best.weight >= words.labels.evidence.least, margin >= words.labels.evidence.margin else { return }
            columns[best.index].role = best.role
            columns[best.index].isGuessed = true
            columns[best.index].ground = best.evidence.map(\.ground).joined(separator: "，")
        }
    }

    /// All readings of a column, the best first.
    func readings(of index: Int, _ columns: [IndicatorTable.Column], _ profiles: [ColumnProfile]) -> [Reading] {
        let found = Set(columns.indices.filter { $0 != index }.compactMap { columns[$0].role })
        let scene = ColumnScene(view: view, words: words, columns: columns, profiles: profiles)
        return Self.roles.filter { !found.contains($0) }.map { role in
            Reading(
                index: index, role: role,
                evidence: Self.kinds.flatMap { $0.evidence(for: role, at: index, in: scene) })
        }.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }
    }

    private func isOpen(_ column: IndicatorTable.Column) -> Bool {
        column.isUnknown && !closed.contains(column.column)
            && !words.labels.isOrdinalColumn(view.text(column.headingRow, column.column))
            && !words.labels.isOtherColumn(view.text(column.headingRow, column.column))
    }

    /// The reading that has the most before its rivals: other readings of its column, and other columns for its role.
    private func best(_ columns: [IndicatorTable.Column], _ profiles: [ColumnProfile]) -> (Reading, Int)? {
        let open = columns.indices.filter { isOpen(columns[$0]) && !profiles[$0].texts.isEmpty }
        let all = open.map { readings(of: $0, columns, profiles) }
        let firsts = all.compactMap { readings -> (Reading, Int)? in
            guard let first = readings.first else { return nil }
            let second = readings.dropFirst().first?.weight ?? 0
            let rival =
                all.joined().filter { $0.role == first.role && $0.index != first.index }.map(\.weight).max() ?? 0
            return (first, first.weight - max(second, rival))
        }
        return firsts.max { ($0.1, $0.0.weight) < ($1.1, $1.0.weight) }
    }
}
