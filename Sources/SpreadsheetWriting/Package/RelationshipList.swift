import Foundation
import Spreadsheet

/// The relationships of a part: the library's, and those that are added.
final class RelationshipList {
    private static let begin =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    private static let end = "</Relationships>"
    private let library: String?
    private var added: [String] = []

    /// The relationships of a part that the library wrote, or none.
    init(_ library: String? = nil) { self.library = library }

    /// Adds one; gives its name.
    func add(type: String, target: String, isExternal: Bool) -> String {
        let id = "rIdZ\(added.count + 1)"
        add(id: id, type: type, target: target, isExternal: isExternal)
        return id
    }

    /// Adds one of a name.
    func add(id: String, type: String, target: String, isExternal: Bool) {
        added.append(
            Markup.element(
                "Relationship",
                [("Id", id), ("Type", type), ("Target", target), ("TargetMode", isExternal ? "External" : nil)]))
    }

    /// The part's text; nil when there is nothing to say.
    var text: String? {
        guard !added.isEmpty else { return library }
        let new = added.joined()
        guard let library, let close = library.range(of: Self.end, options: .backwards) else {
            return Self.begin + new + Self.end
        }
        return library[..<close.lowerBound] + new + library[close.lowerBound...]
    }

    /// The name of the part that holds the relationships of another.
    static func name(of part: String) -> String {
        guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
        return part[..<slash] + "/_rels/" + part[part.index(after: slash)...] + ".rels"
    }
}
