import Spreadsheet

/// The numbered colours that a file defines for itself.
final class PalettePart: XMLHandler {
    private(set) var colors: [String] = []
    private(set) var failure: ToolError?
    private var isInside = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "indexedColors" { isInside = true }
        if isInside, name == "rgbColor", let value = attributes["rgb"], colors.count < 256 {
            colors.append(ColorResolver.plain(value))
        }
    }

    func end(_ name: String) { if name == "indexedColors" { isInside = false } }
    func text(_ piece: String) {}
}
