import Spreadsheet

/// How a sheet of Excel 5–2003 is shown: panes, zoom, what is selected.
struct XLSSheetView {
    private static let panes = ["bottomRight", "topRight", "bottomLeft", "topLeft"]
    private var isFrozen = false
    private var isPageView = false

    /// Takes a record, if it is one of these.
    mutating func take(_ kind: Int, _ record: RecordBytes, _ sheet: inout Sheet) {
        switch kind {
        case RecordKind.window2: window(record, &sheet)
        case RecordKind.zoom:
            let below = record.half(2)
            if below > 0, !isPageView { sheet.zoom = min(max(record.half(0) * 100 / below, 10), 400) }
        case RecordKind.pane: pane(record, &sheet)
        case RecordKind.selection: selection(record, &sheet)
        default: break
        }
    }

    private mutating func window(_ record: RecordBytes, _ sheet: inout Sheet) {
        let flags = record.half(0)
        isFrozen = flags & 8 != 0
        isPageView = flags & 0x800 != 0
        sheet.showsGridlines = flags & 2 != 0
        let corner = CellReference(row: record.half(2), column: record.half(4) & 0xFF)
        if corner != CellReference(row: 0, column: 0) { sheet.view.topLeft = corner }
        func say(_ name: String, _ value: String, _ isSaid: Bool) {
            if isSaid { sheet.view.options.append(.init(name, value)) }
        }
        say("showFormulas", "1", flags & 1 != 0)
        say("showRowColHeaders", "0", flags & 4 == 0)
        say("showZeros", "0", flags & 0x10 == 0)
        say("rightToLeft", "1", flags & 0x40 != 0)
        say("showOutlineSymbols", "0", flags & 0x80 == 0)
        say("view", "pageBreakPreview", isPageView)
    }

    private func pane(_ record: RecordBytes, _ sheet: inout Sheet) {
        let (x, y) = (record.half(0), record.half(2))
        let corner = CellReference(row: record.half(4), column: record.half(6) & 0xFF)
        guard x > 0 || y > 0 else { return }
        if isFrozen {
            sheet.frozenAt = CellReference(row: y, column: min(x, 255))
            sheet.view.scrolledTo = corner
            return
        }
        var element = MarkupElement("pane")
        if x > 0 { element[attribute: "xSplit"] = "\(x)" }
        if y > 0 { element[attribute: "ySplit"] = "\(y)" }
        element[attribute: "topLeftCell"] = "\(corner)"
        element[attribute: "activePane"] = Self.panes[record.byte(8) & 3]
        sheet.view.split = element
    }

    private func selection(_ record: RecordBytes, _ sheet: inout Sheet) {
        let count = record.half(7)
        guard sheet.view.selections.count < 4, count > 0, 9 + count * 6 <= record.count else { return }
        var element = MarkupElement("selection")
        let pane = record.byte(0) & 3
        if pane != 3 { element[attribute: "pane"] = Self.panes[pane] }
        element[attribute: "activeCell"] = "\(CellReference(row: record.half(1), column: record.half(3) & 0xFF))"
        let ranges = (0..<min(count, 64)).map { index in
            let at = 9 + index * 6
            return CellRange(
                CellReference(row: record.half(at), column: record.byte(at + 4)),
                CellReference(row: record.half(at + 2), column: record.byte(at + 5))
            ).description
        }
        element[attribute: "sqref"] = ranges.joined(separator: " ")
        sheet.view.selections.append(element)
    }
}
