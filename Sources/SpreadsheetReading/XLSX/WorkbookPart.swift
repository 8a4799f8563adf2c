import Spreadsheet

/// The workbook's own part: which sheets there are, in which system dates count, what names say of printing.
final class WorkbookPart: XMLHandler {
    struct SheetEntry {
        var name: String
        var relationship: String
        var visibility: Sheet.Visibility
    }

    private(set) var sheets: [SheetEntry] = []
    private(set) var uses1904 = false
    /// Names, with the position of the sheet that they hold on, or nil.
    private(set) var names: [(name: DefinedName, sheet: Int?)] = []
    /// Position of the tab that is shown first.
    private(set) var activeTab: Int?
    /// Protection of the structure.
    private(set) var protection: MarkupElement?
    /// Names of the relationships with other workbooks.
    private(set) var externalLinks: [String] = []
    var failure: ToolError?

    private var name: (name: DefinedName, sheet: Int?)?
    private var content = ""

    func start(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "workbookPr":
            uses1904 = attributes.flag("date1904") ?? false
        case "sheet":
            sheets.append(
                SheetEntry(
                    name: EscapedText.decode(attributes["name"] ?? "Sheet\(sheets.count + 1)"),
                    relationship: attributes["r:id"] ?? "",
                    visibility: attributes["state"].flatMap(Sheet.Visibility.init(rawValue:)) ?? .visible))
        case "workbookView": activeTab = activeTab ?? attributes.integer("activeTab")
        case "workbookProtection": protection = MarkupElement(element, attributes.all)
        case "externalReference": if let id = attributes["r:id"] { externalLinks.append(id) }
        case "definedName":
            if let label = attributes["name"] {
                let sheet = attributes.integer("localSheetId")
                name = (
                    DefinedName(
                        name: label, formula: "", isHidden: attributes.flag("hidden") ?? false,
                        comment: attributes["comment"]), sheet
                )
                content = ""
            }
        default:
            break
        }
    }

    func end(_ element: String) {
        guard element == "definedName", let name else { return }
        names.append((name.name, name.sheet))
        names[names.count - 1].name.formula = content
        self.name = nil
    }

    func text(_ piece: String) { if name != nil { content += piece } }

    /// Names of a sheet that mean nothing to printing and filtering, and those of printing that are formulas.
    func otherNames(ofSheet index: Int?) -> [DefinedName] {
        names.filter { $0.sheet == index }.map(\.name).filter { name in
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
        names.first { $0.name.name == name && $0.sheet == index }?.name
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

    private static func local(_ text: String) -> Substring {
        guard let mark = text.lastIndex(of: "!") else { return Substring(text) }
        return text[text.index(after: mark)...]
    }
}
