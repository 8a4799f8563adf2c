import Spreadsheet

/// The parts of a package and how they point at each other.
final class Package {
    /// One relationship.
    struct Relationship {
        var id: String
        var type: String
        /// The part's full name, without a leading slash; of what is outside the file, the address as it stands.
        var target: String
        /// Points outside the file.
        var isExternal = false

        /// The last word of its kind: `worksheet`, `comments`.
        var kind: Substring { type.split(separator: "/").last ?? "" }
    }

    let archive: ZipArchive
    let file: String

    init(archive: ZipArchive, file: String) {
        self.archive = archive
        self.file = file
    }

    /// Relationships of a part with other parts, or of the package for an empty name; none when there are none.
    func relationships(of part: String) throws -> [Relationship] {
        try allRelationships(of: part).filter { !$0.isExternal }
    }

    /// Relationships of a part, those with addresses outside the file included.
    func allRelationships(of part: String) throws -> [Relationship] {
        let (folder, name) = Self.split(part)
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
        guard let content = try archive.part(path) else { return [] }
        let handler = RelationshipsHandler()
        try XMLPart.parse(content, handler: handler, file: file, name: path, limits: archive.limits)
        return handler.found.map {
            Relationship(
                id: $0.id, type: $0.type, target: $0.isExternal ? $0.target : Self.resolve($0.target, from: folder),
                isExternal: $0.isExternal)
        }
    }

    /// The name of the workbook's part.
    func workbookPart() throws -> String {
        let main = try relationships(of: "").first {
            $0.type.hasSuffix("/officeDocument") && archive.has($0.target)
        }
        if let main { return main.target }
        if archive.has("xl/workbook.xml") { return "xl/workbook.xml" }
        let likely = archive.names.first {
            let name = Self.split($0).name.lowercased()
            return name.hasPrefix("workbook") && name.hasSuffix(".xml")
        }
        guard let likely else { throw ReadingError.damaged(file, "里面没有工作簿（workbook.xml）") }
        return likely
    }

    static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[..<slash]), String(part[part.index(after: slash)...]))
    }

    /// A target as written, from the folder of the part that names it.
    static func resolve(_ target: String, from folder: String) -> String {
        let plain = target.replacing("\\", with: "/")
        var parts = plain.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for piece in plain.split(separator: "/") {
            switch piece {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(String(piece))
            }
        }
        return parts.joined(separator: "/")
    }
}

private final class RelationshipsHandler: XMLHandler {
    var found: [(id: String, type: String, target: String, isExternal: Bool)] = []
    var failure: ToolError?

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship" else { return }
        found.append(
            (
                attributes["Id"] ?? "", attributes["Type"] ?? "", attributes["Target"] ?? "",
                attributes["TargetMode"] == "External"
            ))
    }
    func end(_ name: String) {}
    func text(_ piece: String) {}
}
