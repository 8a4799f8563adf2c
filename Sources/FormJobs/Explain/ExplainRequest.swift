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

    /// Whether it is explained what each place was read as, instead of how the scores come about.
    public var wantsReadings = false

    /// A request for that form, with nothing else said.
    public init(form: InputFile) {
        self.form = form
    }
}
