import Foundation
import Spreadsheet

/// A day or a span of days as people write it: 2023年11月15日, 12月31日前, 2023年底, 上半年, 第三季度.
///
/// A year that nobody wrote is nil. A span says only that something fell into it.
public struct DatePeriod: Hashable, Sendable {
    /// The year, where it is written.
    public var year: Int?
    /// Month × 100 + day of the first day.
    public var first: Int
    /// The same of the last day; 31 for the end of each month.
    public var last: Int

    /// A month or a single day.
    private var isPrecise: Bool { last / 100 == first / 100 }

    /// The number by which days are compared: 20220600 for 2022年6月.
    var number: Int {
        let day = first == last || !isPrecise ? last : first % 100 == 1 && last % 100 == 31 ? last / 100 * 100 : last
        return (year ?? 0) * 10_000 + day
    }

    /// Reads a text that is a date and nothing else, but for words of doing (完成, 建成) and of a limit (前, 底).
    init?(_ text: String) {
        // Most texts have neither the words nor the marks of a date.
        guard text.unicodeScalars.contains(where: { "年月季半.-/".unicodeScalars.contains($0) }) else { return nil }
        var rest = Substring(text.filter { !$0.isWhitespace })
        guard rest.count <= 24, rest.contains(where: { $0.isNumber || "年季半".contains($0) }) else { return nil }
        Self.drop(Self.before, from: &rest, atEnd: false)
        Self.drop(Self.deeds, from: &rest, atEnd: true)
        let whole = rest
        Self.drop(Self.limits, from: &rest, atEnd: true)
        let isLimited = rest.count < whole.count
        year = Self.takeYear(&rest)
        if rest.hasPrefix("度") { rest = rest.dropFirst() }
        guard let span = Self.span(rest, hasYear: year != nil, isLimited: isLimited, whole) else { return nil }
        (first, last) = span
    }

    private static let before = ["已于", "于", "在", "截至", "截止", "至", "到", "约", "已"]
    private static let deeds = [
        "按时完成", "全部完成", "全面完成", "已完成", "完成", "建成", "完工", "竣工", "验收", "投入使用", "交付", "到位", "投用", "通过", "上线", "并", "已",
        "全部", "全面", "，", ",",
        "。", "支付", "拨付", "发放", "结束", "办结",
    ]
    private static let limits = ["之前", "以前", "前", "底", "末", "以内", "之内", "内", "份", "终"]

    private static func drop(_ words: [String], from rest: inout Substring, atEnd: Bool) {
        while let word = words.first(where: { atEnd ? rest.hasSuffix($0) : rest.hasPrefix($0) }),
            rest.count > word.count
        {
            rest = atEnd ? rest.dropLast(word.count) : rest.dropFirst(word.count)
        }
    }

    private static func takeYear(_ rest: inout Substring) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 4, let year = Int(digits), (1900...2200).contains(year) else {
            return nil
        }
        let tail = rest.dropFirst(4)
        guard let mark = tail.first, "年.-/".contains(mark) else { return nil }
        // 2023年度 keeps its 度 for the caller.
        rest = tail.dropFirst()
        return year
    }

    private static func span(
        _ rest: Substring, hasYear: Bool, isLimited: Bool, _ whole: Substring
    ) -> (Int, Int)? {
        if rest.isEmpty || rest == "年" {
            // 2023年底前, 年底; 2023年前 is before it.
            let isEnd = ["底", "末", "内", "终"].contains { whole.contains($0) }
            return (hasYear || rest == "年") && isLimited && isEnd ? (101, 1231) : nil
        }
        switch rest {
        case "上半年": return (101, 631)
        case "下半年": return (701, 1231)
        default: break
        }
        for (index, names) in ["一1", "二2", "三3", "四4"].enumerated() {
            for name in names where ["第\(name)季度", "\(name)季度"].contains(String(rest)) {
                return (index * 300 + 101, index * 300 + 331)
            }
        }
        return monthAndDay(rest, hasYear: hasYear)
    }

    /// 6月, 6月30日, 6月上旬; behind a year 06-30, 6.30, 6/30 too.
    private static func monthAndDay(_ rest: Substring, hasYear: Bool) -> (Int, Int)? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let month = Int(digits), (1...12).contains(month) else { return nil }
        var tail = rest.dropFirst(digits.count)
        if tail.isEmpty { return hasYear ? (month * 100 + 1, month * 100 + 31) : nil }
        guard let mark = tail.first, mark == "月" || hasYear && ".-/".contains(mark) else { return nil }
        tail = tail.dropFirst()
        if tail.isEmpty || tail == "份" { return mark == "月" ? (month * 100 + 1, month * 100 + 31) : nil }
        switch tail {
        case "上旬": return (month * 100 + 1, month * 100 + 10)
        case "中旬": return (month * 100 + 11, month * 100 + 20)
        case "下旬": return (month * 100 + 21, month * 100 + 31)
        default: break
        }
        let days = tail.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(days.count), let day = Int(days), (0...31).contains(day),
            ["", "日", "号"].contains(tail.dropFirst(days.count))
        else { return nil }
        if day == 0 { return (month * 100 + 1, month * 100 + 31) }
        return (month * 100 + day, month * 100 + day)
    }

    /// Whether this, as what was reached, keeps a target. A target is kept until its last day; what was reached in a month counts from its first.
    func outcome(for target: DatePeriod, _ comparison: Target.Operator) -> TargetOutcome {
        let years = (year ?? target.year ?? 0, target.year ?? year ?? 0)
        let (from, to) = (years.0 * 10_000 + first, years.0 * 10_000 + last)
        let (start, end) = (years.1 * 10_000 + target.first, years.1 * 10_000 + target.last)
        // A quarter that goes on behind the limit does not tell.
        if !isPrecise, from <= end, to > end, comparison != .atLeast { return .unknown }
        let isMet: Bool
        switch comparison {
        case .atLeast: isMet = from >= start
        case .equal: isMet = from >= start && from <= end
        default: isMet = from <= end
        }
        if isMet { return .met }
        // Of what year the other is nobody wrote.
        return (year == nil) == (target.year == nil) ? .missed : .unknown
    }
}

extension Submission {
    /// With the year that is assessed in the targets that name a day without one, where what was reached names a year: 2024年1月 is too late for
    /// 12月31日前 of 2023.
    var withYearsOfDates: Submission {
        let digits = TextNormalizer.key(facts[.year]?.text ?? "").filter { $0.isASCII && $0.isNumber }
        guard digits.count == 4, let year = Int(digits), (1900...2200).contains(year) else { return self }
        var dated = self
        for index in dated.indicators.indices {
            guard dated.indicators[index].actualQuantity?.period?.year != nil,
                dated.indicators[index].target?.quantity.period?.year == nil
            else { continue }
            dated.indicators[index].target?.quantity.period?.year = year
        }
        return dated
    }
}
