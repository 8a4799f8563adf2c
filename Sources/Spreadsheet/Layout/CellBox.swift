import Foundation

/// A cell that shows something, with the room that it has on paper.
package struct CellBox {
    /// The cell, or the merged cell.
    package var range: CellRange
    package var cell: Cell
    package var style: CellStyle
    /// Points between its edges.
    package var width: Double
    /// Points that a line of it may take: a text that does not wrap runs on over empty cells beside it.
    package var room: Double

    /// Free at the sides of a text, together; and the least that programs leave free.
    package static let padding = 6.0
    package static let leastPadding = 3.75

    package var font: TextFont { TextFont(style.font) }

    /// Numbers, dates and errors stand on one line and turn into #### where they are too wide.
    package var isText: Bool {
        if case .text = cell.value { return true }
        return false
    }

    /// Letters one under the other.
    package var isStacked: Bool { style.alignment.rotation == 255 }

    package var isRotated: Bool { style.alignment.rotation != 0 }

    /// Whether the text breaks into lines.
    package var wraps: Bool {
        guard isText else { return false }
        return style.alignment.wraps || style.alignment.horizontal == .justify
            || style.alignment.horizontal == .distributed || style.alignment.vertical == .justify
            || style.alignment.vertical == .distributed
    }

    /// Points for the letters of a line.
    package var lineRoom: Double { max(width - Self.padding - indent, font.size) }

    private var indent: Double { Double(style.alignment.indent) * font.size }

    /// Points that the text takes on one line, its padding with it.
    package var lineWidth: Double {
        let widest = cell.shown.split { $0.isNewline }.map { TextMeasure.width(of: $0, font: font) }.max() ?? 0
        return widest + Self.padding + indent
    }

    /// Points below which the letters themselves are cut, not the room that a line has above and below them.
    package var leastHeight: Double { isStacked || isRotated ? height - 4 : height - 4 - font.size * 0.4 }

    /// Points that the text needs from top to bottom.
    package var height: Double {
        let rotation = style.alignment.rotation
        if isStacked { return Double(cell.shown.filter { !$0.isNewline }.count) * TextMeasure.lineHeight(font) + 4 }
        if abs(rotation) == 90 { return uprightHeight }
        if rotation != 0 {
            let angle = Double(abs(rotation)) * .pi / 180
            return (lineWidth * sin(angle) + TextMeasure.lineHeight(font) * cos(angle)).rounded(.up) + 4
        }
        guard wraps else { return TextMeasure.height(lines: 1, font: font) }
        return TextMeasure.height(
            lines: TextMeasure.lines(of: cell.shown, width: lineRoom, font: font).count, font: font)
    }

    /// Of a text that runs upwards: as many lines side by side as the width holds.
    private var uprightHeight: Double {
        guard wraps else { return lineWidth }
        let most = TextMeasure.lines(in: width, font: font)
        var height = font.size * 2
        while TextMeasure.lines(of: cell.shown, width: height, font: font).count > most { height += font.size }
        return height + Self.padding
    }

    /// Whether its line is wider than its room.
    package var isTooWide: Bool {
        if isStacked { return font.size > width }
        if isRotated { return TextMeasure.lineHeight(font) > width }
        guard !wraps else { return false }
        return widest(TextMeasure.width) + Self.padding + indent > room + 0.01
    }

    /// Whether it is so when the font itself is there: then it is certain.
    package var isCertainlyTooWide: Bool {
        if isRotated { return isTooWide }
        return !wraps && widest(TextMeasure.nominalWidth) + Self.leastPadding + indent > room + 0.01
    }

    /// Points of the widest line. Of a number of no set format the whole part counts: the rest is rounded to the room.
    private func widest(_ measure: (Substring, TextFont) -> Double) -> Double {
        var shown = cell.shown[...]
        if !isText, style.numberFormat == "General", let point = shown.firstIndex(of: ".") { shown = shown[..<point] }
        return shown.split { $0.isNewline }.map { measure($0, font) }.max() ?? 0
    }
}
