import Assessment
import Foundation
import Spreadsheet

/// Checked forms as one HTML file that needs nothing else: no script, no font, no picture from outside. It prints on A4.
public enum HTMLReport {
    /// The page of one form.
    public static func render(_ report: CheckReport) -> String {
        let page = ReportPage(report)
        return document(title: "核对结果：\(report.file)", "<h1>自评表核对结果</h1>\n" + body(page, level: 2))
    }

    /// The page of a form that was filled.
    public static func render(_ report: FillReport) -> String {
        document(title: "填表结果：\(report.title)", "<h1>自评表填表结果</h1>\n" + body(ReportPage(report), level: 2))
    }

    /// The page of many forms: totals, a table with links, a section each.
    ///
    /// - Parameters:
    ///   - summaries: Of each file, in order.
    ///   - sections: What ``section(_:id:)`` or ``section(_:path:id:)`` gave for each, with the summary's anchor as id.
    public static func render(_ summaries: [CheckSummary], sections: [String], totals: CheckTotals) -> String {
        var html = "<h1>自评表核对结果</h1>\n" + verdict(totals.verdict, isGood: totals.exitStatus == 0)
        for note in totals.notes { html += "<p>提示：\(escaped(note))</p>\n" }
        html += contents(summaries)
        if !totals.rules.isEmpty {
            html += "<h2>各条规则</h2>\n"
            html += "<table>\n<thead><tr><th>规则</th><th>级别</th><th class=\"n\">表数</th><th class=\"n\">处数</th>"
            html += "<th>检查什么</th></tr></thead>\n<tbody>\n"
            for rule in totals.rules {
                html += "<tr><td class=\"w\">\(escaped(rule.rule))</td>"
                html += cell("级别", rule.level.title, "w")
                html += cell("表数", "\(rule.files)", "n")
                html += cell("处数", "\(rule.findings)", "n") + cell("检查什么", rule.title) + "</tr>\n"
            }
            html += "</tbody>\n</table>\n"
        }
        html += "<h2>逐张的结果</h2>\n"
        return document(title: "核对结果：\(totals.files) 张表", html + sections.joined())
    }

    /// All forms with links to their sections: those with most to correct first, each level of them in the order in which they were read.
    private static func contents(_ summaries: [CheckSummary]) -> String {
        var html = "<h2>各张表</h2>\n<table class=\"forms\">\n<thead><tr><th>文件</th><th>单位名称</th><th>结论</th>"
        html += Finding.Level.allCases.map { "<th class=\"n\">\($0.title)</th>" }.joined()
        html += "<th class=\"n\">没有读懂</th><th class=\"n\">总分</th><th>等级</th></tr></thead>\n<tbody>\n"
        for summary in summaries.enumerated().sorted(by: isWeightier).map(\.element) {
            html += "<tr><td><a href=\"#\(summary.anchor)\">\(escaped(summary.path))</a></td>"
            html += cell("单位名称", summary.unit ?? "—")
            html += "<td data-label=\"结论\" class=\"w \(kind(summary))\">\(summary.verdict)</td>"
            for level in Finding.Level.allCases {
                html += cell(level.title, summary.error == nil ? "\(summary.counts[level, default: 0])" : "—", "n")
            }
            html += cell("没有读懂", summary.error == nil ? "\(summary.notUnderstood)" : "—", "n")
            html += cell("总分", summary.total ?? "—", "n") + cell("等级", summary.grade ?? "—") + "</tr>\n"
        }
        return html + "</tbody>\n</table>\n"
    }

    /// Whether a form has more to correct, then more that was not understood, then more to explain than another; else it was read before it.
    private static func isWeightier(
        _ one: (offset: Int, element: CheckSummary), _ other: (offset: Int, element: CheckSummary)
    ) -> Bool {
        func weight(_ entry: (offset: Int, element: CheckSummary)) -> [Int] {
            let summary = entry.element
            return [
                summary.error == nil ? 0 : -1, -summary.counts[.must, default: 0], -summary.notUnderstood,
                -summary.counts[.explain, default: 0], -summary.counts[.note, default: 0], entry.offset,
            ]
        }
        return weight(one).lexicographicallyPrecedes(weight(other))
    }

    /// The class of a verdict's colours; the words say the same.
    private static func kind(_ summary: CheckSummary) -> String {
        if summary.error != nil || summary.counts[.must, default: 0] > 0 { return "bad" }
        return summary.notUnderstood > 0 || summary.isNoForm ? "open" : "good"
    }

    /// A cell that says its heading where the table has no room for columns.
    static func cell(_ label: String, _ text: String, _ name: String = "") -> String {
        "<td data-label=\"\(escaped(label))\"\(name.isEmpty ? "" : " class=\"\(name)\"")>\(escaped(text))</td>"
    }

    /// The section of one form among many, folded.
    public static func section(_ report: CheckReport, id: String) -> String {
        folded(report.name, CheckSummary(report, strict: false), id: id, body(ReportPage(report), level: 3))
    }

    /// The section of a file that could not be checked.
    public static func section(_ error: ToolError, path: String, id: String) -> String {
        folded(
            path, CheckSummary(path: path, error: error), id: id,
            verdict("读不出：\(error.message)", isGood: false) + "<p>办法：\(escaped(error.advice))</p>\n")
    }

    private static func folded(_ name: String, _ summary: CheckSummary, id: String, _ body: String) -> String {
        // What has something to correct or to explain is open, and so on paper too; what is clean is folded.
        let isOpen =
            summary.error != nil || summary.notUnderstood > 0
            || [.must, .explain].contains { summary.counts[$0, default: 0] > 0 }
        return """
            <details class="form"\(isOpen ? " open=\"open\"" : "")>
            <summary><b>\(escaped(name))</b> <span class="\(kind(summary))">\(summary.verdict)</span></summary>
            <section id="\(id)">
            \(body)</section>
            </details>

            """
    }

    private static func verdict(_ text: String, isGood: Bool) -> String {
        "<p class=\"verdict \(isGood ? "good" : "bad")\">\(escaped(text))</p>\n"
    }

    private static func body(_ page: ReportPage, level: Int) -> String {
        var html = verdict(page.verdict, isGood: page.isGood)
        html += "<dl class=\"facts\">\n"
        for fact in page.facts { html += "<dt>\(escaped(fact.name))</dt><dd>\(escaped(fact.value))</dd>\n" }
        html += "</dl>\n"
        for one in page.gravest { html += findings(one, heading: level) }
        html += AccountHTML.sections(page.account, heading: level)
        for one in page.lighter { html += findings(one, heading: level) }
        if let title = page.cut.first {
            html += list(title, page.cut.dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }, heading: level)
        }
        if !page.consequences.isEmpty {
            html += "<p>由此引起、未重复列出：\(escaped(page.consequences.joined(separator: "、")))</p>\n"
        }
        html += foldedList("未执行的规则（\(page.notRunCount) 条）", page.notRun)
        html += foldedList("读取说明（\(page.notes.count) 条）", page.notes)
        html += foldedList("本模板中依据待核的内容（\(page.unsettled.count) 条）", page.unsettled)
        for line in page.closing { html += "<p>\(escaped(line))</p>\n" }
        return html
    }

    private static func findings(_ one: ReportPage.Level, heading: Int) -> String {
        var html = "<h\(heading) class=\"\(one.level.rawValue)\">\(one.level.title)（\(one.count) 处）</h\(heading)>\n"
        var number = 0
        for group in one.groups {
            html += "<div class=\"group \(one.level.rawValue)\">\n<p class=\"rule\"><b>\(escaped(group.rule))</b> "
            html += escaped(group.title) + (group.count > 1 ? "（\(group.count) 处）" : "") + "</p>\n"
            html += "<table>\n<thead><tr><th></th><th>位置</th><th>现在</th><th>应为</th><th>说明</th></tr></thead>\n<tbody>\n"
            for entry in group.entries {
                number += 1
                let subject = entry.subject.isEmpty ? "" : "<br/>" + escaped(entry.subject)
                html += "<tr><td class=\"n\">\(number)</td><td data-label=\"位置\">\(escaped(entry.place))\(subject)</td>"
                html += cell("现在", entry.found) + cell("应为", entry.expected) + cell("说明", entry.message) + "</tr>\n"
            }
            html += "</tbody>\n</table>\n<p>依据：\(escaped(group.citation))<br/>办法：\(escaped(group.remedy))"
            if !group.consequences.isEmpty {
                html += "<br/>由此引起、未重复列出：\(escaped(group.consequences.joined(separator: "、")))"
            }
            html += "</p>\n</div>\n"
        }
        return html
    }

    /// A heading and a list under it, where there are items.
    static func list(_ title: String, _ items: [String], heading: Int) -> String {
        guard !items.isEmpty else { return "" }
        return "<h\(heading)>\(escaped(title))</h\(heading)>\n<ul>\n"
            + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
    }

    /// A list that is folded: its title says how much there is.
    private static func foldedList(_ title: String, _ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return "<details>\n<summary>\(escaped(title))</summary>\n<ul>\n"
            + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n</details>\n"
    }

    private static func document(title: String, _ body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>\(escaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        \(body)</body>
        </html>

        """
    }

    /// Text as it stands in HTML, in an attribute too. What XML can't hold is shown as a box.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                let isPlain =
                    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                    || scalar == "\n" || scalar == "\t"
                result.unicodeScalars.append(isPlain ? scalar : "\u{25A1}")
            }
        }
        return result
    }

    private static let style = HTMLStyleSheet.text
}
