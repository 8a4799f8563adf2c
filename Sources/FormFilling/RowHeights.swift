import Spreadsheet

/// Sets the heights of rows so that no text is cut off on paper, merged cells included.
enum RowHeights {
    /// The highest a row can be in the format, in points.
    static let maximum = 409.5

    /// The smallest letters that a text too long for one row is set in, in points.
    static let smallestFont = 7.0

    /// Makes the letters of texts that no row could hold smaller, then fits the rows.
    static func fit(_ workbook: inout Workbook) -> [CellReference] {
        let sheet = workbook.sheets[0]
        let merged = Dictionary(sheet.merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
        for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key }) where cell.shown.count > 60 {
            let range = merged[place] ?? CellRange(place, place)
            guard workbook.styles.indices.contains(cell.style), range.rows.count == 1 else { continue }
            var style = workbook.styles[cell.style]
            let width = width(of: range, in: sheet)
            while style.font.size > smallestFont, height(of: cell.shown, style: style, width: width) ?? 0 > maximum {
                style.font.size -= 0.5
            }
            let index = workbook.index(of: style)
            workbook.sheets[0][place]?.style = index
        }
        let styles = workbook.styles
        return fit(&workbook.sheets[0], styles: styles)
    }

    /// Raises the rows of a sheet to what their texts need; rows are never lowered. Returns the cells whose text is too
    /// long even for the highest row.
    static func fit(_ sheet: inout Sheet, styles: [CellStyle]) -> [CellReference] {
        var merged: [CellReference: CellRange] = [:]
        for merge in sheet.merges { merged[merge.first] = merge }
        var tall: [(range: CellRange, height: Double)] = []
        var cut: [CellReference] = []
        for (place, cell) in sheet.cells where !cell.shown.isEmpty {
            let range = merged[place] ?? CellRange(place, place)
            let style = styles.indices.contains(cell.style) ? styles[cell.style] : CellStyle()
            guard let height = height(of: cell.shown, style: style, width: width(of: range, in: sheet)) else {
                continue
            }
            if range.rows.count > 1 {
                tall.append((range, height))
            } else {
                raise(place.row, to: height, in: &sheet, place: place, cut: &cut)
            }
        }
        for (range, height) in tall.sorted(by: { $0.range.first < $1.range.first }) {
            let present = range.rows.reduce(0) { $0 + self.height(ofRow: $1, in: sheet) }
            guard height > present else { continue }
            // Each row of the range takes its share, so that a long label does not swell its last row alone.
            let share = (height - present) / Double(range.rows.count)
            for row in range.rows {
                raise(
                    row, to: self.height(ofRow: row, in: sheet) + share, in: &sheet, place: range.first, cut: &cut)
            }
        }
        return cut.sorted()
    }

    private static func raise(
        _ row: Int, to height: Double, in sheet: inout Sheet, place: CellReference, cut: inout [CellReference]
    ) {
        if height > maximum { cut.append(place) }
        let wanted = min((height * 4).rounded(.up) / 4, maximum)
        guard wanted > self.height(ofRow: row, in: sheet) else { return }
        sheet.rows[row, default: RowLayout()].height = wanted
    }

    private static func height(ofRow row: Int, in sheet: Sheet) -> Double {
        sheet.rows[row]?.height ?? sheet.defaultRowHeight
    }

    /// Points between the edges of a range, less the room that stays free beside the text.
    private static func width(of range: CellRange, in sheet: Sheet) -> Double {
        let characters = range.columns.reduce(0.0) { sum, column in
            let layout = sheet.columns[column]
            return sum + (layout?.hidden == true ? 0 : layout?.width ?? sheet.defaultColumnWidth)
        }
        // A character of width is 7 pixels of 0.75 points on the narrowest reckoning.
        return max(characters * 5.25 - 6, 6)
    }

    private static func height(of text: String, style: CellStyle, width: Double) -> Double? {
        let size = style.font.size
        if style.alignment.rotation == 255 {
            return Double(text.count) * size * 1.48 + 4
        }
        guard style.alignment.wraps || text.contains("\n") else { return TextMeasure.height(lines: 1, fontSize: size) }
        let room = max(width - Double(style.alignment.indent) * size, size)
        return TextMeasure.height(lines: TextMeasure.lines(of: text, width: room, fontSize: size), fontSize: size)
    }
}
