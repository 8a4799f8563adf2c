/// What a field of text becomes in a workbook.
enum InferredField: Equatable {
    /// Stays text.
    case text
    /// A number that Excel shows, in this shape, exactly as the text stood.
    case number(Double, NumberShape)
}
