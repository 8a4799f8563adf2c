import Spreadsheet

/// Sets the letters of a sheet smaller, each kind of cell alike.
enum SmallerType {
    /// Titles are larger, and stay as they are.
    private static let largestOfTable = 12.0

    /// The workbook with the letters of its table smaller by so many points and its rows as high as they need; nil where they would be too small on
    /// paper.
    static func set(_ workbook: Workbook, sheet index: Int, by points: Double) -> Workbook? {
        guard points > 0 else { return workbook }
        let scale = PageRoom(sheet: workbook.sheets[index], styles: workbook.styles).scale()
        let common = SmallPrint.common(workbook, sheet: index)
        guard (common - points) * scale >= PageLayout.smallestType - 0.01 else { return nil }
        var result = workbook
        var numbers: [Int: Int] = [:]
        for (place, cell) in workbook.sheets[index].cells {
            guard workbook.styles.indices.contains(cell.style) else { continue }
            if numbers[cell.style] == nil {
                var style = workbook.styles[cell.style]
                let size = style.font.size
                if size <= largestOfTable {
                    style.font.size = max(min(size, common - points), size - points)
                }
                numbers[cell.style] = result.index(of: style)
            }
            if let number = numbers[cell.style] { result.sheets[index].cells[place]?.style = number }
        }
        return result
    }
}
