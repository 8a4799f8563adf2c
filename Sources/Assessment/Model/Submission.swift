import Spreadsheet

/// What the person brings: facts, indicators, money, each with its source. Nothing here is computed.
public struct Submission: Sendable {
    /// Facts by canonical label (单位名称, 年度, 年度总体目标, 完成情况 …).
    public var facts: [String: SourcedText] = [:]
    /// Rows of the indicator table, in order.
    public var indicators: [Indicator] = []
    /// Rows of the money block.
    public var budget: [BudgetLine] = []
    /// Columns of the indicator table by place, in order; the role is nil where the label is not known.
    public var columns: [(role: IndicatorColumn?, heading: SourcedText)] = []
    /// 分值 of the printed 合计/总分 row, when the table has one.
    public var printedWeightTotal: SourcedNumber?
    /// 得分 of the printed 合计/总分 row.
    public var printedTotal: SourcedNumber?
    /// 等级 as printed.
    public var printedGrade: SourcedText?
    /// What was understood, for the person to know: encodings, the unit of money and on what evidence.
    public var notes: [String] = []
    /// The file that the indicator table came from; findings about what is missing name it.
    public var source: Source

    /// An empty submission from a file.
    public init(source: Source) {
        self.source = source
    }

    /// The line of the money block with this name, or nil.
    public func line(_ name: String) -> BudgetLine? { budget.first { $0.name == name } }
}
