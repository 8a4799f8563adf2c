import Foundation
import Spreadsheet

/// A text about grades, taken apart: names, numbers, and the signs and words that make bounds of them.
enum GradeToken: Hashable {
    /// 优, 良好, 一等, A.
    case name(String)
    /// A number; whether 含 or 不含 stands behind it, or the bracket of an interval says so.
    case number(Decimal, isIncluded: Bool?, isPercentage: Bool)
    /// ≥, 低于: a bound for what stands before it.
    case sign(isFrom: Bool, isStrict: Bool)
    /// 以上, 以下 behind its number; whether it has the number: 以下 alone has not.
    case after(isFrom: Bool, isIncluded: Bool)
    /// - ~ 至 between two numbers.
    case dash
    /// A comma, a bracket: nothing goes over it but another bound of the same band.
    case mark
    /// Anything else.
    case word
}

extension GradeToken {
    /// Takes a text apart.
    static func tokens(_ text: String) -> [GradeToken] {
        var taker = Taker(letters: Array(plain(text)))
        taker.run()
        return taker.tokens
    }

    /// Spaces between words and line breaks keep names apart.
    private static func plain(_ text: String) -> String {
        let letters = Array(text)
        var plain = ""
        for (index, letter) in letters.enumerated() {
            if letter.isNewline {
                plain += "；"
            } else if letter.isWhitespace {
                let before = letters[..<index].last { !$0.isWhitespace }
                let after = letters[index...].first { !$0.isWhitespace }
                if let before, let after, before.isLetter, after.isLetter { plain += "、" }
            } else if letter == ":" || letter == "：" {
                plain += "、"
            } else {
                plain.append(letter)
            }
        }
        return TextNormalizer.key(plain)
    }

    private struct Taker {
        let letters: [Character]
        var tokens: [GradeToken] = []
        var index = 0

        private static let signs: [(String, Bool, Bool)] = [
            ("大于或等于", true, false), ("大于等于", true, false), ("高于等于", true, false), ("不低于", true, false),
            ("不小于", true, false),
            ("不少于", true, false), ("达到", true, false), ("≥", true, false), (">=", true, false), ("≧", true, false),
            ("⩾", true, false),
            ("小于或等于", false, false), ("小于等于", false, false), ("低于等于", false, false), ("不高于", false, false),
            ("不大于", false, false),
            ("不超过", false, false), ("≤", false, false), ("<=", false, false), ("≦", false, false), ("⩽", false, false),
            ("大于", true, true), ("高于", true, true), ("超过", true, true), (">", true, true),
            ("小于", false, true), ("低于", false, true), ("不足", false, true), ("不满", false, true), ("未达到", false, true),
            ("不到", false, true), ("<", false, true),
        ]
        private static let afters: [(word: String, isFrom: Bool, isIncluded: Bool)] = [
            ("及其以上", true, true), ("及以上", true, true), ("或以上", true, true), ("以上", true, true),
            ("及其以下", false, true), ("及以下", false, true), ("或以下", false, true), ("以内", false, true),
            ("以下", false, false),
        ]
        /// What is graded; it says nothing of the bounds.
        private static let subjects = [
            "绩效自评得分", "自评总得分", "评价总得分", "综合得分", "自评得分", "评价得分", "自评总分", "最终得分", "总得分", "评分结果", "评分", "得分", "总分", "分数",
            "分值",
        ]

        mutating func run() {
            while index < letters.count {
                // Most letters begin none of the words.
                guard let words = letters[index].unicodeScalars.first.flatMap({ Self.firsts[$0.value] }) else {
                    takeOther()
                    continue
                }
                if takeNumber() || takeName(words.names) { continue }
                if let (word, isFrom, isStrict) = words.signs.first(where: { starts($0.0) }) {
                    take(.sign(isFrom: isFrom, isStrict: isStrict), word)
                } else if let found = words.afters.first(where: { starts($0.word) }) {
                    take(.after(isFrom: found.isFrom, isIncluded: found.isIncluded), found.word)
                    // 95分以上（含95分）: 以上 has it already.
                    takeIncluded()
                } else if let word = words.subjects.first(where: { starts($0) }) {
                    index += word.count
                } else if "-—–~至到".contains(letters[index]) {
                    if tokens.last != .dash { tokens.append(.dash) }
                    index += 1
                } else if letters[index] == ",", isInInterval {
                    tokens.append(.dash)
                    index += 1
                } else if "sxyznmfkp".contains(letters[index]), !isAscii(index - 1), !isAscii(index + 1) {
                    // 90≤S<95.
                    index += 1
                } else {
                    takeOther()
                }
            }
        }

        /// The words that begin with one letter.
        private struct Words {
            var names: [String] = []
            var signs: [(String, Bool, Bool)] = []
            var afters: [(word: String, isFrom: Bool, isIncluded: Bool)] = []
            var subjects: [String] = []
        }

        /// The words by their first letters; of letters that begin other things none.
        private static let firsts: [UInt32: Words] = {
            var words: [UInt32: Words] = [:]
            func first(_ word: String) -> UInt32 { word.unicodeScalars.first?.value ?? 0 }
            for mark in "-—–~至到,sxyznmfkp0123456789".unicodeScalars { words[mark.value] = Words() }
            for name in names { words[first(name), default: Words()].names.append(name) }
            for sign in signs { words[first(sign.0), default: Words()].signs.append(sign) }
            for after in afters { words[first(after.word), default: Words()].afters.append(after) }
            for subject in subjects { words[first(subject), default: Words()].subjects.append(subject) }
            return words
        }()

        private mutating func takeOther() {
            let isMark = !letters[index].isLetter && !letters[index].isNumber
            if !"()[]".contains(letters[index]), tokens.last != (isMark ? .mark : .word) {
                tokens.append(isMark ? .mark : .word)
            }
            index += 1
        }

        private mutating func take(_ token: GradeToken, _ word: String) {
            tokens.append(token)
            index += word.count
        }

        private func starts(_ word: String) -> Bool { letters[min(index, letters.count)...].starts(with: word) }

        private func letter(_ place: Int) -> Character? { letters.indices.contains(place) ? letters[place] : nil }

        private func isAscii(_ place: Int) -> Bool { letter(place).map { $0.isASCII && $0.isLetter } ?? false }

        /// Whether the comma here stands between the two numbers of [90,100).
        private var isInInterval: Bool {
            guard case .number = tokens.last else { return false }
            let before = letters[..<index].reversed().first { !($0.isNumber || ".分%".contains($0)) }
            let after = letters[(index + 1)...].first { !($0.isNumber || ".分%".contains($0)) }
            return before.map { "[(".contains($0) } ?? false && after.map { "])".contains($0) } ?? false
        }

        // MARK: Numbers

        private static let counters = Set("家个名人户件次项元万亿年月日天台套米所场期条处起例批辆座份")

        private mutating func takeNumber() -> Bool {
            guard letters[index].isASCII, letters[index].isNumber else { return false }
            var digits = String(letters[index...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
            let before = letter(index - 1)
            let length = digits.count
            // 2.80分以上: the second of a list.
            if before.map({ "、,;。；，".contains($0) }) ?? true, digits.dropFirst().first == ".", digits.count >= 4 {
                digits = String(digits.dropFirst(2))
            }
            while digits.hasSuffix(".") { digits.removeLast() }
            index += length
            guard let value = DecimalText.number(digits), value <= 150 else {
                tokens.append(.word)
                return true
            }
            var isPercentage = false
            // A year, a count of things and a number of a list are no points.
            while let next = letter(index), "分%".contains(next) {
                isPercentage = isPercentage || next == "%"
                index += 1
            }
            // 98家 and 12次 are no points.
            if let next = letter(index), Self.counters.contains(next) {
                tokens.append(.word)
                return true
            }
            var isIncluded = takeIncluded()
            if let next = letter(index), "分%".contains(next) { index += 1 }
            if isIncluded == nil {
                if before == "[" || letter(index) == "]" { isIncluded = true }
                if before == "(", letter(index) == "," || letter(index) == ")" && tokens.last == .dash {
                    isIncluded = false
                }
                if letter(index) == ")", tokens.last == .dash, opensInterval { isIncluded = false }
            }
            tokens.append(.number(value, isIncluded: isIncluded, isPercentage: isPercentage))
            return true
        }

        /// Whether the bracket that is still open is one of an interval: [80,90).
        private var opensInterval: Bool {
            guard let open = letters[..<index].lastIndex(where: { "[(".contains($0) }) else { return false }
            return letters[open..<index].contains(",")
        }

        /// （含）, 含90分, （不含90分）.
        @discardableResult private mutating func takeIncluded() -> Bool? {
            var place = index
            let isBracketed = letter(place) == "("
            if isBracketed { place += 1 }
            let isNot = letter(place) == "不"
            if isNot { place += 1 }
            guard letter(place) == "含" else { return nil }
            place += 1
            while let next = letter(place), next.isNumber || ".分%本数".contains(next) { place += 1 }
            if isBracketed {
                guard letter(place) == ")" else { return nil }
                place += 1
            }
            index = place
            return !isNot
        }

        // MARK: Names

        private static let names = Grade.words.sorted { $0.count > $1.count }
        /// Letters that may stand right before and behind a name that is a name: 评为优, 以上优, 优等, 优为.
        private static let before = Set("为是即定评属列级等档分于上下含注次在")
        private static let after = Set("等级档次类为是的即在得总评分大小高低不达介对应各三四五共")

        private mutating func takeName(_ names: [String]) -> Bool {
            guard let name = names.first(where: { starts($0) }) else { return false }
            let next = letter(index + name.count)
            let last = letter(index - 1)
            func ends(_ letter: Character?, _ allowed: Set<Character>) -> Bool {
                guard let letter, letter.isLetter else { return true }
                return allowed.contains(letter) && !(letter.isASCII && name.allSatisfy(\.isASCII))
            }
            let isOfThese = last == "中" && letter(index - 2) == "其"
            let isApart = isOfThese || ends(last, Self.before) || name.count > 1 && !"不未最非".contains(last ?? " ")
            guard isApart, ends(next, Self.after) else { return false }
            index += name.count
            for tail in ["等级", "等次", "级别", "档次", "级", "等", "档", "类"] where starts(tail) {
                index += tail.count
                break
            }
            tokens.append(.name(name.allSatisfy(\.isASCII) ? name.uppercased() : name))
            return true
        }
    }
}
