import Foundation
import Spreadsheet

/// Takes 评分标准 apart into pieces: numbers with their units, points, the words of ``CriterionWords``, and the rest letter by letter.
struct CriterionTokenizer {
    /// A piece and the text that it was.
    struct Piece: Hashable {
        var token: CriterionToken
        var raw: String
    }

    private let letters: [Character]
    private var index = 0
    private var pieces: [Piece] = []

    /// Clauses are numbered 1. 2. …: 2.90% is 90 % of the second.
    private let isNumbered: Bool

    private init(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        // A line that begins with its number begins a clause; another one goes on with what stands above.
        let joined = lines.reduce("") { whole, line in
            let first = TextNormalizer.narrowed(line).first
            let begins = first.map { $0.isNumber || "(①②③④⑤⑥⑦⑧⑨".contains($0) } ?? false
            return whole + (begins && !whole.isEmpty ? ";" : "") + line
        }
        letters = Array(ChineseNumeral.withFigures(TextNormalizer.key(joined)))
        let clauses = String(letters).split { "；;。，,".contains($0) }
        isNumbered = ["1", "2"].allSatisfy { mark in
            clauses.contains { $0.hasPrefix(mark + ".") || $0.hasPrefix(mark + "．") }
        }
    }

    /// The pieces of a text.
    static func pieces(_ text: String) -> [Piece] {
        var tokenizer = CriterionTokenizer(text)
        tokenizer.run()
        return tokenizer.pieces
    }

    private mutating func run() {
        while index < letters.count {
            if takeListMark() || takeFormula() || takeProportion() || takeNumber() || takeWord() { continue }
            let letter = letters[index]
            index += 1
            if "，,；;。、()（）【】[].:".contains(letter) {
                pieces.append(Piece(token: .punctuation(letter), raw: String(letter)))
            } else {
                pieces.append(Piece(token: .letter(letter), raw: String(letter)))
            }
        }
    }

    private func starts(_ word: String, at place: Int? = nil) -> Bool {
        let place = place ?? index
        return letters[min(place, letters.count)...].starts(with: word)
    }

    private var isClauseStart: Bool {
        guard let last = pieces.last else { return true }
        if case .punctuation = last.token { return true }
        return false
    }

    // MARK: Marks of lists

    /// `1.`, `（1）`, `①`, `1、` before a clause say nothing.
    private mutating func takeListMark() -> Bool {
        guard let value = letters[index].unicodeScalars.first?.value else { return false }
        if (0x2460...0x2473).contains(value) {
            index += 1
            pieces.append(Piece(token: .punctuation(";"), raw: ";"))
            return true
        }
        guard isClauseStart else { return false }
        var place = index
        let isBracketed = letters[place] == "("
        if isBracketed { place += 1 }
        let digits = letters[place...].prefix { $0.isASCII && $0.isNumber || "一二三四五六七八九十".contains($0) }
        guard (1...2).contains(digits.count), place + digits.count < letters.count else { return false }
        let end = letters[place + digits.count]
        let next = place + digits.count + 1
        let isBeforeNumber = next < letters.count && letters[next].isNumber
        let isDot = ".．".contains(end) && isNumbered && digits.count == 1
        let isMark = isBracketed ? end == ")" : isDot || ".、．)".contains(end) && !isBeforeNumber
        guard isMark else { return false }
        index = next
        pieces.append(Piece(token: .punctuation(";"), raw: ";"))
        return true
    }

    // MARK: Formulas and proportions

    private static let shares = [
        "分值", "权重", "满分", "标准分", "该项分", "该项权重", "该项分值", "本项分值", "指标分值", "该指标分值", "此项分值", "该项满分",
    ]
    private static let products: [Character] = ["×", "*", "✕", "╳"]

    /// `完成率×分值`, `权重*B/A` give a share; `（实际数/计划数）×100%` only says what a figure is.
    private mutating func takeFormula() -> Bool {
        if starts("得分="), let next = Optional(index + 3) {
            index = next
            return true
        }
        if Self.products.contains(letters[index]) {
            let rest = index + 1
            let clause = lastClause()
            if starts("100%", at: rest) {
                index = rest + 4
                let isWhole = letters[min(index, letters.count)...].prefix(2).contains { Self.products.contains($0) }
                // What was reckoned so far is the figure itself.
                if !isWhole { dropClause() }
                return true
            }
            let share = Self.shares.filter { starts($0, at: rest) }.max { $0.count < $1.count }
            let digits = letters[min(rest, letters.count)...].prefix { $0.isNumber || $0 == "." }
            let isPoints = !digits.isEmpty && starts("分", at: rest + digits.count)
            guard share != nil || isPoints, isRatio(clause) else { return false }
            dropClause()
            index = rest + (share?.count ?? digits.count + 1)
            pieces.append(Piece(token: .proportional, raw: clause))
            return true
        }
        for share in Self.shares where starts(share) {
            let place = index + share.count
            guard place < letters.count, Self.products.contains(letters[place]) else { continue }
            let formula = String(letters[(place + 1)...].prefix { !"，,；;。".contains($0) })
            guard isRatio(formula) else { continue }
            index = place + 1 + formula.count
            pieces.append(Piece(token: .proportional, raw: formula))
            return true
        }
        return false
    }

    private func isRatio(_ text: String) -> Bool {
        // 1−… takes off what is over: no share of the target.
        guard !text.contains(where: { "-−－+—".contains($0) }) else { return false }
        return ["率", "比例", "比", "/", "÷"].contains(where: text.contains)
    }

    /// What stands before, back to the last comma.
    private func lastClause() -> String {
        String(pieces.reversed().prefix { !Self.endsClause($0.token) }.map(\.raw).reversed().joined())
    }

    private mutating func dropClause() {
        while let last = pieces.last, !Self.endsClause(last.token) { pieces.removeLast() }
    }

    private static func endsClause(_ token: CriterionToken) -> Bool {
        if case .punctuation(let letter) = token { return "，,；;。".contains(letter) }
        return false
    }

    private static let scoring = [
        "计算得分", "计算", "确定得分", "确定", "得分", "计分", "给分", "记分", "扣分", "赋分", "评分", "折算", "核算", "相应", "的", "该项", "分值", "权重",
        "得", "计", "给",
        "乘以", "分数", "扣减", "扣除", "换算", "递减", "予以", "进行", "分", "满分",
    ].sorted { $0.count > $1.count }

    /// `按比例得分`, `按完成率计分`, `以实际完成比例折算`.
    private mutating func takeProportion() -> Bool {
        guard let lead = ["按照", "根据", "按", "以"].first(where: { starts($0) }) else { return false }
        let from = index + lead.count
        let clause = letters[from...].prefix { !"，,；;。()".contains($0) && !($0.isASCII && $0.isNumber) }
        let text = String(clause.prefix(18))
        // 按时完成率达到… and 以上… say something else.
        let ends = ["比例", "率"].compactMap { text.range(of: $0)?.upperBound }
        guard lead != "以" || !text.hasPrefix("上") && !text.hasPrefix("下") && !text.hasPrefix("内"), let end = ends.min()
        else { return false }
        let between = text[..<end]
        guard between.count <= 12, !"得扣未，".contains(where: between.contains) else { return false }
        var place = from + text.distance(from: text.startIndex, to: end)
        var count = 0
        if place < letters.count, Self.products.contains(letters[place]) { place += 1 }
        while let word = Self.scoring.first(where: { starts($0, at: place) }) {
            place += word.count
            count += 1
        }
        let isEnd = place >= letters.count || "，,；;。()".contains(letters[place])
        guard count > 0 || isEnd else { return false }
        pieces.append(Piece(token: .proportional, raw: String(letters[index..<place])))
        index = place
        return true
    }

    // MARK: Numbers and words

    private static let numerals: [Character: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]

    private mutating func takeNumber() -> Bool {
        let first = letters[index]
        if first.isASCII, first.isNumber || first == "-" && isNegative {
            guard let scanned = DecimalText.scan(Substring(String(letters[index...]))) else { return false }
            let start = index
            index = letters.count - scanned.rest.count
            take(scanned.number, from: start)
            return true
        }
        // 每个百分点, 每次: one.
        if pieces.last?.token == .each, let unit = Self.unit(letters[index...]) {
            index += unit.count
            pieces.append(Piece(token: .number(1, unit: unit), raw: unit))
            return true
        }
        guard let digit = Self.numerals[first] else { return false }
        let start = index
        var value = Decimal(digit)
        var place = index + 1
        if place < letters.count, let next = Self.numerals[letters[place]] {
            guard digit == 10 || next == 10 else { return false }
            value = Decimal(digit == 10 ? 10 + next : digit * 10)
            place += 1
        }
        // 一般 and 一致 are no numbers.
        guard Self.unit(letters[min(place, letters.count)...]) != nil || starts("分", at: place),
            !starts("次性", at: place)
        else { return false }
        index = place
        take(value, from: start)
        return true
    }

    /// A - before a number, but not between two.
    private var isNegative: Bool {
        guard index + 1 < letters.count, letters[index + 1].isNumber else { return false }
        switch pieces.last?.token {
        case .number, .included, .points: return false
        case .letter(let letter): return !letter.isNumber
        default: return true
        }
    }

    private static func unit(_ rest: ArraySlice<Character>) -> String? {
        CriterionWords.units.first { rest.starts(with: $0) }
    }

    private mutating func take(_ number: Decimal, from start: Int) {
        let rest = letters[min(index, letters.count)...]
        if rest.first == "分",
            !["分之", "分钟", "分数", "分项", "分段", "分档", "分别", "分公司"].contains(where: { rest.starts(with: $0) })
        {
            index += 1
            pieces.append(Piece(token: .points(number), raw: String(letters[start..<index])))
            return
        }
        let unit = Self.unit(rest)
        index += unit?.count ?? 0
        pieces.append(Piece(token: .number(number, unit: unit ?? ""), raw: String(letters[start..<index])))
    }

    private mutating func takeWord() -> Bool {
        if "-~～—–至到".contains(letters[index]) {
            switch pieces.last?.token {
            case .number, .included:
                pieces.append(Piece(token: .to, raw: String(letters[index])))
                index += 1
                return true
            default: break
            }
        }
        if let kept = CriterionWords.kept.first(where: { $0.first == letters[index] && starts($0) }) {
            pieces += kept.map { Piece(token: .letter($0), raw: String($0)) }
            index += kept.count
            return true
        }
        guard let (word, token) = CriterionWords.beginning[letters[index]]?.first(where: { starts($0.0) }) else {
            return false
        }
        // 完成率 and 完成情况 name a figure.
        if token == .reaches,
            ["率", "情况", "度", "比例", "质量", "数", "量"].contains(where: { starts($0, at: index + word.count) })
        {
            return false
        }
        index += word.count
        pieces.append(Piece(token: token, raw: word))
        return true
    }
}
