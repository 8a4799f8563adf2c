import Assessment
import Spreadsheet

/// An explanation as a person reads it, in Chinese.
public enum ExplainText {
    /// The whole text, each line ended.
    public static func render(_ report: ExplainReport) -> String {
        var lines = ["\(report.file)：按模板“\(report.title)”（\(report.template)）计算"]
        lines += AccountPage(report.evaluation.account, file: report.file).lines + [""]
        if report.showsReadings {
            lines += ReadingText.lines(report.evaluation.account.readings, file: report.file)
            return lines.joined(separator: "\n") + "\n"
        }
        for (index, line) in ScoreExplanation.scores(of: report.evaluation).enumerated() {
            lines += text(line, number: index + 1, in: report.file)
        }
        for line in ScoreExplanation.results(of: report.evaluation) {
            lines += text(line, number: nil, in: report.file)
        }
        let missing = report.evaluation.totalMissing
        if !missing.isEmpty {
            lines += ["", "算不出的（\(missing.count) 处）"]
            lines += missing.map { "  \($0)" }
        }
        if !report.notes.isEmpty {
            lines += ["", "读取说明"]
            lines += report.notes.map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ line: ScoreExplanation, number: Int?, in file: String) -> [String] {
        let trace = line.trace
        let group = line.groups.isEmpty ? "" : "（\(line.groups.joined(separator: "／"))）"
        var lines = [(number.map { "\($0). " } ?? "") + line.name + group + "　" + result(line)]
        func add(_ label: String, _ text: String) {
            if !text.isEmpty { lines.append("   \(label)：\(text)") }
        }
        if let printed = line.printed { add("表中所填", "\(printed.text)（\(place(printed.source, in: file))）") }
        if trace.title != line.name { add("计分方法", trace.title + (trace.rule.isEmpty ? "" : "：\(trace.rule)")) }
        add("计算过程", trace.process)
        add("取整", trace.rounding)
        add("封顶", trace.cap)
        if !line.isLeftOut { add("依据", trace.citation) }
        add("数据来自", sources(trace, in: file))
        return lines
    }

    private static func result(_ line: ScoreExplanation) -> String {
        if line.isLeftOut { return "不计分" }
        let unit = line.kind == .rate || line.kind == .grade ? "" : " 分"
        let result = line.result.map { $0 + unit } ?? "算不出"
        return result + (line.weight.map { "（分值 \($0)）" } ?? "")
    }

    /// Each input with its cell: `实际完成值 28（〔表〕E4）`. Inputs that were computed have no cell.
    ///
    /// - Parameter file: The file that need not be named, for it is the one that is explained.
    private static func sources(_ trace: ScoreTrace, in file: String) -> String {
        trace.inputs.compactMap { input in
            input.source.map { "\(input.name) \(input.value)（\(place($0, in: file))）" }
        }.joined(separator: "；")
    }

    private static func place(_ source: Source, in file: String) -> String {
        guard source.file == file, let cell = source.cell else { return source.place }
        return (source.sheet.map { "〔\($0)〕" } ?? "") + cell.description
    }
}
