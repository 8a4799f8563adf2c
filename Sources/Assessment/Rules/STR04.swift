import Foundation
import Spreadsheet

/// The form's fixed labels, merges and rows are those of the template's blank: a changed or older blank is named, with the differences.
enum STR04: Rule {
    static let info = RuleInfo(
        id: "STR-04",
        title: "表样没有改动",
        level: .explain,
        citation: "本模板的空表",
        departure: "模板的空表本身依据待核时只作提示。填写的内容、年度和指标的行数不算改动；节选的表、没有空表可以比照的不检查。",
        remedy: "换用当年下发的空表重填；表样确有调整的，向财政部门说明。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyPartial { return .notRun(why) }
        guard let differences = evaluation.submission.differences else { return .notRun("没有可以比照的空表") }
        return .ran(
            differences.map { difference in
                RuleHit(
                    difference.source, subject: "表样", found: difference.found,
                    expected: difference.expected.isEmpty ? "表样没有这一处" : difference.expected,
                    message: difference.message,
                    level: evaluation.submission.isBlankUnsettled ? .note : nil)
            })
    }
}
