import Spreadsheet

/// Builds the sheets of an XML workbook from the events of its parser.
final class SpreadsheetMLHandler: SpreadsheetMLEvents {
    private(set) var sheets: [Sheet] = []
    /// The workbook's styles.
    let styles = MarkupStyles()
    /// Cells whose formula was left out, and those of them that hold no value.
    private(set) var formulas = (all: 0, withoutValue: 0)
    private(set) var failure: ToolError?

    private let file: String
    private let limits: ReadingLimits
    private var declaredStyles: SpreadsheetMLStyles
    private var table: SpreadsheetMLTable?
    private var uses1904 = false
    private var hasRoot = false
    /// Cells that are kept, and merges, of the sheets that are whole; and cells of the one that isn't.
    private var loaded = 0
    private var cellCount = 0
    /// How deep the parser is in something that is passed over whole.
    private var ignoring = 0
    private var collecting = Collecting.nothing
    private var content: [UInt8] = []
    private var type: String?
    private var style: Int?
    private var hasData = false
    private var hasFormula = false

    private enum Collecting { case nothing, data, visibility }

    init(file: String, limits: ReadingLimits) {
        self.file = file
        self.limits = limits
        declaredStyles = SpreadsheetMLStyles(styles: styles)
    }

    func start(_ name: SpreadsheetMLName, _ attributes: SpreadsheetMLAttributes) {
        if ignoring > 0 {
            ignoring += 1
            return
        }
        if !hasRoot {
            hasRoot = true
            if name.space != .spreadsheet || name.local != "Workbook" {
                failure = ReadingError.format(file, "是 XML 文件，不是表格", advice: FormatDetection.saveAsXLSX)
            }
            return
        }
        switch name.space {
        case .spreadsheet: startOwn(name.local, attributes)
        case .excel:
            switch name.local {
            case "Date1904": uses1904 = true
            case "Visible" where table != nil: collect(.visibility)
            case "PhoneticText": ignoring = 1
            default: break
            }
        case .html: if collecting == .data, name.local.lowercased() == "br" { content.append(10) }
        case .other: break
        }
    }

    private func startOwn(_ name: String, _ attributes: SpreadsheetMLAttributes) {
        switch name {
        case "Style": declaredStyles.begin(attributes["ID"], parent: attributes["Parent"])
        case "NumberFormat": declaredStyles.setFormat(attributes["Format"])
        case "Worksheet":
            guard sheets.count < MarkupLimits.sheets else {
                failure = ReadingError.beyondLimit(file, "的工作表超过 \(MarkupLimits.sheets) 张")
                return
            }
            table = SpreadsheetMLTable(
                Sheet(name: attributes["Name"] ?? "Sheet\(sheets.count + 1)"), file: file, limits: limits)
        case "Table": table?.startTable(attributes, style: styleIndex(attributes))
        case "Column": table?.column(attributes, style: styleIndex(attributes))
        case "Row": table?.startRow(attributes, style: styleIndex(attributes))
        case "Cell":
            style = table?.startCell(attributes, style: styleIndex(attributes))
            hasData = false
            hasFormula = attributes["Formula"] != nil
            type = nil
            content = []
        case "Data" where style != nil && !hasData:
            type = attributes["Type"]
            hasData = true
            collect(.data)
        case "Comment", "PhoneticText": ignoring = 1
        default: break
        }
        if let wrong = table?.failure { failure = wrong }
    }

    func end(_ name: SpreadsheetMLName) {
        if ignoring > 0 {
            ignoring -= 1
            return
        }
        switch (name.space, name.local) {
        case (.spreadsheet, "Styles"): declaredStyles.finish()
        case (.spreadsheet, "Data"): collecting = .nothing
        case (.spreadsheet, "Cell"): endCell()
        case (.spreadsheet, "Row"): table?.endRow()
        case (.spreadsheet, "Worksheet"):
            if let sheet = table?.finish() {
                loaded += cellCount + sheet.merges.count
                sheets.append(sheet)
            }
            cellCount = 0
            table = nil
        case (.excel, "Visible"):
            guard collecting == .visibility else { return }
            collecting = .nothing
            switch MarkupText.trimmed(String(decoding: content, as: UTF8.self)) {
            case "SheetHidden": table?.setVisibility(.hidden)
            case "SheetVeryHidden": table?.setVisibility(.veryHidden)
            default: break
            }
        default: break
        }
    }

    func text(_ piece: UnsafeRawBufferPointer) {
        guard ignoring == 0, collecting != .nothing else { return }
        content.append(contentsOf: piece)
    }

    private func collect(_ what: Collecting) {
        collecting = what
        content = []
    }

    private func styleIndex(_ attributes: SpreadsheetMLAttributes) -> Int? {
        attributes["StyleID"].map { declaredStyles.index(of: $0) }
    }

    private func endCell() {
        guard let index = style, let place = table?.place else { return }
        style = nil
        let text = MarkupText.withPlainLineEnds(String(decoding: content, as: UTF8.self))
        guard !MarkupText.isTooLong(text, limits[.text]) else {
            failure = ReadingError.limit(file, .text, limits, sheet: table?.sheet.name, cell: place)
            return
        }
        let cell = value(text, MarkupValue(style: index, format: styles.formats[index], uses1904: uses1904))
        if hasFormula {
            formulas.all += 1
            if cell.value == .empty { formulas.withoutValue += 1 }
        }
        if table?.endCell(cell) == true { cellCount += 1 }
        let count = loaded + cellCount + (table?.sheet.merges.count ?? 0)
        if let broken = limits.isBroken(byLoaded: count) { failure = ReadingError.limit(file, broken, limits) }
    }

    private func value(_ text: String, _ maker: MarkupValue) -> Cell {
        let plain = MarkupText.trimmed(text)
        switch type {
        case "Number", "DateTime", "Boolean", "Error":
            guard !plain.isEmpty else { return Cell(value: .empty, shown: "", style: maker.style) }
        default: return maker.text(text)
        }
        switch type {
        case "Number": return maker.number(plain) ?? maker.text(plain)
        case "DateTime": return maker.dateTime(plain) ?? maker.text(plain)
        case "Boolean": return maker.boolean(plain == "1" || plain.lowercased() == "true")
        default: return maker.error(plain)
        }
    }
}
