import Foundation
import Spreadsheet

/// A sheet's part: the library's rows with exact numbers, heights and styles, between what is written for it before and behind them.
struct SheetPart {
    /// The sheet.
    let sheet: Sheet
    /// What stands before its rows.
    let head: SheetHead
    /// What stands behind them; the argument is the library's element for the boxes of comments.
    let tail: (String) -> SheetTail
    /// Numbers of styles.
    let styles: StyleTable
    /// Texts whose parts look different.
    let strings: StringsAppendix
    /// Dates count from 1904.
    let uses1904: Bool

    /// The part's new text.
    func corrected(_ text: String) -> String {
        var scanner = MarkupScanner(text)
        var result = ""
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        var boxes = ""
        while let piece = scanner.next() {
            switch piece {
            case .text(let text): result += text
            case .start(let tag, let ends):
                switch tag.name {
                case "worksheet": result += tag.written(ends: ends) + head.properties
                case "dimension":
                    // Before the rows, since their order is the order in which styles get their numbers.
                    result += tag.written(ends: ends) + head.view + head.format + head.columns
                case "sheetData":
                    result += tag.written(ends: ends)
                    if !ends { writeRows(&scanner, to: &result) }
                case "legacyDrawing": boxes = tag.written(ends: ends)
                default: skip(&scanner, ends: ends)
                }
            case .end(let name):
                // Asked for last, when the library has said all.
                if name == "worksheet" { result += tail(boxes).text }
                result += "</\(name)>"
            }
        }
        return result
    }

    /// Passes over the rest of an element that is written anew.
    private func skip(_ scanner: inout MarkupScanner, ends: Bool) {
        var depth = ends ? 0 : 1
        while depth > 0, let piece = scanner.next() {
            switch piece {
            case .start(_, let ends): depth += ends ? 0 : 1
            case .end: depth -= 1
            case .text: continue
            }
        }
    }

    private func writeRows(_ scanner: inout MarkupScanner, to result: inout String) {
        var cell: Cell?
        var rich: RichText?
        var place: CellReference?
        var elements: [String] = []
        while let piece = scanner.next() {
            switch piece {
            case .start(var tag, let ends):
                switch tag.name {
                case "row": setLayout(&tag)
                case "c":
                    place = tag["r"].flatMap { CellReference($0) }
                    cell = place.flatMap { sheet.cells[$0] }
                    rich = place.flatMap { richText(at: $0) }
                    if let cell { setKind(&tag, of: cell) }
                case "f":
                    if let range = place.flatMap({ sheet.arrayFormulas[$0] }) {
                        tag["t"] = "array"
                        tag["ref"] = range.description
                    }
                default: break
                }
                if !ends { elements.append(tag.name) }
                if let cell, drops(tag.name, of: cell) { continue }
                result += tag.written(ends: ends)
            case .end(let name):
                if name == "sheetData" {
                    result += "</sheetData>"
                    return
                }
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
                if element == "v", let rich {
                    result += String(strings.add(rich))
                } else {
                    result += element == "v" ? value(of: cell) ?? String(text) : String(text)
                }
            }
        }
    }

    /// The look of a cell's text, where it still says what the cell says.
    private func richText(at place: CellReference) -> RichText? {
        guard let rich = sheet.richTexts[place], let cell = sheet.cells[place], cell.formula == nil,
            cell.value == .text(rich.text)
        else { return nil }
        return rich
    }

    private func setLayout(_ tag: inout MarkupScanner.Tag) {
        guard let row = tag["r"].flatMap({ Int($0) }) else { return }
        let layout = sheet.rows[row - 1] ?? RowLayout()
        let style = layout.style.map { styles.number(ofIndex: $0) }
        tag["s"] = style.map { String($0) }
        tag["customFormat"] = Markup.flag(style != nil)
        tag["ht"] = layout.height.map { Markup.number($0) }
        tag["hidden"] = Markup.flag(layout.hidden)
        tag["customHeight"] = Markup.flag(layout.height != nil && !layout.isAutomatic)
        tag["outlineLevel"] = layout.outlineLevel > 0 ? String(min(layout.outlineLevel, 7)) : nil
        tag["collapsed"] = Markup.flag(layout.isCollapsed)
        for option in layout.options { tag[option.name] = Markup.escaped(option.value) }
    }

    /// The style, and the kind of the value: the library knows text and numbers as values of formulas, and no errors at all.
    private func setKind(_ tag: inout MarkupScanner.Tag, of cell: Cell) {
        let style = styles.number(of: cell)
        tag["s"] = nil
        if style > 0 { tag.attributes.insert(("s", String(style)), at: min(1, tag.attributes.count)) }
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
        case .date(let date): CellContent.text(CellContent.serial(of: date, uses1904: uses1904))
        case .boolean(let flag): flag ? "1" : "0"
        default: nil
        }
    }
}
