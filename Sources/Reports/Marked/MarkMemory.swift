import Assessment
import Foundation
import Spreadsheet

/// What a marked copy remembers of the workbook before, on a sheet that is not shown: a row for each cell that was marked, with a cell
/// that has the style it had, and a row for each finding.
struct MarkMemory {
    /// Name of the sheet.
    static let sheetName = "核对记录"
    /// The hidden name by which the sheet is known.
    static let marker = "_自评表核对记录"
    private static let sign = "自评表核对记录 1"
    /// Rows of cells begin here, rows of findings too, further right.
    private static let firstRow = 2

    /// Columns of a row for a cell, then of one for a finding.
    private enum Column: Int {
        case sheet, cell, existed, style, anchor, number = 6, rule, place
    }

    private let record: Sheet
    private let result: String?

    /// What is remembered in a workbook; nil when it is no marked copy.
    init?(_ workbook: Workbook) {
        func sheet(_ marker: String) -> String? {
            workbook.names.first { $0.name == marker }.flatMap { Self.sheetName(in: $0.formula) }
        }
        let name = sheet(Self.marker)
        let isRecord = { (sheet: Sheet) in sheet[0, 0]?.value == .text(Self.sign) }
        guard
            let record = workbook.sheets.first(where: { $0.name == name && isRecord($0) })
                ?? workbook.sheets.first(where: isRecord)
        else { return nil }
        self.record = record
        let listed = sheet(ResultSheet.marker) ?? ResultSheet.name
        result = workbook.sheets.first { $0.name == listed && ResultSheet.isOne($0) }?.name
    }

    /// The sheet that remembers.
    static func sheet(named name: String, marks: [Marking.Mark], findings: [Finding], active: Int) -> Sheet {
        var sheet = Sheet(name: name)
        sheet.visibility = .veryHidden
        sheet[0, 0] = Cell(text: sign)
        sheet[0, 1] = Cell(text: String(active))
        sheet[1, 0] = Cell(text: "本表由程序使用，用来去掉核对标记，请不要改动")
        func put(_ text: String, _ row: Int, _ column: Column, style: Int = 0) {
            sheet[firstRow + row, column.rawValue] = Cell(text: text, style: style)
        }
        for (row, mark) in marks.enumerated() {
            put(mark.sheet, row, .sheet)
            put(mark.cell.description, row, .cell)
            put(mark.existed ? "1" : "0", row, .existed)
            put("", row, .style, style: mark.style)
            put((mark.anchor ?? []).map { String($0) }.joined(separator: ","), row, .anchor)
        }
        for (row, finding) in findings.enumerated() {
            put(String(row + 1), row, .number)
            put(finding.rule, row, .rule)
            put(key(finding), row, .place)
        }
        return sheet
    }

    /// By what a finding is known again: its place, or where it has none, what it is about.
    static func key(_ finding: Finding) -> String {
        (finding.source.sheet ?? "") + "!" + (finding.source.cell?.description ?? finding.subject)
    }

    /// What the person wrote under 说明, by rule and place.
    func explanations(in workbook: Workbook) -> [String: String] {
        guard let list = workbook.sheets.first(where: { $0.name == result }) else { return [:] }
        let texts = ResultSheet.explanations(in: list)
        var found: [String: String] = [:]
        for row in Self.firstRow..<(Self.firstRow + record.cells.count) {
            let number = text(row, .number)
            if number.isEmpty { break }
            if let written = texts[number] { found[text(row, .rule) + " " + text(row, .place)] = written }
        }
        return found
    }

    private func text(_ row: Int, _ column: Column) -> String {
        guard let value = record[row, column.rawValue]?.value else { return "" }
        switch value {
        case .text(let text): return text
        // A program that saved the copy may have made numbers of them.
        case .number(let number): return "\(number)"
        default: return ""
        }
    }

    /// Takes the marks away.
    func restore(_ workbook: inout Workbook) {
        let active = record[0, 1].flatMap { Int($0.shown) }
        workbook.sheets.removeAll { $0.name == record.name || $0.name == result }
        workbook.names.removeAll { $0.name == Self.marker || $0.name == ResultSheet.marker }
        workbook.activeSheet = active.flatMap { workbook.sheets.indices.contains($0) ? $0 : nil }
        var anchors: [Int: [CellReference: [Int]]] = [:]
        for row in Self.firstRow..<(Self.firstRow + record.cells.count) {
            guard let cell = CellReference(text(row, .cell)) else { break }
            guard let sheet = workbook.sheets.firstIndex(where: { $0.name == text(row, .sheet) }) else { continue }
            let style = record[row, Column.style.rawValue]?.style ?? 0
            restore(cell, sheet: sheet, style: style, existed: text(row, .existed) == "1", in: &workbook)
            let anchor = text(row, .anchor).split(separator: ",").compactMap { Int($0) }
            if anchor.count == 8 { anchors[sheet, default: [:]][cell] = anchor }
        }
        for index in workbook.sheets.indices {
            let found = workbook.sheets[index].removeCommentMarks(anchors: anchors[index] ?? [:])
            clearMovedMarks(found, sheet: index, in: &workbook)
            clearMovedGrey(sheet: index, in: &workbook)
        }
    }

    /// Cells that were not understood and were moved have no comment of their own; nobody else makes cells so grey.
    private func clearMovedGrey(sheet index: Int, in workbook: inout Workbook) {
        let grey = Set(workbook.styles.indices.filter { workbook.styles[$0].fill == MarkColors.unread })
        guard !grey.isEmpty else { return }
        for (place, cell) in workbook.sheets[index].cells where grey.contains(cell.style) {
            var (cell, style) = (cell, workbook.styles[cell.style])
            style.fill = nil
            cell.style = workbook.index(of: style)
            workbook.sheets[index][place] = cell
        }
    }

    private func restore(
        _ place: CellReference, sheet: Int, style: Int, existed: Bool, in workbook: inout Workbook
    ) {
        guard var cell = workbook.sheets[sheet][place], workbook.styles.indices.contains(cell.style) else { return }
        var now = workbook.styles[cell.style]
        // A background that the person chose meanwhile stays.
        guard MarkColors.isMark(now.fill) else { return }
        if !existed, cell.value == .empty, cell.formula == nil {
            workbook.sheets[sheet][place] = nil
            return
        }
        let before = workbook.styles.indices.contains(style) ? workbook.styles[style] : CellStyle()
        now.fill = before.fill
        now.pattern = before.pattern
        // The style it had, where nothing else was changed: no other number for the same look.
        cell.style = now == before ? style : workbook.index(of: now)
        workbook.sheets[sheet][place] = cell
    }

    /// Cells that the person moved with their marks: the comment tells, what background they had is not known.
    private func clearMovedMarks(_ places: [CellReference], sheet index: Int, in workbook: inout Workbook) {
        for place in places {
            guard var cell = workbook.sheets[index][place], workbook.styles.indices.contains(cell.style),
                MarkColors.isMark(workbook.styles[cell.style].fill)
            else { continue }
            var style = workbook.styles[cell.style]
            style.fill = nil
            cell.style = workbook.index(of: style)
            workbook.sheets[index][place] = cell
        }
    }

    /// The sheet that a name's formula begins with.
    private static func sheetName(in formula: String) -> String? {
        guard let mark = formula.lastIndex(of: "!") else { return nil }
        var name = String(formula[..<mark])
        if name.hasPrefix("'"), name.hasSuffix("'"), name.count >= 2 { name = String(name.dropFirst().dropLast()) }
        return name.replacing("''", with: "'")
    }
}
