import Foundation
import Spreadsheet

extension ScoringMethod {
    /// Of some indicators exactly one is scored.
    public static let oneOf = ScoringMethod(id: "one-of", title: "两项选一")
}

/// `one-of`: of some indicators that a template names exactly one is scored; the others count as 不适用. An edition of the form that
/// has none of them has nothing to settle.
enum OneOfScoring: Scoring {
    static let method = ScoringMethod.oneOf

    /// Templates name the groups apart; a row of its own is scored as the person gives it.
    static func score(_ subject: ScoringSubject) -> Score { SelfScoring.score(subject) }

    /// Settles each group: leaves out the rows that are not scored, or says why the group has no score.
    static func settle(_ indicators: [Indicator], _ scores: inout [Score], standard: Standard) {
        for names in standard.oneOf {
            let keys = names.map(TextNormalizer.key)
            let rows = indicators.indices.filter {
                keys.contains(TextNormalizer.key(indicators[$0].name))
            }
            if rows.isEmpty { continue }
            let chosen = chosen(among: rows, indicators, scores)
            let listed = names.joined(separator: "、")
            guard chosen.count == 1 else {
                let why =
                    chosen.isEmpty
                    ? "\(listed)要选一项计分，现在都没有" : "\(listed)只能选一项计分，现在 \(chosen.count) 项都有，请把另外的写成“不适用”"
                for row in chosen.isEmpty ? rows : chosen { refuse(&scores[row], why) }
                continue
            }
            for row in rows where !chosen.contains(row) {
                scores[row] = Score(points: nil, method: method, formula: "")
                scores[row].leftOut = "\(listed)选一项计分，计了\(indicators[chosen[0]].name)"
                scores[row].trace = ScoreTrace(method: method.rawValue, title: method.title)
                scores[row].trace.judgement = scores[row].leftOut ?? ""
            }
        }
    }

    /// Rows that the person filled; where no row is, those that the figures score.
    private static func chosen(among rows: [Int], _ indicators: [Indicator], _ scores: [Score]) -> [Int] {
        let open = rows.filter { scores[$0].leftOut == nil }
        let filled = open.filter { indicators[$0].actual != nil || indicators[$0].givenScore?.value != nil }
        return filled.isEmpty ? open.filter { scores[$0].points != nil } : filled
    }

    private static func refuse(_ score: inout Score, _ why: String) {
        score.points = nil
        score.missing = why
        score.expression = nil
        score.allowed = nil
    }
}
