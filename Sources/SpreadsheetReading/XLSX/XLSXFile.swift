import Foundation
import Spreadsheet

/// A workbook of Office Open XML, transitional or strict, whose sheets are read when they are asked for.
public final class XLSXFile {
    /// One tab.
    public struct SheetEntry: Sendable {
        /// Name on the tab.
        public var name: String
        /// Whether its tab is shown.
        public var visibility: Sheet.Visibility
        /// The sheet's part, or nil for a tab that is no sheet of cells (a chart).
        var part: String?
        /// Its place in the workbook's own part, by which names are bound to it.
        var index: Int

        /// Whether the tab holds cells.
        public var hasCells: Bool { part != nil }
    }

    /// Name for messages.
    public var name: String { archive.source.name }
    /// All tabs in their order.
    public let entries: [SheetEntry]
    /// Styles; index 0 is the default.
    public let styles: [CellStyle]
    /// The styles' number formats.
    public let formats: [NumberFormat]
    /// Whether dates count from 1904.
    public let uses1904: Bool

    let archive: ZipArchive
    let workbook: WorkbookPart
    /// The workbook's own part.
    let mainPart: String
    /// The part of the theme.
    let themePart: String?
    /// What colours mean.
    let colors: ColorResolver
    /// Styles that conditional formats and tables name by number.
    let differentialStyles: [MarkupElement]
    let stringsPart: String?
    /// The font of the usual style.
    let usualFont: CellFont?

    init(archive: ZipArchive) throws {
        self.archive = archive
        let file = archive.source.name
        let package = Package(archive: archive, file: file)
        func parse(_ name: String, _ handler: any XMLHandler) throws {
            guard let content = try archive.part(name) else { throw ReadingError.damaged(file, "缺少“\(name)”") }
            try XMLPart.parse(content, handler: handler, file: file, name: name, limits: archive.limits)
        }
        let main = try package.workbookPart()
        mainPart = main
        workbook = WorkbookPart()
        try parse(main, workbook)
        uses1904 = workbook.uses1904
        let relationships = try package.relationships(of: main)
        func part(_ kind: String) -> String? {
            relationships.first { $0.type.hasSuffix("/" + kind) && archive.has($0.target) }?.target
        }
        let theme = ThemePart()
        // A theme or style that can't be read costs colours, not figures; but a damaged file is still said to be one.
        themePart = part("theme")
        if let themePart { try parse(themePart, theme) }
        let palette = PalettePart()
        if let name = part("styles") { try parse(name, palette) }
        let stylesPart = StylesPart(
            theme: theme, palette: palette.colors, file: file, limits: archive.limits)
        if let name = part("styles") { try parse(name, stylesPart) }
        styles = stylesPart.cellStyles()
        colors = stylesPart.colors
        usualFont = stylesPart.usualFont
        differentialStyles = stylesPart.differentialStyles
        formats = styles.map { NumberFormat($0.numberFormat) }
        stringsPart = part("sharedStrings")
        entries = try workbook.sheets.enumerated().map { index, entry in
            let relation = relationships.first { $0.id == entry.relationship }
            var result = SheetEntry(name: entry.name, visibility: entry.visibility, part: nil, index: index)
            if let relation, !relation.type.hasSuffix("/worksheet") { return result }
            guard let relation, archive.has(relation.target) else {
                throw ReadingError.damaged(file, "缺少工作表“\(entry.name)”的内容")
            }
            result.part = relation.target
            return result
        }
        guard entries.contains(where: \.hasCells) else { throw ReadingError.damaged(file, "里面没有工作表") }
    }

    /// Reads the texts that cells name by number.
    ///
    /// - Parameters:
    ///   - threads: how many may work on it.
    ///   - pieceSize: bytes of the pieces that the part is cut into. The result is the same for any size.
    public func strings(threads: Int = 1, pieceSize: Int = SheetRows.usualPieceSize) throws -> StringTable {
        guard let stringsPart else { return StringTable() }
        return try StringTable.read(stringsPart, of: archive, threads: threads, pieceSize: pieceSize)
    }

    /// The rows of a sheet of cells.
    public func rows(of entry: SheetEntry) -> SheetRows {
        SheetRows(archive: archive, part: entry.part ?? "", sheet: entry.name)
    }

    /// Unpacked bytes of a sheet's part, by which progress is told.
    public func size(of entry: SheetEntry) -> Int { entry.part.flatMap { archive.size(of: $0) } ?? 0 }
}
