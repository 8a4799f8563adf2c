import Spreadsheet

/// Default sizes, columns, rows, merges, the tab and the protection of a sheet of Excel 5–2003.
struct XLSSheetLayout {
    /// Columns of the older, smaller sheet.
    static let columns = 256
    /// Column records that are looked at: more than there are columns can't mean anything.
    private static let mostColumnRecords = 1024

    let file: XLSFile
    private var columnRecords = 0
    private var isProtected = false
    private var passwordHash = 0
    private var protectsObjects = false
    private var protectsScenarios = false
    /// What may be done all the same, bit by bit; nil where nothing is said.
    private var allowed: Int?

    init(file: XLSFile) { self.file = file }

    /// Merged ranges of a record.
    static func merges(_ record: RecordBytes) -> [CellRange] {
        (0..<min(record.half(0), max(0, record.count - 2) / 8)).compactMap { index in
            let range = range(record, 2 + index * 8)
            return range.first == range.last ? nil : range
        }
    }

    /// A range of four halves: rows, then columns.
    static func range(_ record: RecordBytes, _ at: Int) -> CellRange {
        CellRange(
            CellReference(row: record.half(at), column: min(record.half(at + 4), CellReference.maximumColumns - 1)),
            CellReference(row: record.half(at + 2), column: min(record.half(at + 6), CellReference.maximumColumns - 1)))
    }

    private func style(_ number: Int) -> Int? {
        let place = file.stylePlaces.indices.contains(number) ? file.stylePlaces[number] : 0
        return place == 0 ? nil : place
    }

    /// Takes a record, if it is one of these.
    mutating func take(_ kind: Int, _ record: RecordBytes, _ sheet: inout Sheet) {
        switch kind {
        case RecordKind.defaultHeight:
            sheet.defaultRowHeight = Double(record.half(2) & 0x7FFF) / 20
            sheet.hasSetDefaultHeight = record.half(0) & 1 != 0
            if record.half(0) & 2 != 0 { sheet.formatOptions.append(.init("zeroHeight", "1")) }
        case RecordKind.defaultColumnWidth:
            let count = min(record.half(0), 255)
            guard count != 8, sheet.defaultColumnWidth == 8.43 else { return }
            sheet.defaultColumnWidth = Double(count) + 0.43
            sheet.formatOptions.append(.init("baseColWidth", "\(count)"))
        case RecordKind.standardWidth: sheet.defaultColumnWidth = Self.width(record.half(0))
        case RecordKind.columnInfo: columns(record, &sheet)
        case RecordKind.row: row(record, &sheet)
        case RecordKind.sheetOptions:
            if record.half(0) & 0x40 == 0 { sheet.outline.append(.init("summaryBelow", "0")) }
            if record.half(0) & 0x80 == 0 { sheet.outline.append(.init("summaryRight", "0")) }
        case RecordKind.sheetExtension: sheet.tabColor = file.globals.styles.color(record.word(16) & 0x7F)
        case RecordKind.protect: isProtected = record.half(0) != 0
        case RecordKind.password: passwordHash = record.half(0)
        case RecordKind.objectProtect: protectsObjects = record.half(0) != 0
        case RecordKind.scenarioProtect: protectsScenarios = record.half(0) != 0
        // Newer versions say besides what a protected sheet still allows.
        case 0x0867: if record.half(12) == 2, record.count >= 23 { allowed = record.word(19) }
        default: break
        }
    }

    private static func width(_ raw: Int) -> Double { min(Double(raw) / 256, ColumnLayout.widest) }

    private mutating func columns(_ record: RecordBytes, _ sheet: inout Sheet) {
        let first = record.half(0)
        let last = min(record.half(2), Self.columns - 1)
        columnRecords += 1
        guard first <= last, columnRecords <= Self.mostColumnRecords else { return }
        let flags = record.half(8)
        var layout = ColumnLayout(
            width: Self.width(record.half(4)), hidden: flags & 1 != 0, style: style(record.half(6)))
        layout.isAutomatic = flags & 2 == 0
        layout.outlineLevel = flags >> 8 & 7
        layout.isCollapsed = flags & 0x1000 != 0
        for column in first...last { sheet.columns[column] = layout }
    }

    /// Columns to the right of everything that are alike up to the sheet's edge are one layout, up to the edge of the larger sheet.
    func finish(_ sheet: inout Sheet) {
        let last = Self.columns - 1
        guard let layout = sheet.columns[last] else { return }
        let used = max(
            sheet.cells.keys.map(\.column).max() ?? -1, sheet.merges.map(\.last.column).max() ?? -1)
        var first = last
        while first - 1 > used, sheet.columns[first - 1] == layout { first -= 1 }
        guard first > used, first < last else { return }
        for column in first...last { sheet.columns[column] = nil }
        sheet.wideColumns.append(WideColumns(columns: first...(CellReference.maximumColumns - 1), layout: layout))
    }

    private func row(_ record: RecordBytes, _ sheet: inout Sheet) {
        let flags = record.half(12)
        let more = record.half(14)
        let isSet = flags & 0x40 != 0
        let points = min(Double(record.half(6) & 0x7FFF) / 20, RowLayout.highest)
        // Every row with cells has a record; a height that is the default says nothing.
        let says = record.half(6) & 0x8000 == 0 && (isSet || points != sheet.defaultRowHeight)
        var layout = RowLayout(
            height: says ? points : nil, hidden: flags & 0x20 != 0, isAutomatic: says && !isSet,
            style: flags & 0x80 != 0 ? style(more & 0xFFF) : nil)
        layout.outlineLevel = flags & 7
        layout.isCollapsed = flags & 0x10 != 0
        if more & 0x1000 != 0 { layout.options.append(.init("thickTop", "1")) }
        if more & 0x2000 != 0 { layout.options.append(.init("thickBot", "1")) }
        if layout != RowLayout() { sheet.rows[record.half(0)] = layout }
    }

    /// Names of what may be allowed, by bits.
    private static let permissions = [
        "objects", "scenarios", "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows",
        "insertHyperlinks", "deleteColumns", "deleteRows", "selectLockedCells", "sort", "autoFilter", "pivotTables",
        "selectUnlockedCells",
    ]

    /// The protection as XLSX has it; nil where there is none.
    var protection: MarkupElement? {
        guard isProtected else { return nil }
        var element = MarkupElement("sheetProtection")
        if passwordHash != 0 {
            let text = String(passwordHash, radix: 16, uppercase: true)
            element[attribute: "password"] = String(repeating: "0", count: 4 - text.count) + text
        }
        element[attribute: "sheet"] = "1"
        if protectsObjects { element[attribute: "objects"] = "1" }
        if protectsScenarios { element[attribute: "scenarios"] = "1" }
        if let allowed {
            for (bit, name) in Self.permissions.enumerated().dropFirst(2) {
                let isAllowed = allowed >> bit & 1 != 0
                // Selecting is allowed unless it is forbidden; all else the other way round.
                if name.hasPrefix("select") {
                    if !isAllowed { element[attribute: name] = "1" }
                } else if isAllowed {
                    element[attribute: name] = "0"
                }
            }
        }
        return element
    }
}
