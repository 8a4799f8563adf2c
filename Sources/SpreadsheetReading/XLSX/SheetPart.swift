import Foundation
import Spreadsheet

/// One sheet as a value: cells and merges from its rows, its layout in ``SheetLayout``.
final class SheetPart: SheetObserver {
    private(set) var sheet: Sheet
    private(set) var failure: ToolError?
    /// Rows from this one on are counted, not kept.
    private let rowLimit: Int
    /// Bounds, and what is loaded already of sheets before this one.
    private let limits: ReadingLimits
    private let loadedBefore: Int
    /// The last row and column that hold something, kept or not; -1 for none.
    private(set) var lastRow = -1
    private(set) var lastColumn = -1

    private let decoder: CellDecoder
    private let layout: SheetLayout
    private var page = SheetPagePart()
    private var view = SheetViewPart()
    /// What points beyond the sheet, for whoever reads on.
    private(set) var features = SheetFeatures()
    /// Cells whose own text has parts that look different: of shared texts only these are kept.
    private(set) var lostLooks: [CellReference] = []
    /// Looks of shared texts by their numbers.
    private let richTexts: [Int: RichText]
    /// Depth in the views that persons keep for themselves, which hold elements of the same names.
    private var customViews = 0
    private var sharedFormulas: [Int32: (at: CellReference, text: String)] = [:]

    init(
        _ sheet: Sheet, decoder: CellDecoder, colors: ColorResolver, richTexts: [Int: RichText] = [:], rowLimit: Int?,
        limits: ReadingLimits, loadedBefore: Int
    ) {
        self.sheet = sheet
        self.richTexts = richTexts
        layout = SheetLayout(colors: colors)
        self.decoder = decoder
        self.rowLimit = rowLimit ?? .max
        self.limits = limits
        self.loadedBefore = loadedBefore
    }

    /// What is in memory, this sheet included.
    var loaded: Int { loadedBefore + sheet.cells.count + sheet.merges.count + features.count }

    private func checkLoaded() {
        guard let broken = limits.isBroken(byLoaded: loaded), failure == nil else { return }
        failure = ReadingError.limit(decoder.file, broken, limits, sheet: sheet.name)
    }

    /// Takes the rows; valid as long as this object.
    var sink: RowSink {
        RowSink(context: Unmanaged.passUnretained(self).toOpaque()) { context, row in
            guard let context else { return 1 }
            let part = Unmanaged<SheetPart>.fromOpaque(context).takeUnretainedValue()
            part.take(row.assumingMemoryBound(to: RawRow.self).pointee)
            return part.failure == nil ? 0 : 1
        }
    }

    // MARK: Outside the rows

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "mergeCell" {
            guard failure == nil, let range = attributes["ref"].flatMap({ CellRange($0) }), range.first != range.last
            else { return }
            sheet.merges.append(range)
            checkLoaded()
            return
        }
        if name == "customSheetViews" { customViews += 1 }
        guard customViews == 0, failure == nil else { return }
        layout.start(name, attributes, &sheet)
        view.start(name, attributes, &sheet)
        page.start(name, attributes, &sheet.page)
        features.start(name, attributes, &sheet)
        checkLoaded()
    }

    func end(_ name: String) {
        if name == "customSheetViews" { customViews -= 1 }
        guard customViews == 0, failure == nil else { return }
        page.end(name, &sheet.page)
        features.end(name, &sheet)
        if sheet.conditionalFormats.count > limits[.conditions] {
            failure = ReadingError.limit(decoder.file, .conditions, limits, sheet: sheet.name)
        }
    }

    func text(_ piece: String) {
        guard failure == nil else { return }
        page.text(piece)
        features.text(piece)
    }

    func array(_ range: String, row: Int, column: Int) {
        guard row < rowLimit, let range = CellRange(range) else { return }
        sheet.arrayFormulas[CellReference(row: row, column: column)] = range
    }

    func row(_ number: Int, _ attributes: XMLAttributes) {
        guard number < rowLimit else { return }
        // Some programs make rows higher than the format allows.
        let height = attributes.double("ht").map { max(0, min($0, RowLayout.highest)) }
        var layout = RowLayout(
            height: height, hidden: attributes.flag("hidden") ?? false,
            isAutomatic: height != nil && attributes.flag("customHeight") != true,
            style: attributes.flag("customFormat") == true
                ? attributes.integer("s").flatMap { $0 == 0 ? nil : $0 } : nil)
        layout.outlineLevel = max(0, min(attributes.integer("outlineLevel") ?? 0, 7))
        layout.isCollapsed = attributes.flag("collapsed") ?? false
        layout.options = attributes.all.filter { $0.name == "thickTop" || $0.name == "thickBot" }
        if layout != RowLayout() { sheet.rows[number] = layout }
    }

    func look(row: Int, column: Int) {
        let place = CellReference(row: row, column: column)
        if row < rowLimit, lostLooks.last != place, lostLooks.count < 1000 { lostLooks.append(place) }
    }

    // MARK: Rows

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
            if raw.hasFormula {
                let text = UnsafeBufferPointer(
                    start: row.formulas + Int(raw.formulaStart), count: Int(raw.formulaCount))
                if let formula = formula(String(decoding: text, as: UTF8.self), group: raw.formulaGroup, at: place) {
                    cell.formula = formula
                    cell.lacksCachedValue = raw.count == 0 && (raw.kind != .text || !raw.hasValue)
                }
            }
            if raw.kind == .shared, !richTexts.isEmpty { takeLook(of: cell, at: place, row.text(of: raw)) }
            // An address may come twice: what is empty doesn't wipe out what isn't.
            if cell.value != .empty || cell.formula != nil || sheet[place] == nil { sheet[place] = cell }
            if cell.value != .empty { count(place) }
        }
        checkLoaded()
    }

    /// The look of a shared text, where it says what the cell says.
    private func takeLook(of cell: Cell, at place: CellReference, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard let index = Int(String(decoding: bytes, as: UTF8.self).trimmed), let rich = richTexts[index],
            cell.value == .text(rich.text)
        else { return }
        sheet.richTexts[place] = rich
    }

    private func count(_ place: CellReference) {
        lastRow = max(lastRow, place.row)
        lastColumn = max(lastColumn, place.column)
    }

    /// The formula's text; of a shared one, moved from where it is written.
    private func formula(_ source: String, group: Int32, at place: CellReference) -> String? {
        let text = EscapedText.decode(source)
        guard group >= 0 else { return text.isEmpty ? nil : text }
        if !text.isEmpty {
            sharedFormulas[group] = (place, text)
            return text
        }
        guard let shared = sharedFormulas[group] else { return nil }
        return FormulaShift.shifted(
            shared.text, rows: place.row - shared.at.row, columns: place.column - shared.at.column)
    }
}
