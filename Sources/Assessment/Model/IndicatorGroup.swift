import Foundation
import Spreadsheet

/// A label of the first or second level as the indicator table prints it, with the 分值 that it states.
public struct IndicatorGroup: Hashable, Sendable {
    /// 一级指标, without the points that its label states.
    public var level1: String
    /// 二级指标, without the points; empty when the label is of the first level.
    public var level2: String
    /// 分值 in the label (产出指标（50分）, 投入16) or in the label's own row; nil when none is stated.
    public var statedWeight: SourcedNumber?
    /// 得分 in the label's own row, the sum of those below it; nil when none is stated.
    public var statedScore: SourcedNumber?
    /// A label below it seems to be lost: which rows are its own is not certain.
    public var isUncertain = false
    /// Which table of the form it stands in, from 0: two goals have groups of the same name.
    public var part = 0
    /// Where the label stands; its text is the label as printed.
    public var source: Source

    /// A label.
    public init(
        level1: String, level2: String = "", statedWeight: SourcedNumber? = nil, statedScore: SourcedNumber? = nil,
        source: Source
    ) {
        self.level1 = level1
        self.level2 = level2
        self.statedWeight = statedWeight
        self.statedScore = statedScore
        self.source = source
    }

    /// The same in another table of the form.
    public func ofPart(_ part: Int) -> IndicatorGroup {
        var group = self
        group.part = part
        return group
    }
}
