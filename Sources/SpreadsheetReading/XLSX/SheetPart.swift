import Foundation
import Spreadsheet

/// What the cells of a sheet need to know of their workbook.
struct SheetContext {
    var file: String
    var strings: [String]
    var styles: [CellStyle]
    var formats: [NumberFormat]
    var uses1904: Bool
}

/// One sheet: its cells and merges here, its layout in ``SheetLayout``.
final class SheetPart: XMLHandler {
    private(set) var sheet: Sheet
    var failure: ToolError?

    private let context: SheetContext
    private var layout = SheetLayout()
    private var row = -1
    private var column = -1
    private var type = ""
    private var style = 0
    private var content = ""
    private var formulaText = ""
    private var formulaKind = ""
    private var formulaGroup: Int?
    private var hasFormula = false
    private var hasValue = false
    private var target = Target.none
    private var inlineText = RichTextCollector()
    private var sharedFormulas: [Int: (at: CellReference, text: String)] = [:]

    private enum Target { case none, value, formula, inline }

    init(_ sheet: Sheet, context: SheetContext) {
        self.sheet = sheet
        self.context = context
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "row": startRow(attributes)
        case "c": startCell(attributes)
        case "v":
            target = .value
            hasValue = true
        case "f":
            target = .formula
            hasFormula = true
            formulaKind = attributes["t"] ?? ""
            formulaGroup = attributes.integer("si")
        case "is":
            target = .inline
            inlineText.begin()
        case "mergeCell":
            if let range = attributes["ref"].flatMap({ CellRange($0) }), range.first != range.last {
                sheet.merges.append(range)
            }
        default:
            if target == .inline { inlineText.start(name) } else { layout.start(name, attributes, &sheet) }
        }
    }

    func end(_ name: String) {
        switch name {
        case "c": endCell()
        case "v", "f": target = .none
        case "is": target = .none
        default: if target == .inline { inlineText.end(name) } else { layout.end(name, &sheet) }
        }
    }

    func text(_ piece: String) {
        switch target {
        case .value: content += piece
        case .formula: formulaText += piece
        case .inline: inlineText.text(piece)
        case .none: layout.text(piece)
        }
    }

    private func startRow(_ attributes: XMLAttributes) {
        row = attributes.integer("r").map { $0 - 1 } ?? row + 1
        column = -1
        guard (0..<CellReference.maximumRows).contains(row) else {
            failure = ReadingError.damaged(context.file, "行号 \(row + 1) 超出范围", sheet: sheet.name)
            return
        }
        let height = attributes.double("ht")
        let hidden = attributes.flag("hidden") ?? false
        if height != nil || hidden { sheet.rows[row] = RowLayout(height: height, hidden: hidden) }
    }

    private func startCell(_ attributes: XMLAttributes) {
        if let reference = attributes["r"].flatMap({ CellReference($0) }) {
            row = reference.row
            column = reference.column
        } else {
            if row < 0 { row = 0 }
            column += 1
        }
        type = attributes["t"] ?? "n"
        style = attributes.integer("s") ?? 0
        if !context.styles.indices.contains(style) { style = 0 }
        content = ""
        formulaText = ""
        formulaKind = ""
        formulaGroup = nil
        hasFormula = false
        hasValue = false
        target = .none
    }

    private func endCell() {
        let place = CellReference(row: row, column: column)
        guard column < CellReference.maximumColumns else {
            failure = ReadingError.damaged(context.file, "第 \(row + 1) 行的列数超出范围", sheet: sheet.name)
            return
        }
        var cell = value(at: place)
        if hasFormula, let formula = formula(at: place) {
            cell.formula = formula
            cell.lacksCachedValue = !hasValue || content.isEmpty && type != "str"
        }
        cell.style = style
        sheet[place] = cell
    }

    private func value(at place: CellReference) -> Cell {
        switch type {
        case "s":
            guard let index = Int(content.trimmed) else { return Cell(value: .empty, shown: "") }
            guard context.strings.indices.contains(index) else {
                failure = ReadingError.damaged(
                    context.file, "引用了不存在的文字（第 \(index) 条，一共 \(context.strings.count) 条）", sheet: sheet.name,
                    cell: place)
                return Cell(value: .empty, shown: "")
            }
            return textCell(context.strings[index])
        case "inlineStr":
            return textCell(inlineText.finish())
        case "str":
            return textCell(EscapedText.decode(content))
        case "b":
            let flag = content.trimmed == "1" || content.trimmed == "true"
            return Cell(
                value: content.isEmpty ? .empty : .boolean(flag), shown: content.isEmpty ? "" : flag ? "TRUE" : "FALSE")
        case "e":
            return Cell(value: content.isEmpty ? .empty : .error(content), shown: content)
        case "d":
            return isoDate(content.trimmed)
        default:
            return number(content.trimmed)
        }
    }

    private func textCell(_ text: String) -> Cell {
        var cell = Cell(text: text)
        cell.shown = context.formats[style].shown(text: text)
        return cell
    }

    private func number(_ text: String) -> Cell {
        guard !text.isEmpty else { return Cell(value: .empty, shown: "") }
        guard let number = NumberText.decimal(text) else { return Cell(text: text) }
        let format = context.formats[style]
        let shown = format.shown(number, uses1904: context.uses1904)
        let kind = format.dateKind
        if let kind,
            let date = DateValue(
                serial: number, uses1904: context.uses1904, showsDay: kind.day, showsTime: kind.time)
        {
            return Cell(value: .date(date), shown: shown)
        }
        return Cell(value: .number(number), shown: shown)
    }

    /// A cell of type `d`: ISO 8601, as strict files have it.
    private func isoDate(_ text: String) -> Cell {
        guard let serial = ISODate.serial(text, uses1904: context.uses1904) else { return textCell(text) }
        let format = context.formats[style]
        let kind = format.dateKind ?? (text.contains("-"), text.contains(":"))
        guard
            let date = DateValue(
                serial: serial, uses1904: context.uses1904, showsDay: kind.day, showsTime: kind.time)
        else { return textCell(text) }
        let shown = format.dateKind == nil ? date.iso8601 : format.shown(serial, uses1904: context.uses1904)
        return Cell(value: .date(date), shown: shown)
    }

    /// The formula's text; of a shared one, moved from where it is written.
    private func formula(at place: CellReference) -> String? {
        let text = EscapedText.decode(formulaText)
        if formulaKind == "shared", let group = formulaGroup {
            if !text.isEmpty {
                sharedFormulas[group] = (place, text)
                return text
            }
            guard let shared = sharedFormulas[group] else { return nil }
            return FormulaShift.shifted(
                shared.text, rows: place.row - shared.at.row, columns: place.column - shared.at.column)
        }
        return text.isEmpty ? nil : text
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String { utf8.contains { $0 <= 0x20 } ? trimmingCharacters(in: .whitespacesAndNewlines) : self }
}
