import Foundation
import Spreadsheet

/// One sheet of Excel 5–2003 as a value: its cells from its rows, all else from the other records.
final class XLSSheetReader: RecordObserver {
    private(set) var sheet: Sheet
    private(set) var failure: ToolError?
    /// What of it is lost.
    private(set) var losses: [WorkbookLoss] = []
    /// There is a filter.
    private(set) var hasFilter = false
    /// What is in memory besides cells and merges.
    private var others = 0

    private let file: XLSFile
    private let decoder: CellDecoder
    private let formulas: FormulaText
    private let runs: [Int: [SharedTexts.Run]]
    private var looks: [Int: RichText] = [:]
    private let rowLimit: Int
    private let loadedBefore: Int
    private var lastRow = -1
    private var lastColumn = -1

    private var layout: XLSSheetLayout
    private var view = XLSSheetView()
    private var page: XLSPage
    private var comments: XLSComments

    /// Formulas by their cells; those of arrays and shared ones come when all is read.
    private var formulaTexts: [CellReference: String] = [:]
    private var pointers: [(place: CellReference, master: CellReference)] = []
    private var shared: [CellReference: [UInt8]] = [:]
    private var unknownFormulas: (count: Int, first: CellReference?) = (0, nil)
    private var lastFormula: CellReference?

    init(
        file: XLSFile, entry: XLSFile.SheetEntry, strings: StringTable, runs: [Int: [SharedTexts.Run]],
        rowLimit: Int?, loadedBefore: Int
    ) {
        self.file = file
        self.runs = runs
        self.rowLimit = rowLimit ?? .max
        self.loadedBefore = loadedBefore
        decoder = file.decoder(entry, strings)
        formulas = file.formulas
        layout = XLSSheetLayout(file: file)
        page = XLSPage(file: file)
        comments = XLSComments(file: file)
        sheet = Sheet(name: entry.name)
        sheet.visibility = entry.visibility
        sheet.fillsMerges = false
        sheet.page.saysMargins = false
    }

    /// What is in memory, this sheet included.
    var loaded: Int {
        loadedBefore + sheet.cells.count + sheet.merges.count + sheet.rows.count + comments.count + others
    }

    private func checkLoaded() {
        guard let broken = file.limits.isBroken(byLoaded: loaded), failure == nil else { return }
        failure = ReadingError.limit(file.name, broken, file.limits, sheet: sheet.name)
    }

    /// Takes the rows; valid as long as this object.
    var sink: RowSink {
        RowSink(context: Unmanaged.passUnretained(self).toOpaque()) { context, row in
            guard let context else { return 1 }
            let reader = Unmanaged<XLSSheetReader>.fromOpaque(context).takeUnretainedValue()
            reader.take(row.assumingMemoryBound(to: RawRow.self).pointee)
            return reader.failure == nil ? 0 : 1
        }
    }

    private func take(_ row: RawRow) {
        for index in 0..<Int(row.count) {
            let raw = row.cells[index]
            let place = CellReference(row: Int(raw.row), column: Int(raw.column))
            if place.row >= rowLimit {
                if raw.count > 0 { count(place) }
                continue
            }
            var cell: Cell
            do throws(ToolError) {
                cell = try decoder.cell(raw, row.text(of: raw))
            } catch {
                failure = error
                return
            }
            cell.lacksCachedValue = raw.hasFormula && raw.count == 0 && (raw.kind != .text || !raw.hasValue)
            if raw.kind == .shared, !runs.isEmpty { takeLook(of: cell, at: place, row.text(of: raw)) }
            // An address may come twice: what is empty doesn't wipe out what isn't.
            if cell.value != .empty || raw.hasFormula || sheet[place] == nil { sheet[place] = cell }
            if cell.value != .empty { count(place) }
        }
        checkLoaded()
    }

    private func count(_ place: CellReference) {
        lastRow = max(lastRow, place.row)
        lastColumn = max(lastColumn, place.column)
    }

    /// The look of a shared text, made once for all cells that show it.
    private func takeLook(of cell: Cell, at place: CellReference, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard let index = Int(String(decoding: bytes, as: UTF8.self)), let found = runs[index],
            case .text(let text) = cell.value
        else { return }
        let known = looks[index]
        guard let rich = known ?? file.richText(text, found) else { return }
        if known == nil {
            looks[index] = rich
            others += rich.runs.count * 4
        }
        sheet.richTexts[place] = rich
    }

    // MARK: Other records

    func take(_ reader: RecordReader) throws {
        let record = reader.record
        switch reader.kind {
        case RecordKind.merges:
            sheet.merges += XLSSheetLayout.merges(record)
        case RecordKind.row:
            if record.half(0) < rowLimit { layout.take(reader.kind, record, &sheet) }
        case RecordKind.sharedFormula:
            keepMaster(record, tokensAt: 8)
        case RecordKind.array:
            keepMaster(record, tokensAt: 12)
            let range = Self.range(record)
            if range.first.row < rowLimit { sheet.arrayFormulas[range.first] = range }
        case RecordKind.hyperlink:
            if let link = XLSHyperlink.link(record, pages: file.globals.pages) {
                sheet.hyperlinks.append(link)
                others += 1
            }
        case RecordKind.tooltip:
            let (range, text) = XLSHyperlink.tooltip(record)
            // It stands right behind its link.
            if let last = sheet.hyperlinks.indices.last, sheet.hyperlinks[last].range == range {
                sheet.hyperlinks[last].tooltip = text
            }
        case RecordKind.validation:
            if let check = XLSValidation.check(record, formulas) {
                sheet.validations.append(check)
                others += check.ranges.count + 1
            } else {
                comments.lose("数据有效性（有一条没有读懂）")
            }
        // The name of what is filtered stays when the filter is gone; this record does not.
        case RecordKind.filterInfo: hasFilter = true
        case RecordKind.conditionalFormats: comments.lose("条件格式")
        case RecordKind.pivot: comments.lose("数据透视表")
        case 0x009E: comments.lose("筛选条件")
        case RecordKind.object, RecordKind.textObject, RecordKind.note: try comments.take(reader)
        default:
            layout.take(reader.kind, record, &sheet)
            view.take(reader.kind, record, &sheet)
            page.take(reader.kind, record, &sheet.page)
        }
        checkLoaded()
        if let failure { throw failure }
    }

    // MARK: Formulas

    private static func range(_ record: RecordBytes) -> CellRange {
        CellRange(
            CellReference(row: record.half(0), column: record.byte(4)),
            CellReference(row: record.half(2), column: record.byte(5)))
    }

    private func keepMaster(_ record: RecordBytes, tokensAt place: Int) {
        guard let lastFormula else { return }
        let tokens = record.part(place).copy
        shared[lastFormula] = tokens
        shared[Self.range(record).first] = tokens
        others += tokens.count / 64
    }

    func formula(row: Int, column: Int, _ tokens: RecordBytes) {
        let place = CellReference(row: row, column: column)
        lastFormula = place
        guard row < rowLimit else { return }
        if let master = FormulaText.master(tokens) {
            // An array's formula stands in its first cell alone.
            pointers.append((place, master))
            return
        }
        keep(formulas.text(tokens.part(2).copy, length: tokens.half(0), row: row, column: column), at: place)
    }

    private func keep(_ text: String?, at place: CellReference) {
        guard let text else {
            unknownFormulas.count += 1
            if unknownFormulas.first == nil { unknownFormulas.first = place }
            return
        }
        formulaTexts[place] = text
        others += text.utf8.count / 64
    }

    /// Everything was read.
    func finish() throws {
        for (place, master) in pointers {
            if let range = arrayRange(from: master), range.first != place { continue }
            let tokens = shared[master] ?? []
            let bytes = Array(tokens.dropFirst(2))
            let length = tokens.count >= 2 ? Int(tokens[0]) | Int(tokens[1]) << 8 : 0
            keep(formulas.text(bytes, length: length, row: place.row, column: place.column), at: place)
            checkLoaded()
            if let failure { throw failure }
        }
        for (place, text) in formulaTexts { sheet.cells[place]?.formula = text }
        sheet.arrayFormulas = sheet.arrayFormulas.filter { formulaTexts[$0.key] != nil }
        layout.finish(&sheet)
        page.finish(&sheet.page)
        sheet.protection = layout.protection
        sheet.comments = comments.comments
        sheet.extent = lastRow < 0 ? nil : CellReference(row: lastRow, column: lastColumn)
        losses = comments.losses.map { WorkbookLoss(what: $0, sheet: sheet.name) }
        if unknownFormulas.count > 0 {
            losses.append(
                WorkbookLoss(
                    what: "\(unknownFormulas.count) 个公式（只保留了计算结果）", sheet: sheet.name, cell: unknownFormulas.first))
        }
    }

    private func arrayRange(from master: CellReference) -> CellRange? { sheet.arrayFormulas[master] }
}
