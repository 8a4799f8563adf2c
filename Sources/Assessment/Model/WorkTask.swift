import Spreadsheet

/// A row of 年度重点工作任务完成情况: a task of the year and what became of it.
public struct WorkTask: Hashable, Sendable {
    /// What is said of a task; the raw value is the heading that people know.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// 任务: the task itself.
        case name = "任务"
        /// 完成情况: how far it was done.
        case outcome = "完成情况"
        /// 未完成原因: why it was not.
        case reason = "未完成原因"
    }

    /// What was said of it.
    public var parts: [Part: SourcedText]

    /// A task.
    public init(_ parts: [Part: SourcedText] = [:]) { self.parts = parts }

    /// What is said of it under a heading, or nil.
    public subscript(part: Part) -> SourcedText? { parts[part] }

    /// The name of the first part before its number: 重点工作任务1.
    private static let word = "重点工作任务"

    /// `重点工作任务3完成情况` names a part of the third task; nil for any other text.
    public static func place(named key: String) -> (number: Int, part: Part)? {
        let plain = TextNormalizer.key(key)
        guard plain.hasPrefix(word) else { return nil }
        let rest = plain.dropFirst(word.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number > 0, number <= 1000 else { return nil }
        let tail = String(rest.dropFirst(digits.count))
        if tail.isEmpty { return (number, .name) }
        return Part(rawValue: tail).flatMap { $0 == .name ? nil : (number, $0) }
    }

    /// The name of a part of a task by its number from 1, as `--set` takes it: 重点工作任务3完成情况.
    public static func label(_ number: Int, _ part: Part) -> String {
        word + "\(number)" + (part == .name ? "" : part.rawValue)
    }
}
