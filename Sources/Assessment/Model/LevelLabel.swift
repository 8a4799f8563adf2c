import Foundation
import Spreadsheet

/// Level labels as they are compared: without spaces, points and the word 指标.
enum LevelLabel {
    /// 产出指标（50分） → 产出.
    static func key(_ label: String) -> String {
        var key = TextNormalizer.key(label)
        if let open = key.lastIndex(of: "("), key.hasSuffix(")"), open > key.startIndex,
            key[open...].contains(where: \.isNumber)
        {
            key = String(key[..<open])
        }
        for ending in ["等", "指标"] where key.hasSuffix(ending) && key.count > ending.count {
            key = String(key.dropLast(ending.count))
        }
        return key
    }

    /// Whether two labels name one group: one of them may say more (满意度, 服务对象满意度).
    static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (key(one), key(other))
        guard !one.isEmpty, !other.isEmpty else { return false }
        return one == other || one.contains(other) || other.contains(one)
    }

    /// Whether a label of the first level is that of 预算执行率, which is no group of the template.
    static func isExecutionRate(_ label: String) -> Bool { key(label).contains("执行率") }
}

extension Submission {
    /// Why rules over the money block can't run: an indicator table alone has none; nil when they can.
    var whyNoMoney: String? {
        // 预算执行率 of the table itself may stand in the block, with its points and no amount.
        let hasAmount = budget.contains { line in AmountScale.columns.contains { line.amounts[$0] != nil } }
        return kind == .table && !hasAmount ? "这份文件里没有资金情况" : nil
    }

    /// Why rules over the whole table can't run: its title says that it is a part; nil when they can.
    var whyPartial: String? { isExcerpt ? "表题写明是节选" : nil }
}
