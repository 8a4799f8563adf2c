/// What amount a column of a finance export holds. The raw value is its name in `Templates/labels.yaml`.
public enum ExportAmount: String, Hashable, Sendable, CaseIterable {
    /// 上年结转: brought forward from the year before.
    case carried = "上年结转"
    /// 年初预算数: the budget at the begin of the year.
    case initial = "年初预算数"
    /// 全年预算数, 调整后预算数: the budget with all that was changed in the year.
    case adjusted = "全年预算数"
    /// 预算数, 指标金额: a budget that does not say which; the adjusted one where no other column is.
    case budget = "预算数"
    /// 追加: added in the year.
    case added = "追加"
    /// 追减: taken away in the year.
    case reduced = "追减"
    /// 调剂, 调整数: the change in the year, with its sign.
    case changed = "调剂"
    /// 全年执行数, 累计支出: what was spent.
    case executed = "全年执行数"
    /// 本月支出: what was spent in a part of the year; never the year's.
    case period = "本期支出"
    /// 结余: what is left of the budget.
    case balance = "结余"
    /// 可用指标, 结转: what is left, or what there is: the amounts tell.
    case available = "可用指标"
    /// 用款计划: what is to be spent.
    case planned = "用款计划"
}
