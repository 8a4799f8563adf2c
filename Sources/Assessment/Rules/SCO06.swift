import Foundation
import Spreadsheet

/// 等级 is the band of the total; bands are half-open, so 89.5 is 良.
enum SCO06: Rule {
    static let info = RuleInfo(
        id: "SCO-06",
        title: "等级与总分相符",
        level: .must,
        citation: "已见表样的备注：90（含）以上为优、80（含）-90为良、60（含）-80为中、60以下为差",
        departure: "表中印了各档分数线的按印的核对，印了而没有读懂的不核对；没有填写等级、模板没有等级标准、节选的表，也不核对；优秀、良好等与优、良视为相同。",
        remedy: "按总分所在的档改正等级。")

    static let needs: [RuleNeed] = [.printedGrade, .printedTotal]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyPartial { return .notRun(why) }
        let said = said(evaluation)
        switch printed(evaluation) {
        case .ran(let hits): return .ran(hits + said)
        case .notRun(let why): return said.isEmpty ? .notRun(why) : .ran(said)
        }
    }

    /// Grades said in words (自评结论) that are not the printed one; without a printed one, not that of the total.
    private static func said(_ evaluation: Evaluation) -> [RuleHit] {
        let printed = evaluation.submission.printedGrade.flatMap {
            UnclearFigures.isUnclearGrade($0.text) ? nil : $0.text
        }
        let isKnown = evaluation.submission.unclearGrades.isEmpty
        let reckoned = (evaluation.submission.printedTotal?.value ?? evaluation.total)
            .flatMap { isKnown ? evaluation.standard.grade(of: $0)?.name : nil }
        guard let wanted = printed ?? reckoned else { return [] }
        return evaluation.submission.saidGrades.compactMap { said in
            guard !agrees(said.text, wanted) else { return nil }
            let other = printed == nil ? "总分属于“\(wanted)”" : "表里填写的等级是“\(wanted)”"
            return RuleHit(
                said.source, subject: "等级", found: said.text, expected: wanted,
                message: "文字里写的等级是“\(said.text)”，\(other)。", level: .explain, remedy: "核对等级，把文字和表改成一致。")
        }
    }

    /// 优秀 is 优; 优 in a form whose grades are 优秀 as well.
    private static func agrees(_ one: String, _ other: String) -> Bool {
        let (one, other) = (TextNormalizer.key(one), TextNormalizer.key(other))
        return one.hasPrefix(other) || other.hasPrefix(one)
    }

    private static func printed(_ evaluation: Evaluation) -> RuleOutcome {
        guard let printed = evaluation.submission.printedGrade, !printed.text.isEmpty else {
            return .notRun("输入里没有填写等级，由本工具给出")
        }
        guard let total = evaluation.submission.printedTotal?.value ?? evaluation.total else {
            return .notRun("没有总分，等级无从核对")
        }
        if let unclear = evaluation.submission.unclearGrades.first {
            let text = unclear.text.filter { !$0.isNewline }
            return .notRun(
                "\(unclear.source.cell?.description ?? unclear.source.place) 写着等级和分数（\(text.prefix(30))），看不出按哪样的分数线分档")
        }
        guard let grade = evaluation.standard.grade(of: total) else { return .notRun("本模板没有等级标准") }
        if UnclearFigures.isUnclearGrade(printed.text) {
            return .notRun("等级写的是“\(printed.text)”，看不出是哪一档")
        }
        guard !agrees(printed.text, grade.name) else { return .ran([]) }
        // 85-95 and 95-100: the number is in both.
        if grade.mayBeBelow, total == grade.from,
            let below = evaluation.standard.grades.first(where: { $0.from < total }), agrees(printed.text, below.name)
        {
            return .ran([])
        }
        // 合格 in place of 中: the form goes by another scale.
        guard evaluation.standard.grades.contains(where: { agrees(printed.text, $0.name) }) else {
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
