import Assessment

/// What would be cut off on paper, as JSON has it, besides its place.
struct CutItem: Encodable {
    var title = CutText.title
    var cause: String
    var message: String
    var remedy: String

    static func placed(_ cut: CutText) -> Placed<CutItem> {
        Placed(
            CutItem(cause: cut.cause.rawValue, message: cut.message, remedy: cut.remedy),
            at: .withText(cut.source))
    }
}
