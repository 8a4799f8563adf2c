import Foundation
import Reports

/// A template that was learned of a blank, not written yet.
public struct LearnOutcome: Sendable {
    /// The text of `template.yaml`.
    public let yaml: String
    /// `form.xlsx`: the blank, byte for byte.
    public let bytes: Data
    /// What there is to say of it: the picture of the blank, its slots, what is not certain.
    public let report: LearnReport
}
