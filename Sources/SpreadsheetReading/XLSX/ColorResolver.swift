import Spreadsheet

/// What colour an element's attributes name: by value, by the theme, or by the palette.
struct ColorResolver {
    /// The theme.
    var theme: ThemePart
    /// The file's own palette, or empty.
    var custom: [String] = []

    /// `RRGGBB`, or nil for the automatic colour.
    func color(_ attributes: XMLAttributes) -> String? {
        let tint = attributes.double("tint") ?? 0
        if attributes.flag("auto") == true { return nil }
        if let rgb = attributes["rgb"] { return ThemePart.tinted(Self.plain(rgb), by: tint) }
        if let number = attributes.integer("theme") { return theme.color(number, tint: tint) }
        if let number = attributes.integer("indexed") {
            return IndexedColors.color(number, custom: custom).map { ThemePart.tinted($0, by: tint) }
        }
        return nil
    }

    /// `RRGGBB` of `AARRGGBB`.
    static func plain(_ value: String) -> String { String(value.suffix(6)).uppercased() }
}
