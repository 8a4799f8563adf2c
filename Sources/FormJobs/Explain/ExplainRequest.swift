import FormRecognition

/// What a person asks of `explain`.
public struct ExplainRequest: Sendable {
    /// The form, or an indicator table.
    public var form: InputFile
    /// Id of the template that it is read by; nil to recognise it.
    public var template: String?
    /// Encoding of a text whose bytes don't say it, or nil to find it out.
    public var encoding: String?
    /// What the person says of the form: its sheet.
    public var options = RecognitionOptions()

    /// A request for that form, with nothing else said.
    public init(form: InputFile) {
        self.form = form
    }
}
