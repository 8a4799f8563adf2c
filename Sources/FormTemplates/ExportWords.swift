import Assessment
import Spreadsheet

/// The words of finance exports: how headings of amounts are put together, and what funds and kinds are called. Data, section `export-words` of
/// `Templates/labels.yaml`.
struct ExportWords: Sendable {
    private var amounts: [HeadingParts<ExportAmount>] = []
    private var values: [(word: String, value: String)] = []
    private var negations: [String] = []
    private var levels: Set<String> = []

    /// No words at all.
    init() {}

    init(_ node: YAMLNode) throws {
        try node.allow(["amounts", "values", "negations", "code-levels"])
        for (name, kinds) in try node.required("amounts").pairs() {
            guard let amount = ExportAmount(rawValue: name) else { throw kinds.broken("没有“\(name)”这种金额列。") }
            amounts += try kinds.list().map { try HeadingParts(amount, $0) }
        }
        for (name, words) in try node.required("values").pairs() {
            for word in [name] + (try words.list().map { try $0.text() }) {
                values.append((Label.name(of: word), name))
            }
        }
        negations = try node.texts("negations").map(Label.name)
        levels = Set(try node.texts("code-levels").map(Label.name))
    }

    func amount(_ name: String) -> ExportAmount? {
        guard (2...20).contains(name.count) else { return nil }
        return amounts.first { $0.matches(name) }?.column
    }

    func isLevel(_ heading: String) -> Bool { levels.contains(Label.name(of: heading)) }

    func value(_ text: String) -> String? {
        let name = Label.name(of: text)
        if let whole = values.first(where: { $0.word == name }) { return whole.value }
        let found = values.filter { names(name, $0.word) }
        // 其他运转类 goes before the 运转类 in it.
        let longest = found.filter { one in
            !found.contains { $0.word != one.word && $0.word.contains(one.word) }
        }
        let meant = Set(longest.map(\.value))
        // What was brought forward is told apart by that, whatever fund it came from.
        if let first = values.first?.value, meant.contains(first) { return first }
        return meant.count == 1 ? meant.first : nil
    }

    /// Whether a text has a word, and does not say that it is anything but that: 非财政拨款.
    func names(_ name: String, _ word: String) -> Bool {
        guard let range = name.range(of: word) else { return false }
        return !negations.contains { name[..<range.lowerBound].hasSuffix($0) }
    }
}
