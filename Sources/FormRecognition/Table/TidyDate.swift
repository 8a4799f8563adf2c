import Assessment
import Foundation
import Spreadsheet

/// A date as exports write it in text.
enum TidyDate {
    /// What stands for a date in the tidied table: a date, or `2021-12` as text for a month.
    ///
    /// - Parameter isExpected: the heading says that dates stand here, so `20211231`, `202112` and `2021.12` are dates too.
    static func cell(_ text: String, isExpected: Bool) -> Cell? {
        guard (6...40).contains(text.utf8.count) else { return nil }
        let plain = TextNormalizer.narrowed(text)
        guard let first = plain.utf8.first, first == 0x31 || first == 0x32 else { return nil }
        let (day, clock) = split(plain)
        guard let numbers = isExpected ? compact(day) ?? marked(day, isExpected) : marked(day, isExpected),
            (1900...2200).contains(numbers[0]), (1...12).contains(numbers[1])
        else { return nil }
        guard numbers.count == 3 else {
            guard clock.isEmpty else { return nil }
            return Cell(
                text: "\(DecimalDigits.padded(numbers[0], width: 4))-\(DecimalDigits.padded(numbers[1], width: 2))")
        }
        guard (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2]) else { return nil }
        var seconds: Int?
        if !clock.isEmpty {
            guard let read = secondsOfDay(clock) else { return nil }
            seconds = read
        }
        return cell(day: (numbers[0], numbers[1], numbers[2]), secondsOfDay: seconds)
    }

    /// A date cell of a workbook, in the 1900 system whatever its own was.
    static func cell(_ date: DateValue) -> Cell {
        guard let day = date.day else { return Cell(value: .date(date), shown: date.iso8601) }
        return cell(day: day, secondsOfDay: date.secondsOfDay)
    }

    private static func cell(day: (year: Int, month: Int, day: Int), secondsOfDay: Int?) -> Cell {
        var serial = Decimal(DateValue.daysFrom1970(day) + 25_569)
        if let secondsOfDay { serial += DecimalDigits.rounded(Decimal(secondsOfDay) / 86_400, places: 10) }
        let date = DateValue(day: day, secondsOfDay: secondsOfDay, serial: serial)
        return Cell(value: .date(date), shown: date.iso8601)
    }

    /// The day and the time of day of a text.
    private static func split(_ text: String) -> (day: String, clock: String) {
        if let index = text.firstIndex(where: { $0 == " " || $0 == "T" }) {
            let clock = text[text.index(after: index)...].drop { $0 == " " }
            return (String(text[..<index]), String(clock))
        }
        // 20211231081500 and 2021-12-3108:15:00 are not guessed at.
        return (text, "")
    }

    /// 2021年12月5日, 2021年12月, 2021.12.31, 2021/12/31, 2021-12; with one kind of mark throughout.
    private static func marked(_ text: String, _ isExpected: Bool) -> [Int]? {
        var numbers: [Int] = []
        var marks = ""
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                guard digits.count <= 4 else { return nil }
            } else {
                guard "年月日-/.".contains(character), let number = Int(digits) else { return nil }
                numbers.append(number)
                marks.append(character)
                digits = ""
            }
        }
        if let last = Int(digits) { numbers.append(last) }
        switch marks {
        case "年月日", "--", "//", "..": return numbers.count == 3 ? numbers : nil
        case "年月": return (2...3).contains(numbers.count) ? numbers : nil
        case "-", "/": return numbers.count == 2 && (isExpected || text.count == 7) ? numbers : nil
        // 2021.12 is an amount anywhere else.
        case ".": return numbers.count == 2 && isExpected ? numbers : nil
        default: return nil
        }
    }

    private static func compact(_ text: String) -> [Int]? {
        guard text.count == 8 || text.count == 6, text.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(text)
        else { return nil }
        return text.count == 8 ? [number / 10_000, number / 100 % 100, number % 100] : [number / 100, number % 100]
    }

    /// 08:15 or 08:15:00, parts of a second left out.
    private static func secondsOfDay(_ text: String) -> Int? {
        let whole = text.prefix { $0 != "." }
        let parts = whole.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard (2...3).contains(parts.count), (0...23).contains(parts[0]),
            parts.dropFirst().allSatisfy((0...59).contains)
        else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
