import FormRecognition
import Foundation
import Spreadsheet

/// What changed between two blanks, for a person and for a script.
public struct DiffReport: Renderable {
    /// Version of the schema; grows when a key changes its meaning or goes.
    public static let schemaVersion = 1

    /// Name of the file of last year.
    public var before: String
    /// Name of the file of this year.
    public var after: String
    /// The differences.
    public var changes: [FormChange]

    /// A report.
    public init(before: String, after: String, changes: [FormChange]) {
        self.before = before
        self.after = after
        self.changes = changes
    }

    /// `共有 3 处变化。` or `没有变化。`
    public var sentence: String {
        changes.isEmpty ? "结论：没有变化。" : "结论：共有 \(changes.count) 处变化。"
    }

    /// What a person reads: the conclusion is the first line and the last.
    public var text: String {
        var lines = [sentence, "", "去年：\(before)", "今年：\(after)"]
        for kind in FormChange.Kind.allCases {
            let found = changes.filter { $0.kind == kind }
            guard !found.isEmpty else { continue }
            lines += ["", "\(kind.title)（\(found.count) 处）"]
            for (index, change) in found.enumerated() {
                lines.append("  \(index + 1). \(change.message)")
                lines.append("     " + places(change))
            }
        }
        if !changes.isEmpty { lines += ["", sentence] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func places(_ change: FormChange) -> String {
        [change.before.map { "去年 \(place($0))" }, change.after.map { "今年 \(place($0))" }].compactMap { $0 }
            .joined(separator: " → ")
    }

    private func place(_ source: Source) -> String {
        let sheet = source.sheet.map { "〔\($0)〕" } ?? ""
        return sheet + (source.cell?.description ?? "")
    }

    private struct Root: Encodable {
        struct Change: Encodable {
            var kind: String
            var message: String
            var before: JSONPlace?
            var after: JSONPlace?
        }
        var schemaVersion = DiffReport.schemaVersion
        var before: String
        var after: String
        var isSame: Bool
        var counts: [String: Int]
        var changes: [Change]
    }

    /// One JSON object; the keys are described in Documentation/JSON.md.
    public func json() throws -> String {
        try JSONReport.encoded(
            Root(
                before: before, after: after, isSame: changes.isEmpty,
                counts: Dictionary(changes.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +),
                changes: changes.map { change in
                    Root.Change(
                        kind: change.kind.rawValue, message: change.message,
                        before: change.before.map(JSONPlace.withinFile),
                        after: change.after.map(JSONPlace.withinFile))
                }))
    }
}
