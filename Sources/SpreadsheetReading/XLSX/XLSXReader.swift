import Foundation
import Spreadsheet

/// Reads a workbook of Office Open XML, transitional or strict.
struct XLSXReader {
    private let package: Package
    private let file: String

    init(archive: ZipArchive, file: String) {
        package = Package(archive: archive, file: file)
        self.file = file
    }

    func read() throws -> Workbook {
        let main = try package.workbookPart()
        let workbook = WorkbookPart()
        try parse(main, workbook)
        let relationships = try package.relationships(of: main)
        func part(_ kind: String) -> String? {
            relationships.first { $0.type.hasSuffix("/" + kind) && package.archive.has($0.target) }?.target
        }
        let theme = ThemePart()
        // A theme or style that can't be read costs colours, not figures; but a damaged file is still said to be one.
        if let name = part("theme") { try parse(name, theme) }
        let styles = StylesPart(theme: theme)
        if let name = part("styles") { try parse(name, styles) }
        let strings = SharedStrings()
        if let name = part("sharedStrings") { try parse(name, strings) }
        var result = Workbook(fileName: file, sheets: [], styles: styles.cellStyles())
        let formats = result.styles.map { NumberFormat($0.numberFormat) }
        for (index, entry) in workbook.sheets.enumerated() {
            let relation = relationships.first { $0.id == entry.relationship }
            if let relation, !relation.type.hasSuffix("/worksheet") {
                result.readingNotes.append("跳过了“\(entry.name)”：它是图表，不是工作表")
                continue
            }
            guard let relation, package.archive.has(relation.target) else {
                throw ReadingError.damaged(file, "缺少工作表“\(entry.name)”的内容")
            }
            var blank = Sheet(name: entry.name)
            blank.visibility = entry.visibility
            let context = SheetContext(
                file: file, strings: strings.texts, styles: result.styles, formats: formats,
                uses1904: workbook.uses1904)
            let handler = SheetPart(blank, context: context)
            try parse(relation.target, handler)
            var sheet = handler.sheet
            sheet.page.printArea = workbook.printArea(ofSheet: index)
            sheet.page.titleRows = workbook.titleRows(ofSheet: index)
            result.sheets.append(sheet)
        }
        guard !result.sheets.isEmpty else { throw ReadingError.damaged(file, "里面没有工作表") }
        return result
    }

    private func parse(_ name: String, _ handler: any XMLHandler) throws {
        guard let content = try package.archive.part(name) else {
            throw ReadingError.damaged(file, "缺少“\(name)”")
        }
        try XMLPart.parse(content, handler: handler, file: file, name: name)
    }
}
