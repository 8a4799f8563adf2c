import Assessment
import FormTemplates
import Spreadsheet

/// The tables of a workbook that could be meant: one, several, or none.
enum TableChoice {
    case one(IndicatorBlock)
    case several([IndicatorBlock])
    /// Some of them share a sheet.
    case stacked([IndicatorBlock])
    case none(ToolError)

    /// - Parameter wanted: The sheet that the person names, or nil.
    /// - Throws: `ToolError` (64) when there is no such sheet.
    init(_ view: WorkbookView, sheet wanted: String?) throws {
        let workbook = view.workbook
        let indices =
            try wanted.map { try WorkbookView.sheetIndices($0, in: workbook) } ?? Array(workbook.sheets.indices)
        let tables = view.assessed(on: indices)
        guard let first = tables.first else {
            self = .none(Self.noTable(view, indices))
            return
        }
        guard tables.count > 1 else {
            self = .one(first)
            return
        }
        guard Set(tables.map(\.table.sheetIndex)).count == tables.count else {
            self = .stacked(tables)
            return
        }
        self = .several(tables)
    }

    private static func noTable(_ view: WorkbookView, _ indices: [Int]) -> ToolError {
        let seen = indices.map { index -> String in
            let look = view.looks[index]
            let best = look.view.filledRows.map { row in
                (row, look.view.texts(in: row).filter { look.words.indicatorColumn($0.label) != nil }.map(\.text))
            }.max { $0.1.count < $1.1.count }
            let name = view.workbook.hasSheetNames ? "工作表“\(look.view.sheet.name)”" : "文件"
            guard let best, !best.1.isEmpty else { return name + "里没有一个认识的列名" }
            return name + "最像表头的是第 \(best.0 + 1) 行，认出：" + best.1.joined(separator: "、")
        }
        let file = view.workbook.fileName
        return ToolError(
            code: .noTable,
            message: "\(file) 里找不到绩效指标表。要找的表头：三级指标（或指标名称），以及年度指标值、实际完成值、分值中的至少两列。看到的："
                + seen.joined(separator: "；"),
            advice: "请确认选对了文件和工作表；表头写成别的名字时，请改成上面的名字再试，或用 --column 名称=列 指明。", place: Source(file: file))
    }

    /// Nobody knows which is meant.
    static func several(_ tables: [IndicatorBlock], in workbook: Workbook) -> ToolError {
        let places = tables.map(\.table)
        let list = places.map { "〔\(workbook.sheets[$0.sheetIndex].name)〕\($0.range)（\($0.count) 行指标）" }
        let sameSheet = Set(places.map(\.sheetIndex)).count < places.count
        return ToolError(
            code: .twoTables,
            message: "\(workbook.fileName) 里有 \(tables.count) 张绩效指标表，不知道用哪一张：" + list.joined(separator: "、"),
            advice: "请加 --sheet 指明工作表的名字或序号，例如 --sheet \(workbook.sheets[places[0].sheetIndex].name)"
                + (sameSheet ? "；同一张工作表里有两张的，请先删去不用的一张或分到两个工作表。" : "。"),
            place: Source(file: workbook.fileName))
    }
}
