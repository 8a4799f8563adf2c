import Spreadsheet

/// Default sizes, columns and the tab of a sheet.
struct SheetLayout {
    private static let formatKnown: Set<String> = ["defaultRowHeight", "defaultColWidth", "customHeight"]
    /// Columns that are laid out one by one, as far as a range of them reaches.
    private static let mostAlike = 1024

    /// The styles' colours.
    var colors: ColorResolver

    func start(_ name: String, _ attributes: XMLAttributes, _ sheet: inout Sheet) {
        switch name {
        case "sheetFormatPr":
            if let height = attributes.double("defaultRowHeight") { sheet.defaultRowHeight = height }
            if let width = attributes.double("defaultColWidth") {
                sheet.defaultColumnWidth = width
            } else if let base = attributes.integer("baseColWidth") {
                sheet.defaultColumnWidth = Double(base) + 0.43
            }
            sheet.hasSetDefaultHeight = attributes.flag("customHeight") ?? false
            sheet.formatOptions = attributes.all(but: Self.formatKnown)
        case "col": column(attributes, &sheet)
        case "tabColor": sheet.tabColor = colors.color(attributes)
        case "outlinePr": sheet.outline = attributes.all
        default: break
        }
    }

    private func column(_ attributes: XMLAttributes, _ sheet: inout Sheet) {
        guard let first = attributes.integer("min"), let last = attributes.integer("max"), first >= 1, last >= first,
            first <= CellReference.maximumColumns
        else { return }
        let end = min(last, CellReference.maximumColumns)
        // Whole-sheet ranges (up to the last column) say nothing of a table; what stands beyond is not laid out one by one.
        let near = min(end, first + Self.mostAlike - 1)
        let style = attributes.integer("style")
        var layout = ColumnLayout(
            width: attributes.double("width").map { max(0, min($0, ColumnLayout.widest)) },
            hidden: attributes.flag("hidden") ?? false,
            style: style == 0 ? nil : style)
        layout.isAutomatic = attributes.flag("customWidth") != true
        layout.outlineLevel = max(0, min(attributes.integer("outlineLevel") ?? 0, 7))
        layout.isCollapsed = attributes.flag("collapsed") ?? false
        for index in first...near { sheet.columns[index - 1] = layout }
        if near < end, sheet.wideColumns.count < 64 {
            sheet.wideColumns.append(WideColumns(columns: near...(end - 1), layout: layout))
        }
    }
}
