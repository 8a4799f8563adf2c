import Assessment
import FormJobs
import Foundation
import Reports
import Spreadsheet

/// Asks on the terminal for facts that the form needs and nobody gave. Nothing of it is kept.
enum AskedFacts {
    /// Whether to ask: where it was said, else on a terminal.
    static func isWanted(ask: Bool, noAsk: Bool, asJSON: Bool) -> Bool {
        if ask { return true }
        return !noAsk && !asJSON && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// What the person answers, as for `--set`; empty where nothing is missing or nothing was answered.
    ///
    /// - Parameter evaluation: What was read without it.
    static func ask(_ evaluation: Evaluation) -> [(key: String, value: String)] {
        let required = Set(evaluation.standard.requiredFacts.map(\.rawValue))
        let missing = evaluation.findings.filter { $0.rule == "STR-01" && required.contains($0.subject) }.map(\.subject)
        guard !missing.isEmpty else { return [] }
        let known = evaluation.submission.facts.filter { !TextNormalizer.isBlank($0.value.text) }
            .sorted { $0.key.rawValue < $1.key.rawValue }
        if !known.isEmpty {
            write("已有：\n")
            for (name, fact) in known {
                write(
                    "  \(name.rawValue)：\(String(fact.text.filter { !$0.isNewline }.prefix(30)))（\(fact.source.place)）\n"
                )
            }
        }
        write("表上要填、输入里没有的 \(missing.count) 项，请写上（直接回车跳过）：\n")
        var answers: [(key: String, value: String)] = []
        for name in missing {
            write("  \(name)：")
            guard let line = readLine() else { break }
            let value = line.trimmingCharacters(in: .whitespaces)
            if !value.isEmpty { answers.append((name, value)) }
        }
        return answers
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
