import Assessment

/// The verdict in one sentence: the first line of a text report and the last.
public enum Verdict {
    /// `结论：暂不能报送。必须改正 3 处，需要说明 2 处，提示 4 处（已查 20 条规则，未执行 2 条）`.
    public static func sentence(_ evaluation: Evaluation) -> String {
        let counts = Finding.Level.allCases.map { "\($0.title) \(evaluation.count($0)) 处" }.joined(separator: "，")
        return "结论：\(evaluation.canBeHandedIn ? "可以报送" : "暂不能报送")。\(counts)"
            + "（已查 \(evaluation.rulesRun.count) 条规则，未执行 \(evaluation.notRun.count) 条）"
    }
}
