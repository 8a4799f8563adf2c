import Assessment
import Foundation

/// A level label taken apart: its name, and the points that it states.
public enum LevelText {
    /// The key of its name: 产出指标（50分） is 产出指标.
    public static func name(of label: String) -> String {
        TextNormalizer.key(LevelLabels.split(label.filter { !$0.isWhitespace }).name)
    }

    /// Its points, or nil.
    public static func points(of label: String) -> Decimal? {
        LevelLabels.split(label.filter { !$0.isWhitespace }).points.flatMap(DecimalText.number)
    }
}
