/// The palette of numbered colours that older programs use.
enum IndexedColors {
    private static let palette = [
        "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
        "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
        "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
        "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
        "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
        "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
        "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
    ]

    /// A colour by number; nil for 64 and 65, the system's own, and for numbers that are none.
    static func color(_ number: Int, custom: [String]) -> String? {
        if custom.indices.contains(number) { return custom[number] }
        let index = number < 8 ? number : number - 8
        return palette.indices.contains(index) && number < 64 ? palette[index] : nil
    }
}
