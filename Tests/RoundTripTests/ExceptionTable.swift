import Foundation

/// The differences between a workbook and its copy that are known, each with its reason: `exceptions.csv`.
struct ExceptionTable {
    struct Line {
        var property: String
        var file: String
        var why: String
        var used = false

        func covers(_ file: String, _ property: String) -> Bool {
            Self.matches(self.file, file) && Self.matches(self.property, property)
        }

        /// A `*` at the end stands for anything.
        private static func matches(_ pattern: String, _ text: String) -> Bool {
            pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : pattern == text
        }
    }
    private(set) var lines: [Line]

    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        lines = text.split(separator: "\n").dropFirst().map { line in
            let parts = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            return Line(
                property: parts.first ?? "", file: parts.dropFirst().first ?? "", why: parts.dropFirst(2).first ?? "")
        }
    }

    /// Whether a difference is known.
    mutating func explains(_ file: String, _ property: String) -> Bool {
        guard let index = lines.firstIndex(where: { $0.covers(file, property) }) else { return false }
        lines[index].used = true
        return true
    }
}
