import Assessment
import FormTemplates
import Spreadsheet

/// Whether a text that stands around a table names an amount of money: `上年结转777700.00元`, `结余：1,234.56`.
enum AmountText {
    /// Whether a text does.
    static func isIn(_ text: String, _ labels: LabelTable) -> Bool {
        let letters = Array(TextNormalizer.narrowed(text))
        let mayBeBare =
            labels.tables.says(.money, text) && !labels.tables.says(.codes, text) && !labels.tables.says(.dates, text)
        var index = 0
        while index < letters.count {
            guard isDigit(letters[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < letters.count, isDigit(letters[end]) || isMark(letters, end) { end += 1 }
            let number = String(letters[index..<end])
            var next = end
            while next < letters.count, letters[next] == " " { next += 1 }
            let unit = next
            while next < letters.count, "十百千万亿".contains(letters[next]) { next += 1 }
            if next < letters.count, letters[next] == "元" { return true }
            let isShare = unit < letters.count && letters[unit] == "%"
            if !isShare, isAmount(number, mayBeBare: mayBeBare) { return true }
            index = end
        }
        return false
    }

    private static func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }

    /// A point or a comma between digits.
    private static func isMark(_ letters: [Character], _ index: Int) -> Bool {
        ".,".contains(letters[index]) && index + 1 < letters.count && isDigit(letters[index + 1])
    }

    private static func isAmount(_ number: String, mayBeBare: Bool) -> Bool {
        let groups = number.split(separator: ".")
        let whole = groups.first.map(String.init) ?? ""
        let thousands = whole.split(separator: ",")
        if thousands.count > 1, thousands[0].count <= 3, thousands.dropFirst().allSatisfy({ $0.count == 3 }) {
            return true
        }
        if groups.count == 2, groups[1].count == 2 { return !isYear(whole) }
        return mayBeBare && groups.count == 1 && number.count >= 5 && number.count <= 14
    }

    /// 2023.03 is a month.
    private static func isYear(_ text: String) -> Bool {
        text.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
    }
}
