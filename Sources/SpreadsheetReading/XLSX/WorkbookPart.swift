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
    /// Names of the sheets' own, by the position of the sheet: `_xlnm.Print_Area` and `_xlnm.Print_Titles`.
    private(set) var names: [(name: String, sheet: Int, text: String)] = []
    var failure: ToolError?

    private var name: (name: String, sheet: Int)?
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
        case "definedName":
            if let label = attributes["name"], let sheet = attributes.integer("localSheetId") {
                name = (label, sheet)
                content = ""
            }
        default:
            break
        }
    }

    func end(_ element: String) {
        guard element == "definedName", let name else { return }
        names.append((name.name, name.sheet, content))
        self.name = nil
    }

    func text(_ piece: String) { if name != nil { content += piece } }

    /// The print area of a sheet: a single range; several can't be kept.
    func printArea(ofSheet index: Int) -> CellRange? {
        names.first { $0.name == "_xlnm.Print_Area" && $0.sheet == index }.flatMap { CellRange(Self.local($0.text)) }
    }

    /// Rows repeated on each page, from `'Sheet'!$A:$B,'Sheet'!$1:$3`.
    func titleRows(ofSheet index: Int) -> ClosedRange<Int>? {
        guard let titles = names.first(where: { $0.name == "_xlnm.Print_Titles" && $0.sheet == index }) else {
            return nil
        }
        for piece in titles.text.split(separator: ",") {
            let bounds = Self.local(String(piece)).split(separator: ":").map { Int($0.filter { $0 != "$" }) }
            if bounds.count == 2, let first = bounds[0], let last = bounds[1], first >= 1, last >= first,
                last <= CellReference.maximumRows
            {
                return (first - 1)...(last - 1)
            }
        }
        return nil
    }

    private static func local(_ text: String) -> Substring {
        guard let mark = text.lastIndex(of: "!") else { return Substring(text) }
        return text[text.index(after: mark)...]
    }
}
