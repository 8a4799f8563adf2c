import Assessment
import Spreadsheet

/// How findings look in the person's sheets: light enough for the text to stay legible. The level is said in words too.
enum MarkColors {
    /// The background of a cell with a finding of a level.
    static func fill(_ level: Finding.Level) -> String {
        switch level {
        case .must: "FFC7CE"
        case .explain: "FFE0A6"
        case .note: "DCEBFA"
        }
    }

    /// The background of a cell that was not understood: a grey that no palette offers, so that a person's own is not taken for it.
    static let unread = "D9D9DB"

    /// Whether a background is one of the marks.
    static func isMark(_ fill: String?) -> Bool {
        guard let fill else { return false }
        return fill == unread || Finding.Level.allCases.contains { self.fill($0) == fill }
    }
}
