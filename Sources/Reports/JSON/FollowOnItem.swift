import Assessment

/// What only follows from a finding, as JSON has it, besides its place.
struct FollowOnItem: Encodable {
    var rule: String
    var cause: String

    static func placed(_ one: Evaluation.FollowOn) -> Placed<FollowOnItem> {
        Placed(FollowOnItem(rule: one.rule, cause: one.cause), at: JSONPlace(one.source))
    }
}
