import Foundation

/// A default namespace that begins within a part changes what names mean; where names alone are read, they don't tell.
enum DefaultNamespace {
    /// Whether the attributes begin one.
    @inline(__always)
    static func begins(in attributes: AttributeList) -> Bool {
        var item = attributes
        while let name = item[0] {
            if name[0] == CChar(bitPattern: UInt8(ascii: "x")), strcmp(name, "xmlns") == 0 { return true }
            item += 2
        }
        return false
    }
}
