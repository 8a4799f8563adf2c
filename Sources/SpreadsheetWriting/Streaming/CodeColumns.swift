import Foundation

/// Columns whose digits are names and not amounts: they stay text, whatever stands in them.
enum CodeColumns {
    /// What the heading of such a column has in it.
    private static let words = [
        "编码", "代码", "编号", "账号", "帐号", "账户", "帐户", "卡号", "证号", "证件号", "身份证", "号码", "电话", "手机", "传真", "邮编",
        "凭证号", "单号", "流水号", "文号", "票号", "税号", "批号", "工号", "学号", "户号", "车牌",
    ]
    /// How the heading of an amount ends, though it has such a word in it: 账户余额, 电话费, 编号数量.
    private static let amounts = [
        "额", "费", "数", "量", "率", "款", "价", "元", "比", "比例", "次", "合计", "收入", "支出", "成本",
    ]

    /// Whether a heading is that of codes.
    static func isCode(heading: String) -> Bool {
        guard words.contains(where: heading.contains) else { return false }
        let plain = withoutRemark(heading)
        return !amounts.contains(where: plain.hasSuffix)
    }

    /// A heading without white space, and without the remark in brackets that ends it: 电话费（元） is 电话费.
    private static func withoutRemark(_ heading: String) -> Substring {
        var rest = heading.filter { !$0.isWhitespace }[...]
        for (open, close) in [("（", "）"), ("(", ")"), ("〔", "〕"), ("[", "]")] as [(Character, Character)]
        where rest.last == close {
            if let start = rest.lastIndex(of: open), start != rest.startIndex { rest = rest[..<start] }
        }
        return rest
    }
}
