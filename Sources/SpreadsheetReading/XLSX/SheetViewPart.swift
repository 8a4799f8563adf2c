import Spreadsheet

/// How a sheet is shown: panes, zoom, what is selected. Of several windows, the first.
struct SheetViewPart {
    private static let known: Set<String> = [
        "showGridLines", "zoomScale", "topLeftCell", "tabSelected", "workbookViewId",
    ]
    private var views = 0

    /// An element begins.
    mutating func start(_ name: String, _ attributes: XMLAttributes, _ sheet: inout Sheet) {
        if name == "sheetView" { views += 1 }
        guard views <= 1 else { return }
        switch name {
        case "sheetView":
            sheet.showsGridlines = attributes.flag("showGridLines") ?? true
            sheet.zoom = attributes.integer("zoomScale") ?? 100
            sheet.view.topLeft = attributes["topLeftCell"].flatMap { CellReference($0) }
            sheet.view.options = attributes.all(but: Self.known)
        case "pane":
            guard attributes["state"] == "frozen" || attributes["state"] == "frozenSplit" else {
                sheet.view.split = MarkupElement(name, attributes.all)
                return
            }
            sheet.frozenAt = CellReference(
                row: Int(attributes.double("ySplit") ?? 0), column: Int(attributes.double("xSplit") ?? 0))
            sheet.view.scrolledTo = attributes["topLeftCell"].flatMap { CellReference($0) }
        case "selection":
            if sheet.view.selections.count < 4 { sheet.view.selections.append(MarkupElement(name, attributes.all)) }
        default: break
        }
    }
}
