import Assessment
import Spreadsheet

/// What a filled form no longer has as its blank printed it, cell by cell and merge by merge.
enum PrintedHarm {
    /// The harm, in words; empty where the form is as it was issued.
    static func found(blank: Sheet, filled: Sheet) -> [String] {
        guard let used = blank.usedRange, let last = filled.usedRange?.last.row else { return [] }
        var harm: [String] = []
        // Rows only ever come between: each printed row is looked for below the one before it.
        var places: [Int: Int] = [:]
        var next = 0
        for row in used.rows {
            let printed = used.columns.compactMap { column -> (Int, String)? in
                let text = blank[row, column]?.shown ?? ""
                return text.isEmpty ? nil : (column, text)
            }
            let found = (next...max(next, last)).first { candidate in
                printed.allSatisfy { stands($0.1, in: filled[candidate, $0.0]?.shown ?? "") }
            }
            guard let found else {
                let near = printed.filter { !stands($0.1, in: filled[next, $0.0]?.shown ?? "") }
                harm += near.map {
                    "\(CellReference(row: row, column: $0.0)) “\($0.1)” is “\(filled[next, $0.0]?.shown ?? "")” in row \(next + 1)"
                }
                continue
            }
            places[row] = found
            next = found + 1
        }
        for merge in blank.merges {
            guard let first = places[merge.first.row], let end = places[merge.last.row] else { continue }
            let stays =
                filled.merges.contains { other in
                    other.columns == merge.columns && other.first.row == first && other.last.row >= end
                }
                || isDrawnOnEachPage(
                    CellRange(
                        CellReference(row: first, column: merge.first.column),
                        CellReference(row: end, column: merge.last.column)), filled)
            if !stays { harm.append("\(merge) is not merged in rows \(first + 1) to \(end + 1)") }
        }
        return harm
    }

    /// 指标2：, ……, 任务1.
    private static func isPlace(_ key: String) -> Bool {
        let rest = key.drop { !$0.isNumber && $0 != "…" }
        return ["指标", "任务"].contains(key.dropLast(rest.count).description) && rest.allSatisfy(\.isNumber)
            || key.allSatisfy { $0 == "…" || $0 == "." }
    }

    /// A prompt or the room for a year may be filled, and a label be followed by its text; all else stays to the letter.
    private static func stands(_ printed: String, in text: String) -> Bool {
        let (one, other) = (TextNormalizer.key(printed), TextNormalizer.key(text))
        if one == other || one.isEmpty || isPlace(one) { return true }
        if TextNormalizer.narrowed(printed).hasSuffix(":"), other.hasPrefix(one) { return true }
        let open = one.replacingOccurrences(of: "_", with: "")
        return open.contains("年") && other.filter { !$0.isNumber } == open.filter { !$0.isNumber }
    }

    /// Whether merged cells stand in parts that end where pages or repeated headings do, each with the text.
    private static func isDrawnOnEachPage(_ range: CellRange, _ sheet: Sheet) -> Bool {
        let ends = Set(sheet.page.rowBreaks + [sheet.page.titleRows.map { $0.upperBound + 1 }].compactMap { $0 })
        let parts = sheet.merges.filter { $0.columns == range.columns && $0.rows.overlaps(range.rows) }
        let starts = range.rows.filter { $0 == range.first.row || ends.contains($0) }
        return starts.count > 1 && parts.allSatisfy { starts.contains($0.first.row) }
    }
}
