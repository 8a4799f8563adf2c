import Foundation
import Spreadsheet

/// The workbook's own part: what the library wrote, with names, protection and other workbooks.
struct WorkbookMarkup {
    /// What is written.
    let plan: WritingPlan
    /// The elements that name other workbooks, or nothing.
    let externalReferences: String

    /// The part's new text.
    func corrected(_ text: String) -> String {
        var scanner = MarkupScanner(text)
        var result = ""
        var isDropping = false
        while let piece = scanner.next() {
            switch piece {
            case .start(var tag, let ends):
                if tag.name == "definedNames" { isDropping = true }
                if isDropping { continue }
                if tag.name == "workbookPr", plan.workbook.uses1904 { tag["date1904"] = "1" }
                if tag.name == "sheet" { hideDeeply(&tag) }
                if tag.name == "bookViews", let protection = plan.workbook.protection {
                    result += Markup.element(protection)
                }
                result += tag.written(ends: ends)
            case .end(let name):
                if name == "definedNames" {
                    isDropping = false
                } else if !isDropping {
                    result += "</\(name)>"
                }
                if name == "sheets" { result += externalReferences + names }
            case .text(let text):
                if !isDropping { result += text }
            }
        }
        return result
    }

    /// Sheets that a person can't show again by the menu.
    private func hideDeeply(_ tag: inout MarkupScanner.Tag) {
        let sheets = plan.workbook.sheets
        guard let number = tag["sheetId"].flatMap({ Int($0) }), sheets.indices.contains(number - 1),
            sheets[number - 1].visibility == .veryHidden
        else { return }
        tag["state"] = "veryHidden"
    }

    private var names: String {
        var seen: Set<String> = []
        var list = ""
        func add(_ name: DefinedName, sheet: Int?) {
            guard !name.name.isEmpty, !name.formula.isEmpty,
                seen.insert("\(sheet ?? -1) \(name.name.lowercased())").inserted
            else { return }
            list += Markup.element(
                "definedName",
                [
                    ("name", name.name), ("comment", name.comment), ("localSheetId", sheet.map { String($0) }),
                    ("hidden", Markup.flag(name.isHidden)),
                ], Markup.escaped(name.formula))
        }
        for (index, sheet) in plan.workbook.sheets.enumerated() {
            for name in own(sheet, named: plan.sheetNames[index]) + sheet.names { add(name, sheet: index) }
        }
        for name in plan.workbook.names { add(name, sheet: nil) }
        return list.isEmpty ? "" : "<definedNames>\(list)</definedNames>"
    }

    /// The names by which a sheet's filter and print set-up are known.
    private func own(_ sheet: Sheet, named name: String) -> [DefinedName] {
        // Always in marks: `2022` and `A1` would mean something else.
        let quoted = "'" + name.replacingOccurrences(of: "'", with: "''") + "'!"
        var result: [DefinedName] = []
        if let range = sheet.filter?[attribute: "ref"].flatMap({ CellRange($0) }) {
            result.append(
                DefinedName(name: "_xlnm._FilterDatabase", formula: quoted + Self.absolute(range), isHidden: true))
        }
        if !sheet.page.printAreas.isEmpty {
            let areas = sheet.page.printAreas.map { quoted + Self.absolute($0) }
            result.append(DefinedName(name: "_xlnm.Print_Area", formula: areas.joined(separator: ",")))
        }
        var titles: [String] = []
        if let columns = sheet.page.titleColumns {
            let letters = [columns.lowerBound, columns.upperBound].map { "$" + CellReference.letters(ofColumn: $0) }
            titles.append(quoted + letters.joined(separator: ":"))
        }
        if let rows = sheet.page.titleRows { titles.append(quoted + "$\(rows.lowerBound + 1):$\(rows.upperBound + 1)") }
        if !titles.isEmpty {
            result.append(DefinedName(name: "_xlnm.Print_Titles", formula: titles.joined(separator: ",")))
        }
        return result
    }

    /// `$A$1:$B$2`; of whole columns `$A:$B`.
    private static func absolute(_ range: CellRange) -> String {
        func place(_ cell: CellReference) -> String {
            "$\(CellReference.letters(ofColumn: cell.column))$\(cell.row + 1)"
        }
        if range.rows == 0...(CellReference.maximumRows - 1) {
            return "$\(CellReference.letters(ofColumn: range.first.column)):"
                + "$\(CellReference.letters(ofColumn: range.last.column))"
        }
        return place(range.first) + ":" + place(range.last)
    }
}
