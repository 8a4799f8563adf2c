import Spreadsheet

/// Places as reports name them.
enum PlaceText {
    /// `〔表〕J12:J14`, `申报.csv B2`; `整张表` where no cell is meant.
    ///
    /// - Parameter file: The file that need not be named, or nil to name each.
    static func text(_ source: Source, cells: [CellReference], file: String?) -> String {
        var place = source.file == file ? "" : source.file
        if let sheet = source.sheet { place += "〔\(sheet)〕" }
        let cells = CellRuns.text(cells)
        if !place.isEmpty, !place.hasSuffix("〕"), !cells.isEmpty { place += " " }
        place += cells
        return place.isEmpty ? "整张表" : place
    }

    /// Texts of cells have line breaks of their own.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// A line that is not longer than so many characters.
    static func shortened(_ text: String, to count: Int) -> String {
        let line = line(text)
        return line.count > count ? line.prefix(count - 1) + "…" : line
    }
}
