import Foundation
import Spreadsheet

/// How a figure came about: what went in and from where, how it was reckoned, rounded and capped, and on what that rests.
///
/// A trace is data: texts for a person, and the exact result before cap and rounding, from which the figure follows.
public struct ScoreTrace: Hashable, Sendable {
    /// A value that went in.
    public struct Input: Hashable, Sendable {
        /// What it is: 实际完成值, 年度指标值, 分值, or the name of a figure.
        public var name: String
        /// The value as text.
        public var value: String
        /// Its unit; empty for none.
        public var unit: String
        /// Where it stood; nil for what was computed.
        public var source: Source?

        /// A value.
        public init(_ name: String, _ value: String, unit: String = "", source: Source? = nil) {
            self.name = name
            self.value = value
            self.unit = unit
            self.source = source
        }
    }

    /// Id of the method, or what was reckoned: `execution-rate`, `total`, `grade`.
    public var method = ""
    /// The name of it that a person reads.
    public var title = ""
    /// How the method gives points, in words: `不超过 100% 得满分；每满 1 个百分点扣 0.5 分，扣完为止`; empty where the method's name says it.
    public var rule = ""
    /// What went in.
    public var inputs: [Input] = []
    /// How the value that is judged comes from the inputs: `136 ÷ 143 × 100% = 95.10%`; empty where the inputs themselves are.
    public var derivation = ""
    /// What is found of it, in one clause: `95.10% 不超过 100%`.
    public var judgement = ""
    /// The formula with the numbers put in, and what it gives before cap: `28 ÷ 30 × 10 = 9.33`.
    public var formula = ""
    /// What the formula gives, exact; nil where the person gives the points.
    public var exact: Decimal?
    /// The rounding, in words; empty where nothing was rounded.
    public var rounding = ""
    /// The cap, in words; empty where none applied.
    public var cap = ""
    /// The sentence that it rests on; 依据待核 where none is known.
    public var citation = ScoreTrace.unsettled

    /// What is said where no document is known.
    public static let unsettled = "依据待核"

    /// A trace with nothing in it.
    public init() {}

    /// A trace of a method.
    public init(method: String, title: String, inputs: [Input] = []) {
        self.method = method
        self.title = title
        self.inputs = inputs
    }

    /// The whole reckoning in one line: derivation, judgement, formula.
    public var process: String { [derivation, judgement, formula].filter { !$0.isEmpty }.joined(separator: "；") }
}
