import Foundation
import Spreadsheet

/// The place of the year in what a form prints: `（    年度）`, `2024年度）`, `自评年度：        年`, `    年度部门整体绩效自评表`.
public enum YearText {
    /// The text with the year put in; nil when it has no place for one.
    public static func filled(_ text: String, year: String) -> String? {
        guard let place = place(in: text) else { return nil }
        return text.replacingCharacters(in: place, with: year)
    }

    /// What stands before 年 for the year: blanks, lines, or another year.
    private static func place(in text: String) -> Range<String.Index>? {
        var search = text.startIndex
        while let mark = text[search...].firstIndex(of: "年") {
            var start = mark
            while start > text.startIndex {
                let before = text.index(before: start)
                guard isFree(text[before]) else { break }
                start = before
            }
            let run = text[start..<mark]
            let digits = run.filter { $0.isNumber }
            let isYear = digits.count == 4 && run.allSatisfy { $0.isNumber || $0.isWhitespace }
            // One space is a slip of the typist's; the form leaves room.
            if isYear || digits.isEmpty && run.count >= 2 { return start..<mark }
            search = text.index(after: mark)
        }
        return nil
    }

    private static func isFree(_ character: Character) -> Bool {
        character.isWhitespace || "_＿—×Xx".contains(character) || character.isNumber
    }
}
