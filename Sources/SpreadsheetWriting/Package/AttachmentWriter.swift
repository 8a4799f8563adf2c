import Spreadsheet

/// Puts carried parts into the package under names that are free, with what they point at.
final class AttachmentWriter {
    /// What was put in, in order.
    private(set) var parts: [PackageParts.Part] = []
    /// Kinds of content by the names of parts, in order.
    private(set) var contentTypes: [(name: String, type: String)] = []

    private var taken: Set<String>
    private var placed: [AttachedPart: String] = [:]

    /// A writer into a package of these parts.
    init(taken: [String]) { self.taken = Set(taken.map { $0.lowercased() }) }

    /// Puts a part in, once; gives its name.
    func add(_ part: AttachedPart) -> String {
        if let name = placed[part] { return name }
        let name = free(part.name)
        placed[part] = name
        parts.append(PackageParts.Part(name: name, content: part.content))
        contentTypes.append((name, part.contentType))
        let list = RelationshipList()
        for relationship in part.relationships {
            switch relationship.target {
            case .external(let address):
                list.add(
                    id: relationship.id, type: relationship.type, target: address,
                    isExternal: !address.hasPrefix("#"))
            case .part(let other):
                list.add(id: relationship.id, type: relationship.type, target: "/" + add(other), isExternal: false)
            }
        }
        if let text = list.text {
            parts.append(PackageParts.Part(name: RelationshipList.name(of: name), content: Array(text.utf8)))
        }
        return name
    }

    /// A name like the one it had, plain and not yet taken.
    private func free(_ name: String) -> String {
        let isPlain =
            name.hasPrefix("xl/") && !name.contains("..") && !name.contains("//") && name.utf8.count < 200
            && name.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || [0x2E, 0x2F, 0x2D, 0x5F].contains($0)
            }
        let suffix = name.split(separator: ".").last.map { $0.filter { $0.isASCII && $0.isLetter }.prefix(8) } ?? ""
        var candidate = isPlain ? name : "xl/attached/part1.\(suffix.isEmpty ? "bin" : suffix)"
        var number = 1
        while !taken.insert(candidate.lowercased()).inserted {
            number += 1
            candidate = "xl/attached/part\(number).\(suffix.isEmpty ? "bin" : suffix)"
        }
        return candidate
    }
}
