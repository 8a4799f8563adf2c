import Spreadsheet

/// Follows rows that are inserted into a sheet in the formulas of its cells.
enum FormulaRows {
    /// A formula after rows were inserted below a row (from 0): references to rows further down move along. References to other sheets and texts
    /// in quotation marks stay.
    static func shifted(_ formula: String, below row: Int, by count: Int) -> String {
        mapped(formula) { $0 > row ? $0 + count : $0 }
    }

    /// A formula with each reference to a row (from 0) of its own sheet moved.
    static func mapped(_ formula: String, _ move: (Int) -> Int) -> String {
        var result = ""
        var token = ""
        var quote: Character?
        var isForeign = false
        func flush(before next: Character?) {
            defer { token = "" }
            let isReference = !isForeign && next != "(" && next != "!" && next != "_" && next != "."
            guard isReference, let place = CellReference(token), move(place.row) != place.row,
                token.last?.isNumber == true
            else {
                result += token
                return
            }
            // The column and the marks of a fixed reference stay as they are written.
            let kept = token.prefix { !$0.isNumber }
            result += kept + String(move(place.row) + 1)
        }
        for character in formula {
            if let open = quote {
                result.append(character)
                if character == open { quote = nil }
                continue
            }
            if character.isASCII, character.isLetter || character.isNumber || character == "$" {
                token.append(character)
                continue
            }
            flush(before: character)
            // Of Sheet2!A1:B2 both ends are on the other sheet.
            if character == "!" { isForeign = true } else if character != ":" { isForeign = false }
            if character == "\"" || character == "'" { quote = character }
            result.append(character)
        }
        flush(before: nil)
        return result
    }
}
