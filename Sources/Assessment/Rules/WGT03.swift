import Foundation
import Spreadsheet

/// The children's 分值 add up to their parent's, where a parent states one, also inside its label: 产出指标（50分）.
enum WGT03: Rule {
    static let info = RuleInfo(
        id: "WGT-03",
        title: "下级指标的分值合计等于上级",
        level: .must,
        citation: "表样：上级指标的分值为所属各指标分值之和",
        departure: "上级没有写明分值的不核对；小计行按所加的各行核对；节选的表只报超出上级分值的。",
        remedy: "调整这一组各行的分值，或改正上级指标写的分值。")

    static let needs: [RuleNeed] = [.column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        let stated = submission.groups.filter { $0.statedWeight?.value != nil && !$0.isUncertain }
        let subtotals = submission.subtotals.filter { $0.weight != nil }
        guard !stated.isEmpty || !subtotals.isEmpty else { return .notRun("一级、二级指标没有写明分值") }
        let groups = stated.compactMap { group -> RuleHit? in
            guard let wanted = group.statedWeight?.value, let sum = evaluation.weight(of: group),
                isWrong(wanted, sum, submission)
            else { return nil }
            let name = group.level2.isEmpty ? group.level1 : group.level2
            // Points with a cell of their own are corrected there.
            let place = group.statedWeight.flatMap { $0.source.cell == nil ? nil : $0.source } ?? group.source
            return RuleHit(
                place, subject: name, found: group.statedWeight?.text ?? "\(wanted)",
                expected: "各行相加的 \(sum)，或使各行相加等于 \(wanted)",
                message: "“\(name)”写明 \(wanted) 分，下面各行相加是 \(sum) 分。", follows: [WGT04.id], followsAnywhere: true)
        }
        let sums = subtotals.compactMap { subtotal -> RuleHit? in
            guard let printed = subtotal.weight, let wanted = printed.value,
                let sum = subtotal.sum(\.weight, of: submission.indicators), isWrong(wanted, sum, submission),
                !subtotal.isUncertain
            else { return nil }
            return RuleHit(
                printed.source, subject: subtotal.title, found: printed.text,
                expected: "各行相加的 \(sum)，或使各行相加等于 \(wanted)",
                message: "\(subtotal.title)写的是 \(wanted) 分，各行相加是 \(sum) 分。", follows: [WGT04.id],
                followsAnywhere: true)
        }
        return .ran(groups + sums)
    }

    private static func isWrong(_ stated: Decimal, _ sum: Decimal, _ submission: Submission) -> Bool {
        submission.isExcerpt ? sum > stated : sum != stated
    }
}
