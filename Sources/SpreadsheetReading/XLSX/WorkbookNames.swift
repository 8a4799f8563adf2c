import Spreadsheet

/// The names of a workbook, and what those of printing say of its sheets.
struct WorkbookNames {
    /// Names, with the position of the sheet that they hold on, or nil.
    var all: [(name: DefinedName, sheet: Int?)] = []

    /// Names of a sheet that mean nothing to printing and filtering, and those of printing that are formulas.
    func others(ofSheet index: Int?) -> [DefinedName] {
        all.filter { $0.sheet == index }.map(\.name).filter { name in
            switch name.name {
            case "_xlnm._FilterDatabase", "_xlnm.Print_Titles": false
            case "_xlnm.Print_Area": index.map { printAreas(ofSheet: $0).isEmpty } ?? false
            default: true
            }
        }
    }

    /// What of a sheet is printed; nothing when the name is not one of plain ranges.
    func printAreas(ofSheet index: Int) -> [CellRange] {
        guard let name = own("_xlnm.Print_Area", ofSheet: index) else { return [] }
        let pieces = Self.pieces(of: name.formula)
        let ranges = pieces.compactMap { CellRange(Self.local($0)) ?? CellRange(whole: Self.local($0)) }
        return ranges.count == pieces.count ? ranges : []
    }

    /// Rows repeated on each page, from `'Sheet'!$A:$B,'Sheet'!$1:$3`.
    func titleRows(ofSheet index: Int) -> ClosedRange<Int>? {
        titles(ofSheet: index).first { $0.columns == 0...(CellReference.maximumColumns - 1) }?.rows
    }

    /// Columns repeated on each page.
    func titleColumns(ofSheet index: Int) -> ClosedRange<Int>? {
        titles(ofSheet: index).first { $0.rows == 0...(CellReference.maximumRows - 1) }?.columns
    }

    private func titles(ofSheet index: Int) -> [CellRange] {
        guard let name = own("_xlnm.Print_Titles", ofSheet: index) else { return [] }
        return Self.pieces(of: name.formula).compactMap { CellRange(whole: Self.local($0)) }
    }

    private func own(_ name: String, ofSheet index: Int) -> DefinedName? {
        all.first { $0.name.name == name && $0.sheet == index }?.name
    }

    /// The parts between commas that don't stand in a sheet's name.
    private static func pieces(of text: String) -> [String] {
        var result = [""]
        var isQuoted = false
        for character in text {
            if character == "'" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                result.append("")
            } else {
                result[result.count - 1].append(character)
            }
        }
        return result
    }

    static func local(_ text: String) -> Substring {
        guard let mark = text.lastIndex(of: "!") else { return Substring(text) }
        return text[text.index(after: mark)...]
    }
}
