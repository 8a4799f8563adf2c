import Spreadsheet

/// The styles of a workbook's cells.
final class StylesPart: XMLHandler {
    private struct Record {
        var format = 0
        var font = 0
        var fill = 0
        var border = 0
        var alignment = CellAlignment()
    }

    var failure: ToolError?

    private let theme: ThemePart
    private var formats: [Int: String] = [:]
    private var fonts: [CellFont] = []
    private var fills: [String?] = []
    private var borders: [CellBorder] = []
    private var records: [Record] = []
    private var customColors: [String] = []

    /// The list that is being read; elements of the same names elsewhere (differential styles) are not ours.
    private var list = ""
    private var pattern = ""
    private var edge: WritableKeyPath<CellBorder, BorderEdge>?

    init(theme: ThemePart) { self.theme = theme }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs", "indexedColors":
            list = name
            return
        default:
            break
        }
        switch list {
        case "numFmts":
            if name == "numFmt", let id = attributes.integer("numFmtId") {
                formats[id] = EscapedText.decode(attributes["formatCode"] ?? "General")
            }
        case "fonts": font(name, attributes)
        case "fills": fill(name, attributes)
        case "borders": border(name, attributes)
        case "cellXfs": record(name, attributes)
        case "indexedColors":
            if name == "rgbColor", let value = attributes["rgb"] { customColors.append(Self.plain(value)) }
        default: break
        }
    }

    func end(_ name: String) {
        if name == list { list = "" }
        if list == "borders", name == "left" || name == "right" || name == "top" || name == "bottom" { edge = nil }
    }

    func text(_ piece: String) {}

    private func font(_ name: String, _ attributes: XMLAttributes) {
        if name == "font" {
            fonts.append(CellFont())
            return
        }
        guard let last = fonts.indices.last else { return }
        switch name {
        case "name": fonts[last].name = attributes["val"] ?? fonts[last].name
        case "sz": fonts[last].size = attributes.double("val") ?? fonts[last].size
        case "b": fonts[last].bold = attributes.flag("val") ?? true
        case "i": fonts[last].italic = attributes.flag("val") ?? true
        case "strike": fonts[last].strike = attributes.flag("val") ?? true
        case "u": fonts[last].underline = attributes["val"] != "none"
        case "color": fonts[last].color = color(attributes)
        default: break
        }
    }

    private func fill(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "fill":
            fills.append(nil)
            pattern = ""
        case "patternFill":
            pattern = attributes["patternType"] ?? "none"
        case "fgColor":
            if pattern == "solid", let last = fills.indices.last { fills[last] = color(attributes) }
        default: break
        }
    }

    private func border(_ name: String, _ attributes: XMLAttributes) {
        if name == "border" {
            borders.append(CellBorder())
            return
        }
        guard let last = borders.indices.last else { return }
        let edges: [String: WritableKeyPath<CellBorder, BorderEdge>] = [
            "left": \.left, "start": \.left, "right": \.right, "end": \.right, "top": \.top, "bottom": \.bottom,
        ]
        if let place = edges[name] {
            edge = place
            borders[last][keyPath: place].style = attributes["style"].flatMap(BorderEdge.Style.init) ?? .none
        } else if name == "color", let edge {
            borders[last][keyPath: edge].color = color(attributes)
        } else {
            edge = nil
        }
    }

    private func record(_ name: String, _ attributes: XMLAttributes) {
        if name == "xf" {
            records.append(
                Record(
                    format: attributes.integer("numFmtId") ?? 0, font: attributes.integer("fontId") ?? 0,
                    fill: attributes.integer("fillId") ?? 0, border: attributes.integer("borderId") ?? 0))
        } else if name == "alignment", let last = records.indices.last {
            var alignment = CellAlignment()
            alignment.horizontal = attributes["horizontal"].flatMap(CellAlignment.Horizontal.init) ?? .general
            alignment.vertical = attributes["vertical"].flatMap(CellAlignment.Vertical.init) ?? .bottom
            alignment.wraps = attributes.flag("wrapText") ?? false
            alignment.shrinks = attributes.flag("shrinkToFit") ?? false
            alignment.indent = attributes.integer("indent") ?? 0
            let rotation = attributes.integer("textRotation") ?? 0
            alignment.rotation = rotation == 255 ? 255 : rotation > 90 ? 90 - rotation : rotation
            records[last].alignment = alignment
        }
    }

    private func color(_ attributes: XMLAttributes) -> String? {
        let tint = attributes.double("tint") ?? 0
        if attributes.flag("auto") == true { return nil }
        if let rgb = attributes["rgb"] { return ThemePart.tinted(Self.plain(rgb), by: tint) }
        if let number = attributes.integer("theme") { return theme.color(number, tint: tint) }
        if let number = attributes.integer("indexed") {
            return IndexedColors.color(number, custom: customColors).map { ThemePart.tinted($0, by: tint) }
        }
        return nil
    }

    /// `RRGGBB` of `AARRGGBB`.
    private static func plain(_ value: String) -> String { String(value.suffix(6)).uppercased() }

    /// The cells' styles, at least the default one.
    func cellStyles() -> [CellStyle] {
        let styles = records.map { record in
            var style = CellStyle()
            if fonts.indices.contains(record.font) { style.font = fonts[record.font] }
            if fills.indices.contains(record.fill) { style.fill = fills[record.fill] }
            if borders.indices.contains(record.border) { style.border = borders[record.border] }
            style.alignment = record.alignment
            style.numberFormat = formats[record.format] ?? BuiltInFormats.code(record.format)
            return style
        }
        return styles.isEmpty ? [CellStyle()] : styles
    }
}
