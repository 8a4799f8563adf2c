import Foundation
import Spreadsheet

/// Nothing is hidden: no filled value stands in a hidden row, column or sheet.
enum STR09: Rule {
    static let info = RuleInfo(
        id: "STR-09",
        title: "没有隐藏的内容",
        level: .note,
        citation: "本工具约定",
        departure: "同一行或同一列的几个隐藏单元格合报一处。",
        remedy: "取消隐藏后核对；不要的内容删去，不要隐藏着报送。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        guard evaluation.submission.kind != .export else { return .notRun("预算执行导出不检查隐藏的内容") }
        return .ran(
            lines(evaluation.submission.hidden).compactMap { line in
                guard let first = line.first, let last = line.last else { return nil }
                let range =
                    first.source.cell.flatMap { from in
                        last.source.cell.map { from == $0 ? "\(from)" : "\(from)–\($0)" }
                    } ?? ""
                return RuleHit(
                    first.source, subject: "隐藏的内容", found: line.count == 1 ? first.text : "\(range) 共 \(line.count) 格",
                    expected: "不隐藏", message: "“\(first.text.prefix(20))”\(line.count == 1 ? "" : "等")所在的行、列或工作表是隐藏的。")
            })
    }

    /// Hidden cells by the row or column that they share: the longest first taken, so that a hidden column is no heap of rows.
    private static func lines(_ hidden: [SourcedText]) -> [[SourcedText]] {
        struct Line: Hashable {
            var sheet: String
            var row: Int?
            var column: Int?
        }
        var rest = hidden
        var lines: [[SourcedText]] = []
        while !rest.isEmpty {
            var counts: [Line: Int] = [:]
            for text in rest {
                guard let cell = text.source.cell else { continue }
                counts[Line(sheet: text.source.sheet ?? "", row: cell.row), default: 0] += 1
                counts[Line(sheet: text.source.sheet ?? "", column: cell.column), default: 0] += 1
            }
            let most = counts.values.max() ?? 1
            // In the order of the sheet, rows before columns of the same length.
            func line(_ text: SourcedText) -> Line? {
                guard let cell = text.source.cell else { return nil }
                let sheet = text.source.sheet ?? ""
                return [Line(sheet: sheet, row: cell.row), Line(sheet: sheet, column: cell.column)]
                    .first { counts[$0] == most }
            }
            guard most > 1, let longest = rest.lazy.compactMap(line).first else {
                return lines + rest.map { [$0] }
            }
            let isInLine = { (text: SourcedText) in
                guard let cell = text.source.cell, longest.sheet == text.source.sheet ?? "" else { return false }
                return cell.row == longest.row || cell.column == longest.column
            }
            lines.append(rest.filter(isInLine))
            rest.removeAll(where: isInLine)
        }
        return lines
    }
}
