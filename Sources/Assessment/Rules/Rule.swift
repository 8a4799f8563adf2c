import Foundation
import Spreadsheet

/// One rule of the form: one file in this folder. The id is a contract and never changes its meaning.
public protocol Rule: Sendable {
    /// Id, such as `WGT-01`.
    static var id: String { get }
    /// Short Chinese title.
    static var title: String { get }
    /// Level where a template says nothing else.
    static var level: Finding.Level { get }
    /// The document that it rests on, 依据待核, or 本工具约定.
    static var citation: String { get }
    /// Where the code is looser or tighter than that sentence, in Chinese; nil where it is neither.
    static var departure: String? { get }
    /// What the person should do, in Chinese.
    static var remedy: String { get }
    /// Whether it runs where a template does not mention it.
    static var isOnByDefault: Bool { get }
    /// Looks at a scored submission.
    static func check(_ evaluation: Evaluation) -> RuleOutcome
}

extension Rule {
    /// No departure.
    public static var departure: String? { nil }
    /// On.
    public static var isOnByDefault: Bool { true }
}

/// What a rule found, or why it could not look.
public enum RuleOutcome: Sendable {
    /// It ran; no hits means that it holds.
    case ran([RuleHit])
    /// It could not run, and why, in Chinese.
    case notRun(String)
}

/// One place where a rule does not hold.
public struct RuleHit: Hashable, Sendable {
    /// Where.
    public var source: Source
    /// The indicator's or the field's name.
    public var subject: String
    /// What stands there.
    public var found: String
    /// What should.
    public var expected: String
    /// Why, in one sentence.
    public var message: String
    /// Level of this hit, where it differs from the rule's.
    public var level: Finding.Level?
    /// Rules of which this is a mere consequence: when one of them has a finding in the same row (or ``followsAnywhere``), this is not
    /// reported again, but counted among the consequences.
    public var follows: [String] = []
    /// A finding of ``follows`` anywhere in the file is enough.
    public var followsAnywhere = false

    /// A hit.
    public init(
        _ source: Source, subject: String, found: String, expected: String, message: String,
        level: Finding.Level? = nil, follows: [String] = [], followsAnywhere: Bool = false
    ) {
        self.follows = follows
        self.followsAnywhere = followsAnywhere
        self.source = source
        self.subject = subject
        self.found = found.isEmpty ? "（空）" : found
        self.expected = expected
        self.message = message
        self.level = level
    }
}
