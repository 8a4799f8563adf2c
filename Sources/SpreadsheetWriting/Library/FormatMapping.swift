import CXlsxWriter
import Foundation
import Spreadsheet

/// How a ``Spreadsheet/CellStyle`` is said to the library.
enum FormatMapping {
    /// The most bytes of a format code that the library keeps.
    static let maximumNumberFormatBytes = 127

    /// Sets everything.
    static func set(_ style: CellStyle, of format: UnsafeMutablePointer<lxw_format>) {
        setFont(style.font, of: format)
        if let fill = style.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, color(fill))
        }
        setBorder(style.border, of: format)
        setAlignment(style.alignment, of: format)
        if style.numberFormat != "General", !style.numberFormat.isEmpty {
            format_set_num_format(format, XMLText.stripped(style.numberFormat))
        }
    }

    /// Sets the font.
    static func setFont(_ font: CellFont, of format: UnsafeMutablePointer<lxw_format>) {
        let name = fontName(font.name)
        format_set_font_name(format, name)
        format_set_font_size(format, min(max(font.size, 1), 409))
        format_set_font_family(format, family(ofFont: name))
        format_set_font_scheme(format, "")
        if font.bold { format_set_bold(format) }
        if font.italic { format_set_italic(format) }
        if font.underline { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if font.strike { format_set_font_strikeout(format) }
        if let color = font.color { format_set_font_color(format, Self.color(color)) }
    }

    /// A name as the format allows it: at most 31 characters.
    static func fontName(_ name: String) -> String {
        let clipped = String(XMLText.stripped(name).prefix(31))
        return clipped.isEmpty ? CellFont().name : clipped
    }

    /// The family that Excel writes beside a name: 3 for the Chinese faces, 1 for those with serifs, else 2.
    static func family(ofFont name: String) -> UInt8 {
        if isChinese(name) { return 3 }
        return ["times new roman", "cambria", "georgia"].contains(name.lowercased()) ? 1 : 2
    }

    /// Whether a name is that of a Chinese face.
    static func isChinese(_ name: String) -> Bool {
        if name.unicodeScalars.contains(where: { (0x2E80...0x9FFF).contains($0.value) }) { return true }
        let latin = [
            "simsun", "nsimsun", "simhei", "fangsong", "kaiti", "microsoft yahei", "dengxian", "fangsong_gb2312",
        ]
        return latin.contains(name.lowercased()) || name.hasSuffix("_GB2312")
    }

    private static func setBorder(_ border: CellBorder, of format: UnsafeMutablePointer<lxw_format>) {
        format_set_left(format, line(border.left.style))
        format_set_right(format, line(border.right.style))
        format_set_top(format, line(border.top.style))
        format_set_bottom(format, line(border.bottom.style))
        if let left = border.left.color { format_set_left_color(format, color(left)) }
        if let right = border.right.color { format_set_right_color(format, color(right)) }
        if let top = border.top.color { format_set_top_color(format, color(top)) }
        if let bottom = border.bottom.color { format_set_bottom_color(format, color(bottom)) }
    }

    private static func setAlignment(_ alignment: CellAlignment, of format: UnsafeMutablePointer<lxw_format>) {
        if let horizontal = horizontal(alignment.horizontal) { format_set_align(format, UInt8(horizontal.rawValue)) }
        if let vertical = vertical(alignment.vertical) { format_set_align(format, UInt8(vertical.rawValue)) }
        if alignment.wraps { format_set_text_wrap(format) }
        if alignment.shrinks { format_set_shrink(format) }
        if alignment.indent > 0 { format_set_indent(format, UInt8(clamping: alignment.indent)) }
        switch alignment.rotation {
        case 255: format_set_rotation(format, 270)
        case -90...90 where alignment.rotation != 0: format_set_rotation(format, Int16(alignment.rotation))
        default: break
        }
    }

    private static func line(_ style: BorderEdge.Style) -> UInt8 {
        let line =
            switch style {
            case .none: LXW_BORDER_NONE
            case .thin: LXW_BORDER_THIN
            case .medium: LXW_BORDER_MEDIUM
            case .dashed: LXW_BORDER_DASHED
            case .dotted: LXW_BORDER_DOTTED
            case .thick: LXW_BORDER_THICK
            case .double: LXW_BORDER_DOUBLE
            case .hair: LXW_BORDER_HAIR
            case .mediumDashed: LXW_BORDER_MEDIUM_DASHED
            case .dashDot: LXW_BORDER_DASH_DOT
            case .mediumDashDot: LXW_BORDER_MEDIUM_DASH_DOT
            case .dashDotDot: LXW_BORDER_DASH_DOT_DOT
            case .mediumDashDotDot: LXW_BORDER_MEDIUM_DASH_DOT_DOT
            case .slantDashDot: LXW_BORDER_SLANT_DASH_DOT
            }
        return UInt8(line.rawValue)
    }

    private static func horizontal(_ alignment: CellAlignment.Horizontal) -> lxw_format_alignments? {
        switch alignment {
        case .general: nil
        case .left: LXW_ALIGN_LEFT
        case .center: LXW_ALIGN_CENTER
        case .right: LXW_ALIGN_RIGHT
        case .fill: LXW_ALIGN_FILL
        case .justify: LXW_ALIGN_JUSTIFY
        case .centerContinuous: LXW_ALIGN_CENTER_ACROSS
        case .distributed: LXW_ALIGN_DISTRIBUTED
        }
    }

    private static func vertical(_ alignment: CellAlignment.Vertical) -> lxw_format_alignments? {
        switch alignment {
        case .top: LXW_ALIGN_VERTICAL_TOP
        case .center: LXW_ALIGN_VERTICAL_CENTER
        case .bottom: nil
        case .justify: LXW_ALIGN_VERTICAL_JUSTIFY
        case .distributed: LXW_ALIGN_VERTICAL_DISTRIBUTED
        }
    }

    /// `RRGGBB` as the library takes it, where 0 means no colour and black has a number of its own.
    private static func color(_ text: String) -> lxw_color_t {
        let value = lxw_color_t(text.suffix(6), radix: 16) ?? 0
        return value == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : value
    }
}
