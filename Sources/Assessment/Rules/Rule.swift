import Foundation
import Spreadsheet

/// One rule of the form: one file in this folder and one line in ``RuleCatalogue``.
public protocol Rule: Sendable {
    /// What the rule says of itself.
    static var info: RuleInfo { get }
    /// What it judges by. Where one of these was not read, and may be what was not understood, it is not run.
    static var needs: [RuleNeed] { get }
    /// Looks for what breaks the rule.
    static func check(_ evaluation: Evaluation) -> RuleOutcome
}

extension Rule {
    /// Nothing that could be missed.
    public static var needs: [RuleNeed] { [] }

    /// ``RuleInfo/id``.
    public static var id: String { info.id }
    /// ``RuleInfo/title``.
    public static var title: String { info.title }
    /// ``RuleInfo/level``.
    public static var level: Finding.Level { info.level }
    /// ``RuleInfo/citation``.
    public static var citation: String { info.citation }
    /// ``RuleInfo/departure``.
    public static var departure: String? { info.departure }
    /// ``RuleInfo/remedy``.
    public static var remedy: String { info.remedy }
    /// ``RuleInfo/isOnByDefault``.
    public static var isOnByDefault: Bool { info.isOnByDefault }
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
    /// On what this hit rests, where it differs from the rule's.
    public var citation: String?
    /// What to do about this hit, where it differs from the rule's.
    public var remedy: String?
    /// Rules of which this is a mere consequence: when one of them has a finding in the same row (or ``followsAnywhere``), this is not
    /// reported again, but counted among the consequences.
    public var follows: [String] = []
    /// A finding of ``follows`` anywhere in the file is enough.
    public var followsAnywhere = false

    /// A hit.
    public init(
        _ source: Source, subject: String, found: String, expected: String, message: String,
        level: Finding.Level? = nil, follows: [String] = [], followsAnywhere: Bool = false, remedy: String? = nil
    ) {
        self.remedy = remedy
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
