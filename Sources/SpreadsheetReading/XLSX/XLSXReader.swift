import Foundation
import Spreadsheet

/// Loads the sheets of a workbook as values, on top of its rows.
struct XLSXReader {
    let file: XLSXFile
    let options: ReadingOptions

    func read() throws -> Workbook {
        var result = Workbook(fileName: file.name, sheets: [], styles: file.styles)
        let strings = try file.strings()
        // A look at what a file holds needs no more than values.
        let isWhole = options.rowLimit == nil
        let package = Package(archive: file.archive, file: file.name)
        let attached = AttachedParts(package: package)
        let richTexts = isWhole ? looks(attached, &result) : [:]
        var loaded = 0
        var read: [XLSXFile.SheetEntry] = []
        for entry in file.entries {
            guard entry.hasCells else {
                result.readingNotes.append("跳过了“\(entry.name)”：它是图表，不是工作表")
                result.losses.append(WorkbookLoss(what: "图表工作表", sheet: entry.name))
                continue
            }
            let part = try file.part(
                entry, strings: strings, richTexts: richTexts, rowLimit: options.rowLimit, loadedBefore: loaded)
            var sheet = file.named(part, entry)
            loaded = part.loaded
            if isWhole {
                result.losses += SheetExtras(package: package, attached: attached)
                    .complete(&sheet, part: entry.part ?? "", features: part.features)
                result.losses += part.lostLooks.map {
                    WorkbookLoss(what: "一格之内不同的字体", sheet: entry.name, cell: $0)
                }
            }
            loaded += sheet.comments.count
            result.sheets.append(sheet)
            read.append(entry)
        }
        if isWhole {
            WorkbookExtras(file: file, package: package, attached: attached).complete(&result, entries: read)
        }
        return result
    }

    /// The looks of shared texts, where there are any.
    private func looks(_ attached: AttachedParts, _ workbook: inout Workbook) -> [Int: RichText] {
        guard let part = file.stringsPart, let size = file.archive.size(of: part) else { return [:] }
        guard size <= 1 << 26 else {
            workbook.losses.append(WorkbookLoss(what: "一格之内不同的字体"))
            return [:]
        }
        guard let content = attached.content(part), content.firstRange(of: Array("rPr".utf8)) != nil else { return [:] }
        let reader = RichStringsPart()
        return attached.parse(part, reader) ? reader.texts : [:]
    }
}

extension XLSXFile {
    /// Loads one sheet as values.
    ///
    /// - Parameters:
    ///   - rowLimit: Rows from this one on are counted and not kept; nil to keep all.
    ///   - loadedBefore: How many cells and merges of other sheets are in memory.
    package func sheet(
        _ entry: SheetEntry, strings: StringTable, rowLimit: Int? = nil, loadedBefore: Int = 0
    ) throws -> Sheet {
        named(
            try part(entry, strings: strings, richTexts: [:], rowLimit: rowLimit, loadedBefore: loadedBefore), entry)
    }

    /// Loads one sheet's own part.
    func part(
        _ entry: SheetEntry, strings: StringTable, richTexts: [Int: RichText], rowLimit: Int?, loadedBefore: Int
    ) throws -> SheetPart {
        var blank = Sheet(name: entry.name)
        blank.visibility = entry.visibility
        blank.fillsMerges = false
        blank.page.saysMargins = false
        let part = SheetPart(
            blank, decoder: decoder(entry, strings), colors: colors, richTexts: richTexts, rowLimit: rowLimit,
            limits: archive.limits, loadedBefore: loadedBefore)
        try withExtendedLifetime(part) {
            try rows(of: entry).parse(
                sink: part.sink, observer: part, keepsFormulas: true,
                error: { _ in part.failure ?? ReadingError.damaged(name, "内部错误", sheet: entry.name) })
        }
        // Merges stand behind the rows, where nothing stops the parser.
        if let failure = part.failure { throw failure }
        return part
    }

    /// A sheet with what the workbook's part says of it.
    func named(_ part: SheetPart, _ entry: SheetEntry) -> Sheet {
        var sheet = part.sheet
        sheet.extent = part.lastRow < 0 ? nil : CellReference(row: part.lastRow, column: part.lastColumn)
        sheet.page.printAreas = workbook.names.printAreas(ofSheet: entry.index)
        sheet.page.titleRows = workbook.names.titleRows(ofSheet: entry.index)
        sheet.page.titleColumns = workbook.names.titleColumns(ofSheet: entry.index)
        sheet.names = workbook.names.others(ofSheet: entry.index)
        return sheet
    }

    func decoder(_ entry: SheetEntry, _ strings: StringTable) -> CellDecoder {
        CellDecoder(file: name, sheet: entry.name, strings: strings, formats: formats, uses1904: uses1904)
    }
}
