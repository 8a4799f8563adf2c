import Foundation
import Spreadsheet

/// Every block and field that the template requires is there and filled.
enum STR01: Rule {
    static let info = RuleInfo(
        id: "STR-01",
        title: "必填内容齐全",
        level: .must,
        citation: "本工具约定（表样的必填项）",
        departure:
            "与表样不同、没有印这一项的表，只要求说明；没有认出表样的，只看表上印着的单位名称、项目名称、年度总体目标、完成情况，空着的要求说明；单独一张指标表没有基本情况，填表时再核对；节选的表不查；还留着提示语的格子由 STR-05 报。",
        remedy: "填上这一项；填表时也可以写在指标表的“基本情况”里，或用 --set 名称=内容 给出。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        if submission.kind == .export { return .notRun("这是预算执行导出，没有表样的内容") }
        if let why = submission.whyPartial { return .notRun(why) }
        var hits: [RuleHit] = []
        if evaluation.indicators.isEmpty {
            hits.append(
                RuleHit(
                    submission.source, subject: "绩效指标", found: "", expected: "至少一条绩效指标", message: "指标表里没有一条绩效指标。"))
        }
        if submission.kind == .table {
            return hits.isEmpty ? .notRun("指标表里没有基本情况；填表时再核对") : .ran(hits)
        }
        // What has no place of its own may be there, under a label that nobody understood.
        let unread = evaluation.whyUncertain(.fact)
        var isUncertain = false
        hits =
            evaluation.standard.requiredFacts.compactMap { label -> RuleHit? in
                let fact = submission.facts[label]
                let place = fact?.source ?? submission.factPlaces[label]
                guard TextNormalizer.key(fact?.text ?? "").isEmpty, place.map(submission.isFiller) != true else {
                    return nil
                }
                if unread != nil, place == nil {
                    isUncertain = true
                    return nil
                }
                // A form that is not that of its template does not ask for all that the template does.
                let isOther = place == nil && evaluation.purpose == .checked && submission.differences?.isEmpty == false
                return RuleHit(
                    place ?? submission.source, subject: label.rawValue, found: "",
                    expected: isOther ? "填写\(label)，或说明这张表没有这一项" : "填写\(label)",
                    message: isOther
                        ? "表样要求填写“\(label)”，这张表上没有印这一项，可能不是同一种表样。"
                        : "表样要求填写“\(label)”，\(place == nil ? "输入里没有" : "这里空着")。",
                    level: isOther ? .explain : nil)
            } + hits
        hits += printed(evaluation)
        if let unread, isUncertain, hits.isEmpty { return .notRun(unread) }
        return .ran(hits)
    }

    /// A form of no known kind says itself what it asks for: labels with an empty place. Whether they must be filled is for the person to say.
    private static func printed(_ evaluation: Evaluation) -> [RuleHit] {
        let submission = evaluation.submission
        guard evaluation.standard.requiredFacts.isEmpty, evaluation.purpose == .checked,
            evaluation.account.isUnderstood
        else { return [] }
        return [FactName.unit, .project, .goal, .outcome].compactMap { label in
            guard let place = submission.factPlaces[label], submission.facts[label] == nil, place.text.isEmpty,
                place.cell != nil
            else { return nil }
            return RuleHit(
                place, subject: label.rawValue, found: "", expected: "填写\(label)，或说明不填的原因",
                message: "表上印着“\(label)”，旁边空着。", level: .explain)
        }
    }
}
