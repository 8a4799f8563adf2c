/// Makes archives by hand, also broken ones.
package struct Archive {
    /// Its parts in their order.
    package var parts: [ArchivePart] = []
    /// Says another checksum than the contents'.
    package var spoilsChecksum = false
    /// Flags of every part: names are UTF-8.
    package var flags = 0x800
    /// Bytes that stand before the archive, as a mail gateway leaves them.
    package var prefix: [UInt8] = []
    /// Bytes of the comment at the end.
    package var comment: [UInt8] = []
    /// Ends with the records of ZIP64.
    package var usesZip64 = false
    /// How many parts the directory says that there are; nil for the truth.
    package var statedCount: Int?

    /// No parts.
    package init() {}

    /// Adds a part of text.
    package mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// Adds a part.
    package mutating func add(_ name: String, _ content: [UInt8]) {
        parts.append(ArchivePart(name: name, content: content))
    }

    /// Puts other content into a part, or changes how it stands in the archive.
    package mutating func change(_ name: String, _ body: (inout ArchivePart) -> Void) {
        for index in parts.indices where parts[index].name == name { body(&parts[index]) }
    }

    /// Changes how all parts stand in the archive.
    package mutating func changeAll(_ body: (inout ArchivePart) -> Void) {
        for index in parts.indices { body(&parts[index]) }
    }

    /// The archive.
    package var bytes: [UInt8] {
        var writer = ArchiveBytes(prefix)
        for part in parts { writer.add(part, flags: flags, spoilsChecksum: spoilsChecksum) }
        writer.end(count: statedCount ?? parts.count, usesZip64: usesZip64, comment: comment)
        return writer.bytes
    }
}
