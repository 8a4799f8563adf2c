import FormRecognition
import Foundation
import Spreadsheet

/// What is in a file, as `sheets` tells it: text for a person, JSON for a script.
public struct SheetsReport: Encodable, Renderable {
    /// Version of the schema; grows when a key changes its meaning or goes.
    public static let schemaVersion = 1

    /// One tab.
    public struct Item: Encodable, Sendable {
        /// Number from 1, as `--sheet` takes it.
        public var number: Int
        /// Name; nil for a text file.
        public var name: String?
        /// visible, hidden or veryHidden.
        public var visibility: String
        /// Whether it has cells; a chart has none.
        public var hasCells: Bool
        /// Rows to the last that holds something.
        public var rows: Int
        /// Columns to the last that holds something.
        public var columns: Int
        /// Merged ranges.
        public var merges: Int
        /// Hidden rows.
        public var hiddenRows: Int
        /// Hidden columns.
        public var hiddenColumns: Int
        /// The unit of money that is stated: 元 or 万元; nil where none is, or more than one.
        public var unit: String?
        /// The cell that states it.
        public var unitCell: String?
        /// All units that are stated, from the top.
        public var units: [UnitItem]
        /// Tables.
        public var tables: [TableItem]
    }

    /// A unit of money.
    public struct UnitItem: Encodable, Sendable {
        /// 元, 万元 …
        public var unit: String
        /// The cell that states it.
        public var cell: String
    }

    /// One table.
    public struct TableItem: Encodable, Sendable {
        /// What it is.
        public var kind: String
        /// Where, in A1 form.
        public var range: String
        /// Names of its columns.
        public var columns: [String]
        /// Rows of data, where they were counted.
        public var rows: Int?
    }

    private let schemaVersion = SheetsReport.schemaVersion
    /// Name of the file.
    public var file: String
    /// What the file is.
    public var kind: String
    /// Bytes.
    public var size: Int
    /// Encoding of a text.
    public var encoding: String?
    /// What stands between the fields of a text.
    public var delimiter: String?
    /// Tabs in their order.
    public var sheets: [Item] = []
    /// What was noticed while reading.
    public var notes: [String] = []

    /// A report without tabs yet.
    public init(file: String, kind: String, size: Int, encoding: String? = nil, delimiter: String? = nil) {
        self.file = file
        self.kind = kind
        self.size = size
        self.encoding = encoding
        self.delimiter = delimiter
    }

    /// Adds a tab that holds no cells.
    public mutating func addWithoutCells(name: String, visibility: Sheet.Visibility) {
        sheets.append(
            Item(
                number: sheets.count + 1, name: name, visibility: visibility.rawValue, hasCells: false, rows: 0,
                columns: 0, merges: 0, hiddenRows: 0, hiddenColumns: 0, unit: nil, unitCell: nil, units: [],
                tables: []))
    }

    /// Adds a sheet.
    ///
    /// - Parameter name: Its name; nil for a text file.
    public mutating func add(_ sheet: Sheet, name: String?, survey: SheetSurvey?) {
        let end = sheet.extent ?? sheet.usedRange?.last
        let unit = survey?.units.count == 1 ? survey?.units.first : nil
        sheets.append(
            Item(
                number: sheets.count + 1, name: name, visibility: sheet.visibility.rawValue, hasCells: true,
                rows: end.map { $0.row + 1 } ?? 0, columns: end.map { $0.column + 1 } ?? 0, merges: sheet.merges.count,
                hiddenRows: sheet.rows.values.count { $0.hidden },
                hiddenColumns: sheet.columns.values.count { $0.hidden }, unit: unit?.name,
                unitCell: unit?.cell.description,
                units: (survey?.units ?? []).map { UnitItem(unit: $0.name, cell: $0.cell.description) },
                tables: (survey?.tables ?? []).map {
                    TableItem(kind: $0.kind, range: $0.range, columns: $0.columns, rows: $0.rows)
                }))
    }

    /// One JSON object, ended by a line break.
    public func json() throws -> String { try JSONReport.encoded(self) }

    /// Lines for a person.
    public var text: String {
        var lines = ["\(file)：\(kind)，\(Self.size(size))"]
        if let encoding { lines.append("编码：\(encoding)" + (delimiter.map { "；分隔符：\($0)" } ?? "")) }
        if sheets.contains(where: { $0.name != nil }) { lines.append("工作表 \(sheets.count) 张：") }
        for item in sheets { lines += Self.lines(item) }
        return (lines + notes.map { "提示：\($0)" }).joined(separator: "\n") + "\n"
    }

    private static func lines(_ item: Item) -> [String] {
        let hidden = ["hidden": "（隐藏）", "veryHidden": "（深度隐藏，Excel 菜单里看不到）"][item.visibility] ?? ""
        let title = item.name.map { "  \(item.number)  \($0)\(hidden)　" } ?? "  "
        guard item.hasCells else { return [title + "是图表，没有单元格"] }
        guard item.rows > 0 else { return [title + "空表"] }
        let range = CellRange(
            CellReference(row: 0, column: 0), CellReference(row: item.rows - 1, column: item.columns - 1))
        var facts = ["\(item.rows) 行 × \(item.columns) 列（\(range)）"]
        if item.merges > 0 { facts.append("合并 \(item.merges) 处") }
        if item.hiddenRows > 0 { facts.append("隐藏行 \(item.hiddenRows) 行") }
        if item.hiddenColumns > 0 { facts.append("隐藏列 \(item.hiddenColumns) 列") }
        if !item.units.isEmpty {
            facts.append("金额单位 " + item.units.map { "\($0.unit)（\($0.cell)）" }.joined(separator: "、"))
        }
        var lines = [title + facts.joined(separator: "，")]
        for table in item.tables {
            let rows = table.rows.map { "，\($0) 行指标" } ?? ""
            let names = table.columns.filter { !$0.isEmpty }
            let shown = names.prefix(12).joined(separator: "、") + (names.count > 12 ? " 等 \(names.count) 列" : "")
            let place = table.kind == SheetSurvey.indicatorTable ? table.range : "表头 \(table.range)"
            lines.append("      \(table.kind)：\(place)\(rows)；列：\(shown)")
        }
        if item.tables.isEmpty { lines.append("      没有认出表头") }
        return lines
    }

    private static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) 字节" }
        let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")]
        let (unit, name) = units.first { bytes >= $0.0 } ?? (1 << 10, "KB")
        return "\((Double(bytes) / Double(unit) * 10).rounded() / 10) \(name)"
    }
}
