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
        html += "<h2>各张表</h2>\n<table>\n<thead><tr><th>文件</th><th>结论</th>"
        html += Finding.Level.allCases.map { "<th class=\"n\">\($0.title)</th>" }.joined()
        html += "<th class=\"n\">总分</th><th>等级</th></tr></thead>\n<tbody>\n"
        for summary in summaries {
            html += "<tr><td><a href=\"#\(summary.anchor)\">\(escaped(summary.path))</a></td>"
            html += "<td class=\"w\">\(summary.verdict)</td>"
            for level in Finding.Level.allCases {
                html += "<td class=\"n\">\(summary.error == nil ? "\(summary.counts[level, default: 0])" : "—")</td>"
            }
            html +=
                "<td class=\"n\">\(escaped(summary.total ?? "—"))</td><td>\(escaped(summary.grade ?? "—"))</td></tr>\n"
        }
        html += "</tbody>\n</table>\n"
        if !totals.rules.isEmpty {
            html += "<h2>各条规则</h2>\n"
            html += "<table>\n<thead><tr><th>规则</th><th>级别</th><th class=\"n\">表数</th><th class=\"n\">处数</th>"
            html += "<th>检查什么</th></tr></thead>\n<tbody>\n"
            for rule in totals.rules {
                html += "<tr><td class=\"w\">\(escaped(rule.rule))</td>"
                html += "<td class=\"w\">\(rule.level.title)</td>"
                html += "<td class=\"n\">\(rule.files)</td>"
                html += "<td class=\"n\">\(rule.findings)</td><td>\(escaped(rule.title))</td></tr>\n"
            }
            html += "</tbody>\n</table>\n"
        }
        return document(title: "核对结果：\(totals.files) 张表", html + sections.joined())
    }

    /// The section of one form among many.
    public static func section(_ report: CheckReport, id: String) -> String {
        "<section id=\"\(id)\">\n<h2>\(escaped(report.name))</h2>\n"
            + body(ReportPage(report), level: 3) + "</section>\n"
    }

    /// The section of a file that could not be checked.
    public static func section(_ error: ToolError, path: String, id: String) -> String {
        "<section id=\"\(id)\">\n<h2>\(escaped(path))</h2>\n" + verdict("读不出：\(error.message)", isGood: false)
            + "<p>办法：\(escaped(error.advice))</p>\n</section>\n"
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
        html += list("未执行的规则（\(page.notRunCount) 条）", page.notRun, heading: level)
        html += list("读取说明", page.notes, heading: level)
        html += list("本模板中依据待核的内容", page.unsettled, heading: level)
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
                html += "<tr><td class=\"n\">\(number)</td><td>\(escaped(entry.place))\(subject)</td>"
                html += "<td>\(escaped(entry.found))</td><td>\(escaped(entry.expected))</td>"
                html += "<td>\(escaped(entry.message))</td></tr>\n"
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

    /// Levels are told by words and by the bar's form, not by colour alone: the page may be printed in black.
    private static let style = """
        @page { size: A4; margin: 15mm; }
        body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "SimSun", sans-serif; color: #222; max-width: 60em; margin: 1em auto; padding: 0 1em; }
        h1 { font-size: 1.5em; } h2 { font-size: 1.25em; } h3 { font-size: 1.1em; }
        h2, h3 { border-bottom: 1px solid #bbb; padding-bottom: .2em; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; margin: .4em 0; }
        th, td { border: 1px solid #bbb; padding: .25em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #f2f2f2; white-space: nowrap; }
        .n { text-align: right; white-space: nowrap; } .w { white-space: nowrap; }
        tr { break-inside: avoid; } thead { display: table-header-group; }
        .verdict { font-weight: bold; padding: .5em .8em; border: 2px solid; }
        .good { border-color: #2a7d2a; background: #eef8ee; } .bad { border-color: #b3261e; background: #fdeeee; }
        .facts { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; } .facts dt { font-weight: bold; } .facts dd { margin: 0; }
        .group { border-left: 4px solid #888; padding-left: .8em; margin: 1em 0; } .rule { margin: .2em 0; break-after: avoid; }
        .group.must { border-left: 6px solid #b3261e; } .group.explain { border-left: 6px double #b36b00; } .group.note { border-left: 4px dotted #4a6fa5; }
        .group table { table-layout: fixed; } .group th { width: 38%; }
        .group th:nth-child(1) { width: 2em; } .group th:nth-child(2) { width: 26%; } .group th:nth-child(3), .group th:nth-child(4) { width: 16%; }
        section { break-before: page; }
        @media print { body { max-width: none; margin: 0; padding: 0 1px; font-size: 10.5pt; } a { color: inherit; text-decoration: none; } }
        """
}
