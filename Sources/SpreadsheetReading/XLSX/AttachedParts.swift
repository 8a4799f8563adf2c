import Spreadsheet

/// Takes parts of a file along with all that they point at.
final class AttachedParts {
    /// Bytes of all of them together.
    private static let mostBytes = 1 << 27
    private static let mostParts = 2000
    private static let deepest = 6

    private let package: Package
    private var bytes = 0
    private var count = 0
    private var types: ContentTypesPart?

    init(package: Package) { self.package = package }

    /// A part with what it points at; nil when something of it is missing or it is too much.
    func part(_ name: String) -> AttachedPart? { try? part(name, depth: 0) }

    /// The content of a part that is read, not carried; nil when it is missing or large out of all measure.
    func content(_ name: String) -> [UInt8]? {
        guard let size = package.archive.size(of: name), size <= 1 << 26 else { return nil }
        return try? package.archive.part(name)
    }

    /// Parses a part; false when it can't be.
    func parse(_ name: String, _ handler: any XMLHandler) -> Bool {
        guard let content = content(name) else { return false }
        return
            (try? XMLPart.parse(
                content, handler: handler, file: package.file, name: name, limits: package.archive.limits)) != nil
    }

    private struct Refusal: Error {}

    private func part(_ name: String, depth: Int) throws -> AttachedPart {
        count += 1
        guard depth <= Self.deepest, count <= Self.mostParts, let size = package.archive.size(of: name),
            bytes + size <= Self.mostBytes, let content = try package.archive.part(name)
        else { throw Refusal() }
        bytes += size
        var result = AttachedPart(name: name, contentType: contentType(of: name), content: content)
        for relationship in try package.allRelationships(of: name) {
            let target: AttachedPart.Relationship.Target =
                relationship.isExternal || relationship.target.hasPrefix("#")
                ? .external(relationship.target) : .part(try part(relationship.target, depth: depth + 1))
            result.relationships.append(.init(id: relationship.id, type: relationship.type, target: target))
        }
        return result
    }

    private func contentType(of name: String) -> String {
        if types == nil {
            let part = ContentTypesPart()
            _ = parse("[Content_Types].xml", part)
            types = part
        }
        return types?.type(of: name) ?? "application/octet-stream"
    }
}

/// What kind of content each part has.
final class ContentTypesPart: XMLHandler {
    private var byExtension: [String: String] = [:]
    private var byName: [String: String] = [:]
    var failure: ToolError?

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard let type = attributes["ContentType"] else { return }
        if name == "Default", let suffix = attributes["Extension"] { byExtension[suffix.lowercased()] = type }
        if name == "Override", let part = attributes["PartName"] { byName[part.lowercased()] = type }
    }
    func end(_ name: String) {}
    func text(_ piece: String) {}

    /// The kind of a part; nil when nothing is said.
    func type(of name: String) -> String? {
        let key = name.lowercased()
        return byName["/" + key] ?? key.split(separator: ".").last.flatMap { byExtension[String($0)] }
    }
}
