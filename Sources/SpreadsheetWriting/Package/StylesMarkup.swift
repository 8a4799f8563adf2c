import Spreadsheet

/// The part of the styles.
struct StylesMarkup {
    private static let begin =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    private static let namedStyle =
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    private static let tableStyles =
        "<tableStyles count=\"0\" defaultTableStyle=\"TableStyleMedium9\" defaultPivotStyle=\"PivotStyleLight16\"/>"
    /// The first number of a format that the file itself defines.
    private static let firstOwnFormat = 164

    private var fonts = Numbered()
    private var fills = Numbered()
    private var borders = Numbered()
    private var formats = Numbered()
    private var records: [String] = []
    /// Number of the font of the usual style.
    private var usualFont = 0

    /// The part's text.
    static func text(_ styles: [CellStyle], differential: [MarkupElement], usualFont: CellFont? = nil) -> String {
        var markup = StylesMarkup()
        _ = markup.fills.number("<fill><patternFill patternType=\"none\"/></fill>")
        _ = markup.fills.number("<fill><patternFill patternType=\"gray125\"/></fill>")
        _ = markup.borders.number(BorderMarkup.border(CellBorder()))
        for style in styles { markup.add(style) }
        if let usualFont { markup.usualFont = markup.fonts.number(FontMarkup.font(usualFont)) }
        return markup.whole(differential)
    }

    private func whole(_ differential: [MarkupElement]) -> String {
        let numberFormats = formats.texts.enumerated().map { index, code in
            Markup.element(
                "numFmt", [("numFmtId", String(Self.firstOwnFormat + index)), ("formatCode", code)])
        }
        return Self.begin + (numberFormats.isEmpty ? "" : Self.list("numFmts", numberFormats))
            + Self.list("fonts", fonts.texts) + Self.list("fills", fills.texts) + Self.list("borders", borders.texts)
            + Self.list(
                "cellStyleXfs",
                ["<xf numFmtId=\"0\" fontId=\"\(usualFont)\" fillId=\"0\" borderId=\"0\"/>"])
            + Self.list("cellXfs", records) + Self.namedStyle
            + Self.list("dxfs", differential.map { Markup.element($0) }) + Self.tableStyles + "</styleSheet>"
    }

    private static func list(_ name: String, _ items: [String]) -> String {
        Markup.element(name, [("count", String(items.count))], items.joined())
    }

    private mutating func add(_ style: CellStyle) {
        let format = number(ofFormat: style)
        let font = fonts.number(FontMarkup.font(style.font))
        let fill = fills.number(Self.fill(style))
        let border = borders.number(BorderMarkup.border(style.border))
        let alignment = AlignmentMarkup.alignment(style.alignment)
        let isProtected = style.isLocked && !style.hidesFormula
        let protection =
            isProtected
            ? ""
            : Markup.element(
                "protection", [("locked", style.isLocked ? nil : "0"), ("hidden", Markup.flag(style.hidesFormula))])
        records.append(
            Markup.element(
                "xf",
                [
                    ("numFmtId", String(format)), ("fontId", String(font)), ("fillId", String(fill)),
                    ("borderId", String(border)), ("xfId", "0"),
                    ("quotePrefix", Markup.flag(style.hasQuotePrefix)), ("applyNumberFormat", Markup.flag(format > 0)),
                    ("applyFont", Markup.flag(font > 0)), ("applyFill", Markup.flag(fill > 0)),
                    ("applyBorder", Markup.flag(border > 0)), ("applyAlignment", Markup.flag(!alignment.isEmpty)),
                    ("applyProtection", Markup.flag(!isProtected)),
                ], alignment + protection))
    }

    private mutating func number(ofFormat style: CellStyle) -> Int {
        if let known = style.builtInFormat, (1..<Self.firstOwnFormat).contains(known) { return known }
        let code = XMLText.stripped(style.numberFormat)
        return code == "General" || code.isEmpty ? 0 : Self.firstOwnFormat + formats.number(code)
    }

    private static func fill(_ style: CellStyle) -> String {
        if let fill = style.fill {
            return
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(FontMarkup.rgb(fill))\"/><bgColor indexed=\"64\"/>"
                + "</patternFill></fill>"
        }
        switch style.pattern {
        case .gradient(let gradient)?: return "<fill>" + Markup.element(gradient) + "</fill>"
        case .lines(let name, let front, let back)?:
            let colors =
                (front.map { "<fgColor rgb=\"\(FontMarkup.rgb($0))\"/>" } ?? "")
                + (back.map { "<bgColor rgb=\"\(FontMarkup.rgb($0))\"/>" } ?? "")
            return "<fill>" + Markup.element("patternFill", [("patternType", name)], colors) + "</fill>"
        case nil: return "<fill><patternFill patternType=\"none\"/></fill>"
        }
    }
}

/// Texts that are numbered as they are met.
private struct Numbered {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(_ text: String) -> Int {
        if let known = numbers[text] { return known }
        texts.append(text)
        numbers[text] = texts.count - 1
        return texts.count - 1
    }
}
