import Foundation
import Spreadsheet

/// Puts the pieces of 评分标准 together. Nothing is guessed: a number that stands for nothing known makes the whole not understood.
struct CriterionParser {
    struct NotUnderstood: Error {}

    let pieces: [CriterionTokenizer.Piece]
    var index = 0
    var criterion = ScoringCriterion()
    var subjects: Set<String> = []
    // What was read since the last award.
    var bounds: [ScoringCriterion.Bound] = []
    var loose: Loose?
    var sign: FormulaTest.Sign?
    var letters = ""
    var isOtherwise = false
    var spans = false
    var step: Step?
    var takes = false
    var mostIsNext = false

    private init(_ text: String) { pieces = CriterionTokenizer.pieces(text) }

    private static let memo = Memo<ScoringCriterion?>()

    /// What a text says; nil where it is not understood.
    static func criterion(_ text: String) -> ScoringCriterion? {
        memo.value(of: text) {
            var parser = CriterionParser(text)
            return try? parser.run()
        }
    }

    private var next: CriterionToken? { index + 1 < pieces.count ? pieces[index + 1].token : nil }

    private var nextIsNumber: Bool {
        if case .number = next { return true }
        return false
    }

    /// Whether a number stands here whose points are taken off: 发生1起扣10分, and not 发生2起以上不得分.
    private var countsFromHere: Bool {
        guard nextIsNumber, criterion.deduction == nil, bounds.isEmpty, loose == nil, sign == nil else { return false }
        for piece in pieces.dropFirst(index + 2) {
            switch piece.token {
            case .letter, .punctuation(","): continue
            case .takes: return true
            default: return false
            }
        }
        return false
    }

    private mutating func run() throws -> ScoringCriterion {
        while index < pieces.count {
            try read(pieces[index])
            index += 1
        }
        guard bounds.isEmpty, loose == nil, sign == nil, step == nil, !takes, !mostIsNext, !spans else {
            throw NotUnderstood()
        }
        guard criterion.settle(subjects: subjects) else { throw NotUnderstood() }
        return criterion
    }

    // MARK: Pieces

    private mutating func read(_ piece: CriterionTokenizer.Piece) throws {
        switch piece.token {
        case .number(let number, let unit): try readNumber(number, unit)
        case .points(let points): try readPoints(points)
        case .full: try readFull()
        case .gives, .floor: break
        case .takes: takes = true
        case .each:
            guard step == nil, bounds.count < 2, sign == nil else { throw NotUnderstood() }
            step = Step()
        case .side(let side): readSide(side, piece.raw)
        case .event:
            // 发生1起扣10分.
            if step == nil, countsFromHere { step = Step(isEach: false) }
            if step == nil { letters += piece.raw }
            step?.countsEvents = true
            step?.side = .above
        case .sign(let found): try readSign(found)
        case .reaches:
            if nextIsNumber, step == nil { sign = .atLeast } else { letters += piece.raw }
        case .reachesNot:
            if step != nil { step?.side = .below } else if nextIsNumber { sign = .less } else { letters += piece.raw }
        case .after(let found): try readAfter(found)
        case .included(let isIncluded): readIncluded(isIncluded)
        case .to: spans = loose != nil
        case .otherwise: isOtherwise = true
        case .proportional: try close(.proportional)
        case .open: try close(.open)
        case .most: mostIsNext = true
        case .counting(let counting): criterion.deduction?.counting = counting
        case .punctuation(let mark): try readMark(mark)
        case .letter(let letter):
            // 扣完5分为止 takes no 5 points off.
            if takes, !"的该本此项指标分值权重总其".contains(letter) { throw NotUnderstood() }
            if step != nil { step?.letters.append(letter) } else { letters.append(letter) }
        }
    }

    private mutating func readNumber(_ number: Decimal, _ unit: String) throws {
        if takes {
            guard unit == "%" else { throw NotUnderstood() }
            skip(["的", "分", "值", "权", "重"])
            return try take(number, isShare: true)
        }
        if index > 0, pieces[index - 1].token == .gives, unit == "%" {
            skip(["的", "分", "值", "权", "重"])
            return try close(.share(number))
        }
        // 分值的80%.
        if step == nil, unit == "%", let own = ["分值的", "权重的", "分值", "权重"].first(where: letters.hasSuffix) {
            letters = String(letters.dropLast(own.count))
            return try close(.share(number))
        }
        if step != nil {
            guard step?.size == nil else { throw NotUnderstood() }
            step?.size = number
            step?.unit = unit
            return
        }
        if let sign {
            bounds.append(.init(sign: sign, number: number, unit: unit))
            self.sign = nil
        } else if spans, let low = loose {
            let lowSign: FormulaTest.Sign = low.isIncluded == false ? .more : .atLeast
            bounds.append(
                .init(
                    sign: lowSign, number: low.number, unit: low.unit.isEmpty ? unit : low.unit,
                    isSoft: low.isIncluded == nil))
            bounds.append(.init(sign: .less, number: number, unit: unit, isSoft: true))
            loose = nil
            spans = false
        } else {
            guard loose == nil, bounds.isEmpty else { throw NotUnderstood() }
            loose = Loose(number: number, unit: unit)
        }
    }

    private mutating func skip(_ words: [Character]) {
        while case .letter(let letter) = next, words.contains(letter) { index += 1 }
        if next == .full { index += 1 }
    }

    private mutating func readSide(_ side: ScoreDeduction.Side, _ raw: String) {
        if step != nil {
            // 每超, 每低; 每高 a word later is a part of the words.
            if step?.size == nil { step?.side = side } else { step?.letters += raw }
        } else if nextIsNumber, bounds.isEmpty, loose == nil {
            // 少1个扣2分.
            step = Step(side: side)
        } else {
            letters += raw
        }
    }

    private mutating func readSign(_ found: FormulaTest.Sign) throws {
        if step != nil {
            guard step?.size == nil, found != .equal else { throw NotUnderstood() }
            step?.side = found == .less || found == .atMost ? .below : .above
            return
        }
        if let number = loose {
            // 80%≤X<90%.
            guard !number.hasCrossedComma else { throw NotUnderstood() }
            let turned: [FormulaTest.Sign: FormulaTest.Sign] = [
                .less: .more, .atMost: .atLeast, .more: .less, .atLeast: .atMost, .equal: .equal,
            ]
            bounds.append(.init(sign: turned[found] ?? found, number: number.number, unit: number.unit))
            loose = nil
            return
        }
        guard sign == nil else { throw NotUnderstood() }
        sign = found
    }

    private mutating func readAfter(_ found: FormulaTest.Sign) throws {
        if let number = loose {
            var sign = found
            if number.isIncluded == true, found == .less { sign = .atMost }
            if number.isIncluded == false, found == .atLeast { sign = .more }
            bounds.append(
                .init(
                    sign: sign, number: number.number, unit: number.unit,
                    isSoft: number.isIncluded == nil && found == .less))
            loose = nil
        } else if let last = bounds.indices.last {
            // 达到95%以上, 控制在3%以内.
            guard bounds[last].sign == .atLeast else { throw NotUnderstood() }
            bounds[last].sign = found
        } else {
            throw NotUnderstood()
        }
    }

    private mutating func readIncluded(_ isIncluded: Bool) {
        // （含90%） names the number again.
        if nextIsNumber { index += 1 }
        if loose != nil {
            loose?.isIncluded = isIncluded
        } else if let last = bounds.indices.last {
            bounds[last].isSoft = false
            switch (bounds[last].sign, isIncluded) {
            case (.more, true): bounds[last].sign = .atLeast
            case (.less, true): bounds[last].sign = .atMost
            case (.atLeast, false): bounds[last].sign = .more
            case (.atMost, false): bounds[last].sign = .less
            default: break
            }
        }
    }

    private mutating func readMark(_ mark: Character) throws {
        guard "，,；;。、".contains(mark) else { return }
        if takes { throw NotUnderstood() }
        loose?.hasCrossedComma = true
        guard "；;。".contains(mark) else { return }
        guard loose == nil, bounds.isEmpty, sign == nil, step == nil else { throw NotUnderstood() }
        letters = ""
        isOtherwise = false
    }

    private mutating func readPoints(_ points: Decimal) throws {
        if mostIsNext {
            mostIsNext = false
            guard criterion.deduction != nil else { throw NotUnderstood() }
            criterion.deduction?.most = points
            return
        }
        if takes { return try take(points, isShare: false) }
        if isSaidAgain { return }
        try close(.points(points))
    }

    private mutating func readFull() throws {
        // 扣该项分值的5%, 得满分的80%.
        var place = index + 1
        if place < pieces.count, pieces[place].token == .letter("的") { place += 1 }
        if place < pieces.count, case .number(let share, "%") = pieces[place].token {
            index = place
            return takes ? try take(share, isShare: true) : try close(.share(share))
        }
        if takes {
            takes = false
            return try close(.points(0))
        }
        if isSaidAgain { return }
        try close(.full)
    }

    /// 得满分（10分）: the bracket repeats the award.
    private var isSaidAgain: Bool {
        guard index > 0, pieces[index - 1].token == .punctuation("("), !criterion.rules.isEmpty else { return false }
        return bounds.isEmpty && loose == nil && letters.isEmpty && step == nil && !isOtherwise
    }
}
