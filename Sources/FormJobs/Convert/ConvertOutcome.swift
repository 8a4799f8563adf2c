import Reports
import TableConversion

/// What became of the sheets of a file.
public struct ConvertOutcome: Sendable {
    /// The results, in the order of the sheets.
    public let sheets: [ConvertedSheet]

    /// What a person should know, in Chinese.
    public var notes: [String] { sheets.flatMap(\.notes) }

    /// The name of a result that went to standard output.
    public static let standardOutput = "标准输出"
}

extension ConvertOutcome: Renderable {
    /// What was written, a line for each file.
    public var text: String {
        PlainText(
            lines: sheets.filter { $0.name != Self.standardOutput }.map { "已写出：\($0.name)（\($0.rows) 行）" }
        ).text
    }
    /// Nothing: that it went well says the exit status.
    public var conclusion: String { "" }
}
