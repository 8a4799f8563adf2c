import Assessment
import FormTemplates

/// What a person says besides the files.
public struct RecognitionOptions: Sendable {
    /// The sheet with the indicator table, by name or by number from 1; nil to find it.
    public var sheet: String?
    /// Facts given one by one (`--set 单位名称=…`), in order.
    public var settings: [(key: String, value: String)] = []
    /// Unit of the finance export, 元 or another; nil to find it out.
    public var unit: String?
    /// Columns of the indicator table by what they hold (`--column 得分=H`).
    public var columns: [(name: String, column: String)] = []
    /// Cells by the fact or amount that they hold (`--cell 全年预算数=D7`).
    public var cells: [(name: String, cell: String)] = []
    /// What was looked at and is not needed (`--ignore 列K`).
    public var ignored: [String] = []

    /// Everything is found out.
    public init() {}

    /// What the template and the person say of places; the person's word goes last, and counts most.
    ///
    /// - Throws: `ToolError` (64) for what names no column, cell or place.
    func overrules(_ template: Template, labels: LabelTable) throws -> Overrules {
        var told = Overrules()
        for column in columns {
            try told.addColumn(column.name, column.column, labels: labels, option: "--column")
        }
        for cell in cells { try told.addCell(cell.name, cell.cell, option: "--cell") }
        for text in ignored { try told.addIgnored(text, option: "--ignore") }
        return try template.overrules(labels).adding(told)
    }
}
