/// Joins the text of one cell as a browser shows it: white space runs together, blocks and `<br>` begin new lines.
struct HTMLTextCollector {
    private static let space: UInt8 = 0x20
    private static let lineFeed: UInt8 = 0x0A
    /// UTF-16 units that a cell can hold.
    private let most: Int
    private var bytes: [UInt8] = []
    private var spaceIsDue = false
    private var breaksDue = 0
    private var blockIsDue = false

    /// More than a cell can hold; what came after is not kept.
    private(set) var isTooLong = false

    /// - Parameter most: UTF-16 units that a cell can hold.
    init(most: Int) { self.most = most }

    /// Text as it stands in the page; with `keepsSpace`, as within `<pre>`.
    mutating func append(_ piece: some Sequence<UInt8>, keepsSpace: Bool = false) {
        guard !isTooLong else { return }
        for byte in piece {
            switch byte {
            case Self.lineFeed where keepsSpace: lineBreak()
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                if keepsSpace { bytes.append(Self.space) } else { spaceIsDue = true }
            default:
                settle()
                bytes.append(byte)
            }
        }
        // No text has more bytes that a cell can hold.
        if bytes.count / 3 > most { isTooLong = true }
    }

    /// `<br>`.
    mutating func lineBreak() {
        // More than one cell could show; also keeps a page of breaks from growing.
        if breaksDue < most { breaksDue += 1 }
        spaceIsDue = false
    }

    /// The beginning or end of a `<p>`, `<div>` and the like.
    mutating func block() {
        blockIsDue = true
        spaceIsDue = false
    }

    /// Writes the white space that is due before a letter.
    private mutating func settle() {
        guard spaceIsDue || blockIsDue || breaksDue > 0 else { return }
        if !bytes.isEmpty {
            let breaks = max(breaksDue, blockIsDue ? 1 : 0)
            if breaks > 0 {
                bytes.append(contentsOf: repeatElement(Self.lineFeed, count: breaks))
            } else {
                bytes.append(Self.space)
            }
        }
        spaceIsDue = false
        blockIsDue = false
        breaksDue = 0
    }

    /// The text, without white space and no-break spaces at its ends.
    var text: String { MarkupText.trimmed(String(decoding: bytes, as: UTF8.self)) }
}
