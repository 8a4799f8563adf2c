/// What a person asks of `learn`.
public struct LearnRequest: Sendable {
    /// The bureau's blank, an .xlsx workbook.
    public var blank: InputFile
    /// Id that the template gets.
    public var id: String

    /// A request for that blank.
    public init(blank: InputFile, id: String) {
        self.blank = blank
        self.id = id
    }
}
