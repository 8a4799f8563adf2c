#if canImport(Glibc)
    import Glibc
#endif

// Labels are compared by the hundred thousand. What the standard library does for texts that are not ASCII goes letter by letter, so that é is equal
// to e with an accent; the texts of forms are compared as they are written. These take the place of the general ones wherever this room is imported.

extension String {
    /// Whether the text begins with another, byte by byte.
    public func hasPrefix(_ prefix: String) -> Bool { utf8.begins(with: prefix.utf8) }

    /// Whether the text ends with another, byte by byte.
    public func hasSuffix(_ suffix: String) -> Bool { utf8.ends(with: suffix.utf8) }

    /// Whether another text stands in this one, byte by byte.
    public func contains(_ other: String) -> Bool { utf8.holds(other.utf8) }
}

extension Substring {
    /// Whether the text begins with another, byte by byte.
    public func hasPrefix(_ prefix: String) -> Bool { utf8.begins(with: prefix.utf8) }

    /// Whether the text ends with another, byte by byte.
    public func hasSuffix(_ suffix: String) -> Bool { utf8.ends(with: suffix.utf8) }

    /// Whether another text stands in this one, byte by byte.
    public func contains(_ other: String) -> Bool { utf8.holds(other.utf8) }
}

extension Collection where Element == UInt8 {
    /// The bytes of a text, where they stand in a row; nil for texts that are kept in another way.
    fileprivate func compared<Other: Collection<UInt8>>(
        _ other: Other, _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        let found = withContiguousStorageIfAvailable { own in
            other.withContiguousStorageIfAvailable { compare(own, $0) }
                ?? Array(other).withUnsafeBufferPointer { compare(own, $0) }
        }
        return found
            ?? Array(self).withUnsafeBufferPointer { own in
                Array(other).withUnsafeBufferPointer { compare(own, $0) }
            }
    }

    fileprivate func begins<Other: Collection<UInt8>>(with other: Other) -> Bool {
        compared(other) { own, other in
            guard other.count <= own.count else { return false }
            guard let start = own.baseAddress, let wanted = other.baseAddress else { return true }
            return memcmp(start, wanted, other.count) == 0
        }
    }

    fileprivate func ends<Other: Collection<UInt8>>(with other: Other) -> Bool {
        compared(other) { own, other in
            guard other.count <= own.count else { return false }
            guard let start = own.baseAddress, let wanted = other.baseAddress else { return true }
            return memcmp(start + (own.count - other.count), wanted, other.count) == 0
        }
    }

    fileprivate func holds<Other: Collection<UInt8>>(_ other: Other) -> Bool {
        compared(other) { own, other in
            guard other.count <= own.count else { return false }
            guard let start = own.baseAddress, let wanted = other.baseAddress, let first = other.first else {
                return true
            }
            var place = 0
            let last = own.count - other.count
            while place <= last, let found = memchr(start + place, Int32(first), last - place + 1) {
                if memcmp(found, wanted, other.count) == 0 { return true }
                place = found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: start) + 1
            }
            return false
        }
    }
}
