import Spreadsheet

/// Something wrong in a template, where it is, and what to do.
public struct TemplateProblem: Hashable, Sendable {
    /// The file, by the template's folder and its own name.
    public var file: String
    /// Line from 1; nil for what has none, such as a workbook.
    public var line: Int?
    /// What is wrong, in Chinese.
    public var what: String
    /// What to do, in Chinese.
    public var advice: String

    /// A problem.
    public init(file: String, line: Int?, what: String, advice: String) {
        self.file = file
        self.line = line
        self.what = what
        self.advice = advice
    }
}

/// Collects what is wrong while a file is read, so that all of it is told and not only the first.
final class TemplateProblems {
    private(set) var all: [TemplateProblem] = []

    func add(_ problem: TemplateProblem) {
        if !all.contains(problem) { all.append(problem) }
    }

    /// In the order of the lines.
    var sorted: [TemplateProblem] {
        all.enumerated().sorted { ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset) }
            .map(\.element)
    }
}
