import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// The reader against independent ones, two for each kind of file, cell by cell: `make compat`.
struct CompatTests {
    private static let reason: Comment = "ZIPINGBIAO_COMPAT names no folder with judgements: make compat"
    private static let table =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        + "/Compat/differences.csv"

    @Test(.enabled(if: Judgements.folder != nil, reason))
    func everyDifferenceFromTheJudgesIsExplained() throws {
        let files = try Judgements.read().files
        #expect(files.count >= 60)
        var table = try DifferenceTable(path: Self.table)
        var tally = Tally()
        for file in files {
            guard !file.judges.isEmpty else {
                tally.skipped.append(file.name)
                continue
            }
            tally.files += 1
            let found = compared(file, &tally)
            if file.expected == "error", !found.isEmpty, !table.knows(file.name) {
                Issue.record("\(file.name) should be refused")
            }
            for difference in found {
                tally.differences += 1
                if !table.explains(difference) {
                    tally.unexplained += 1
                    Issue.record("\(difference)")
                }
            }
        }
        for fault in table.faults(amongFiles: files.map(\.name)) { Issue.record("differences.csv \(fault)") }
        print(tally)
        print(
            "compat: \(table.lines.count) lines of the table used; \(table.faultCount) differences are faults of ours")
    }

    /// The differences of a file from both judges.
    private func compared(_ file: Judgements.File, _ tally: inout Tally) -> [Difference] {
        let workbook: Workbook
        do {
            workbook = try WorkbookReader.read(path: file.path)
        } catch {
            tally.refused += 1
            return file.judges.sorted { $0.key < $1.key }.compactMap { judge, answer in
                answer.sheets.map {
                    Difference(
                        file: file.name, judge: judge, kind: .weRefuse, ours: "\(error)", theirs: "\($0.count) sheets")
                }
            }
        }
        var result: [Difference] = []
        for (judge, answer) in file.judges.sorted(by: { $0.key < $1.key }) {
            guard let sheets = answer.sheets else {
                result.append(
                    Difference(
                        file: file.name, judge: judge, kind: .judgeRefuses, ours: "\(workbook.sheets.count) sheets",
                        theirs: answer.error ?? ""))
                continue
            }
            var comparison = Comparison(file: file.name, judge: judge)
            comparison.compare(workbook, with: sheets)
            tally.cells[judge, default: 0] += comparison.cellCount
            tally.answers[judge, default: 0] += 1
            result += comparison.differences
        }
        return result
    }
}

/// What was compared, for the end of the run.
private struct Tally: CustomStringConvertible {
    var files = 0
    var refused = 0
    var skipped: [String] = []
    var answers: [String: Int] = [:]
    var cells: [String: Int] = [:]
    var differences = 0
    var unexplained = 0

    var description: String {
        let judges = cells.sorted { $0.key < $1.key }.map {
            "\($0.key) \(answers[$0.key] ?? 0) files, \($0.value) cells"
        }
        return """
            compat: \(files) workbooks, \(refused) of them refused by us; compared with \(judges.joined(separator: "; "))
            compat: \(differences) differences, \(differences - unexplained) explained, \(unexplained) not
            compat: \(skipped.count) files skipped, since no judge reads such files as we do: \
            \(skipped.joined(separator: " "))
            """
    }
}
