/// Breaks a paragraph into lines.
package struct LineBreaker {
    private static let closing = Set("，。、；：！？”’）》】〕」』％%,.;:!?)]}…—·")
    private static let opening = Set("“‘（《【〔「『([{")

    package let available: Double
    package let font: TextFont
    private var lines: [TextMeasure.Line] = []
    private var line = ""
    private var used = 0.0

    /// A breaker for lines of a width in points.
    package init(available: Double, font: TextFont) {
        self.available = available
        self.font = font
    }

    /// The lines of a paragraph; at least one.
    package mutating func lines(of paragraph: Substring) -> [TextMeasure.Line] {
        // Latin letters, digits and marks stand together, an opening mark with what follows it.
        var word = ""
        for character in paragraph {
            if Self.isLatin(character), !Self.closing.contains(character) || !word.isEmpty && character.isASCII {
                word.append(character)
            } else if Self.opening.contains(character) {
                if let last = word.last, !Self.opening.contains(last) {
                    place(word)
                    word = ""
                }
                word.append(character)
            } else if Self.closing.contains(character) {
                place(word)
                word = ""
                placeClosing(character)
            } else if let last = word.last, Self.opening.contains(last) {
                place(word + String(character))
                word = ""
            } else {
                place(word)
                word = ""
                place(String(character))
            }
        }
        place(word)
        lines.append(TextMeasure.Line(text: line, endsParagraph: false))
        return lines
    }

    private static func isLatin(_ character: Character) -> Bool {
        !opening.contains(character) && character.unicodeScalars.allSatisfy { $0.value < 0x2E80 && $0 != " " }
    }

    private mutating func end() {
        lines.append(TextMeasure.Line(text: line, endsParagraph: false))
        line = ""
        used = 0
    }

    private mutating func place(_ piece: String) {
        guard !piece.isEmpty else { return }
        let width = TextMeasure.width(of: piece, font: font)
        if used + width > available, used > 0 { end() }
        guard width > available else {
            line += piece
            used += width
            return
        }
        // A word wider than the line is cut.
        for character in piece {
            let width = TextMeasure.width(of: String(character), font: font)
            if used + width > available, used > 0 { end() }
            line.append(character)
            used += width
        }
    }

    /// A mark that may not begin a line takes the character before it along, and the marks between them.
    private mutating func placeClosing(_ mark: Character) {
        let width = TextMeasure.width(of: String(mark), font: font)
        if used + width > available, !line.isEmpty {
            var moved = ""
            while let last = line.popLast() {
                moved.insert(last, at: moved.startIndex)
                if !Self.closing.contains(last) { break }
            }
            if line.isEmpty {
                // A line of nothing but this stays, and the mark begins the next one.
                line = moved
                end()
            } else {
                end()
                line = moved
                used = TextMeasure.width(of: moved, font: font)
            }
        }
        line.append(mark)
        used += width
    }
}
