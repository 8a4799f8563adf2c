import Foundation

/// Criteria of things that should not be: 无事故得满分，发生1起扣10分.
extension ScoringCriterion {
    /// The criterion for a row that counts those things: none is a figure of 0, some is more.
    func counted(in indicator: Indicator) -> ScoringCriterion {
        guard indicator.wantsNone else { return self }
        var criterion = self
        for index in rules.indices {
            guard case .words(let words) = rules[index].test, let (thing, isNone) = Self.thing(words),
                indicator.counts(thing)
            else { continue }
            criterion.rules[index].test = .bounds([Bound(sign: isNone ? .atMost : .more, number: 0, unit: "")])
        }
        return criterion
    }

    /// What a condition says there is none or some of: 无事故, 全年零投诉, 发生安全事故; nil where it says something else.
    private static func thing(_ words: String) -> (thing: String, isNone: Bool)? {
        var rest = words[...]
        for lead in ["全年", "年度", "当年", "本年"] where rest.hasPrefix(lead) { rest = rest.dropFirst(lead.count) }
        for (list, isNone) in [(CriterionWords.none, true), (CriterionWords.some, false)] {
            guard let word = list.first(where: { rest.hasPrefix($0) }) else { continue }
            var thing = String(rest.dropFirst(word.count))
            for tail in ["发生", "的", "情况", "现象"] where thing.hasSuffix(tail) {
                thing = String(thing.dropLast(tail.count))
            }
            return (thing, isNone)
        }
        return nil
    }
}

extension Indicator {
    /// Whether the row wants none of something, as a number: 0起, ≤0次.
    var wantsNone: Bool {
        guard let target, target.isQuantitative, target.quantity.number == 0, target.tolerance == nil,
            !target.quantity.isPercentage
        else { return false }
        return target.comparison == .equal || target.comparison == .atMost
    }

    /// Whether the row counts what a criterion names: its name has the words, or two letters of them where none is wanted.
    func counts(_ words: String) -> Bool {
        if name.contains(words) || words.isEmpty { return true }
        guard wantsNone else { return false }
        let letters = Array(words)
        return zip(letters, letters.dropFirst()).contains { name.contains("\($0)\($1)") }
    }
}
