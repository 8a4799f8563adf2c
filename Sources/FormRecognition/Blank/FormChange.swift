import Spreadsheet

/// One thing that a bureau changed in its blank form from one year to the next.
public struct FormChange: Hashable, Sendable {
    /// What was changed; the raw value is the contract for scripts. In the order in which a person reads them.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case sheetAdded = "sheet-added"
        case sheetRemoved = "sheet-removed"
        case sheetChanged = "sheet-changed"
        /// 分值, in a cell, in a label or in a note.
        case points = "points"
        /// 字数限制: （200字以内）.
        case limit = "limit"
        case columnAdded = "column-added"
        case columnRemoved = "column-removed"
        case columnMoved = "column-moved"
        case rowAdded = "row-added"
        case rowRemoved = "row-removed"
        case rowMoved = "row-moved"
        case labelAdded = "label-added"
        case labelRemoved = "label-removed"
        case labelReworded = "label-reworded"
        case noteAdded = "note-added"
        case noteRemoved = "note-removed"
        case noteReworded = "note-reworded"
        case merge = "merge"
        /// Formulas in cells.
        case formula = "formula"
        /// What may be typed into cells: lists, bounds.
        case validation = "validation"
        case protection = "protection"
        /// Rows or columns that are hidden or shown.
        case hidden = "hidden"
        /// Heights of rows and widths of columns.
        case size = "size"
        /// Letters, background, lines, alignment, number formats, locks.
        case style = "style"
        case page = "page"

        /// The heading under which a person reads it.
        public var title: String {
            switch self {
            case .sheetAdded: "新增工作表"
            case .sheetRemoved: "取消工作表"
            case .sheetChanged: "工作表变动"
            case .points: "分值变动"
            case .limit: "字数限制变动"
            case .columnAdded: "新增列"
            case .columnRemoved: "取消列"
            case .columnMoved: "移动列"
            case .rowAdded: "新增行"
            case .rowRemoved: "取消行"
            case .rowMoved: "移动行"
            case .labelAdded: "新增项目"
            case .labelRemoved: "取消项目"
            case .labelReworded: "改了叫法"
            case .noteAdded: "新增说明"
            case .noteRemoved: "取消说明"
            case .noteReworded: "改了说明"
            case .merge: "合并单元格变动"
            case .formula: "公式变动"
            case .validation: "可填内容变动"
            case .protection: "保护变动"
            case .hidden: "隐藏的行列变动"
            case .size: "行高列宽变动"
            case .style: "格式变动"
            case .page: "打印设置变动"
            }
        }
    }

    /// Kind.
    public var kind: Kind
    /// Where it stood, with its text; nil for what was added.
    public var before: Source?
    /// Where it stands, with its text; nil for what was removed.
    public var after: Source?
    /// What changed, in one Chinese sentence.
    public var message: String

    /// A change.
    public init(_ kind: Kind, before: Source? = nil, after: Source? = nil, message: String) {
        self.kind = kind
        self.before = before
        self.after = after
        self.message = message
    }
}
