import Spreadsheet

/// The checks of a sheet that refer to other sheets, from the extension where newer programs write them.
final class ListChecksPart: XMLHandler {
    /// The id of the extension.
    static let uri = "{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"
    private static let known: Set<String> = ["type", "operator"]

    private(set) var validations: [DataValidation] = []
    private(set) var failure: ToolError?

    private var validation: DataValidation?
    private var content: String?
    private var isSecond = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "?dataValidation":
            validation = DataValidation(
                ranges: [], kind: attributes["type"] ?? "none", comparison: attributes["operator"],
                options: attributes.all(but: Self.known))
        case "?formula1": isSecond = false
        case "?formula2": isSecond = true
        case "?f", "?sqref": if validation != nil { content = "" }
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "?f":
            if isSecond { validation?.secondFormula = content } else { validation?.firstFormula = content }
        case "?sqref": validation?.ranges = (content ?? "").split(separator: " ").compactMap { CellRange($0) }
        case "?dataValidation":
            if let validation, !validation.ranges.isEmpty, validations.count < 10_000 { validations.append(validation) }
            validation = nil
        default: return
        }
        content = nil
    }

    func text(_ piece: String) { content? += piece }
}
