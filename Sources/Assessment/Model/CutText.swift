import Spreadsheet

/// A text or figure of the written form that would be cut off on paper: the form can't be handed in so.
public struct CutText: Hashable, Sendable {
    /// Why it would be cut.
    public enum Cause: String, Hashable, Sendable {
        /// The text is taller than its row can be.
        case tooTall = "too-tall"
        /// The row is taller than a page.
        case tallerThanPage = "taller-than-page"
        /// The line is wider than the cell and what stands beside it.
        case tooWide = "too-wide"
        /// A number that would be shown as ####.
        case numberTooWide = "number-too-wide"
    }

    /// File, sheet and cell of the form; its text is what would be cut.
    public var source: Source
    /// Cause.
    public var cause: Cause

    /// A text that would be cut.
    public init(source: Source, cause: Cause) {
        self.source = source
        self.cause = cause
    }

    /// The heading of such entries.
    public static let title = "打印时会被截断"

    /// What is wrong, in Chinese.
    public var message: String {
        switch cause {
        case .tooTall: "文字有 \(source.text.count) 字，这一格放不下，打印时会被截断。"
        case .tallerThanPage: "文字有 \(source.text.count) 字，这一格比一页纸还高，打印时会被截断。"
        case .tooWide: "文字比格子宽，旁边的格子又有内容，打印时会被截断。"
        case .numberTooWide: "数字比格子宽，打印出来是 ####。"
        }
    }

    /// What to do, in Chinese.
    public var remedy: String {
        switch cause {
        case .tooTall, .tallerThanPage: "压缩这一格的文字，或在空表里把这一列加宽。"
        case .tooWide, .numberTooWide: "在空表里把这一列加宽。"
        }
    }
}
