import Assessment
import Foundation
import Spreadsheet

/// What a blank prints for the person to replace: 指标1：, ……, ×××, （200字以内）. Data, from `Templates/labels.yaml`.
public struct FillerWords: Sendable {
    private var numbered: [String] = []
    private var dots: Set<Character> = []
    private var marks: Set<Character> = []
    private var prompts: [String] = []
    private var instructions: [String] = []
    /// Letters without one of which nothing of a blank is left in a text.
    private var telling: Set<Unicode.Scalar> = []
    /// The same of the place of an indicator.
    private var ofPlaces: Set<Unicode.Scalar> = []

    init() {}

    init(_ node: YAMLNode) throws {
        try node.allow(["numbered", "dots", "marks", "prompts", "instructions"])
        numbered = try node.texts("numbered").map(TextNormalizer.key)
        dots = Set(try node["dots"]?.text() ?? "")
        marks = Set(try node["marks"]?.text() ?? "")
        prompts = try node.texts("prompts").map(TextNormalizer.key)
        instructions = try node.texts("instructions").map(TextNormalizer.key)
        ofPlaces = Set(dots.flatMap(\.unicodeScalars) + numbered.compactMap { $0.unicodeScalars.first })
        telling = Set((dots.union(marks)).flatMap(\.unicodeScalars))
        telling.formUnion((numbered + prompts).compactMap { $0.unicodeScalars.first })
    }

    /// Whether a text is nothing but the place of an indicator that was not written: `指标2：`, `……`.
    public func isPlace(_ text: String) -> Bool {
        guard text.unicodeScalars.contains(where: ofPlaces.contains) else { return false }
        let key = TextNormalizer.key(text)
        guard !key.isEmpty else { return false }
        if isDots(key) { return true }
        return numbered.contains { word in
            key.hasPrefix(word) && key.count > word.count && key.dropFirst(word.count).allSatisfy(\.isNumber)
        }
    }

    /// Whether something of the blank is left in a text.
    ///
    /// - Parameter isValue: Whether the cell holds what a person writes; a label may say （200字以内） of the cell beside it.
    public func isLeft(in text: String, isValue: Bool) -> Bool {
        (isValue ? values : labels).value(of: text) { findsLeft(in: text, isValue: isValue) }
    }

    private let values = Memo<Bool>()
    private let labels = Memo<Bool>()

    private func findsLeft(in text: String, isValue: Bool) -> Bool {
        guard text.unicodeScalars.contains(where: telling.contains) else { return false }
        if isPlace(text) || hasRun(text) { return true }
        if text.split(whereSeparator: \.isNewline).contains(where: { isDots(TextNormalizer.key(String($0))) }) {
            return true
        }
        guard isValue else { return false }
        let key = TextNormalizer.key(text)
        return prompts.contains { key.contains($0) }
    }

    /// Whether a text in the column of reasons is what the form itself prints there.
    public func isInstruction(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        return instructions.contains { key.contains($0) } || prompts.contains { key.contains($0) }
    }

    private func isDots(_ key: String) -> Bool {
        guard key.allSatisfy({ dots.contains($0) }) else { return false }
        // One mark of omission may end a sentence on a line of its own; a single full stop is a slip.
        return key.count >= 2 && (key.contains("…") || key.count >= 3)
    }

    private func hasRun(_ text: String) -> Bool {
        var count = 0
        for character in text {
            count = marks.contains(character) ? count + 1 : 0
            if count == 3 { return true }
        }
        return false
    }
}
