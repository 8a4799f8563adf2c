import Spreadsheet

/// Choices with boxes before them of which one is ticked: `■优 □良 □中 □差`.
enum Ticks {
    private static let ticked: Set<Character> = ["■", "☑", "☒", "√", "✓", "✔", "▣", "●", "◉"]
    private static let open: Set<Character> = ["□", "☐", "○", "◯"]

    /// The one choice that is ticked; nil where none or several are, or where boxes stand behind the words.
    static func choice(in text: String) -> String? {
        let plain = text.filter { !$0.isWhitespace }
        guard let first = plain.first, ticked.contains(first) || open.contains(first),
            let last = plain.last, !ticked.contains(last), !open.contains(last)
        else { return nil }
        var choices: [(isTicked: Bool, word: String)] = []
        for character in plain {
            if ticked.contains(character) || open.contains(character) {
                choices.append((ticked.contains(character), ""))
            } else {
                choices[choices.count - 1].word.append(character)
            }
        }
        let chosen = choices.filter(\.isTicked)
        guard chosen.count == 1, choices.allSatisfy({ !$0.word.isEmpty }) else { return nil }
        return chosen[0].word
    }
}
