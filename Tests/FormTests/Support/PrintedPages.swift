import Foundation

/// What stands on the pages of a PDF: the judge of where pages end.
struct PrintedPages {
    /// A run of letters without a space, with the place of its first one in points from the upper left corner.
    struct Word {
        var text: String
        var x: Double
        var y: Double
        var end: Double
        var bottom: Double
    }

    /// The words of each page.
    let pages: [[Word]]

    init(pdf path: String) throws {
        let text = try Command.run("/usr/bin/pdftotext", ["-bbox", path, "-"]).output
        var pages: [[Word]] = []
        for line in text.split(separator: "\n") {
            if line.contains("<page ") { pages.append([]) }
            guard let word = Self.word(line), !pages.isEmpty else { continue }
            pages[pages.count - 1].append(word)
        }
        self.pages = pages
    }

    private static func word(_ line: Substring) -> Word? {
        func value(_ name: String) -> Double? {
            guard let start = line.range(of: name + "=\"") else { return nil }
            return Double(line[start.upperBound...].prefix { $0 != "\"" })
        }
        guard line.contains("<word "), let x = value("xMin"), let y = value("yMin"),
            let right = value("xMax"), let bottom = value("yMax"),
            let start = line.firstIndex(of: ">"), let end = line.range(of: "</word>")
        else { return nil }
        let text = line[line.index(after: start)..<end.lowerBound]
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        return Word(text: plain, x: x, y: y, end: right, bottom: bottom)
    }

    /// The text of a page without spaces.
    func text(of page: Int) -> String { pages[page].map(\.text).joined() }

    /// The pages on which a text begins.
    func pages(with text: String) -> Set<Int> {
        let wanted = String(text.filter { !$0.isWhitespace }.prefix(5))
        return Set(pages.indices.filter { self.text(of: $0).contains(wanted) })
    }
}
