/// What a conversion writes.
enum TargetFormat: String, CaseIterable {
    case csv, tsv, xlsx

    /// The format that an ending stands for.
    init?(ending: String) {
        switch ending.lowercased() {
        case "csv": self = .csv
        case "tsv", "txt", "tab": self = .tsv
        case "xlsx": self = .xlsx
        default: return nil
        }
    }
}
