import Spreadsheet

/// Where text stands, as the part of the styles has it.
enum AlignmentMarkup {
    /// The alignment, or nothing for the usual one.
    static func alignment(_ alignment: CellAlignment) -> String {
        guard alignment != CellAlignment() else { return "" }
        let rotation: Int? =
            switch alignment.rotation {
            case 0: nil
            case 255: 255
            // Downwards angles are counted from 90.
            case -90..<0: 90 - alignment.rotation
            default: min(max(alignment.rotation, 0), 180)
            }
        return Markup.element(
            "alignment",
            [
                ("horizontal", alignment.horizontal == .general ? nil : alignment.horizontal.rawValue),
                ("vertical", alignment.vertical == .bottom ? nil : alignment.vertical.rawValue),
                ("textRotation", rotation.map { String($0) }), ("wrapText", Markup.flag(alignment.wraps)),
                ("indent", alignment.indent > 0 ? String(min(alignment.indent, 250)) : nil),
                ("justifyLastLine", Markup.flag(alignment.justifiesLastLine)),
                ("shrinkToFit", Markup.flag(alignment.shrinks)),
                ("readingOrder", (1...2).contains(alignment.readingOrder) ? String(alignment.readingOrder) : nil),
            ])
    }
}
