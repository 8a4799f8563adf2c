import Foundation
import Spreadsheet

/// 等级 is the band of the total; bands are half-open, so 89.5 is 良.
enum SCO06: Rule {
    static let info = RuleInfo(
        id: "SCO-06",
        title: "等级与总分相符",
        level: .must,
        citation: "已见表样的备注：90（含）以上为优、80（含）-90为良、60（含）-80为中、60以下为差",
        departure: "没有填写等级、模板没有等级标准、节选的表，都不核对；优秀、良好等与优、良视为相同。",
        remedy: "按总分所在的档改正等级。")

    static let needs: [RuleNeed] = [.printedGrade, .printedTotal]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyPartial { return .notRun(why) }
        guard let printed = evaluation.submission.printedGrade, !printed.text.isEmpty else {
            return .notRun("输入里没有填写等级，由本工具给出")
        }
        guard let total = evaluation.submission.printedTotal?.value ?? evaluation.total else {
            return .notRun("没有总分，等级无从核对")
        }
        guard let grade = evaluation.standard.grade(of: total) else { return .notRun("本模板没有等级标准") }
        if UnclearFigures.isUnclearGrade(printed.text) {
            return .notRun("等级写的是“\(printed.text)”，看不出是哪一档")
        }
        let (stated, wanted) = (TextNormalizer.key(printed.text), TextNormalizer.key(grade.name))
        // 优秀 is 优; 优 in a form whose grades are 优秀 as well.
        guard !stated.hasPrefix(wanted), !wanted.hasPrefix(stated) else { return .ran([]) }
        // 合格 in place of 中: the form goes by another scale.
        let isKnown = evaluation.standard.grades.contains { other in
            let name = TextNormalizer.key(other.name)
            return stated.hasPrefix(name) || name.hasPrefix(stated)
        }
        guard isKnown else {
            return .notRun(
                "填写的等级“\(printed.text)”不是\(evaluation.standard.grades.map(\.name).joined(separator: "、"))，这张表用的是另一套等级")
        }
        return .ran([
            RuleHit(
                printed.source, subject: "等级", found: printed.text, expected: grade.name,
                message: "总分 \(total) 属于“\(grade.name)”，填写的是“\(printed.text)”。")
        ])
    }
}
