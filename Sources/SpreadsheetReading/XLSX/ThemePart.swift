import Spreadsheet

/// The theme's colours, in the order in which styles number them.
final class ThemePart: XMLHandler {
    /// Numbers 0 and 1, 2 and 3 are swapped against the order of the part.
    private static let order = [
        "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
        "folHlink",
    ]
    /// Colours of a workbook without a theme: those of Office.
    private(set) var colors = [
        "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF",
        "800080",
    ]
    var failure: ToolError?

    /// A theme to be read.
    init() {}

    /// One that was read before.
    init(colors: [String]) { self.colors = colors }

    private var inScheme = false
    private var current: Int?

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "clrScheme" { inScheme = true }
        guard inScheme else { return }
        if let index = Self.order.firstIndex(of: name) { current = index }
        guard let current else { return }
        if name == "srgbClr", let value = attributes["val"] { colors[current] = value.uppercased() }
        if name == "sysClr", let value = attributes["lastClr"] { colors[current] = value.uppercased() }
    }

    func end(_ name: String) {
        if name == "clrScheme" { inScheme = false }
        if Self.order.contains(name) { current = nil }
    }

    func text(_ piece: String) {}

    /// A colour by its number, made lighter or darker by a tint of -1…1.
    func color(_ number: Int, tint: Double) -> String? {
        guard colors.indices.contains(number) else { return nil }
        return Self.tinted(colors[number], by: tint)
    }

    /// Lightness in the HLS model: darker by its share, lighter by what is left to white.
    static func tinted(_ hex: String, by tint: Double) -> String {
        guard tint != 0, hex.count == 6, let value = UInt32(hex, radix: 16) else { return hex }
        let channels = [value >> 16, value >> 8, value].map { Double($0 & 0xFF) / 255 }
        let high = channels.max() ?? 0
        let low = channels.min() ?? 0
        var lightness = (high + low) / 2
        let spread = high - low
        let saturation = spread == 0 ? 0 : spread / (lightness > 0.5 ? 2 - high - low : high + low)
        var hue = 0.0
        if spread > 0 {
            switch high {
            case channels[0]: hue = (channels[1] - channels[2]) / spread
            case channels[1]: hue = (channels[2] - channels[0]) / spread + 2
            default: hue = (channels[0] - channels[1]) / spread + 4
            }
        }
        lightness = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
        let chroma = (1 - abs(2 * lightness - 1)) * saturation
        func channel(_ shift: Double) -> Int {
            let position = (hue + shift).truncatingRemainder(dividingBy: 6)
            let place = position < 0 ? position + 6 : position
            let share = max(0, min(1, min(place, 4 - place)))
            return Int(((lightness - chroma / 2 + chroma * share) * 255).rounded())
        }
        return [channel(2), channel(0), channel(4)].map { part in
            let text = String(max(0, min(255, part)), radix: 16, uppercase: true)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
