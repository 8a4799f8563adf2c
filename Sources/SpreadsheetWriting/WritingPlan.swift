import Foundation
import Spreadsheet

/// A workbook checked against what the format can hold, so that the library has nothing to refuse.
struct WritingPlan {
    /// The workbook.
    let workbook: Workbook
    /// The names that its sheets get.
    let sheetNames: [String]

    /// The first sheet with a tab.
    let firstVisible: Int
    /// The sheet that is shown first.
    let active: Int
    /// The most UTF-16 units of a number format.
    private static let longestNumberFormat = 255

    /// Checks a workbook; throws an error that names the cell.
    init(_ workbook: Workbook, fileName: String) throws {
        var workbook = workbook
        firstVisible = workbook.sheets.firstIndex { $0.visibility == .visible } ?? 0
        // A workbook with no sheet shown can't be opened.
        if !workbook.sheets.isEmpty { workbook.sheets[firstVisible].visibility = .visible }
        let wanted = workbook.activeSheet ?? firstVisible
        active =
            workbook.sheets.indices.contains(wanted) && workbook.sheets[wanted].visibility == .visible
            ? wanted : firstVisible
        for index in workbook.sheets.indices { workbook.sheets[index].fillMerges() }
        self.workbook = workbook
        sheetNames = SheetNames.adjusted(workbook.sheets.map(\.name))
        for sheet in workbook.sheets {
            try Self.check(sheet, of: workbook, fileName: fileName)
        }
    }

    private static func check(_ sheet: Sheet, of workbook: Workbook, fileName: String) throws {
        // In reading order, so that it is always the first fault that is named.
        for reference in sheet.cells.keys.sorted() {
            guard let cell = sheet.cells[reference] else { continue }
            func fail(_ problem: String, _ advice: String) -> ToolError {
                WritingError.content(problem, advice: advice, file: fileName, sheet: sheet.name, cell: reference)
            }
            guard isInBounds(reference) else {
                throw fail("超出了 Excel 工作表的范围", "请减少行数或列数（最多 1048576 行、16384 列）。")
            }
            switch cell.value {
            case .number(let number) where !isNumber(number):
                throw WritingError.notANumber(file: fileName, sheet: sheet.name, cell: reference)
            case .date(let date) where !isNumber(date.serial):
                throw fail("不是有效的日期", "请检查这一格的日期。")
            case .text(let text) where XMLText.escaped(text).utf16.count > XMLText.maximumLength:
                throw WritingError.textTooLong(
                    text.utf16.count, file: fileName, sheet: sheet.name, cell: reference)
            default:
                break
            }
            if let formula = cell.formula, formula.utf16.count > 8192 {
                throw fail("公式有 \(formula.utf16.count) 个字符，Excel 最多 8192 个", "请把公式拆开写。")
            }
            let index = workbook.styles.indices.contains(cell.style) ? cell.style : 0
            let format = workbook.styles.isEmpty ? "" : workbook.styles[index].numberFormat
            if format.utf16.count > longestNumberFormat {
                throw WritingError.longNumberFormat(file: fileName, sheet: sheet.name, cell: reference)
            }
        }
        try checkMerges(of: sheet, fileName: fileName)
        try checkLayout(of: sheet, fileName: fileName)
    }

    private static func checkLayout(of sheet: Sheet, fileName: String) throws {
        func fail(_ problem: String, _ advice: String) -> ToolError {
            WritingError.content(problem, advice: advice, file: fileName, sheet: sheet.name)
        }
        var corners = sheet.rows.keys.map { CellReference(row: $0, column: 0) }
        corners += sheet.columns.keys.map { CellReference(row: 0, column: $0) }
        corners += sheet.page.printAreas.flatMap { [$0.first, $0.last] }
        corners += [sheet.frozenAt].compactMap { $0 } + sheet.comments.keys
        if let rows = sheet.page.titleRows {
            corners += [rows.lowerBound, rows.upperBound].map { CellReference(row: $0, column: 0) }
        }
        guard corners.allSatisfy(isInBounds) else {
            throw fail("行、列、打印区域或冻结位置超出了 Excel 工作表的范围", "请检查这个表的行高、列宽、打印区域和冻结窗格。")
        }
        if let height = sheet.rows.values.compactMap(\.height).first(where: { !(0...409.5).contains($0) }) {
            throw fail("行高 \(height) 磅不行，Excel 的行高是 0 到 409.5 磅", "请把行高改小，文字太长时分成几行表格来写。")
        }
        if let width = sheet.columns.values.compactMap(\.width).first(where: { !(0...255.99).contains($0) }) {
            throw fail("列宽 \(width) 个字符不行，Excel 的列宽是 0 到 255 个字符", "请把列宽改小。")
        }
        for (name, text) in [("页眉", sheet.page.header), ("页脚", sheet.page.footer)]
        where PageMarkup.headerText(text).utf16.count > 255 {
            throw fail("\(name)有 \(text.utf16.count) 个字符，Excel 最多 255 个", "请把\(name)改短。")
        }
    }

    private static func checkMerges(of sheet: Sheet, fileName: String) throws {
        for range in sheet.merges {
            guard isInBounds(range.first), isInBounds(range.last) else {
                throw WritingError.content(
                    "合并区域 \(range) 超出了 Excel 工作表的范围", advice: "请取消这个合并。", file: fileName, sheet: sheet.name,
                    cell: range.first)
            }
        }
        guard let (one, other) = sheet.merges.firstOverlap else { return }
        let range = sheet.merges[other]
        throw WritingError.content(
            "合并区域 \(sheet.merges[one]) 与 \(range) 重叠，Excel 打不开这样的表", advice: "请取消其中一个合并。", file: fileName,
            sheet: sheet.name, cell: range.first)
    }

    private static func isNumber(_ number: Decimal) -> Bool {
        number.isFinite && Double(number.description)?.isFinite == true
    }

    private static func isInBounds(_ reference: CellReference) -> Bool {
        (0..<CellReference.maximumRows).contains(reference.row)
            && (0..<CellReference.maximumColumns).contains(reference.column)
    }
}

extension Sheet {
    /// Gives the covered cells of merges that have none of their own the first cell's style.
    fileprivate mutating func fillMerges() {
        guard fillsMerges, let used = usedRange else { return }
        for range in merges where range.first != range.last && range.overlaps(used) {
            guard let style = cells[range.first]?.style else { continue }
            for row in range.rows.clamped(to: used.rows) {
                for column in range.columns.clamped(to: used.columns) where self[row, column] == nil {
                    self[row, column] = Cell(text: "", style: style)
                }
            }
        }
    }
}
