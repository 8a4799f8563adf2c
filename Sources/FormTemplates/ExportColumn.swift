/// What a column of a finance export tells that holds no amount. The raw value is its name in `Templates/labels.yaml`.
public enum ExportColumn: String, Hashable, Sendable, CaseIterable {
    /// 资金来源: the fund.
    case fund = "资金来源"
    /// 支出类型: the kind of expenditure.
    case kind = "支出类型"
    /// 项目名称: the project or the account.
    case project = "项目名称"
    /// 科目编码: a code whose beginning is that of the account above.
    case code = "科目编码"
    /// 项目编码: tells whose amounts they are, as 单位名称 and 单位编码 do.
    case projectCode = "项目编码"
    /// 单位名称: the office.
    case office = "单位名称"
    /// 单位编码: its code.
    case officeCode = "单位编码"
}
