import Spreadsheet

/// Moves the relative references of a formula, as copying its cell would.
enum FormulaShift {
    static func shifted(_ formula: String, rows: Int, columns: Int) -> String {
        guard rows != 0 || columns != 0 else { return formula }
        var result = ""
        var word = ""
        var quoted: Character?
        func isWord(_ character: Character) -> Bool {
            character.isLetter || character.isASCII && character.isNumber || "$_.".contains(character)
        }
        /// A name before `(` or `!` is a function or a sheet.
        func flush(before next: Character?) {
            result += next == "(" || next == "!" ? word : moved(word, rows: rows, columns: columns)
            word = ""
        }
        for character in formula {
            if let mark = quoted {
                result.append(character)
                if character == mark { quoted = nil }
            } else if character == "\"" || character == "'" {
                flush(before: character)
                quoted = character
                result.append(character)
            } else if isWord(character) {
                word.append(character)
            } else {
                flush(before: character)
                result.append(character)
            }
        }
        flush(before: nil)
        return result
    }

    private static func moved(_ word: String, rows: Int, columns: Int) -> String {
        let letters = word.drop { $0 == "$" }.prefix { $0.isASCII && $0.isLetter }
        let rest = word[letters.endIndex...]
        let digits = rest.drop { $0 == "$" }
        guard !letters.isEmpty, letters.count <= 3, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let place = CellReference(word)
        else { return word }
        let fixedColumn = word.hasPrefix("$")
        let fixedRow = rest.hasPrefix("$")
        let target = place.offset(rows: fixedRow ? 0 : rows, columns: fixedColumn ? 0 : columns)
        guard target.row >= 0, target.column >= 0 else { return "#REF!" }
        return (fixedColumn ? "$" : "") + CellReference.letters(ofColumn: target.column) + (fixedRow ? "$" : "")
            + String(target.row + 1)
    }
}
