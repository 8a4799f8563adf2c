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
    /// More than these are counted, not told: nobody reads a million lines.
    private static let most = 200

    private(set) var all: [TemplateProblem] = []
    private var known: Set<TemplateProblem> = []
    private var untold = 0

    func add(_ problem: TemplateProblem) {
        guard all.count < Self.most else {
            untold += 1
            return
        }
        if known.insert(problem).inserted { all.append(problem) }
    }

    /// In the order of the lines.
    var sorted: [TemplateProblem] {
        let told = all.enumerated()
            .sorted { ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset) }.map(\.element)
        guard untold > 0, let last = told.last else { return told }
        return told + [
            TemplateProblem(
                file: last.file, line: nil, what: "还有 \(untold) 处问题没有列出。", advice: "先改正上面的，再检查一次。")
        ]
    }
}
