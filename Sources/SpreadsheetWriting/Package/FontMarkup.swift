import Spreadsheet

/// Fonts as the part of the styles has them.
enum FontMarkup {
    /// A font.
    static func font(_ font: CellFont) -> String { Markup.element("font", [], properties(font, nameElement: "name")) }

    /// The look of a run of text.
    static func run(_ font: CellFont) -> MarkupElement {
        func value(_ name: String, _ value: String) -> MarkupElement {
            MarkupElement(name, [MarkupElement.Attribute("val", value)])
        }
        var children: [MarkupElement] = []
        if font.bold { children.append(MarkupElement("b")) }
        children.append(value("sz", Markup.number(font.size)))
        if let color = font.color {
            children.append(MarkupElement("color", [MarkupElement.Attribute("rgb", rgb(color))]))
        }
        return MarkupElement("rPr", children: children + [value("rFont", font.name)])
    }

    private static func properties(_ font: CellFont, nameElement: String) -> String {
        let name = FormatMapping.fontName(font.name)
        let said =
            font.substitution
            ?? CellFont.Substitution(
                family: Int(FormatMapping.family(ofFont: name)), charset: FormatMapping.isChinese(name) ? 134 : nil)
        var result = ""
        for (element, isSet) in [
            ("b", font.bold), ("i", font.italic), ("strike", font.strike), ("outline", font.outline),
            ("shadow", font.shadow),
        ] where isSet { result += "<\(element)/>" }
        switch font.underlining {
        case .none: break
        case .single: result += "<u/>"
        default: result += value("u", font.underlining.rawValue)
        }
        if font.script != .baseline { result += value("vertAlign", font.script.rawValue) }
        result += value("sz", Markup.number(min(max(font.size, 1), 409)))
        if let color = font.color { result += "<color rgb=\"\(rgb(color))\"/>" }
        result += value(nameElement, name)
        if let family = said.family { result += value("family", String(family)) }
        if let charset = said.charset { result += value("charset", String(charset)) }
        return result
    }

    /// `AARRGGBB` of `RRGGBB`.
    static func rgb(_ color: String) -> String {
        let digits = color.suffix(6)
        return "FF" + (digits.count == 6 && digits.allSatisfy(\.isHexDigit) ? digits.uppercased() : "000000")
    }

    private static func value(_ element: String, _ value: String) -> String {
        Markup.element(element, [("val", value)])
    }
}
