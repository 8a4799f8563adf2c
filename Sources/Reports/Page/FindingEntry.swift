import Assessment
import Spreadsheet

/// One place of a rule, or the many in one column or row where it says the same.
struct FindingEntry {
    /// `〔表〕J12`, `〔表〕J12:J18，共 7 处`.
    var place: String
    /// What the finding is about: names of indicators or fields.
    var subject: String
    /// Why.
    var message: String
    /// What stands there.
    var found: String
    /// What should.
    var expected: String

    /// Entries of findings of one rule. Those that say the same of one column, else of one row, are one.
    ///
    /// - Parameter file: The file that need not be named, or nil to name each.
    static func entries(_ findings: [Finding], file: String?) -> [FindingEntry] {
        let byColumn = gathered(findings.map { [$0] }) { .init($0, line: $0.source.cell?.column) }
        // What stands alone in its column may have others in its row.
        let byRow = gathered(byColumn) { .init($0, line: $0.source.cell?.row) }
        return byRow.map { FindingEntry($0, file: file) }
    }

    private struct Key: Hashable {
        var file: String
        var sheet: String?
        var line: Int?
        var found: String
        var expected: String
        var message: String

        init(_ finding: Finding, line: Int?) {
            file = finding.source.file
            sheet = finding.source.sheet
            self.line = line
            found = finding.found
            expected = finding.expected
            message = finding.message
        }
    }

    /// Puts together what stands alone so far and has the same key; the first of them gives the place in the order.
    private static func gathered(_ runs: [[Finding]], key: (Finding) -> Key) -> [[Finding]] {
        var result: [[Finding]] = []
        var places: [Key: Int] = [:]
        for run in runs {
            guard run.count == 1, run[0].source.cell != nil else {
                result.append(run)
                continue
            }
            let key = key(run[0])
            if let place = places[key] {
                result[place] += run
            } else {
                places[key] = result.count
                result.append(run)
            }
        }
        return result
    }

    private init(_ findings: [Finding], file: String?) {
        let first = findings[0]
        var place = PlaceText.text(first.source, cells: findings.compactMap(\.source.cell), file: file)
        if findings.count > 1 { place += "，共 \(findings.count) 处" }
        self.place = place
        var subjects: [String] = []
        for finding in findings where !finding.subject.isEmpty && !subjects.contains(finding.subject) {
            subjects.append(finding.subject)
        }
        let shown = PlaceText.line(subjects.prefix(Self.mostSubjects).joined(separator: "、"))
        subject = subjects.count > Self.mostSubjects ? shown + " 等 \(subjects.count) 项" : shown
        message = PlaceText.line(first.message)
        found = PlaceText.line(first.found)
        expected = PlaceText.line(first.expected)
    }

    /// Names of more than these are counted.
    private static let mostSubjects = 8
}

/// Cells as ranges: `J12:J14、J16`.
enum CellRuns {
    static func text(_ cells: [CellReference]) -> String {
        var runs: [CellRange] = []
        for cell in cells.sorted() {
            if let last = runs.last, isNext(cell, last) {
                runs[runs.count - 1] = CellRange(last.first, cell)
            } else if runs.last?.last != cell {
                runs.append(CellRange(cell, cell))
            }
        }
        return runs.map(\.description).joined(separator: "、")
    }

    /// Whether a cell goes on where a run of one column, or of one row, ends.
    private static func isNext(_ cell: CellReference, _ run: CellRange) -> Bool {
        let isColumn = run.columns.count == 1 && cell.column == run.last.column && cell.row == run.last.row + 1
        let isRow = run.rows.count == 1 && cell.row == run.last.row && cell.column == run.last.column + 1
        return isColumn || isRow
    }
}
