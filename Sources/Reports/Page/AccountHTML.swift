/// The account as sections of a page.
enum AccountHTML {
    /// - Parameter heading: Level of the headings.
    static func sections(_ page: AccountPage, heading: Int) -> String {
        var html = ""
        if !page.unread.isEmpty || !page.others.isEmpty {
            html += "<h\(heading) class=\"unread\">\(HTMLReport.escaped(page.unreadTitle))</h\(heading)>\n"
            html += table(page.unread, from: 1)
            if !page.others.isEmpty {
                html += "<details>\n<summary>其他内容（\(page.others.count) 处）</summary>\n"
                html += table(page.others, from: page.unread.count + 1) + "</details>\n"
            }
        }
        if !page.notPlaced.isEmpty {
            html += "<h\(heading) class=\"unread\">\(HTMLReport.escaped(page.notPlacedTitle))</h\(heading)>\n"
            html += table(page.notPlaced, from: 1)
        }
        return html + HTMLReport.list(AccountPage.toldTitle, page.told, heading: heading)
    }

    private static func table(_ entries: [AccountPage.Entry], from first: Int) -> String {
        guard !entries.isEmpty else { return "" }
        var html = "<table>\n<thead><tr><th></th><th>是什么</th><th>位置</th><th>内容</th><th>说明</th></tr></thead>\n<tbody>\n"
        for (index, entry) in entries.enumerated() {
            let overrule = entry.overrule.isEmpty ? "" : "指定：\(entry.overrule)"
            let words = [entry.message, entry.suggestion, overrule].filter { !$0.isEmpty }.map(HTMLReport.escaped)
            html += "<tr><td class=\"n\">\(first + index)</td>"
            html += HTMLReport.cell("是什么", entry.kind) + HTMLReport.cell("位置", entry.place)
            html += HTMLReport.cell("内容", entry.text)
            html += "<td data-label=\"说明\">\(words.joined(separator: "<br/>"))</td></tr>\n"
        }
        return html + "</tbody>\n</table>\n"
    }
}
