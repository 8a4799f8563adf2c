import Spreadsheet

/// What a file says of itself: its core properties, and those that were added.
final class PropertiesPart: XMLHandler {
    private static let core: Set<String> = [
        "title", "subject", "creator", "keywords", "description", "lastModifiedBy", "category", "contentStatus",
        "created",
        "modified",
    ]
    private(set) var properties = DocumentProperties()
    private(set) var failure: ToolError?

    private var name: String?
    private var value = ""

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "?property" { self.name = attributes["name"] }
        value = ""
    }

    func end(_ name: String) {
        let local = String(name.drop { $0 == "?" })
        if let custom = self.name {
            if local == "property" {
                self.name = nil
            } else if properties.custom.count < 1000 {
                properties.custom.append(.init(name: custom, kind: local, value: EscapedText.decode(value)))
            }
        } else if Self.core.contains(local), !value.isEmpty {
            properties.core[local] = EscapedText.decode(value)
        }
        value = ""
    }

    func text(_ piece: String) { value += piece }
}
