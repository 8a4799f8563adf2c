import Foundation
import Spreadsheet

/// Loads the sheets of a workbook of Excel 5–2003 as values.
struct XLSReader {
    let file: XLSFile
    let options: ReadingOptions

    func read() throws -> Workbook {
        var result = Workbook(fileName: file.name, sheets: [], styles: file.styles)
        // A look at what a file holds needs no more than values.
        let isWhole = options.rowLimit == nil
        let texts = try file.sharedTexts(keepsRuns: isWhole)
        var loaded = texts.runs.count
        var positions: [Int] = []
        let names = file.globals.links.workbookNames(file.formulas)
        for entry in file.entries {
            if let kind = entry.otherKind {
                result.readingNotes.append("跳过了“\(entry.name)”：它是\(kind)，不是工作表")
                result.losses.append(WorkbookLoss(what: kind == "图表" ? "图表工作表" : kind, sheet: entry.name))
                continue
            }
            let reader = try file.loaded(
                entry, strings: texts.table, runs: texts.runs, rowLimit: options.rowLimit, loadedBefore: loaded)
            var sheet = reader.sheet
            loaded = reader.loaded
            sheet.page.printAreas = names.printAreas(ofSheet: entry.index)
            sheet.page.titleRows = names.titleRows(ofSheet: entry.index)
            sheet.page.titleColumns = names.titleColumns(ofSheet: entry.index)
            sheet.names = names.others(ofSheet: entry.index)
            if reader.hasFilter,
                let filter = names.all.first(where: {
                    $0.sheet == entry.index && $0.name.name == "_xlnm._FilterDatabase"
                }),
                let range = CellRange(WorkbookNames.local(filter.name.formula))
            {
                sheet.filter = MarkupElement("autoFilter", [.init("ref", "\(range)")])
            }
            if isWhole { result.losses += reader.losses }
            result.sheets.append(sheet)
            positions.append(entry.index)
        }
        result.readingNotes = file.notes + result.readingNotes
        guard isWhole else { return result }
        result.uses1904 = file.uses1904
        if let about = file.about, let bytes = try? about.all() { result.properties.core = XLSProperties.core(bytes) }
        result.usualFont = file.globals.styles.usualFont
        result.names = names.others(ofSheet: nil)
        result.activeSheet = positions.firstIndex(of: file.globals.activeTab)
        if file.globals.protectsStructure || file.globals.protectsWindows {
            var element = MarkupElement("workbookProtection")
            if file.globals.passwordHash != 0 {
                let text = String(file.globals.passwordHash, radix: 16, uppercase: true)
                element[attribute: "workbookPassword"] = String(repeating: "0", count: 4 - text.count) + text
            }
            if file.globals.protectsStructure { element[attribute: "lockStructure"] = "1" }
            if file.globals.protectsWindows { element[attribute: "lockWindows"] = "1" }
            result.protection = element
        }
        if file.globals.hasMacros { result.losses.append(WorkbookLoss(what: "宏（VBA 程序）")) }
        if file.globals.links.hasOtherBooks { result.losses.append(WorkbookLoss(what: "对其他工作簿的引用")) }
        return result
    }
}

extension XLSFile {
    /// Puts formulas into words.
    var formulas: FormulaText {
        FormulaText(
            links: globals.links, sheets: entries.map(\.name), isOld: globals.isOld, pages: globals.pages)
    }

    /// Loads one sheet as values.
    ///
    /// - Parameter loadedBefore: How many cells and merges of other sheets are in memory.
    package func sheet(_ entry: SheetEntry, strings: StringTable, loadedBefore: Int = 0) throws -> Sheet {
        try loaded(entry, strings: strings, runs: [:], rowLimit: nil, loadedBefore: loadedBefore).sheet
    }

    func loaded(
        _ entry: SheetEntry, strings: StringTable, runs: [Int: [SharedTexts.Run]], rowLimit: Int?, loadedBefore: Int
    ) throws -> XLSSheetReader {
        let reader = XLSSheetReader(
            file: self, entry: entry, strings: strings, runs: runs, rowLimit: rowLimit, loadedBefore: loadedBefore)
        try withExtendedLifetime(reader) {
            try rows(of: entry).parse(
                sink: reader.sink, observer: reader,
                error: { _ in reader.failure ?? ReadingError.damaged(name, "内部错误", sheet: entry.name) })
        }
        if let failure = reader.failure { throw failure }
        try reader.finish()
        return reader
    }

    /// A text with the fonts of its parts; nil where all of it looks like its cell.
    func richText(_ text: String, _ runs: [SharedTexts.Run]) -> RichText? {
        let units = Array(text.utf16)
        let places = runs.filter { $0.start < units.count }
        guard !places.isEmpty, zip(places, places.dropFirst()).allSatisfy({ $0.start < $1.start }) else { return nil }
        var result: [RichText.Run] = []
        if places[0].start > 0 {
            result.append(RichText.Run(String(decoding: units[..<places[0].start], as: UTF16.self)))
        }
        for (index, run) in places.enumerated() {
            let end = index + 1 < places.count ? places[index + 1].start : units.count
            result.append(
                RichText.Run(
                    String(decoding: units[run.start..<end], as: UTF16.self),
                    properties: globals.styles.font(run.font).map(Self.properties)))
        }
        let rich = RichText(result)
        return rich.text == text ? rich : nil
    }

    /// A font as the properties of a part of a text.
    private static func properties(_ font: CellFont) -> MarkupElement {
        var element = MarkupElement("rPr")
        func say(_ name: String, _ value: String? = nil, as attribute: String = "val") {
            element.children.append(MarkupElement(name, value.map { [.init(attribute, $0)] } ?? []))
        }
        if font.bold { say("b") }
        if font.italic { say("i") }
        if font.strike { say("strike") }
        if font.outline { say("outline") }
        if font.shadow { say("shadow") }
        if font.underlining == .single { say("u") } else if font.underline { say("u", font.underlining.rawValue) }
        if font.script != .baseline { say("vertAlign", font.script.rawValue) }
        say("sz", font.size == font.size.rounded() ? "\(Int(font.size))" : "\(font.size)")
        if let color = font.color { say("color", "FF" + color, as: "rgb") }
        say("rFont", font.name)
        if let family = font.substitution?.family { say("family", "\(family)") }
        if let charset = font.substitution?.charset { say("charset", "\(charset)") }
        return element
    }
}
