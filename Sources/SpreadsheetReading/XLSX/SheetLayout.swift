import Spreadsheet

/// How a sheet is laid out, shown and printed.
struct SheetLayout {
    private var text: String?
    private var breaksRows = false
    private var fitsPage = false

    mutating func start(_ name: String, _ attributes: XMLAttributes, _ sheet: inout Sheet) {
        switch name {
        case "pageSetUpPr":
            fitsPage = attributes.flag("fitToPage") ?? false
            if fitsPage { sheet.page.fit = (1, 1) }
        case "sheetView":
            sheet.showsGridlines = attributes.flag("showGridLines") ?? true
            sheet.zoom = attributes.integer("zoomScale") ?? 100
        case "pane":
            guard attributes["state"] == "frozen" || attributes["state"] == "frozenSplit" else { return }
            sheet.frozenAt = CellReference(
                row: Int(attributes.double("ySplit") ?? 0), column: Int(attributes.double("xSplit") ?? 0))
        case "sheetFormatPr":
            if let height = attributes.double("defaultRowHeight") { sheet.defaultRowHeight = height }
            if let width = attributes.double("defaultColWidth") {
                sheet.defaultColumnWidth = width
            } else if let base = attributes.integer("baseColWidth") {
                sheet.defaultColumnWidth = Double(base) + 0.43
            }
        case "col": column(attributes, &sheet)
        case "printOptions":
            sheet.page.centeredHorizontally = attributes.flag("horizontalCentered") ?? false
            sheet.page.centeredVertically = attributes.flag("verticalCentered") ?? false
        case "pageMargins": margins(attributes, &sheet.page)
        case "pageSetup":
            sheet.page.paper = attributes.integer("paperSize")
            sheet.page.landscape = attributes["orientation"] == "landscape"
            sheet.page.scale = attributes.integer("scale") ?? 100
            if fitsPage {
                sheet.page.fit = (attributes.integer("fitToWidth") ?? 1, attributes.integer("fitToHeight") ?? 1)
            }
        case "oddHeader", "oddFooter": text = ""
        case "rowBreaks": breaksRows = true
        case "brk":
            if breaksRows, let row = attributes.integer("id") { sheet.page.rowBreaks.append(row) }
        default: break
        }
    }

    mutating func end(_ name: String, _ sheet: inout Sheet) {
        switch name {
        case "oddHeader": sheet.page.header = EscapedText.decode(text ?? "")
        case "oddFooter": sheet.page.footer = EscapedText.decode(text ?? "")
        case "rowBreaks": breaksRows = false
        default: return
        }
        text = nil
    }

    mutating func text(_ piece: String) { text? += piece }

    private func column(_ attributes: XMLAttributes, _ sheet: inout Sheet) {
        guard let first = attributes.integer("min"), var last = attributes.integer("max"), first >= 1, last >= first
        else { return }
        // Whole-sheet ranges (up to the last column) say nothing of a table; what stands beyond is not laid out one by one.
        last = min(last, CellReference.maximumColumns, first + 1023)
        let style = attributes.integer("style")
        let layout = ColumnLayout(
            width: attributes.double("width"), hidden: attributes.flag("hidden") ?? false,
            style: style == 0 ? nil : style)
        for index in first...last { sheet.columns[index - 1] = layout }
    }

    private func margins(_ attributes: XMLAttributes, _ page: inout PageSetup) {
        page.left = attributes.double("left") ?? page.left
        page.right = attributes.double("right") ?? page.right
        page.top = attributes.double("top") ?? page.top
        page.bottom = attributes.double("bottom") ?? page.bottom
        page.headerMargin = attributes.double("header") ?? page.headerMargin
        page.footerMargin = attributes.double("footer") ?? page.footerMargin
    }
}
