import Assessment

/// The verdict in one sentence: the first line of a text report and the last.
public enum Verdict {
    /// `结论：暂不能报送。必须改正 3 处，需要说明 2 处，提示 4 处（已查 20 条规则，未执行 2 条）`.
    public static func sentence(_ evaluation: Evaluation) -> String { sentence(evaluation, cut: 0) }

    /// The same of a form that was filled: one with texts that would be cut off on paper can't be handed in either.
    public static func sentence(_ report: FillReport) -> String { sentence(report.evaluation, cut: report.cut.count) }

    /// The beginning of a verdict that promises nothing.
    static let notUnderstood = "有内容没有读懂，请先确认"

    /// What a promise lacks: rules that did not run since the person left out what they reckon with.
    private static func leftOut(_ evaluation: Evaluation) -> String {
        let rules = evaluation.notRun.count { $0.why.hasPrefix(Evaluation.leftOutWords) }
        return rules == 0 ? "" : "（有 \(rules) 条规则因您指定不用的内容没有核对，请自己核对一遍）"
    }

    private static func sentence(_ evaluation: Evaluation, cut: Int) -> String {
        var counts = Finding.Level.allCases.map { "\($0.title) \(evaluation.count($0)) 处" }
        if cut > 0 { counts.append("\(CutText.title) \(cut) 处") }
        let unread = evaluation.account.blockingCount
        if unread > 0 { counts.append("没有读懂 \(unread) 处") }
        let isClean = evaluation.count(.must) == 0 && cut == 0
        let verdict =
            !isClean
            ? "暂不能报送"
            : unread > 0
                ? notUnderstood
                : evaluation.whyNoForm.map { "没有要改正的，但\($0)" } ?? "可以报送\(leftOut(evaluation))"
        return "结论：\(verdict)。\(counts.joined(separator: "，"))"
            + "（已查 \(evaluation.rulesRun.count) 条规则，未执行 \(evaluation.notRun.count) 条）"
    }
}
