import Foundation

/// White space around the text of a `<t>`. Excel keeps it only where `xml:space="preserve"` says so: it trims what other tools write
/// without that, in shared strings and in inline ones, in the runs of rich text too. But it shows a run of nothing else.
enum SurroundingSpace {
    /// Whether the attributes of a `<t>` say that white space is kept.
    @inline(__always)
    static func isKept(_ attributes: AttributeList) -> Bool { attributes[0] != nil && saysPreserve(attributes) }

    private static func saysPreserve(_ attributes: AttributeList) -> Bool {
        var item = attributes
        while let name = item[0], let value = item[1] {
            // As expat gives the name without namespaces, and with them.
            if strcmp(name, "xml:space") == 0 || strcmp(name, "http://www.w3.org/XML/1998/namespace\u{1}space") == 0 {
                return strcmp(value, "preserve") == 0
            }
            item += 2
        }
        return false
    }

    /// Moves a text without the white space around it to where it begins; gives its length.
    ///
    /// - Parameter isRun: The text is a run of rich text: if it has nothing but white space, that stays.
    @inline(__always)
    static func trim(_ text: UnsafeMutableBufferPointer<UInt8>, isRun: Bool) -> Int {
        guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else { return text.count }
        return trimEnds(text, isRun: isRun)
    }

    private static func trimEnds(_ text: UnsafeMutableBufferPointer<UInt8>, isRun: Bool) -> Int {
        guard let base = text.baseAddress, let start = text.firstIndex(where: { !isSpace($0) }),
            let last = text.lastIndex(where: { !isSpace($0) })
        else { return isRun ? text.count : 0 }
        let count = last + 1 - start
        memmove(base, base + start, count)
        return count
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
}
