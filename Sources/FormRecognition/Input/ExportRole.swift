import Assessment
import FormTemplates

/// What a column of amounts is, by all that stands over it: 年初 under 预算数, 1月 under 支出数, 支出数 under 一般公共预算.
struct ExportRole {
    var amount: ExportAmount
    /// The part of the year.
    var period: ExportPeriod?
    /// The fund or the kind that stands over the column or under its heading.
    var group = ""
    /// 合计 of such groups.
    var isSum = false

    init?(_ parts: [String], _ labels: LabelTable) {
        guard let last = parts.last else { return nil }
        let upper = parts.dropLast()
        func amount(_ text: String) -> ExportAmount? { labels.exportAmount(Label(text)) }
        if let span = ExportPeriod.span(last) {
            let own =
                span.rest.isEmpty ? upper.reversed().lazy.compactMap(amount).first ?? .executed : amount(span.rest)
            guard own == .executed else { return nil }
            self.amount = span.isYear ? .executed : .period
            return
        }
        if let found = ExportPeriod.read(last) {
            // Under a heading that is known a month is a part of that; alone, of what was spent.
            let own = found.rest.isEmpty ? nil : amount(found.rest)
            let over = upper.reversed().lazy.compactMap(amount).first
            let isRate = upper.contains { labels.tables.says(.otherNumbers, $0) }
            guard (own ?? over ?? .executed) == .executed, found.rest.isEmpty || own == .executed, !isRate else {
                return nil
            }
            (self.amount, period) = (.executed, found.period)
            return
        }
        let over = upper.reversed().lazy.compactMap(amount).first
        if labels.isTotal(last), let over {
            (self.amount, isSum) = (over, true)
        } else if let over, labels.exportValue(last) != nil, amount(last) == nil {
            (self.amount, group) = (over, last)
        } else if let own = Self.composed(last, upper.last, labels) {
            self.amount = own
        } else if let own = amount(last) {
            self.amount = own
        } else {
            return nil
        }
        guard group.isEmpty, !isSum else { return }
        isSum = upper.contains { labels.isTotal($0) }
        group = isSum ? "" : upper.first { labels.exportValue($0) != nil && amount($0) == nil } ?? ""
    }

    /// 年初 under 预算数 is 年初预算数; what says all by itself needs nothing over it.
    private static func composed(_ last: String, _ upper: String?, _ labels: LabelTable) -> ExportAmount? {
        let own = labels.exportAmount(Label(last))
        guard let upper, own == nil || own == .budget else { return nil }
        let names = [Label.name(of: last), Label.name(of: upper)]
        let both = [names[0] + names[1], names[1] + names[0]].lazy.compactMap { labels.exportAmount(Label($0)) }.first
        return both ?? own
    }
}
