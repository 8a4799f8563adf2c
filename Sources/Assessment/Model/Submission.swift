import Spreadsheet

/// What was read: facts, indicators, money, each with its source. Nothing here is computed, or says what it was brought for.
public struct Submission: Sendable {
    /// What was brought.
    public enum Kind: String, Hashable, Sendable {
        /// An indicator table: what a form has besides it is not missed.
        case table
        /// A form, filled or not: what its template requires must be in it.
        case form
        /// A finance export: money alone.
        case export
    }

    /// What was brought.
    public var kind = Kind.form
    /// What the paper is; another than a self-assessment is read, named and not scored.
    public var paper = PaperKind.selfAssessment
    /// Its title says that it is a part of a table (节选): sums over the whole can't be judged.
    public var isExcerpt = false
    /// Facts by canonical label (单位名称, 年度, 年度总体目标, 完成情况 …).
    public var facts: [FactName: SourcedText] = [:]
    /// Rows of 年度重点工作任务完成情况, in order.
    public var tasks: [WorkTask] = []
    /// Rows of the indicator table, in order.
    public var indicators: [Indicator] = []
    /// Rows of the money block.
    public var budget: [BudgetLine] = []
    /// Which rows make which total, as the form lays its money out; empty where it lays out none.
    public var moneyBlocks: [Standard.BudgetBlock] = []
    /// Where 全年预算数 of the total stands, or would stand; nil where the form shows no place for it.
    public var budgetPlace: Source?
    /// Where 得分 of 预算执行率 would stand with the money and nothing stands; nil where it is given, or the form has no such place.
    public var blankRateScore: Source?
    /// Other amounts that make one another by the layout of the form.
    public var moneySums: [MoneySum] = []
    /// Columns of the indicator table by place, in order; the role is nil where the label is not known.
    public var columns: [(role: IndicatorColumn?, heading: SourcedText)] = []
    /// 分值 of the printed 合计/总分 row, when the table has one.
    public var printedWeightTotal: SourcedNumber?
    /// 分值 of that row under the points of a level, 1 or 2, where levels have columns of points of their own.
    public var printedLevelTotals: [(level: Int, points: SourcedNumber)] = []
    /// 得分 of that row under the scores of a level, where levels have columns of scores of their own.
    public var printedLevelScores: [(level: Int, points: SourcedNumber)] = []
    /// Rows of the table that add up some of those above them.
    public var subtotals: [IndicatorSubtotal] = []
    /// 得分 of the printed 合计/总分 row.
    public var printedTotal: SourcedNumber?
    /// 等级 as printed.
    public var printedGrade: SourcedText?
    /// Level labels in the order of the table, with the 分值 that they state.
    public var groups: [IndicatorGroup] = []
    /// Slots of facts by canonical label, filled or not: a finding names the cell to fill. Only those that the form shows.
    public var factPlaces: [FactName: Source] = [:]
    /// Cells that still hold what a blank prints for the person to replace (指标2：, ……, （200字以内）).
    public var fillers: [SourcedText] = []
    /// Filled cells that stand in a hidden row, column or sheet.
    public var hidden: [SourcedText] = []
    /// Notes that are printed on the form (注：…), one a cell.
    public var printedNotes: [SourcedText] = []
    /// Texts anywhere on the form outside its indicators that say the bands of its grades, surest first.
    public var gradeScales: [SourcedText] = []
    /// Texts that name grades and numbers, and could not be read as bands.
    public var unclearGrades: [SourcedText] = []
    /// Totals that are said by the way, in prose or beside other things, each with the cell that says it.
    public var saidTotals: [SourcedNumber] = []
    /// Grades that are said so.
    public var saidGrades: [SourcedText] = []
    /// Cells that say a total or a grade and nothing else.
    public var wholeSayings: Set<Source> = []
    /// Points that a goal states for the indicators of its own table (年度目标1：（40分）), by the number of that table.
    public var goalPoints: [Int: SourcedNumber] = [:]
    /// Differences between the form and its template's blank; nil when there is no blank to hold it against.
    public var differences: [LayoutDifference]?
    /// The blank that the form was held against is itself rebuilt and not confirmed (依据待核): what differs is a note.
    public var isBlankUnsettled = false
    /// Every place that names the unit, the one in ``facts`` included: title lines, 填报单位, the finance export.
    public var unitNames: [SourcedText] = []
    /// Indicators of the goal declaration (绩效目标申报表), when that file is given.
    public var declared: [Indicator]?
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

    /// The number of the line of the money block with this name, which is put first when there is none.
    public mutating func budgetIndex(of name: String) -> Int {
        if let index = budget.firstIndex(where: { $0.name == name }) { return index }
        budget.insert(BudgetLine(name: name), at: 0)
        return 0
    }
}
