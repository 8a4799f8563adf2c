import FormRecognition

/// What a person asks of `check`, the same for each of the files.
public struct CheckRequest: Sendable {
    /// Id of the template that the forms are held against; nil to recognise it.
    public var template: String?
    /// Encoding of the texts among the inputs whose bytes don't say it, or nil to find it out.
    public var encoding: String?
    /// What the person says of the forms: their sheet.
    public var options = RecognitionOptions()
    /// The goal declaration (绩效目标申报表), or nil. It belongs to one form.
    public var declaration: InputFile?

    /// A request with nothing said.
    public init() {}
}
