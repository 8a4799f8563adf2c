import Spreadsheet

/// Counts what happens to the cells of each column of the result.
struct TidyTally {
    private var filled: [Int]
    private var misfits: [(count: Int, cell: CellReference, text: String)?]

    init(columns: Int) {
        filled = [Int](repeating: 0, count: columns)
        misfits = [(count: Int, cell: CellReference, text: String)?](repeating: nil, count: columns)
    }

    mutating func fill(_ columns: [Int]) {
        for column in columns { filled[column] += 1 }
    }

    mutating func misfit(_ column: Int, at cell: CellReference, text: String) {
        guard let known = misfits[column] else {
            misfits[column] = (1, cell, text)
            return
        }
        misfits[column] = (known.count + 1, known.cell, known.text)
    }

    /// Puts the counts into a report.
    func report(_ report: inout TidyReport, names: [String]) {
        for (index, count) in filled.enumerated() where count > 0 {
            report.filled.append(TidyReport.ColumnCount(column: names[index], count: count))
        }
        for (index, misfit) in misfits.enumerated() {
            guard let misfit else { continue }
            report.misfits.append(
                TidyReport.Misfit(
                    column: names[index], kind: report.kinds[index], count: misfit.count, first: misfit.cell,
                    text: misfit.text))
        }
    }
}
