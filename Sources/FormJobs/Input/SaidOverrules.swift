import FormRecognition
import FormTemplates
import Spreadsheet

/// What the person says a place is, whatever it looks like: it goes before everything that recognition finds.
public struct SaidOverrules: Hashable, Sendable {
    /// A place and its name.
    public struct Named: Hashable, Sendable {
        /// What it is: 得分, 全年预算数 …
        public var name: String
        /// Letters of a column, or a cell in A1 form.
        public var place: String
    }

    /// Columns of the indicator table, in the order in which they were said.
    public var columns: [Named] = []
    /// Cells, in the order in which they were said.
    public var cells: [Named] = []
    /// What is not to be used, as Excel writes ranges: `K:K`, `K:L`, `12:12`, `C12`, `C12:D14`.
    public var ignored: [String] = []

    /// Reads what a person wrote.
    ///
    /// - Parameters:
    ///   - columns: `得分=H`, `得分=列H`.
    ///   - cells: `全年预算数=D7`, `单位名称=封面!B2`.
    ///   - ignored: `列K`, `K`, `K:L`, `行12`, `C12`, `封面!行2`.
    /// - Throws: `ToolError` (64) for what is written otherwise.
    public init(columns: [String] = [], cells: [String] = [], ignored: [String] = []) throws {
        self.columns = try columns.map { text in
            guard let (name, place) = Self.parts(text), let column = Self.column(PlaceWords.bare(place)) else {
                throw Self.wrong("--column", text, "写成 --column 名称=列，例如 --column 得分=H。")
            }
            return Named(name: name, place: CellReference.letters(ofColumn: column))
        }
        self.cells = try cells.map { text in
            guard let (name, place) = Self.parts(text), case let (sheet, rest) = Overrules.sheet(of: place),
                let cell = CellReference(PlaceWords.bare(rest))
            else {
                throw Self.wrong("--cell", text, "写成 --cell 名称=单元格，例如 --cell 全年预算数=D7。")
            }
            return Named(name: name, place: sheet.map { "\($0)!\(cell)" } ?? cell.description)
        }
        self.ignored = try ignored.map { text in
            let (sheet, rest) = Overrules.sheet(of: text)
            guard let range = Self.range(PlaceWords.bare(rest)) else {
                throw Self.wrong("--ignore", text, "写成 --ignore 列K、--ignore K:L、--ignore 行12 或 --ignore C12。")
            }
            return sheet.map { "\($0)!\(range)" } ?? range
        }
    }

    /// Adds it to what recognition is told.
    public func apply(to options: inout RecognitionOptions) {
        options.columns += columns.map { ($0.name, $0.place) }
        options.cells += cells.map { ($0.name, $0.place) }
        options.ignored += ignored
    }

    private static func wrong(_ option: String, _ text: String, _ advice: String) -> ToolError {
        ToolError(code: .usage, message: "\(option) 的写法不对：\(text)", advice: advice)
    }

    private static func parts(_ text: String) -> (name: String, place: String)? {
        guard let mark = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
        let name = String(text[..<mark].drop { $0.isWhitespace })
        return name.isEmpty ? nil : (name, String(text[text.index(after: mark)...]))
    }

    private static func column(_ text: String) -> Int? {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return CellReference(text + "1")?.column
    }

    private static func row(_ text: String) -> Int? {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return CellReference("A" + text)?.row
    }

    /// A range as Excel writes it, its lesser end first.
    private static func range(_ text: String) -> String? {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let first = ends.first, let last = ends.last, ends.count <= 2 else { return nil }
        if let one = column(first), let other = column(last) {
            return CellReference.letters(ofColumn: min(one, other)) + ":"
                + CellReference.letters(ofColumn: max(one, other))
        }
        if let one = row(first), let other = row(last) { return "\(min(one, other) + 1):\(max(one, other) + 1)" }
        guard let one = CellReference(first), let other = CellReference(last) else { return nil }
        let corner = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
        let opposite = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
        return corner == opposite ? corner.description : "\(corner):\(opposite)"
    }
}
