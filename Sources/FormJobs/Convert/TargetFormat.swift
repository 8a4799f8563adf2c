/// What a conversion writes.
public enum TargetFormat: String, CaseIterable, Sendable {
    /// Fields with commas between them.
    case csv
    /// Fields with tabs between them.
    case tsv
    /// An Office Open XML workbook.
    case xlsx

    /// The format that an ending stands for; nil for one that is not written.
    public init?(ending: String) {
        switch ending.lowercased() {
        case "csv": self = .csv
        case "tsv", "txt", "tab": self = .tsv
        case "xlsx": self = .xlsx
        default: return nil
        }
    }
}
