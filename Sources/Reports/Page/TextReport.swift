import Assessment
import Foundation

/// The report that a person reads, in Chinese.
public enum TextReport {
    /// The whole text, each line ended.
    public static func render(_ report: FillReport) -> String {
        let evaluation = report.evaluation
        var lines = [Verdict.sentence(evaluation), ""]
        lines.append("总分：" + total(evaluation))
        lines.append("等级：" + (evaluation.grade?.name ?? "算不出"))
        lines.append(
            "预算执行率：" + (evaluation.executionRatePercent.map { percent($0, evaluation) } ?? "算不出（缺全年预算数或全年执行数）"))
        for level in Finding.Level.allCases {
            let findings = evaluation.findings.filter { $0.level == level }
            guard !findings.isEmpty else { continue }
            lines += ["", "\(level.title)（\(findings.count) 处）"]
            for (index, finding) in findings.enumerated() { lines += text(finding, number: index + 1) }
        }
        if !evaluation.notRun.isEmpty {
            lines += ["", "未执行的规则（\(evaluation.notRun.count) 条）"]
            lines += evaluation.notRun.map { "  \($0.rule) \($0.title)：\($0.why)" }
        }
        if !report.notes.isEmpty {
            lines += ["", "读取说明"]
            lines += report.notes.map { "  \($0)" }
        }
        if !report.unsettled.isEmpty {
            lines += ["", "本模板中依据待核的内容"]
            lines += report.unsettled.map { "  \($0)" }
        }
        lines += ["", report.output.map { "自评表：\($0)" } ?? "自评表：没有写出（--strict-write：有必须改正的问题时不写）"]
        lines.append(Verdict.sentence(evaluation))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func total(_ evaluation: Evaluation) -> String {
        let places = evaluation.standard.scorePlaces
        guard let total = evaluation.total else {
            return "算不出（有指标没有得分；已有得分合计 \(DecimalText.text(evaluation.scored, places: places))）"
        }
        return "\(DecimalText.text(total, places: places))（分值合计 \(DecimalText.text(evaluation.weightTotal))）"
    }

    static func percent(_ value: Decimal, _ evaluation: Evaluation) -> String {
        DecimalText.text(value, places: evaluation.standard.ratePlaces) + "%"
    }

    private static func text(_ finding: Finding, number: Int) -> [String] {
        var lines = [
            "  \(number). [\(finding.rule)] \(finding.source.place)"
                + (finding.subject.isEmpty ? "" : "　\(finding.subject)")
        ]
        lines.append("     \(finding.message)")
        if !finding.found.isEmpty || !finding.expected.isEmpty {
            lines.append(
                "     现在：\(finding.found.isEmpty ? "（空）" : finding.found)"
                    + (finding.expected.isEmpty ? "" : "　应为：\(finding.expected)"))
        }
        lines.append("     依据：\(finding.citation)")
        lines.append("     办法：\(finding.remedy)")
        return lines
    }
}
