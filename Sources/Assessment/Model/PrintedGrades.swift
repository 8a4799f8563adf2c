import Foundation
import Spreadsheet

/// Bands of grades that a form prints in its own notes: 90（含）以上为优、80（含）-90为良, 优（90分及以上）、良（80-90分）, 总分≥90为优秀.
///
/// The names are the form's own. Numbers of a list (1.  （1）  ①) are no bounds.
public enum PrintedGrades {
    /// The grades, highest first; nil where a text prints none that fit together.
    public static func grades(in text: String) -> [Grade]? {
        switch GradeScale.reading(text) {
        case .grades(let grades): grades
        case .shares: nil
        case .none, .unclear: gradesOfAnyName(in: text)
        }
    }

    /// Whether a text names grades and numbers that make no bands: what the form prints there is not known.
    public static func isUnclear(_ text: String) -> Bool {
        GradeScale.reading(text) == .unclear && gradesOfAnyName(in: text) == nil
    }

    /// Bands whose names are no common ones: 90分以上为好，60分以下为需整改.
    private static func gradesOfAnyName(in text: String) -> [Grade]? {
        let key = TextNormalizer.key(text).filter { !(0x2460...0x2473).contains($0.unicodeScalars.first?.value ?? 0) }
        guard key.contains(where: { $0.isASCII && $0.isNumber }),
            ["等级", "为优", "优秀", "优(", "为良", "等次", "档", "合格", "优:", "优≥", "优>"].contains(where: key.contains)
        else { return nil }
        let bands = self.bands(Array(key))
        // A scale goes down without gaps to 0, each name once.
        let sorted = bands.sorted { $0.grade.from > $1.grade.from }
        guard sorted.count >= 2, sorted.last?.grade.from == 0, Set(sorted.map(\.grade.name)).count == sorted.count,
            Set(sorted.map(\.grade.from)).count == sorted.count
        else { return nil }
        for (upper, lower) in zip(sorted, sorted.dropFirst()) {
            // 80-89 goes up to 90.
            guard let to = lower.to else { continue }
            guard to <= upper.grade.from, upper.grade.from - to <= 1 else { return nil }
        }
        return sorted.map(\.grade)
    }

    /// Whether a text is one band of a scale, or a whole scale: 良好：75分（含）-90分; 优≥90，良≥80，差<80.
    public static func isBand(_ text: String) -> Bool {
        if case .grades = GradeScale.reading(text) { return true }
        let letters = Array(TextNormalizer.key(text))
        guard letters.count <= 30, letters.contains(where: { $0.isASCII && $0.isNumber }) else { return false }
        let bands = bands(letters)
        return bands.count == 1 && Grade.names.contains(bands[0].grade.name)
    }

    /// Whether a text names several grades with numbers, whether they were understood or not: it is no grade that was given.
    public static func isScale(_ text: String) -> Bool { ![.none, .shares].contains(GradeScale.reading(text)) }

    /// How many names of grades and how many bounds a text has: the cells of a table of bands have them apart.
    public static func parts(of text: String) -> (names: Int, bounds: Int) { GradeScale.parts(of: text) }

    /// Whether texts side by side may have a name of a grade or a bound, by their letters alone.
    public static func mayHaveParts(_ texts: [String]) -> Bool { GradeSigns(texts).mayHaveParts }

    private struct Band {
        var grade: Grade
        var to: Decimal?
    }

    private struct Bounds {
        var from: Decimal?
        var to: Decimal?
        /// Where its text ends.
        var end: Int
    }

    private static func bands(_ letters: [Character]) -> [Band] {
        var found: [Band] = []
        var index = 0
        var lastEnd = 0
        while index < letters.count {
            guard isStart(letters, index), let bounds = bounds(letters, index), bounds.from != nil || bounds.to != nil
            else {
                index += 1
                continue
            }
            // The name stands behind (90以上为优) or before (优（90以上）).
            let behind = nameBehind(letters, bounds.end)
            let before = nameBefore(letters, index, from: lastEnd)
            if let name = behind?.name ?? before {
                found.append(Band(grade: Grade(name: name, from: bounds.from ?? 0), to: bounds.to))
                lastEnd = behind?.end ?? bounds.end
                index = lastEnd
            } else {
                index = bounds.end
            }
        }
        return found
    }

    private static let signs: [(String, isFrom: Bool)] = [
        ("≥", true), (">=", true), ("≧", true), (">", true), ("不低于", true), ("大于等于", true), ("大于或等于", true),
        ("≤", false), ("<=", false), ("<", false),
        ("低于", false), ("小于", false), ("不足", false), ("不满", false),
    ]

    private static func isStart(_ letters: [Character], _ index: Int) -> Bool {
        let isDigit = letters[index].isASCII && letters[index].isNumber
        let isInside = index > 0 && (letters[index - 1].isNumber || letters[index - 1] == ".") && isDigit
        return !isInside && (isDigit || signs.contains { letters[index...].starts(with: $0.0) })
    }

    /// `90分(含)以上`, `80(含)-90分`, `<60`, `60分以下`, `90≤得分≤100`, `[90,100]`.
    private static func bounds(_ letters: [Character], _ start: Int) -> Bounds? {
        var index = start
        func starts(_ word: String) -> Bool { letters[min(index, letters.count)...].starts(with: word) }
        func skip(_ words: [String]) {
            while let word = words.first(where: { starts($0) }) { index += word.count }
        }
        func number() -> Decimal? {
            let digits = letters[min(index, letters.count)...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard !digits.isEmpty, let value = DecimalText.number(String(digits)), value <= 150 else { return nil }
            index += digits.count
            return value
        }
        let marks = ["分", "(含)", "(不含)", "含", "%", "（含）"]
        if let sign = signs.first(where: { starts($0.0) }) {
            index += sign.0.count
            guard let value = number() else { return nil }
            skip(marks)
            return sign.isFrom ? Bounds(from: value, end: index) : Bounds(to: value, end: index)
        }
        guard let first = number() else { return nil }
        skip(marks)
        if starts("以上") || starts("及以上") || starts("及其以上") {
            skip(["及其以上", "及以上", "以上", "(含)"] + marks)
            return Bounds(from: first, end: index)
        }
        if starts("以下") || starts("及以下") {
            skip(["及以下", "以下"] + marks)
            return Bounds(to: first, end: index)
        }
        let between = [
            "-", "—", "–", "~", "至", "到", "≤得分<", "≤x<", "≤总分<", "≤s<", ",", "≤评分<", "≤分数<", "≤得分≤", "≤x≤", "≤s≤",
            "(含)至",
        ]
        guard let link = between.first(where: { starts($0) }) else { return nil }
        // 1,2 of a list; [90,100) of an interval.
        if link == ",", start == 0 || !"[(".contains(letters[start - 1]) { return nil }
        index += link.count
        while starts("-") || starts("—") { index += 1 }
        guard let second = number() else { return nil }
        skip(marks + ["之间", "]"])
        return Bounds(from: min(first, second), to: max(first, second), end: index)
    }

    private static let links = [
        "的为", "的等级为", "的评为", "等级为", "的定为", "评定为", "评为", "定为", "对应", "的是", "为", "是", "的,为", ",为", "的", ":", "=",
    ]

    /// 为优, 的评为“良”.
    private static func nameBehind(_ letters: [Character], _ start: Int) -> (name: String, end: Int)? {
        var index = start
        if index < letters.count, ")）]".contains(letters[index]) { index += 1 }
        guard let link = links.first(where: { letters[min(index, letters.count)...].starts(with: $0) }) else {
            return nil
        }
        index += link.count
        while let more = links.first(where: { letters[min(index, letters.count)...].starts(with: $0) }) {
            index += more.count
        }
        let name = String(letters[min(index, letters.count)...].prefix { isName($0) })
        return trimmed(name).map { ($0, index + name.count) }
    }

    /// 优（90分以上）, 优:90-100, 优秀≥90.
    private static func nameBefore(_ letters: [Character], _ start: Int, from: Int) -> String? {
        var index = start
        while index > from,
            "([（:【=是为".contains(letters[index - 1]) || "得分在".contains(letters[index - 1]) && index < start
        { index -= 1 }
        let name = letters[from..<index].reversed().prefix { isName($0) }.reversed()
        return trimmed(String(name))
    }

    private static func isName(_ letter: Character) -> Bool { letter.isLetter && !letter.isASCII }

    private static let leads = ["分为", "等级为", "评为", "其中", "即", "等级", "和", "得分", "总分", "评价", "注", "说明"]
    private static let tails = ["等级", "四个等级", "三个等级", "五个等级", "四档", "档", "划分等级", "等次"]

    private static func trimmed(_ text: String) -> String? {
        var name = text
        if let cut = name.range(of: "划分") { name = String(name[..<cut.lowerBound]) }
        while let tail = tails.first(where: { name.hasSuffix($0) && name.count > $0.count }) {
            name = String(name.dropLast(tail.count))
        }
        for lead in leads {
            if let cut = name.range(of: lead, options: .backwards) { name = String(name[cut.upperBound...]) }
        }
        return (1...4).contains(name.count) ? name : nil
    }
}
