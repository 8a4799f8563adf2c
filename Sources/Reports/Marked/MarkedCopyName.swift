import Spreadsheet

/// Where a marked copy is written: beside the source, never over it, and never over a file that is no marked copy.
public enum MarkedCopyName {
    private static let suffix = "-核对"

    /// The path of the copy: `自评表-核对.xlsx` beside `自评表.xlsx`; with a number where that name is taken by something else.
    ///
    /// - Parameters:
    ///   - source: Path of the file that was checked.
    ///   - exists: Whether there is a file.
    ///   - isMarked: Whether a file that exists is a marked copy, which may be replaced.
    public static func path(
        besides source: String, exists: (String) -> Bool, isMarked: (String) -> Bool
    ) -> String {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        let folder = String(source[..<slash])
        let base = base(of: source[slash...])
        for number in 1...999 {
            let candidate = folder + base + suffix + (number == 1 ? "" : String(number)) + ".xlsx"
            if candidate == source { continue }
            if !exists(candidate) || isMarked(candidate) { return candidate }
        }
        return folder + base + suffix + "1000.xlsx"
    }

    /// The name without its ending; of a marked copy that of the file it was made of.
    private static func base(of name: Substring) -> String {
        var base = name
        if let point = name.lastIndex(of: "."), point > name.startIndex { base = name[..<point] }
        var plain = base
        while let last = plain.last, last.isASCII, last.isNumber { plain = plain.dropLast() }
        if plain.hasSuffix(suffix), plain.count > suffix.count { base = plain.dropLast(suffix.count) }
        return FileNameText.cleaned(String(base), replacement: "_")
    }
}
