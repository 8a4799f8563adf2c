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
        func content(_ name: String) throws -> [UInt8] {
            guard let content = try archive.part(name) else { throw ReadingError.damaged(file, "缺少“\(name)”") }
            return content
        }
        func parse(_ name: String, _ content: [UInt8], _ handler: any XMLHandler) throws {
            try XMLPart.parse(content, handler: handler, file: file, name: name, limits: archive.limits)
        }
        let main = try package.workbookPart()
        mainPart = main
        workbook = WorkbookPart()
        try parse(main, content(main), workbook)
        uses1904 = workbook.uses1904
        let relationships = try package.relationships(of: main)
        func part(_ kind: String) -> String? {
            relationships.first { $0.type.hasSuffix("/" + kind) && archive.has($0.target) }?.target
        }
        // A theme or style that can't be read costs colours, not figures; but a damaged file is still said to be one.
        themePart = part("theme")
        var theme = ThemePart()
        if let themePart {
            let content = try content(themePart)
            if let colors = ThemeCache.colors(of: content) {
                theme = ThemePart(colors: colors)
            } else {
                try parse(themePart, content, theme)
                ThemeCache.keep(theme.colors, of: content)
            }
        }
        let palette = PalettePart()
        let styled = try part("styles").map { (name: $0, content: try content($0)) }
        // Few files number colours of their own. What is in UTF-16 is looked through.
        if let styled, Self.mayNumberColors(styled.content) {
            try parse(styled.name, styled.content, palette)
        }
        let stylesPart = StylesPart(
            theme: theme, palette: palette.colors, file: file, limits: archive.limits)
        if let styled { try parse(styled.name, styled.content, stylesPart) }
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

    /// Whether a part may number colours of its own (`indexedColors`): one in UTF-16 is not searched.
    private static func mayNumberColors(_ content: [UInt8]) -> Bool {
        let word = Array("indexed".utf8)
        return content.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, memchr(start, 0, bytes.count) == nil else { return !bytes.isEmpty }
            var next = 0
            // Capital letters are rare in styles.
            while next < bytes.count, let found = memchr(start + next, 0x43, bytes.count - next) {
                let place = UnsafeRawPointer(found) - start
                if place >= word.count, memcmp(start + place - word.count, word, word.count) == 0 { return true }
                next = place + 1
            }
            return false
        }
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
