import Foundation
import Spreadsheet

/// 单位名称 is the same wherever it stands: in the form, in its title lines, in the finance export.
enum STR06: Rule {
    static let info = RuleInfo(
        id: "STR-06",
        title: "各处单位名称一致",
        level: .must,
        citation: "本工具约定",
        departure: "名称前的单位代码、空格、括号和（本级）（盖章）不计。",
        remedy: "核对各处的单位名称，改成同一个全称。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let names = evaluation.submission.unitNames.filter { !plain($0.text).isEmpty }
        guard names.count > 1, let first = names.first else { return .notRun("单位名称只写了一处，没有可以比较的") }
        return .ran(
            names.dropFirst().filter { plain($0.text) != plain(first.text) }.map { name in
                RuleHit(
                    name.source, subject: "单位名称", found: name.text, expected: first.text,
                    message: "这里是“\(name.text)”，\(first.source.place)是“\(first.text)”。")
            })
    }

    /// A name without code, spaces, brackets and what they say of the seal.
    private static func plain(_ name: String) -> String {
        var key = TextNormalizer.key(name)
        let code = key.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
        let rest = key.dropFirst(code.count)
        if !code.isEmpty, let mark = rest.first, "-_.".contains(mark) { key = String(rest.dropFirst()) }
        for word in ["(本级)", "(盖章)", "(公章)", "(签章)"] { key = key.replacingOccurrences(of: word, with: "") }
        for word in ["本级", "盖章"] where key.hasSuffix(word) { key = String(key.dropLast(word.count)) }
        return key.filter { $0.isLetter || $0.isNumber }
    }
}
