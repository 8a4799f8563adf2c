import Assessment
import Spreadsheet

/// 续: stands beside a text that goes on from the row above, because no row could hold it.
public enum ContinuationMark {
    /// As it is written.
    public static let text = "（续）"

    /// Whether a label is nothing but the mark.
    public static func matches(_ label: String) -> Bool { ["(续)", "续"].contains(TextNormalizer.key(label)) }
}
