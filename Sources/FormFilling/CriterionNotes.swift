import Assessment
import Spreadsheet

/// What the form says of rows that print a 评价标准 (how points are given) and were scored by a method of the template: the two are for a person to compare.
enum CriterionNotes {
    static func notes(_ evaluation: Evaluation) -> [String] {
        zip(evaluation.indicators, evaluation.scores).compactMap { indicator, score in
            guard let own = indicator.places[.criterion], !own.text.isEmpty, score.expression != nil,
                score.method != .criterion,
                !score.trace.rule.isEmpty, TextNormalizer.key(own.text) != TextNormalizer.key(score.trace.rule)
            else { return nil }
            return
                "\(own.place) 的评价标准照录在自评表中；“\(indicator.title)”的得分按模板的评分方法计算（\(score.trace.rule)），请核对两者相同。"
        }
    }
}
