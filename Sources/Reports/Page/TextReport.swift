import Assessment
import Foundation

/// The report that a person reads, in Chinese.
public enum TextReport {
    /// The whole text, each line ended.
    public static func render(_ report: FillReport) -> String { render(ReportPage(report)) }

    /// The whole text, each line ended.
    public static func render(_ report: CheckReport) -> String { render(ReportPage(report)) }

    static func render(_ page: ReportPage) -> String {
        var lines = [page.verdict, ""]
        lines += page.facts.map { "\($0.name)：\($0.value)" }
        lines += page.gravest.flatMap(text) + page.account.lines + page.lighter.flatMap(text)
        if !page.cut.isEmpty { lines += [""] + page.cut }
        if !page.consequences.isEmpty { lines += ["", "由此引起、未重复列出：\(page.consequences.joined(separator: "、"))"] }
        func section(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += ["", title] + items.map { "  \($0)" } }
        }
        section("未执行的规则（\(page.notRunCount) 条）", page.notRun)
        section("读取说明", page.notes)
        section("本模板中依据待核的内容", page.unsettled)
        lines += [""] + page.closing + [page.verdict]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ level: ReportPage.Level) -> [String] {
        var lines = ["", "\(level.level.title)（\(level.count) 处）"]
        var number = 0
        for group in level.groups {
            lines.append("  [\(group.rule)] \(group.title)" + (group.count > 1 ? "（\(group.count) 处）" : ""))
            for entry in group.entries {
                number += 1
                lines += text(entry, number: number)
            }
            lines += ["    依据：\(group.citation)", "    办法：\(group.remedy)"]
            if !group.consequences.isEmpty {
                lines.append("    由此引起、未重复列出：\(group.consequences.joined(separator: "、"))")
            }
        }
        return lines
    }

    private static func text(_ entry: FindingEntry, number: Int) -> [String] {
        var lines = ["    \(number). \(entry.place)" + (entry.subject.isEmpty ? "" : "　\(entry.subject)")]
        lines.append("       \(entry.message)")
        if !entry.found.isEmpty || !entry.expected.isEmpty {
            lines.append(
                "       现在：\(entry.found.isEmpty ? "（空）" : entry.found)"
                    + (entry.expected.isEmpty ? "" : "　应为：\(entry.expected)"))
        }
        return lines
    }
}
