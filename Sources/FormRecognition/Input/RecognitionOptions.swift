import Assessment
import FormTemplates

/// What a person says besides the files.
public struct RecognitionOptions: Sendable {
    /// The sheet with the indicator table, by name or by number from 1; nil to find it.
    public var sheet: String?
    /// Facts given one by one (`--set 单位名称=…`), in order.
    public var settings: [(key: String, value: String)] = []
    /// Facts that the person keeps beside the table (`单位.yaml`): what is given one by one goes before them.
    public var kept: KeptFacts?
    /// Unit of the finance export, 元 or another; nil to find it out.
    public var unit: String?
    /// Columns of the indicator table that the person named (`--column 得分=H`), in order: the name and the letters of the column.
    public var columns: [(name: String, column: String)] = []
    /// Cells that the person named (`--cell 全年预算数=D7`), in order: the name and the cell in A1 form.
    public var cells: [(name: String, cell: String)] = []
    /// What is not to be used (`--ignore 列K`), as Excel writes ranges: `K:K`, `K:L`, `12:12`, `C12`, `C12:D14`.
    public var ignored: [String] = []

    /// Whether the account says of each place what it was read as, and on what evidence.
    public var wantsReadings = false

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
