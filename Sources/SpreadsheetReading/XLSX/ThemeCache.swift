import Synchronization

/// Colours of themes that were read in this run: hundreds of forms come from a few programs, each of which writes the same theme into every file.
enum ThemeCache {
    /// More themes than programs that people use.
    private static let most = 32
    /// Bytes of a theme beyond which it is none that is met again.
    private static let longest = 1 << 16
    private static let known = Mutex<[[UInt8]: [String]]>([:])

    /// The colours of a theme, by the bytes of its part.
    static func colors(of content: [UInt8]) -> [String]? { known.withLock { $0[content] } }

    /// Keeps the colours of a part that was read without a fault.
    static func keep(_ colors: [String], of content: [UInt8]) {
        guard content.count <= longest else { return }
        known.withLock { if $0.count < most { $0[content] = colors } }
    }
}
