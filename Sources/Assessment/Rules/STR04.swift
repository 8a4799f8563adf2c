import Foundation
import Spreadsheet

/// The form's fixed labels, merges and rows are those of the template's blank: a changed or older blank is named, with the differences.
enum STR04: Rule {
    static let info = RuleInfo(
        id: "STR-04",
        title: "表样没有改动",
        level: .explain,
        citation: "本模板的空表",
        departure: "模板的空表本身依据待核时只作提示。填写的内容、年度和指标的行数不算改动；多于 8 处的看作另一版表样，合成一条；节选的表、没有空表可以比照的不检查。",
        remedy: "换用当年下发的空表重填；表样确有调整的，向财政部门说明。")

    /// With more differences the form is another version, and says so once.
    private static let most = 8
    /// Differences of another version that are named.
    private static let named = 5

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyPartial { return .notRun(why) }
        guard let differences = evaluation.submission.differences else { return .notRun("没有可以比照的空表") }
        let level: Finding.Level? = evaluation.submission.isBlankUnsettled ? .note : nil
        if differences.count > most, let first = differences.first {
            let shown = differences.prefix(named).map {
                "\($0.source.cell?.description ?? $0.source.place) \($0.message.replacingOccurrences(of: "。", with: ""))"
            }
            return .ran([
                RuleHit(
                    first.source, subject: "表样", found: "\(differences.count) 处与空表不同", expected: "与空表相同",
                    message: "这张表与本模板的空表有 \(differences.count) 处不同，看来是另一版表样："
                        + shown.joined(separator: "；") + "；其余 \(differences.count - named) 处从略。",
                    level: level, remedy: "确是当年下发的另一版表样的，用没有填过的那张空表 learn 登记，再核对；不是的，换用当年下发的空表重填。")
            ])
        }
        return .ran(
            differences.map { difference in
                RuleHit(
                    difference.source, subject: "表样", found: difference.found,
                    expected: difference.expected.isEmpty ? "表样没有这一处" : difference.expected,
                    message: difference.message,
                    level: level)
            })
    }
}
