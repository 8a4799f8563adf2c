import Spreadsheet

/// What stands behind the rows of a sheet: filter, protection, links, checks, conditional formats.
struct SheetFeatures {
    /// Links whose addresses stand in the sheet's relationships, by their names there.
    private(set) var linkTargets: [(hyperlink: Int, id: String)] = []
    /// Ids of extensions for newer programs.
    private(set) var extensions: [String] = []
    /// Elements by name that point at other parts, with the name of the relationship.
    private(set) var pointers: [(element: String, id: String)] = []
    /// How many things were kept, for the bound of what is loaded.
    private(set) var count = 0

    private var capture = MarkupCapture()
    private var formats: ConditionalFormat?
    private var validation: DataValidation?
    private var formula: String?

    private static let captured: Set<String> = [
        "autoFilter", "sheetProtection", "protectedRanges", "ignoredErrors", "cfRule",
    ]
    private static let validationKnown: Set<String> = ["sqref", "type", "operator", "count"]

    /// An element begins.
    mutating func start(_ name: String, _ attributes: XMLAttributes, _ sheet: inout Sheet) {
        if capture.isActive { return capture.start(name, attributes) }
        if Self.captured.contains(name) { return capture.start(name, attributes) }
        switch name {
        case "conditionalFormatting":
            formats = ConditionalFormat(ranges: ranges(attributes["sqref"]), rules: [])
        case "dataValidations": sheet.validationOptions = attributes.all(but: ["count"])
        case "dataValidation":
            validation = DataValidation(
                ranges: ranges(attributes["sqref"]), kind: attributes["type"] ?? "none",
                comparison: attributes["operator"], options: attributes.all(but: Self.validationKnown))
        case "formula1", "formula2": formula = validation == nil ? nil : ""
        case "hyperlink": link(attributes, &sheet)
        case "ext": if let uri = attributes["uri"] { extensions.append(uri.uppercased()) }
        case "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObject", "control", "tablePart":
            pointers.append((name, attributes["r:id"] ?? ""))
        default: break
        }
    }

    /// An element ends.
    mutating func end(_ name: String, _ sheet: inout Sheet) {
        if capture.isActive {
            guard let element = capture.end() else { return }
            count += element.count
            switch element.name {
            case "autoFilter": sheet.filter = element
            case "sheetProtection": sheet.protection = element
            case "protectedRanges": sheet.protectedRanges = element
            case "ignoredErrors": sheet.ignoredErrors = element
            default: formats?.rules.append(element)
            }
            return
        }
        switch name {
        case "conditionalFormatting":
            if let formats, !formats.ranges.isEmpty, !formats.rules.isEmpty { sheet.conditionalFormats.append(formats) }
            formats = nil
        case "formula1": validation?.firstFormula = formula
        case "formula2": validation?.secondFormula = formula
        case "dataValidation":
            if let validation, !validation.ranges.isEmpty { sheet.validations.append(validation) }
            validation = nil
        default: return
        }
        formula = nil
    }

    /// A piece of text.
    mutating func text(_ piece: String) {
        capture.text(piece)
        formula? += piece
    }

    private mutating func ranges(_ text: String?) -> [CellRange] {
        let found = (text ?? "").split(separator: " ").compactMap { CellRange($0) ?? CellRange(whole: $0) }
        count += found.count + 1
        return found
    }

    private mutating func link(_ attributes: XMLAttributes, _ sheet: inout Sheet) {
        guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { return }
        count += 1
        if let id = attributes["r:id"] { linkTargets.append((sheet.hyperlinks.count, id)) }
        sheet.hyperlinks.append(
            Hyperlink(
                range: range, location: attributes["location"].map { EscapedText.decode($0) },
                tooltip: attributes["tooltip"].map { EscapedText.decode($0) },
                display: attributes["display"].map { EscapedText.decode($0) }))
    }
}
