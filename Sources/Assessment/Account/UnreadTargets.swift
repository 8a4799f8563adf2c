import Spreadsheet

/// Targets of which the words hold a figure that was not read as one: 每月1次, 降至5%, 前3名. What was reached is not held against them, and that is said.
enum UnreadTargets {
    /// The note for the person; nil where there is no such row.
    static func note(_ indicators: [Indicator], _ standard: Standard) -> String? {
        let rows = indicators.filter { isUnread($0, standard) }
        guard let first = rows.first?.target?.text.filter({ !$0.isNewline }) else { return nil }
        let places = rows.prefix(5).map { $0.place(.target).cell?.description ?? $0.title }.joined(separator: "、")
        let rest = rows.count > 5 ? "等 \(rows.count) 处" : ""
        return
            "指标值的文字里有数，没有读成可以比较的目标，没有与完成值核对：\(places)\(rest)（如“\(first.prefix(30))\(first.count > 30 ? "…" : "")”）"
    }

    private static func isUnread(_ indicator: Indicator, _ standard: Standard) -> Bool {
        guard !indicator.isNotApplicable, !indicator.isExecutionRate, let target = indicator.target,
            !target.isQuantitative, let actual = indicator.actual, holdsFigure(target.text), holdsFigure(actual.text)
        else { return false }
        return indicator.outcome(standard) == .unknown
    }

    private static func holdsFigure(_ text: String) -> Bool { text.contains(where: \.isNumber) }
}
