import Assessment

/// A finding as JSON has it, besides its place.
struct FindingItem: Encodable {
    var rule: String
    var level: String
    var subject: String
    var found: String
    var expected: String
    var message: String
    var citation: String
    var remedy: String

    static func placed(_ finding: Finding) -> Placed<FindingItem> {
        Placed(
            FindingItem(
                rule: finding.rule, level: finding.level.rawValue, subject: finding.subject, found: finding.found,
                expected: finding.expected, message: finding.message, citation: finding.citation,
                remedy: finding.remedy), at: JSONPlace(finding.source))
    }
}
