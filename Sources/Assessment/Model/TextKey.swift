import Foundation

/// A text as a key: compared and hashed by its bytes, which is several times faster than as a `String` where it is not ASCII.
public struct TextKey: Hashable, Sendable {
    /// The text.
    public let text: String

    /// A key.
    public init(_ text: String) { self.text = text }

    /// Whether both are written alike.
    public static func == (one: TextKey, other: TextKey) -> Bool {
        guard one.text.utf8.count == other.text.utf8.count else { return false }
        let isAlike: Bool?? = one.text.utf8.withContiguousStorageIfAvailable { own in
            other.text.utf8.withContiguousStorageIfAvailable { others in
                guard let first = own.baseAddress, let second = others.baseAddress else { return own.isEmpty }
                return memcmp(first, second, own.count) == 0
            }
        }
        return (isAlike ?? nil) ?? one.text.utf8.elementsEqual(other.text.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}
