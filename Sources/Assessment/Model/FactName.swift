import Spreadsheet

/// The name of a fact: what is said of the form as a whole, beside its indicators and its money (单位名称, 年度, 完成情况 …).
///
/// Templates and the label table add names of their own; those that the program itself asks for stand here.
public struct FactName: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The canonical label.
    public let rawValue: String

    /// A name by its canonical label.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A name by its canonical label.
    public init(_ label: String) { rawValue = label }

    /// 单位名称: who hands the form in.
    public static let unit = FactName("单位名称")
    /// 项目名称: of a form on one project.
    public static let project = FactName("项目名称")
    /// 主管部门: the department above.
    public static let authority = FactName("主管部门")
    /// 实施单位: who carries the project out.
    public static let executor = FactName("实施单位")
    /// 年度: the year that is assessed.
    public static let year = FactName("年度")
    /// 年度总体目标: the goal of the year.
    public static let goal = FactName("年度总体目标")
    /// 完成情况: how far the goal was reached.
    public static let outcome = FactName("完成情况")
    /// 总分: the total, where it stands apart from the table.
    public static let total = FactName("总分")
    /// 等级: the grade, where it stands apart from the table.
    public static let grade = FactName("等级")

    /// Whether what it says is prose: a goal, what came of it, why it was missed, what will be done.
    public var isProse: Bool {
        [FactName.goal.rawValue, FactName.outcome.rawValue].contains { rawValue.hasPrefix($0) }
            || ["原因", "措施", "问题", "说明", "建议"].contains { rawValue.hasSuffix($0) }
    }

    /// The canonical label.
    public var description: String { rawValue }

    /// By their labels.
    public static func < (left: FactName, right: FactName) -> Bool { left.rawValue < right.rawValue }
}
