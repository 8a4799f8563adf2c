import Spreadsheet

/// Makes a sheet of a text file presentable: a name that a workbook allows, columns as wide as their texts.
enum TextSheet {
    private static let widest = 40.0
    private static let forbidden = Set<Character>("[]:*?/\\'")

    static func prepare(_ workbook: inout Workbook) {
        for index in workbook.sheets.indices {
            let base = workbook.sheets[index].name.split(separator: "/").last.map(String.init) ?? ""
            let plain =
                base.lowercased().hasSuffix(".csv") || base.lowercased().hasSuffix(".tsv")
                ? String(base.dropLast(4)) : base
            let name = String(plain.filter { !forbidden.contains($0) && !$0.isNewline }.prefix(25))
            workbook.sheets[index].name = name.isEmpty ? "原表" : name
            var widths: [Int: Double] = [:]
            for (place, cell) in workbook.sheets[index].cells {
                let width = TextMeasure.width(of: cell.shown.prefix(200), font: TextFont(size: 1)) * 2 + 2
                widths[place.column] = max(widths[place.column] ?? 0, min(width, widest))
            }
            for (column, width) in widths where workbook.sheets[index].columns[column] == nil {
                workbook.sheets[index].columns[column] = ColumnLayout(width: max(width, 8))
            }
        }
    }
}
