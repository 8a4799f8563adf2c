import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Forms as XLSX and as LibreOffice saves them as XLS: the older file must come to the same form.
struct TwinTests {
    private static let reason: Comment = "ZIPINGBIAO_COMPAT names no folder with judgements: make compat"

    /// Heights go through whole pixels on LibreOffice's way.
    private static let heightRoom = 0.76
    private static let widthRoom = 0.2
    private static let marginRoom = 0.02

    private static var forms: [(name: String, xlsx: String, xls: String)] {
        let folder = (Judgements.folder ?? "") + "/workbooks"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasPrefix("form-") && $0.hasSuffix(".xlsx") }.map { name in
            (name, folder + "/" + name, folder + "/lo-" + name.dropLast(".xlsx".count) + ".xls")
        }
    }

    @Test(.enabled(if: Judgements.folder != nil, reason))
    func formsAreTheSameInBothFormats() throws {
        #expect(Self.forms.count >= 4)
        for form in Self.forms {
            let one = try WorkbookReader.read(path: form.xlsx)
            let other = try WorkbookReader.read(path: form.xls)
            #expect(one.sheets.map(\.name) == other.sheets.map(\.name), "\(form.name)")
            for index in one.sheets.indices where other.sheets.indices.contains(index) {
                for line in Self.differences(one, other, sheet: index) { Issue.record("\(form.name): \(line)") }
            }
        }
    }

    /// What differs, one line each.
    private static func differences(_ one: Workbook, _ other: Workbook, sheet index: Int) -> [String] {
        let (first, second) = (one.sheets[index], other.sheets[index])
        var lines: [String] = []
        func check(_ isSame: Bool, _ what: @autoclosure () -> String) { if !isSame { lines.append(what()) } }
        check(Set(first.merges) == Set(second.merges), "merges")
        check(first.visibility == second.visibility, "visibility")
        let covered = Set(first.merges.flatMap { $0.cells.dropFirst() })
        for (place, cell) in first.cells.sorted(by: { $0.key < $1.key }) {
            let partner = second[place]
            check(
                cell.value == partner?.value ?? .empty,
                "\(place): value \(cell.value), \(String(describing: partner?.value))")
            check(cell.formula == partner?.formula, "\(place): formula")
            // LibreOffice gives what a merge covers the look of its first cell.
            guard let partner, !covered.contains(place) else { continue }
            let (style, twin) = (one.styles[cell.style], other.styles[partner.style])
            check(
                style.numberFormat == twin.numberFormat, "\(place): format \(style.numberFormat), \(twin.numberFormat)")
            check(style.font.size == twin.font.size && style.font.bold == twin.font.bold, "\(place): font")
            check(style.alignment == twin.alignment, "\(place): alignment \(style.alignment), \(twin.alignment)")
            check(edges(style) == edges(twin), "\(place): lines \(edges(style)), \(edges(twin))")
            check(style.fill == twin.fill, "\(place): fill")
            check(style.isLocked == twin.isLocked, "\(place): lock")
        }
        let columns = 0...(first.usedRange?.last.column ?? 0)
        for column in columns {
            let (width, twin) = (first.columns[column]?.width, second.columns[column]?.width)
            check(
                abs((width ?? twin ?? 0) - (twin ?? width ?? 0)) <= widthRoom,
                "column \(column): \(String(describing: width)), \(String(describing: twin))")
        }
        for (row, layout) in first.rows where layout.height != nil {
            let (height, twin) = (layout.height ?? 0, second.rows[row]?.height ?? second.defaultRowHeight)
            check(abs(height - twin) <= heightRoom, "row \(row): \(height), \(twin)")
        }
        let (page, twin) = (first.page, second.page)
        check(page.paper == twin.paper && page.landscape == twin.landscape, "paper")
        check(page.fit.map { "\($0)" } == twin.fit.map { "\($0)" }, "fit")
        check(page.titleRows == twin.titleRows && page.printAreas == twin.printAreas, "titles and areas")
        check(abs(page.left - twin.left) <= marginRoom && abs(page.top - twin.top) <= marginRoom, "margins")
        return lines
    }

    private static func edges(_ style: CellStyle) -> [BorderEdge.Style] {
        [style.border.left.style, style.border.right.style, style.border.top.style, style.border.bottom.style]
    }
}
