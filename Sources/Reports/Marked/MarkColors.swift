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

    /// Whether a background is one of the marks.
    static func isMark(_ fill: String?) -> Bool {
        guard let fill else { return false }
        return Finding.Level.allCases.contains { self.fill($0) == fill }
    }
}
