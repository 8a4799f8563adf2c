import Foundation
import Spreadsheet

/// Nothing is left of what the blank prints for the person to replace: 指标2：, ……, ×××, （200字以内）.
enum STR05: Rule {
    static let info = RuleInfo(
        id: "STR-05",
        title: "没有留下空表的占位文字",
        level: .must,
        citation: "本工具约定（空表印着供替换的文字）",
        departure: "表下的注和原因栏里印好的填表说明不算；哪些文字算占位由 labels.yaml 列出。",
        remedy: "填上内容，或删去这些占位文字和空行。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard submission.kind != .export else { return .notRun("预算执行导出里没有要替换的文字") }
        return .ran(
            submission.fillers.map { filler in
                RuleHit(
                    filler.source, subject: "占位文字", found: filler.text, expected: "填好的内容，或空白",
                    message: "空表的占位文字“\(rest(of: filler.text))”没有删去。")
            })
    }

    /// The part of a text that is the blank's: of several lines the one with the fewest words, of a long one its end.
    private static func rest(of text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        let line = lines.min { $0.count(where: \.isLetter) < $1.count(where: \.isLetter) } ?? text
        return line.count > 30 ? "…" + line.suffix(30) : line
    }
}
