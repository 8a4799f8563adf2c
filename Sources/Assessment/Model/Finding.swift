import Spreadsheet

/// Something wrong, or worth a look, in the person's data.
public struct Finding: Hashable, Sendable {
    /// How much it weighs.
    public enum Level: String, Hashable, Sendable, Comparable, CaseIterable {
        case must, explain, note

        /// 必须改正, 需要说明, 提示.
        public var title: String {
            switch self {
            case .must: "必须改正"
            case .explain: "需要说明"
            case .note: "提示"
            }
        }

        private var order: Int {
            switch self {
            case .must: 0
            case .explain: 1
            case .note: 2
            }
        }

        /// The weightier first.
        public static func < (left: Level, right: Level) -> Bool { left.order < right.order }
    }

    /// Id of the rule.
    public var rule: String
    /// Level, after the template's own setting.
    public var level: Level
    /// Where.
    public var source: Source
    /// What the finding is about: the indicator's or the field's name.
    public var subject: String
    /// What stands there.
    public var found: String
    /// What should.
    public var expected: String
    /// Why, in one sentence.
    public var message: String
    /// On what it rests.
    public var citation: String
    /// What to do.
    public var remedy: String

    /// A finding.
    public init(
        rule: String, level: Level, source: Source, subject: String, found: String, expected: String,
        message: String, citation: String, remedy: String
    ) {
        self.rule = rule
        self.level = level
        self.source = source
        self.subject = subject
        self.found = found
        self.expected = expected
        self.message = message
        self.citation = citation
        self.remedy = remedy
    }
}
