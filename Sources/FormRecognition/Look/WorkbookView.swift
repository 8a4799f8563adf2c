import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A workbook as recognition looks at it: each sheet is looked at once.
struct WorkbookView: Sendable {
    let workbook: Workbook
    let looks: [SheetLook]

    /// Looks at all sheets.
    init(_ workbook: Workbook, words: FormWords, overrules: Overrules = Overrules()) {
        self.init(workbook, views: workbook.sheets.indices.map { SheetView(workbook, $0) }, overrules: overrules) { _ in
            words
        }
    }

    /// Looks at sheets whose texts are at hand.
    ///
    /// - Parameter words: What labels mean on a sheet, by its number.
    init(
        _ workbook: Workbook, views: [SheetView], overrules: Overrules, words: (Int) -> FormWords
    ) {
        self.workbook = workbook
        looks = views.enumerated().map { SheetLook.look(at: $1, words: words($0), overrules: overrules) }
    }

    var views: [SheetView] { looks.map(\.view) }

    /// The sheet of a name or number.
    ///
    /// - Throws: `ToolError` (64) when there is none, or when two could be meant.
    static func sheetIndex(_ wanted: String, in workbook: Workbook) throws -> Int {
        let all = workbook.sheets.map(\.name)
        if let index = try SheetWord.index(of: wanted, in: all, file: workbook.fileName) { return index }
        let names = workbook.sheets.enumerated().map { "\($0.offset + 1) \($0.element.name)" }.joined(separator: "、")
        throw ToolError(
            code: .noSheet,
            message: "\(workbook.fileName) 里没有工作表“\(wanted)”\(NearWord.question(for: wanted, among: all))",
            advice: "--sheet 可以写名字或序号，现有：\(names)。")
    }

    /// The sheet of a name or number, with those that were taken apart from it (``StackedForms``).
    ///
    /// - Throws: `ToolError` (64) when there is none.
    static func sheetIndices(_ wanted: String, in workbook: Workbook) throws -> [Int] {
        let name = workbook.sheets[try sheetIndex(wanted, in: workbook)].name
        return workbook.sheets.indices.filter { workbook.sheets[$0].name == name }
    }

    // MARK: Tables

    /// The tables that could be meant, on some of the sheets.
    func assessed(on indices: [Int]) -> [IndicatorBlock] {
        var tables = indices.flatMap { looks[$0].tables }
        let filled = tables.filter { $0.table.count > 0 }
        if !filled.isEmpty { tables = filled }
        // A goal declaration has targets alone: the table with actuals is the one to assess.
        let assessed = tables.filter(\.isAssessed)
        if !assessed.isEmpty { tables = assessed }
        let shown = tables.filter { workbook.sheets[$0.table.sheetIndex].visibility == .visible }
        return joined(shown.isEmpty ? tables : shown)
    }

    /// Tables of one sheet are one form: one for each goal, or below headings that are repeated. Two that have all points each are two forms.
    private func joined(_ tables: [IndicatorBlock]) -> [IndicatorBlock] {
        var joined: [IndicatorBlock] = []
        for table in tables {
            guard let last = joined.indices.last, joined[last].table.sheetIndex == table.table.sheetIndex,
                !isForm(table, besides: joined[last])
            else {
                joined.append(table)
                continue
            }
            joined[last].continued.append(table)
        }
        return joined
    }

    /// Whether a table is a form of its own: it has all points, and so has what stands above or beside it, or another form begins between them.
    private func isForm(_ table: IndicatorBlock, besides form: IndicatorBlock) -> Bool {
        if Self.hasAllPoints([table]), Self.hasAllPoints(form.parts) { return true }
        return form.parts.last.map { beginsForm(between: $0, table) } ?? false
    }

    /// Whether the rows of tables have all points of a form, or all but those of 预算执行率, or say so below.
    private static func hasAllPoints(_ parts: [IndicatorBlock]) -> Bool {
        let weights = parts.flatMap(\.content.indicators).compactMap { $0.weight?.value }
        let all: Set<Decimal> = [100, 90]
        let sum = weights.reduce(0, +)
        if all.contains(sum) { return true }
        // One row may be wrong; the total below headings that are repeated is that of what stands above them too.
        return sum >= 80 && parts.last?.content.printedWeightTotal?.value.map(all.contains) ?? false
    }

    /// Whether another form begins between two tables: with the name of its unit or project, with money of its own, or with a title over other headings
    /// than those of the table above, which has its total.
    private func beginsForm(between before: IndicatorBlock, _ table: IndicatorBlock) -> Bool {
        if StackedForms.isBeside(before, table) { return false }
        let first = (before.content.ownRows.max() ?? before.table.headingRows.upperBound) + 1
        let rows = first..<max(first, table.table.headingRows.lowerBound)
        let look = looks[table.table.sheetIndex]
        let roles = { (block: IndicatorBlock) in block.table.columns.map { $0.role?.rawValue ?? "" } }
        let hasTotal = before.content.printedTotal != nil || before.content.printedWeightTotal != nil
        if hasTotal, roles(before) != roles(table), rows.contains(where: { FormTitles.isTableTitle(look, $0) }) {
            return true
        }
        return look.places.contains { place in
            guard rows.contains(place.rows.lowerBound) else { return false }
            if place.block is MoneyBlock { return true }
            guard let fact = place.block as? FactBlock, case .fact(let name) = fact.target else { return false }
            return name == .unit || name == .project
        }
    }

    /// Sheets, shown or hidden, with a table that is filled: what else stands on them belongs to it.
    var sheetsOfForms: [Int] {
        looks.indices.filter { looks[$0].tables.contains { $0.table.count > 0 && $0.isAssessed } }
    }
}
