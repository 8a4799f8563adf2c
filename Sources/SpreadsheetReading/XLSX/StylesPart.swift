import Spreadsheet

/// The styles of a workbook's cells.
final class StylesPart: XMLHandler {
    private struct Record {
        var format = 0
        var font = 0
        var fill = 0
        var border = 0
        var alignment = CellAlignment()
        var isLocked = true
        var hidesFormula = false
        var hasQuotePrefix = false
    }
    private struct Fill {
        var solid: String?
        var pattern: CellPattern?
        var kind = "none"
        var front: String?
        var back: String?
    }

    var failure: ToolError?

    private let theme: ThemePart
    private var formats: [Int: String] = [:]
    private var fonts: [CellFont] = []
    private var fills: [Fill] = []
    private var borders: [CellBorder] = []
    private var records: [Record] = []
    /// Fonts of the styles that have names, and which of them is the usual one.
    private var namedFonts: [Int] = []
    private var usualStyle = 0
    private let customColors: [String]
    /// Styles that conditional formats and tables name by number.
    private(set) var differentialStyles: [MarkupElement] = []

    /// The list that is being read; elements of the same names elsewhere (differential styles) are not ours.
    private var list = ""
    private var capture = MarkupCapture()
    private var edge: WritableKeyPath<CellBorder, BorderEdge>?

    private let file: String
    private let limits: ReadingLimits
    private var count = 0

    /// - Parameters:
    ///   - file: Name for messages.
    ///   - palette: The file's own numbered colours, which stand at its end and count from its beginning.
    init(theme: ThemePart, palette: [String] = [], file: String = "", limits: ReadingLimits = ReadingLimits()) {
        self.theme = theme
        self.file = file
        self.limits = limits
        customColors = palette
    }

    /// Counts what a list holds: each kind is within the bound by itself.
    private func countStyle() {
        count += 1
        if count > limits[.styles], failure == nil { failure = ReadingError.limit(file, .styles, limits) }
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard failure == nil else { return }
        if capture.isActive { return capture.start(name, attributes) }
        switch name {
        case "numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs", "colors":
            list = name
            count = 0
            return
        default:
            break
        }
        if Self.counted.contains(name) { countStyle() }
        switch list {
        case "numFmts":
            if name == "numFmt", let id = attributes.integer("numFmtId") {
                formats[id] = EscapedText.decode(attributes["formatCode"] ?? "General")
            }
        case "fonts": font(name, attributes)
        case "fills": fill(name, attributes)
        case "borders": border(name, attributes)
        case "cellXfs": record(name, attributes)
        case "cellStyleXfs": if name == "xf" { namedFonts.append(attributes.integer("fontId") ?? 0) }
        case "cellStyles":
            if name == "cellStyle", attributes.integer("builtinId") == 0 {
                usualStyle = attributes.integer("xfId") ?? 0
            }
        case "dxfs": if name == "dxf" { capture.start(name, attributes) }
        default: break
        }
    }

    func end(_ name: String) {
        if capture.isActive {
            guard let element = capture.end() else { return }
            if element.name == "dxf" {
                differentialStyles.append(element)
            } else if let last = fills.indices.last {
                fills[last].pattern = .gradient(element)
            }
            return
        }
        if name == list { list = "" }
        if list == "borders", edges[name] != nil { edge = nil }
        if list == "fills", name == "patternFill", let last = fills.indices.last { closePattern(&fills[last]) }
    }

    func text(_ piece: String) { capture.text(piece) }

    private static let counted: Set = ["numFmt", "font", "fill", "border", "xf", "dxf", "cellStyle"]

    private func font(_ name: String, _ attributes: XMLAttributes) {
        if name == "font" {
            var font = CellFont()
            font.substitution = CellFont.Substitution()
            fonts.append(font)
            return
        }
        guard let last = fonts.indices.last else { return }
        switch name {
        case "name": fonts[last].name = attributes["val"] ?? fonts[last].name
        case "sz": fonts[last].size = attributes.double("val") ?? fonts[last].size
        case "b": fonts[last].bold = attributes.flag("val") ?? true
        case "i": fonts[last].italic = attributes.flag("val") ?? true
        case "strike": fonts[last].strike = attributes.flag("val") ?? true
        case "u":
            fonts[last].underlining = attributes["val"].map { CellFont.Underline(rawValue: $0) ?? .single } ?? .single
        case "vertAlign": fonts[last].script = attributes["val"].flatMap(CellFont.Script.init) ?? .baseline
        case "outline": fonts[last].outline = attributes.flag("val") ?? true
        case "shadow": fonts[last].shadow = attributes.flag("val") ?? true
        case "family": fonts[last].substitution?.family = attributes.integer("val")
        case "charset": fonts[last].substitution?.charset = attributes.integer("val")
        case "color": fonts[last].color = color(attributes)
        default: break
        }
    }

    private func fill(_ name: String, _ attributes: XMLAttributes) {
        if name == "fill" { fills.append(Fill()) }
        guard let last = fills.indices.last else { return }
        switch name {
        case "patternFill": fills[last].kind = attributes["patternType"] ?? "none"
        case "fgColor": fills[last].front = color(attributes)
        case "bgColor": fills[last].back = color(attributes)
        case "gradientFill": capture.start(name, attributes)
        default: break
        }
    }

    private func closePattern(_ fill: inout Fill) {
        if fill.kind == "solid", let front = fill.front {
            fill.solid = front
        } else if fill.kind != "none" {
            fill.pattern = .lines(fill.kind, front: fill.front, back: fill.back)
        }
    }

    private let edges: [String: WritableKeyPath<CellBorder, BorderEdge>] = [
        "left": \.left, "start": \.left, "right": \.right, "end": \.right, "top": \.top, "bottom": \.bottom,
        "diagonal": \.diagonal,
    ]

    private func border(_ name: String, _ attributes: XMLAttributes) {
        if name == "border" {
            var border = CellBorder()
            border.risesDiagonally = attributes.flag("diagonalUp") ?? false
            border.fallsDiagonally = attributes.flag("diagonalDown") ?? false
            borders.append(border)
            return
        }
        guard let last = borders.indices.last else { return }
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
                    fill: attributes.integer("fillId") ?? 0, border: attributes.integer("borderId") ?? 0,
                    hasQuotePrefix: attributes.flag("quotePrefix") ?? false))
        } else if name == "protection", let last = records.indices.last {
            records[last].isLocked = attributes.flag("locked") ?? true
            records[last].hidesFormula = attributes.flag("hidden") ?? false
        } else if name == "alignment", let last = records.indices.last {
            var alignment = CellAlignment()
            alignment.horizontal = attributes["horizontal"].flatMap(CellAlignment.Horizontal.init) ?? .general
            alignment.vertical = attributes["vertical"].flatMap(CellAlignment.Vertical.init) ?? .bottom
            alignment.wraps = attributes.flag("wrapText") ?? false
            alignment.shrinks = attributes.flag("shrinkToFit") ?? false
            alignment.indent = attributes.integer("indent") ?? 0
            alignment.readingOrder = attributes.integer("readingOrder") ?? 0
            alignment.justifiesLastLine = attributes.flag("justifyLastLine") ?? false
            let rotation = attributes.integer("textRotation") ?? 0
            alignment.rotation = rotation == 255 ? 255 : rotation > 90 ? 90 - rotation : rotation
            records[last].alignment = alignment
        }
    }

    private func color(_ attributes: XMLAttributes) -> String? { colors.color(attributes) }

    /// What colours mean in this file.
    var colors: ColorResolver { ColorResolver(theme: theme, custom: customColors) }

    /// The font of the usual style; nil when there is none.
    var usualFont: CellFont? {
        guard namedFonts.indices.contains(usualStyle), fonts.indices.contains(namedFonts[usualStyle]) else {
            return nil
        }
        return fonts[namedFonts[usualStyle]]
    }

    /// The cells' styles, at least the default one.
    func cellStyles() -> [CellStyle] {
        // Without a font a file means Excel's own.
        var plain = CellStyle()
        plain.font.name = "Calibri"
        plain.font.substitution = CellFont.Substitution(family: 2)
        let styles = records.map { record in
            var style = plain
            if fonts.indices.contains(record.font) { style.font = fonts[record.font] }
            if fills.indices.contains(record.fill) {
                style.fill = fills[record.fill].solid
                style.pattern = fills[record.fill].pattern
            }
            if borders.indices.contains(record.border) { style.border = borders[record.border] }
            style.alignment = record.alignment
            style.numberFormat = formats[record.format] ?? BuiltInFormats.code(record.format)
            if record.format > 0, formats[record.format] == nil { style.builtInFormat = record.format }
            style.isLocked = record.isLocked
            style.hidesFormula = record.hidesFormula
            style.hasQuotePrefix = record.hasQuotePrefix
            return style
        }
        return styles.isEmpty ? [plain] : styles
    }
}
