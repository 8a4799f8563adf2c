import Assessment
import Spreadsheet

/// Many checked files as text: a line each, a table of the rules, the totals.
public enum ManyFilesText {
    /// The line of one file, ended; of one that can't be read, with what to do on a second line.
    public static func line(_ summary: CheckSummary) -> String {
        let verdict = TextColumns.padded(summary.verdict, to: 10)
        if let error = summary.error {
            let message = error.message.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "\(verdict)  \(summary.path)：\(message)\n\(TextColumns.padded("", to: 12))办法：\(error.advice)\n"
        }
        let counts = Finding.Level.allCases.map { level in
            "\(level.title) \(TextColumns.padded("\(summary.counts[level, default: 0])", to: -2))"
        }.joined(separator: "  ")
        let total = TextColumns.padded(summary.total ?? "算不出", to: -6)
        return "\(verdict)  \(counts)  总分 \(total)  \(summary.path)\n"
    }

    /// What of a form was not understood, on a line under its own; empty where nothing keeps it from being handed in.
    static func unread(_ account: FormAccount) -> String {
        let sources =
            account.unread.filter(\.isBlocking).map(\.source) + account.notPlaced.filter(\.isBlocking).map(\.source)
        guard !sources.isEmpty else { return "" }
        let shown = sources.prefix(3).map { source in
            (source.cell?.description ?? "") + "“\(PlaceText.shortened(source.text, to: 20))”"
        }.joined(separator: "、")
        let rest = sources.count > 3 ? "等 \(sources.count) 处" : ""
        return "\(TextColumns.padded("", to: 12))没有读懂：\(shown)\(rest)\n"
    }

    /// The table of the rules that found something, and the totals.
    public static func totals(_ totals: CheckTotals) -> String {
        var text = ""
        if !totals.rules.isEmpty {
            let rows =
                [["规则", "级别", "表数", "处数", "检查什么"]]
                + totals.rules.map { [$0.rule, $0.level.title, "\($0.files)", "\($0.findings)", $0.title] }
            text += "\n" + TextColumns.table(rows, rightAligned: [2, 3])
        }
        if !totals.notes.isEmpty { text += "\n" + totals.notes.map { "提示：\($0)\n" }.joined() }
        return text + "\n" + totals.verdict + "\n"
    }
}

/// Columns on a terminal: a Chinese character is as wide as two Latin ones.
public enum TextColumns {
    /// Columns that a text takes.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && !(0x2000...0x2E7F).contains($1.value) ? 2 : 1) }
    }

    /// A text with spaces after it up to a width, or before it when the width is negative.
    static func padded(_ text: String, to width: Int) -> String {
        let spaces = String(repeating: " ", count: max(0, abs(width) - Self.width(text)))
        return width < 0 ? spaces + text : text + spaces
    }

    /// Rows with their columns under each other, each line ended. The last column is not padded.
    public static func table(_ rows: [[String]], rightAligned: Set<Int> = []) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, text in
                if rightAligned.contains(column) { return padded(text, to: -widths[column]) }
                return column == row.count - 1 ? text : padded(text, to: widths[column])
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
