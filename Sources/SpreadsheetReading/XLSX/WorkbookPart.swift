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
    /// Names, with the sheets that they hold on.
    private(set) var names = WorkbookNames()
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
        names.all.append((name.name, name.sheet))
        names.all[names.all.count - 1].name.formula = content
        self.name = nil
    }

    func text(_ piece: String) { if name != nil { content += piece } }
}
