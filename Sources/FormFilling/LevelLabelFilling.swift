import Assessment
import FormRecognition
import Spreadsheet

/// Puts level labels beside the indicator rows: what the blank prints and merges stays, and reaches down to the rows that were inserted under it.
struct LevelLabelFilling {
    let plan: IndicatorPlan
    /// The blank's sheet, before rows were inserted.
    let blank: Sheet
    /// The first row of the block.
    let first: Int

    /// - Parameter label: The label of a row, with all above it that must be the same for a run.
    func fill(
        _ form: inout FormSheet, column: Int, label: (IndicatorPlan.Row) -> String,
        key: (IndicatorPlan.Row) -> String
    ) {
        let rows = first...(first + max(plan.rows.count, 1) - 1)
        form.sheet.merges.removeAll {
            $0.first.column == column && $0.rows.count > 1 && rows.contains($0.first.row)
        }
        for run in runs(key) {
            let anchors = run.filter { anchor(of: plan.rows[$0], column) != nil }
            guard !anchors.isEmpty else {
                put(label(plan.rows[run.lowerBound]), run, column, &form)
                continue
            }
            for (number, start) in anchors.enumerated() {
                let end = number + 1 < anchors.count ? anchors[number + 1] - 1 : run.upperBound
                extend(start...end, column, isRepeated: anchors.count > 1, &form)
            }
        }
    }

    /// The range of the label that the blank prints in a row, where it begins there.
    private func anchor(of row: IndicatorPlan.Row, _ column: Int) -> CellRange? {
        let place = CellReference(row: row.pattern, column: column)
        guard row.isPrinted, blank[place].map({ !$0.shown.isEmpty }) ?? false else { return nil }
        return blank.merges.first { $0.first == place } ?? CellRange(place, place)
    }

    /// A label of the person's in rows that print none.
    private func put(_ text: String, _ run: ClosedRange<Int>, _ column: Int, _ form: inout FormSheet) {
        let place = CellReference(row: first + run.lowerBound, column: column)
        // Covered by a cell of another column the place is none.
        guard !text.isEmpty, !form.sheet.merges.contains(where: { $0.contains(place) && $0.first != place }) else {
            return
        }
        form.put(text, at: place)
        form.merge(rows: first + run.lowerBound...first + run.upperBound, column: column, to: width(column))
    }

    /// The last column of the labels that the blank prints in a column, where all that reach over several rows have the same.
    private func width(_ column: Int) -> Int? {
        let widths = Set(
            plan.rows.compactMap { anchor(of: $0, column) }.filter { $0.rows.count > 1 }.map(\.last.column))
        return widths.count == 1 ? widths.first : nil
    }

    /// Lets a printed label reach over the rows that it had, and those that were inserted among and below them.
    private func extend(_ run: ClosedRange<Int>, _ column: Int, isRepeated: Bool, _ form: inout FormSheet) {
        guard let range = anchor(of: plan.rows[run.lowerBound], column) else { return }
        var end = run.lowerBound
        for offset in run.dropFirst() {
            let row = plan.rows[offset]
            guard row.isPrinted ? range.rows.contains(row.pattern) : range.rows.contains(row.pattern) || !isRepeated
            else { break }
            end = offset
        }
        if isRepeated, range.rows.count == 1 {
            // A form that repeats its label in each row has it in the new ones too.
            let text = form.sheet[first + run.lowerBound, column]?.shown ?? ""
            for offset in run.dropFirst() where !plan.rows[offset].isPrinted {
                form.put(text, at: CellReference(row: first + offset, column: column))
            }
            return
        }
        form.merge(rows: first + run.lowerBound...first + end, column: column, to: range.last.column)
    }

    private func runs(_ key: (IndicatorPlan.Row) -> String) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for index in plan.rows.indices {
            if let last = runs.last, last.upperBound == index - 1,
                key(plan.rows[last.lowerBound]) == key(plan.rows[index])
            {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
        return runs
    }
}
