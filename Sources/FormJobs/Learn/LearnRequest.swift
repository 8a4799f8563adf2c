/// What a person asks of `learn`.
public struct LearnRequest: Sendable {
    /// The bureau's blank, an .xlsx workbook.
    public var blank: InputFile
    /// Id that the template gets.
    public var id: String
    /// The form's sheet, by name or by number from 1; nil where the workbook has one form.
    public var sheet: String?

    /// A request for that blank.
    public init(blank: InputFile, id: String, sheet: String? = nil) {
        self.blank = blank
        self.id = id
        self.sheet = sheet
    }
}
