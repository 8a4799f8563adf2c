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

    /// What of a form was not understood, and what the person said that had no effect, each on a line under its own; empty where there is neither.
    static func unread(_ account: FormAccount) -> String {
        let indent = TextColumns.padded("", to: 12)
        var lines = ""
        let places = account.unread.filter(\.isBlocking)
        var shown = places.prefix(3).map { place in
            let sheet = place.isOnOtherSheet ? place.source.sheet.map { "〔\($0)〕" } ?? "" : ""
            let overrule = OverruleWords.text(place)
            return sheet + words(place.source) + (overrule.isEmpty ? "" : "（指定：\(overrule)）")
        }
        let values = account.notPlaced.filter(\.isBlocking)
        shown += values.prefix(3 - shown.count).map { words($0.source) }
        if !shown.isEmpty {
            let count = places.count + values.count
            lines += "\(indent)没有读懂：\(shown.joined(separator: "、"))\(count > 3 ? "等 \(count) 处" : "")\n"
        }
        let idle = account.told.filter(\.isIdle).map(\.words)
        if !idle.isEmpty { lines += "\(indent)没有起作用的指定：\(idle.joined(separator: "、"))\n" }
        return lines
    }

    private static func words(_ source: Source) -> String {
        (source.cell?.description ?? "") + "“\(PlaceText.shortened(source.text, to: 20))”"
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
