import Foundation
import Spreadsheet

/// Puts into a sheet's part what the library can't say: exact widths and numbers, heights that are the default, the kind
/// of a formula's value.
struct SheetPart {
    /// The sheet.
    let sheet: Sheet
    /// The font of the workbook, by which a default height is judged.
    let defaultFont: CellFont

    /// The part's new text.
    func corrected(_ text: String) -> String {
        var scanner = MarkupScanner(text)
        var result = ""
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        var cell: Cell?
        var elements: [String] = []
        while let piece = scanner.next() {
            switch piece {
            case .start(var tag, let ends):
                switch tag.name {
                case "sheetFormatPr": setDefaults(&tag)
                case "col": setWidth(&tag)
                case "row": setHeight(&tag)
                // The library keeps the number in a byte; printers' own papers have numbers above.
                case "pageSetup": if let paper = sheet.page.paper, paper > 255 { tag["paperSize"] = String(paper) }
                case "c":
                    cell = tag["r"].flatMap { CellReference($0) }.flatMap { sheet.cells[$0] }
                    if let cell { setKind(&tag, of: cell) }
                default: break
                }
                if !ends { elements.append(tag.name) }
                if let cell, drops(tag.name, of: cell) { continue }
                result += tag.written(ends: ends)
            case .end(let name):
                elements.removeLast()
                if let cell, drops(name, of: cell) { continue }
                if name == "c" { cell = nil }
                result += "</\(name)>"
            case .text(let text):
                guard let cell, let element = elements.last else {
                    result += text
                    continue
                }
                if drops(element, of: cell) { continue }
                result += element == "v" ? value(of: cell) ?? String(text) : String(text)
            }
        }
        return result
    }

    private func setDefaults(_ tag: inout MarkupScanner.Tag) {
        if sheet.defaultColumnWidth != 8.43 {
            tag.attributes.insert(("defaultColWidth", Self.text(sheet.defaultColumnWidth)), at: 0)
        }
        tag["defaultRowHeight"] = Self.text(sheet.defaultRowHeight)
        // A default that no font of this size gives by itself was set by hand; any other must not keep rows from growing.
        let natural = (defaultFont.size * 1.15)...(defaultFont.size * 1.45)
        tag["customHeight"] = natural.contains(sheet.defaultRowHeight) || sheet.defaultRowHeight == 15 ? nil : "1"
    }

    private func setWidth(_ tag: inout MarkupScanner.Tag) {
        guard let first = tag["min"].flatMap({ Int($0) }), let layout = sheet.columns[first - 1] else { return }
        if let width = layout.width {
            tag["width"] = Self.text(width)
            tag["customWidth"] = "1"
        } else {
            tag["width"] = Self.text(sheet.defaultColumnWidth == 8.43 ? 9.140625 : sheet.defaultColumnWidth)
            tag["customWidth"] = nil
        }
    }

    private func setHeight(_ tag: inout MarkupScanner.Tag) {
        guard let row = tag["r"].flatMap({ Int($0) }) else { return }
        let height = sheet.rows[row - 1]?.height
        tag["ht"] = height.map { Self.text($0) }
        tag["customHeight"] = height == nil ? nil : "1"
    }

    /// The library knows text and numbers as values of formulas, and no errors at all.
    private func setKind(_ tag: inout MarkupScanner.Tag, of cell: Cell) {
        switch cell.value {
        case _ where cell.formula != nil && cell.lacksCachedValue: tag["t"] = nil
        case .error: tag["t"] = "e"
        case .boolean: tag["t"] = "b"
        default: break
        }
    }

    /// Whether an element of a cell is left out: the formula that stands in for an error, the value of a formula without.
    private func drops(_ element: String, of cell: Cell) -> Bool {
        switch element {
        case "f": cell.formula == nil
        case "v": cell.formula != nil && cell.lacksCachedValue
        default: false
        }
    }

    /// The text of a value where the library's is not exact.
    private func value(of cell: Cell) -> String? {
        switch cell.value {
        case .number(let number): CellContent.text(number)
        case .date(let date): CellContent.text(CellContent.serial(of: date))
        case .boolean(let flag): flag ? "1" : "0"
        default: nil
        }
    }

    private static func text(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
