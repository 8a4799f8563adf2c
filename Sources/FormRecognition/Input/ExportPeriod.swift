import Assessment
import Spreadsheet

/// A part of the year that a column of an export stands for: 1月, 一季度.
enum ExportPeriod: Hashable {
    case month(Int)
    case quarter(Int)

    /// The period that a heading begins with, and what follows it: 支出数 of `1月份支出数`; nil for none.
    static func read(_ heading: String) -> (period: ExportPeriod, rest: String)? {
        var rest = Label.name(of: heading)[...]
        if rest.hasPrefix("第") { rest = rest.dropFirst() }
        guard let number = number(&rest), number > 0 else { return nil }
        if rest.hasPrefix("月") {
            rest = rest.dropFirst(rest.hasPrefix("月份") ? 2 : 1)
            return number <= 12 ? (.month(number), String(rest)) : nil
        }
        guard rest.hasPrefix("季"), number <= 4 else { return nil }
        rest = rest.dropFirst(rest.hasPrefix("季度") ? 2 : 1)
        return (.quarter(number), String(rest))
    }

    /// The months that a heading begins with (1-12月支出数), whether they are the whole year, and what follows; nil for none.
    static func span(_ heading: String) -> (isYear: Bool, rest: String)? {
        var rest = Label.name(of: heading)[...]
        guard let first = number(&rest) else { return nil }
        if rest.hasPrefix("月") { rest = rest.dropFirst() }
        guard let mark = rest.first, "-—~至到".contains(mark) else { return nil }
        rest = rest.drop { "-—~至到".contains($0) }
        guard let last = number(&rest), rest.hasPrefix("月"), first < last, last <= 12 else { return nil }
        rest = rest.dropFirst(rest.hasPrefix("月份") ? 2 : 1)
        return (first == 1 && last == 12, String(rest))
    }

    private static func number(_ rest: inout Substring) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            rest = rest.dropFirst(digits.count)
            return Int(digits)
        }
        let words = ["十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一"]
        guard let index = words.firstIndex(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(words[index].count)
        return 12 - index
    }
}
