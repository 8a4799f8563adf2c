/// A part of an archive made by hand.
package struct ArchivePart {
    /// Its name.
    package var name: String
    /// What is in it.
    package var content: [UInt8]
    /// Deflated; else stored.
    package var isDeflated = false
    /// Its size and checksum stand behind it, not before it.
    package var hasDescriptor = false
    /// Its sizes stand in the extra field of ZIP64.
    package var usesZip64 = false
    /// The unpacked size that the directory says; nil for the truth.
    package var statedSize: Int?
    /// The packed size that the directory says; nil for the truth.
    package var statedPacked: Int?
    /// It has no bytes of its own: the directory leads to the part of this number.
    package var sharesBytesOf: Int?

    /// A part.
    package init(name: String, content: [UInt8]) {
        self.name = name
        self.content = content
    }
}
