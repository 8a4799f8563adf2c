import Foundation
import Spreadsheet

/// The indicator table has the columns that the template requires, each once; a column not known is named.
enum STR03: Rule {
    static let info = RuleInfo(
        id: "STR-03",
        title: "指标表的列齐全",
        level: .must,
        citation: "本工具约定（表样的列）",
        departure: "不认识的列只作提示：自己加的列不影响自评表；节选的表不要求列齐全；表题不是这个模板的，缺列只要求说明。",
        remedy: "补上缺少的列，删去重复的列；多出的列不会写进自评表。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard !submission.columns.isEmpty else { return .notRun("没有读到指标表的表头") }
        var hits: [RuleHit] = []
        var unread: String?
        for column in evaluation.standard.requiredColumns
        where !submission.isExcerpt && !submission.columns.contains(where: { $0.role == column }) {
            // It may be there, under a heading that nobody understood.
            if let why = evaluation.whyUncertain(.column(column)) {
                unread = unread ?? why
                continue
            }
            hits.append(
                RuleHit(
                    submission.columns[0].heading.source, subject: column.rawValue, found: "没有这一列",
                    expected: "有“\(column.rawValue)”列", message: "指标表没有“\(column.rawValue)”列。",
                    level: evaluation.standard.isSureOfForm ? nil : .explain))
        }
        for column in IndicatorColumn.allCases {
            let same = submission.columns.filter { $0.role == column }
            for extra in same.dropFirst() {
                hits.append(
                    RuleHit(
                        extra.heading.source, subject: column.rawValue, found: extra.heading.text,
                        expected: "只有一列“\(column.rawValue)”",
                        message: "“\(extra.heading.text)”与“\(same[0].heading.text)”都是“\(column.rawValue)”列，只用了前一列。",
                        // What a form that nobody knows prints twice is its own affair.
                        level: evaluation.standard.requiredColumns.contains(column) ? nil : .note))
            }
        }
        if let unread, hits.isEmpty { return .notRun(unread) }
        // What the account names is not said again, nor what the person said is not needed.
        let named = Set(evaluation.account.unread.map(\.source) + evaluation.account.told.map(\.source))
        for unknown in submission.columns where unknown.role == nil && !named.contains(unknown.heading.source) {
            hits.append(
                RuleHit(
                    unknown.heading.source, subject: unknown.heading.text, found: unknown.heading.text,
                    expected: "表样里的列", message: "不认识“\(unknown.heading.text)”这一列，没有使用它。", level: .note))
        }
        return .ran(hits)
    }
}
