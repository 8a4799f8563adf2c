import Spreadsheet

/// What stands before the rows of a sheet: its tab, view, default sizes and columns.
struct SheetHead {
    /// The sheet.
    let sheet: Sheet
    /// Whether it is the one that is shown first.
    let isActive: Bool
    /// The font of the workbook, by which a default height is judged.
    let defaultFont: CellFont
    /// Numbers of styles.
    let styles: StyleTable

    /// The element of the sheet's properties, or nothing.
    var properties: String {
        let inside =
            (sheet.tabColor.map { "<tabColor rgb=\"\(FontMarkup.rgb($0))\"/>" } ?? "")
            + (sheet.outline.isEmpty ? "" : Markup.element("outlinePr", sheet.outline.map { ($0.name, $0.value) }))
            + (sheet.page.fit == nil ? "" : "<pageSetUpPr fitToPage=\"1\"/>")
        let filters = sheet.filter.map { !$0.children.isEmpty } ?? false
        return inside.isEmpty && !filters
            ? "" : Markup.element("sheetPr", [("filterMode", Markup.flag(filters))], inside)
    }

    /// The element of its view.
    var view: String {
        var attributes: [(String, String?)] = [
            ("showGridLines", sheet.showsGridlines ? nil : "0"), ("tabSelected", Markup.flag(isActive)),
        ]
        attributes += sheet.view.options.map { ($0.name, $0.value) }
        if sheet.zoom != 100 {
            let zoom = String(min(max(sheet.zoom, 10), 400))
            attributes.append(("zoomScale", zoom))
            if sheet.view.options.isEmpty { attributes.append(("zoomScaleNormal", zoom)) }
        }
        attributes += [("topLeftCell", sheet.view.topLeft?.description), ("workbookViewId", "0")]
        return "<sheetViews>" + Markup.element("sheetView", attributes, panes) + "</sheetViews>"
    }

    private var panes: String {
        let selections = sheet.view.selections
        guard let frozen = sheet.frozenAt, frozen != CellReference(row: 0, column: 0) else {
            if let split = sheet.view.split {
                return Markup.element(split) + selections.map { Markup.element($0) }.joined()
            }
            return selections.filter { ["topLeft", nil].contains($0[attribute: "pane"]) }.map { Markup.element($0) }
                .joined()
        }
        let pane = frozen.row == 0 ? "topRight" : frozen.column == 0 ? "bottomLeft" : "bottomRight"
        let scrolled = sheet.view.scrolledTo.map {
            CellReference(row: max($0.row, frozen.row), column: max($0.column, frozen.column))
        }
        let element = Markup.element(
            "pane",
            [
                ("xSplit", frozen.column > 0 ? String(frozen.column) : nil),
                ("ySplit", frozen.row > 0 ? String(frozen.row) : nil),
                ("topLeftCell", (scrolled ?? frozen).description), ("activePane", pane), ("state", "frozen"),
            ])
        let known = selections.filter { $0[attribute: "pane"] != nil }
        return element
            + (known.isEmpty
                ? Markup.element("selection", [("pane", pane)]) : known.map { Markup.element($0) }.joined())
    }

    /// The element of default sizes.
    var format: String {
        let options = sheet.formatOptions
        // A default that no font of this size gives by itself was set by hand; any other must not keep rows from growing.
        let natural = (defaultFont.size * 1.15)...(defaultFont.size * 1.45)
        let isSet =
            sheet.hasSetDefaultHeight
            ?? !(natural.contains(sheet.defaultRowHeight) || sheet.defaultRowHeight == 15)
        let base = options.first { $0.name == "baseColWidth" }.flatMap { Double($0.value) }
        let isUsual = sheet.defaultColumnWidth == 8.43 || sheet.defaultColumnWidth == base.map { $0 + 0.43 }
        return Markup.element(
            "sheetFormatPr",
            options.filter { !$0.name.hasPrefix("outlineLevel") }.map { ($0.name, $0.value) } + [
                ("defaultColWidth", isUsual ? nil : Markup.number(sheet.defaultColumnWidth)),
                ("defaultRowHeight", Markup.number(sheet.defaultRowHeight)), ("customHeight", Markup.flag(isSet)),
                ("outlineLevelRow", level(sheet.rows.values.map(\.outlineLevel))),
                ("outlineLevelCol", level(sheet.columns.values.map(\.outlineLevel))),
            ])
    }

    private func level(_ levels: [Int]) -> String? { levels.max().flatMap { $0 > 0 ? String(min($0, 7)) : nil } }

    /// The element of the columns, or nothing.
    var columns: String {
        var runs = sheet.columns.map { WideColumns(columns: $0.key...$0.key, layout: $0.value) }
        let own = Set(sheet.columns.keys)
        runs += sheet.wideColumns.filter { wide in
            wide.columns.lowerBound >= 0 && wide.columns.upperBound < CellReference.maximumColumns
                && !wide.columns.contains { own.contains($0) }
        }
        var result = ""
        var next = 0
        for run in runs.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound })
        where run.columns.lowerBound >= next {
            next = run.columns.upperBound + 1
            result += column(run)
        }
        return result.isEmpty ? "" : "<cols>\(result)</cols>"
    }

    private func column(_ run: WideColumns) -> String {
        let layout = run.layout
        let style = layout.style.map { styles.number(ofIndex: $0) } ?? 0
        let usual = sheet.defaultColumnWidth == 8.43 ? 9.140625 : sheet.defaultColumnWidth
        return Markup.element(
            "col",
            [
                ("min", String(run.columns.lowerBound + 1)), ("max", String(run.columns.upperBound + 1)),
                ("width", Markup.number(layout.width ?? usual)), ("style", style > 0 ? String(style) : nil),
                ("hidden", Markup.flag(layout.hidden)),
                ("outlineLevel", layout.outlineLevel > 0 ? String(min(layout.outlineLevel, 7)) : nil),
                ("collapsed", Markup.flag(layout.isCollapsed)),
                ("customWidth", Markup.flag(layout.width != nil && !layout.isAutomatic)),
            ])
    }
}
