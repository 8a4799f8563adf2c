import Spreadsheet

/// Rows that move up or down together: all below one row of a sheet, with what stands beside the cells.
struct RowShift {
    /// The last row that stays, from 0.
    let last: Int
    /// How many rows further down the others come to stand.
    let delta: Int

    /// Where a row comes to stand.
    func moved(_ row: Int) -> Int { row > last ? row + delta : row }

    /// Where a cell comes to stand.
    func moved(_ cell: CellReference) -> CellReference { CellReference(row: moved(cell.row), column: cell.column) }

    /// A range, which grows where it reaches to the last row that stays, within the bounds of a sheet.
    func moved(_ range: CellRange) -> CellRange {
        let end = range.last.row >= last ? range.last.row + delta : range.last.row
        let row = min(max(end, moved(range.first).row), CellReference.maximumRows - 1)
        return CellRange(moved(range.first), CellReference(row: row, column: range.last.column))
    }

    /// Moves all of a sheet but its cells, merges and heights.
    ///
    /// - Parameter block: Rows that are made anew: of what stands in them only what begins in the first is kept.
    func moveBesides(_ sheet: Sheet, into result: inout Sheet, anew block: ClosedRange<Int>? = nil) {
        result.page.rowBreaks = sheet.page.rowBreaks.map { moved($0) }
        result.page.printAreas = sheet.page.printAreas.map { moved($0) }
        if let titles = sheet.page.titleRows {
            result.page.titleRows = moved(titles.lowerBound)...moved(titles.upperBound)
        }
        result.frozenAt = sheet.frozenAt.map { moved($0) }
        result.view.scrolledTo = sheet.view.scrolledTo.map { moved($0) }
        result.comments = [:]
        for (place, comment) in sheet.comments {
            if let block, block.contains(place.row), place.row > block.lowerBound { continue }
            result.comments[moved(place)] = comment
            // The box stands by its rows: where these moved it gets its usual place.
            if moved(place) != place { result.comments[moved(place)]?.anchor = nil }
        }
        func isAnew(_ place: CellReference) -> Bool { block?.contains(place.row) == true }
        result.richTexts = [:]
        for (place, text) in sheet.richTexts where !isAnew(place) { result.richTexts[moved(place)] = text }
        result.arrayFormulas = [:]
        for (place, range) in sheet.arrayFormulas where !isAnew(place) {
            result.arrayFormulas[moved(place)] = moved(range)
        }
        for index in result.hyperlinks.indices {
            result.hyperlinks[index].range = moved(result.hyperlinks[index].range)
        }
        for index in result.validations.indices {
            result.validations[index].ranges = result.validations[index].ranges.map { moved($0) }
        }
        for index in result.conditionalFormats.indices {
            result.conditionalFormats[index].ranges = result.conditionalFormats[index].ranges.map { moved($0) }
        }
        if let range = sheet.filter?[attribute: "ref"].flatMap({ CellRange($0) }) {
            result.filter?[attribute: "ref"] = moved(range).description
        }
    }
}
