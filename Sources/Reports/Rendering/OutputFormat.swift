/// In what form a report is given.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// Lines for a person.
    case text
    /// One JSON object for a script.
    case json
    /// A page.
    case html

    /// The format that the ending of a file's name stands for; text where it stands for none.
    public init(path: String?) {
        switch path?.split(separator: ".").last?.lowercased() {
        case "html", "htm": self = .html
        case "json": self = .json
        default: self = .text
        }
    }
}
