import Foundation
import Spreadsheet
import SpreadsheetReading

/// One thing that a judge sees otherwise.
struct Difference: CustomStringConvertible {
    enum Kind: String {
        /// The judge refuses a file that we read.
        case judgeRefuses = "judge-refuses"
        /// We refuse a file that the judge reads.
        case weRefuse = "we-refuse"
        /// Other sheets, or in another order.
        case sheets
        /// A merge that only one of the two has; the cell is its range.
        case merge
        /// A cell where the judge has nothing.
        case missing
        /// An error value where the judge has nothing.
        case missingError = "missing-error"
        /// A cell where we have nothing.
        case extra
        /// Values of other kinds.
        case kind
        /// Values of one kind that are not the same.
        case value
    }

    var file: String
    var judge: String
    var sheet = ""
    var cell = ""
    var kind: Kind
    var ours: String
    var theirs: String

    var description: String {
        "\(file),\(judge),\(sheet),\(cell),\(kind.rawValue): ours \(ours), theirs \(theirs)"
    }

    /// A text in quotes, cut where it is long.
    static func quoted(_ text: String) -> String {
        text.count > 60 ? "\"\(text.prefix(60))…\" (\(text.utf16.count) units)" : text.debugDescription
    }
}

/// The committed table of differences, each with its reason. It is kept honest: a line that explains nothing is a fault too.
struct DifferenceTable {
    struct Line {
        var number: Int
        var file: String
        var judge: String
        var sheet: String
        var cell: String
        var kind: String
        var reason: String
        var uses: [String: Int] = [:]
        /// The reader's own fault, not yet mended: known, and no excuse.
        var isFault: Bool { reason.hasPrefix("FAULT") }

        func explains(_ difference: Difference) -> Bool {
            kind == difference.kind.rawValue && (judge == "both" || judge == difference.judge)
                && (sheet == "*" || sheet == difference.sheet) && covers(difference.cell)
                && fnmatch(file, difference.file, 0) == 0
        }

        /// Whether the line's cell, range or `*` holds a place; a merge is named as it is.
        private func covers(_ place: String) -> Bool {
            if cell == "*" || cell == place { return true }
            guard let range = CellRange(cell), let one = CellReference(place) else { return false }
            return range.contains(one)
        }
    }

    private(set) var lines: [Line] = []

    init(path: String) throws {
        let sheet = try WorkbookReader.read(path: path).sheets[0]
        for row in (sheet.usedRange?.rows ?? 0...0).dropFirst() {
            let fields = (0..<6).map { sheet[row, $0]?.shown ?? "" }
            lines.append(
                Line(
                    number: row + 1, file: fields[0], judge: fields[1], sheet: fields[2], cell: fields[3],
                    kind: fields[4], reason: fields[5]))
        }
    }

    /// Whether a line is about a file.
    func knows(_ file: String) -> Bool { lines.contains { fnmatch($0.file, file, 0) == 0 } }

    /// Whether a line explains the difference; every line that does is marked as used.
    mutating func explains(_ difference: Difference) -> Bool {
        var isExplained = false
        for index in lines.indices where lines[index].explains(difference) {
            lines[index].uses[difference.judge, default: 0] += 1
            isExplained = true
        }
        return isExplained
    }

    /// How many differences are the reader's own faults.
    var faultCount: Int { lines.filter(\.isFault).flatMap(\.uses.values).reduce(0, +) }

    /// What is wrong with the table itself, as far as these files can tell.
    func faults(amongFiles files: [String]) -> [String] {
        lines.compactMap { line in
            let place = "line \(line.number) (\(line.file),\(line.judge),\(line.sheet),\(line.cell),\(line.kind))"
            if line.file == "*" || line.kind == "*" || line.reason.count < 10 { return "\(place) is not specific" }
            guard files.contains(where: { fnmatch(line.file, $0, 0) == 0 }) else {
                return Self.isCorpusFile(line.file) ? nil : "\(place) is about no file"
            }
            let isOld = line.file.hasSuffix(".xls") || line.file.hasSuffix(".et")
            let judges = line.judge == "both" ? ["calamine", isOld ? "xlrd" : "openpyxl"] : [line.judge]
            let idle = judges.filter { line.uses[$0] == nil }
            return idle.isEmpty ? nil : "\(place) explains nothing of \(idle.joined(separator: " and "))"
        }
    }

    /// Files of the corpus, which may not be there, are named after where they come from: `project__file.xlsx`.
    private static func isCorpusFile(_ name: String) -> Bool { name.contains("__") }
}
