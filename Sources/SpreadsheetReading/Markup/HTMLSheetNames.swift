/// Names of sheets in the settings that Excel hides in a page's conditional comment.
enum HTMLSheetNames {
    /// The names in a comment such as `[if gte mso 9]><xml>…<x:ExcelWorksheet><x:Name>预算执行</x:Name>…`.
    static func names(in comment: String) -> [String] {
        var names: [String] = []
        // Names of ranges are `x:Name` too, but stand outside of `x:ExcelWorksheet`.
        for piece in comment.split(separator: "<x:ExcelWorksheet>").dropFirst() {
            guard let start = piece.firstRange(of: "<x:Name>"),
                let end = piece[start.upperBound...].firstRange(of: "</x:Name>")
            else { continue }
            let name = cleaned(plain(piece[start.upperBound..<end.lowerBound]))
            if !name.isEmpty { names.append(name) }
            if names.count == MarkupLimits.sheets { break }
        }
        return names
    }

    /// One line without white space at its ends.
    static func cleaned(_ name: String) -> String {
        MarkupText.trimmed(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The names made different from each other, as a person needs to choose one: the second 支出 is 支出（2）.
    static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.map { name in
            var candidate = name
            var number = 2
            while !seen.insert(candidate).inserted {
                candidate = "\(name)（\(number)）"
                number += 1
            }
            return candidate
        }
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
