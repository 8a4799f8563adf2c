import Assessment
import Spreadsheet

/// Choices of which one is ticked, with the boxes before the words or behind them: `■优 □良 □中 □差`, `优☑ 良□`, `优（√）良（ ）`, `优√ 良 中 差`.
enum Ticks {
    private static let ticked: Set<Character> = ["■", "☑", "☒", "√", "✓", "✔", "▣", "●", "◉"]
    private static let open: Set<Character> = ["□", "☐", "○", "◯", "▢", "×", "✗", "✕"]

    private struct Choice {
        var word: String
        var isTicked: Bool
    }

    /// The one choice that is ticked; nil where none or several are, or where a box may belong to either of two words.
    static func choice(in text: String) -> String? {
        let plain = boxes(text)
        let marks = plain.filter(isMark)
        guard marks.count(where: ticked.contains) == 1 else { return nil }
        let solid = plain.filter { !$0.isWhitespace }
        guard let first = solid.first, let last = solid.last else { return nil }
        let choices: [Choice]
        switch (isMark(first), isMark(last)) {
        case (true, false) where marks.count > 1: choices = before(solid)
        case (false, true) where marks.count > 1: choices = behind(solid)
        // One tick alone stands with its own word: √优, 良, 中.
        default: choices = apart(plain)
        }
        guard choices.count >= 2, choices.allSatisfy({ !$0.word.isEmpty }) else { return nil }
        let chosen = choices.filter(\.isTicked)
        return chosen.count == 1 ? chosen[0].word : nil
    }

    private static func isMark(_ letter: Character) -> Bool { ticked.contains(letter) || open.contains(letter) }

    /// The text with (√), [ ] and the like as boxes.
    private static func boxes(_ text: String) -> String {
        var plain = ""
        var inside: String?
        for letter in text {
            if "（([【".contains(letter) {
                plain += inside.map { "(" + $0 } ?? ""
                inside = ""
            } else if "）)]】".contains(letter), let words = inside {
                let content = words.filter { !$0.isWhitespace }
                if content.isEmpty {
                    plain += "□"
                } else if content.count == 1, content.allSatisfy(isMark) {
                    plain += content
                } else {
                    plain += "(" + words + ")"
                }
                inside = nil
            } else if inside != nil {
                inside?.append(letter)
            } else {
                plain.append(letter)
            }
        }
        return plain + (inside.map { "(" + $0 } ?? "")
    }

    private static func before(_ text: String) -> [Choice] {
        var choices: [Choice] = []
        for letter in text {
            if isMark(letter) {
                choices.append(Choice(word: "", isTicked: ticked.contains(letter)))
            } else {
                choices[choices.count - 1].word.append(letter)
            }
        }
        return choices.map(trimmed)
    }

    private static func behind(_ text: String) -> [Choice] {
        var choices: [Choice] = []
        var word = ""
        for letter in text {
            if isMark(letter) {
                choices.append(Choice(word: word, isTicked: ticked.contains(letter)))
                word = ""
            } else {
                word.append(letter)
            }
        }
        return choices.map(trimmed)
    }

    /// Words that spaces or commas keep apart, each with its own box or none; all of them names of grades.
    private static func apart(_ text: String) -> [Choice] {
        let pieces = text.split { $0.isWhitespace || "、，,；;/／|".contains($0) }.map(String.init)
        let choices = pieces.map { piece in
            Choice(word: piece.filter { !isMark($0) }, isTicked: piece.contains(where: ticked.contains))
        }
        // A box in the middle of a piece stands between two words.
        let isPlain = pieces.allSatisfy { piece in !piece.dropFirst().dropLast().contains(where: isMark) }
        guard isPlain, choices.allSatisfy({ Grade.isName($0.word) }) else { return [] }
        return choices.map(trimmed)
    }

    private static func trimmed(_ choice: Choice) -> Choice {
        let ends = "、，,；;/／|"
        var word = choice.word[...]
        while let last = word.last, ends.contains(last) { word = word.dropLast() }
        while let first = word.first, ends.contains(first) { word = word.dropFirst() }
        return Choice(word: String(word), isTicked: choice.isTicked)
    }
}
