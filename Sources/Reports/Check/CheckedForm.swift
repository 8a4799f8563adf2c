import Spreadsheet

/// A form that was checked and what became of it, for every renderer.
public struct CheckedForm: Sendable {
    /// The file as the person named it.
    public var path: String
    /// The sheet, where the file has several forms.
    public var sheet: String?
    /// What there is to say, or why it could not be checked.
    public var result: Result<CheckReport, ToolError>

    /// A form and what became of it.
    public init(path: String, sheet: String? = nil, result: Result<CheckReport, ToolError>) {
        self.path = path
        self.sheet = sheet
        self.result = result
    }

    /// The file, with the sheet where it has several forms.
    public var name: String { CheckReport.name(path, sheet) }
}
