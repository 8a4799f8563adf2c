import Spreadsheet
import SpreadsheetReading

/// One sheet of a file, whatever the file is.
struct SheetChoice {
    /// Where its rows are.
    enum Content {
        case sheet(XLSXFile, XLSXFile.SheetEntry)
        case oldSheet(XLSFile, XLSFile.SheetEntry)
        case text(TextFile)
        case whole(Workbook, Sheet)
    }

    var content: Content
    /// Its name; nil for a text file.
    var name: String?

    /// The sheets that are asked for.
    ///
    /// - Throws: `ToolError` (64) for a sheet that is not there, with the names of those that are, and for a word that is the name of one and the
    ///   place of another.
    static func choose(_ wanted: ConversionRequest.Sheets, of file: TableFile) throws -> (
        choices: [SheetChoice], notes: [String]
    ) {
        let all = sheets(of: file)
        switch wanted {
        case .all: return (all.compactMap(\.choice), skipped(all))
        case .first:
            // A file that is read has a sheet with cells.
            guard let index = all.firstIndex(where: { $0.choice != nil }), let choice = all[index].choice else {
                throw noSheet("1", all, file)
            }
            var notes: [String] = []
            if all[index].isHidden { notes.append("工作表“\(all[index].name)”是隐藏的") }
            let others = all.enumerated().filter { $0.offset != index && $0.element.choice != nil }
            if !others.isEmpty {
                let names = all.enumerated().filter { $0.element.choice != nil }
                    .map { "\($0.offset + 1) \($0.element.name)" + ($0.element.isHidden ? "（隐藏）" : "") }
                notes.append(
                    "只转换了第 \(index + 1) 张工作表“\(all[index].name)”；共有：\(names.joined(separator: "、"))。要别的加 --sheet，全部都要加 --all-sheets"
                )
            }
            return ([choice], notes)
        case .one(let text):
            let found = try SheetWord.index(of: text, in: all.map(\.name), file: file.name)
            guard let index = found, let choice = all[index].choice else {
                throw noSheet(text, all, file)
            }
            return ([choice], [])
        }
    }

    /// `other` is what a tab without cells is.
    private typealias Entry = (name: String, isHidden: Bool, choice: SheetChoice?, other: String)

    private static func sheets(of file: TableFile) -> [Entry] {
        switch file {
        case .workbook(let workbook):
            return workbook.entries.map { entry in
                let choice =
                    entry.hasCells ? SheetChoice(content: .sheet(workbook, entry), name: entry.name) : nil
                return (entry.name, entry.visibility != .visible, choice, "图表")
            }
        case .oldWorkbook(let workbook):
            return workbook.entries.map { entry in
                let choice =
                    entry.hasCells ? SheetChoice(content: .oldSheet(workbook, entry), name: entry.name) : nil
                return (entry.name, entry.visibility != .visible, choice, entry.otherKind ?? "")
            }
        case .text(let text): return [("1", false, SheetChoice(content: .text(text), name: nil), "")]
        case .whole(let workbook):
            return workbook.sheets.map {
                ($0.name, $0.visibility != .visible, SheetChoice(content: .whole(workbook, $0), name: $0.name), "")
            }
        }
    }

    private static func skipped(_ all: [Entry]) -> [String] {
        all.filter { $0.choice == nil }.map { "跳过了“\($0.name)”：它是\($0.other)，不是工作表" }
    }

    private static func noSheet(_ wanted: String, _ all: [Entry], _ file: TableFile) -> ToolError {
        let names = all.enumerated().filter { $0.element.choice != nil }.map { "\($0.offset + 1) \($0.element.name)" }
        return ToolError(
            code: .usage,
            message: "\(file.name) 里没有工作表“\(wanted)”\(NearWord.question(for: wanted, among: all.map(\.name)))",
            advice: "--sheet 可以写序号或名字，现有：\(names.joined(separator: "、"))。", place: Source(file: file.name))
    }
}
