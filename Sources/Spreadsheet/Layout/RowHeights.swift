/// Sets the heights of rows so that no text is cut off on paper, merged cells included.
package enum RowHeights {
    /// Raises the rows of a sheet to what their texts need, as far as a row can be high; rows are never lowered.
    package static func fit(_ sheet: inout Sheet, styles: [CellStyle]) {
        var tall: [CellBox] = []
        for box in SheetBoxes(sheet: sheet, styles: styles).all() {
            if box.range.rows.count > 1 {
                tall.append(box)
            } else {
                raise(box.range.first.row, to: box.height, in: &sheet)
            }
        }
        // Short ranges first: what they raise is there for the longer ones.
        for box in tall.sorted(by: { ($0.range.rows.count, $0.range.first) < ($1.range.rows.count, $1.range.first) }) {
            share(box, in: &sheet)
        }
    }

    /// Each row of a range takes its share, so that a long label does not swell its last row alone; what the highest row can't take goes to the others.
    private static func share(_ box: CellBox, in sheet: inout Sheet) {
        var rows = box.range.rows.filter { sheet.rows[$0]?.hidden != true }
        while !rows.isEmpty {
            let present = box.range.rows.reduce(0) { $0 + height(ofRow: $1, in: sheet) }
            let missing = box.height - present
            guard missing > 0.01 else { return }
            let share = missing / Double(rows.count)
            for row in rows { raise(row, to: height(ofRow: row, in: sheet) + share, in: &sheet) }
            rows.removeAll { height(ofRow: $0, in: sheet) >= PageRoom.highestRow }
        }
    }

    private static func raise(_ row: Int, to height: Double, in sheet: inout Sheet) {
        let wanted = min((height * 4).rounded(.up) / 4, PageRoom.highestRow)
        guard sheet.rows[row]?.hidden != true, wanted > self.height(ofRow: row, in: sheet) else { return }
        sheet.rows[row, default: RowLayout()].height = wanted
    }

    private static func height(ofRow row: Int, in sheet: Sheet) -> Double {
        let layout = sheet.rows[row]
        return layout?.hidden == true ? 0 : layout?.height ?? sheet.defaultRowHeight
    }
}
