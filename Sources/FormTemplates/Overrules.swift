import Assessment
import Foundation
import Spreadsheet

/// What a person says of places that were not understood, or not rightly: it goes before everything that is seen there.
public struct Overrules: Sendable {
    /// What a column is said to hold.
    public enum Role: Sendable, Hashable {
        /// A column of the indicator table.
        case indicator(IndicatorColumn)
        /// A column of a table of money.
        case budget(BudgetColumn)
    }

    /// A column of the indicator table, or of a table of money.
    public struct Column: Sendable, Hashable {
        /// What it holds.
        public var role: Role
        /// Column from 0.
        public var column: Int
        /// As it was said: `得分=H`.
        public var words: String
    }

    /// A cell that holds a fact or an amount.
    public struct NamedCell: Sendable, Hashable {
        /// The name of the fact or amount.
        public var name: String
        /// The cell.
        public var cell: CellReference
        /// Its sheet; nil for that of the indicator table.
        public var sheet: String?
        /// As it was said: `全年预算数=D7`.
        public var words: String
    }

    /// Cells that were looked at and are not needed.
    public struct Ignored: Sendable, Hashable {
        /// Their sheet; nil for that of the indicator table.
        public var sheet: String?
        /// Rows from 0; nil for all.
        public var rows: ClosedRange<Int>?
        /// Columns from 0; nil for all.
        public var columns: ClosedRange<Int>?
        /// As it was said: `列K`.
        public var words: String

        /// Whether a cell is among them.
        public func covers(_ row: Int, _ column: Int) -> Bool {
            rows?.contains(row) ?? true && columns?.contains(column) ?? true
        }
    }

    /// Columns.
    public var columns: [Column] = []
    /// Cells.
    public var cells: [NamedCell] = []
    /// What is not needed.
    public var ignored: [Ignored] = []

    /// Nothing was said.
    public init() {}

    /// These and others, which go before them.
    public func adding(_ others: Overrules) -> Overrules {
        var all = self
        all.columns += others.columns
        all.cells += others.cells
        all.ignored += others.ignored
        return all
    }

    /// Sheets that were named have to be there.
    ///
    /// - Throws: `ToolError` (64) for one that is not.
    public func check(sheets: [String], in file: String) throws {
        for name in cells.compactMap(\.sheet) + ignored.compactMap(\.sheet) where !sheets.contains(name) {
            throw ToolError(
                code: .usage, message: "\(file) 里没有工作表“\(name)”",
                advice: "叹号前面写工作表的名字，现有：\(sheets.joined(separator: "、"))。")
        }
    }

    /// Whether a cell is among what is not needed.
    ///
    /// - Parameter main: The sheet of the indicator table, which is meant where none is named.
    public func ignores(_ source: Source, main: String) -> Bool {
        guard let cell = source.cell else { return false }
        return ignored.contains { $0.sheet ?? main == source.sheet ?? main && $0.covers(cell.row, cell.column) }
    }

    /// Takes that a column holds something.
    ///
    /// - Parameters:
    ///   - name: A heading that the label table knows.
    ///   - letters: The column: `H`, `列H`.
    ///   - option: The name of the option or key, for messages.
    /// - Throws: `ToolError` (64).
    public mutating func addColumn(_ name: String, _ letters: String, labels: LabelTable, option: String) throws {
        // 分值, 得分 and the reason of a table of money are its total row's, and told as cells.
        let role = labels.indicatorColumn(name).map(Role.indicator) ?? labels.budgetColumn(name).map(Role.budget)
        guard let role else {
            let money = BudgetColumn.amounts + [.rate]
            let names = IndicatorColumn.allCases.map(\.rawValue) + money.map(\.rawValue)
            throw ToolError(
                code: .usage, message: "\(option) 里的“\(name)”不是指标表或资金表的列",
                advice: "可以写：\(names.joined(separator: "、"))。")
        }
        guard let column = Self.column(letters) else {
            throw ToolError(
                code: .usage, message: "\(option) 里的“\(letters)”不是列号", advice: "写成 \(option) \(name)=H 这样的列号。")
        }
        columns.append(Column(role: role, column: column, words: "\(name)=\(letters)"))
    }

    /// What the columns of indicator tables are said to hold.
    public var indicatorColumns: ColumnRoles<IndicatorColumn> {
        ColumnRoles(
            columns.compactMap { column in
                if case .indicator(let role) = column.role { (column.column, role) } else { nil }
            })
    }

    /// What the columns of tables of money are said to hold.
    public var budgetColumns: ColumnRoles<BudgetColumn> {
        ColumnRoles(
            columns.compactMap { column in
                if case .budget(let role) = column.role { (column.column, role) } else { nil }
            })
    }

    /// Takes that a cell holds a fact or an amount.
    ///
    /// - Throws: `ToolError` (64).
    public mutating func addCell(_ name: String, _ address: String, option: String) throws {
        let (sheet, rest) = Self.sheet(of: address)
        guard let cell = CellReference(TextNormalizer.narrowed(rest).uppercased()) else {
            throw ToolError(
                code: .usage, message: "\(option) 里的“\(address)”不是单元格地址", advice: "写成 \(option) \(name)=D7 这样的地址。")
        }
        cells.append(NamedCell(name: name, cell: cell, sheet: sheet, words: "\(name)=\(address)"))
    }

    /// Takes that something is not needed: `列K`, `K`, `K:L`, `C12`, `C12:D14`, `行12`, `12`, `12:14`.
    ///
    /// - Throws: `ToolError` (64).
    public mutating func addIgnored(_ text: String, option: String) throws {
        let (sheet, place) = Self.sheet(of: text)
        var rest = TextNormalizer.narrowed(place).uppercased()
        for word in ["列", "行", "第"] where rest.hasPrefix(word) || rest.hasSuffix(word) {
            rest = rest.replacingOccurrences(of: word, with: "")
        }
        let name = sheet.map { "\($0)!" } ?? ""
        let parts = rest.split(separator: ":", maxSplits: 1).map(String.init)
        guard let first = parts.first, let last = parts.last else { throw Self.notAPlace(text, option) }
        if let one = CellReference(first), let other = CellReference(last), first.contains(where: \.isNumber) {
            let range = CellRange(one, other)
            ignored.append(
                Ignored(
                    sheet: sheet, rows: range.rows, columns: range.columns,
                    words: name + (one == other ? first : "\(first):\(last)")))
        } else if let one = Int(first), let other = Int(last), one >= 1, one <= other {
            ignored.append(
                Ignored(
                    sheet: sheet, rows: one - 1...other - 1,
                    words: "\(name)行\(first == last ? first : "\(first):\(last)")"))
        } else if let one = Self.column(first), let other = Self.column(last), one <= other {
            ignored.append(
                Ignored(
                    sheet: sheet, columns: one...other, words: "\(name)列\(first == last ? first : "\(first):\(last)")"))
        } else {
            throw Self.notAPlace(text, option)
        }
    }

    /// The sheet that stands before a place, and the place: `封面!B2`.
    public static func sheet(of text: String) -> (sheet: String?, place: String) {
        guard let mark = text.lastIndex(where: { $0 == "!" || $0 == "！" }) else { return (nil, text) }
        let name = text[..<mark].filter { $0 != "'" }.trimmingCharacters(in: .whitespaces)
        return (name.isEmpty ? nil : name, String(text[text.index(after: mark)...]))
    }

    private static func notAPlace(_ text: String, _ option: String) -> ToolError {
        ToolError(
            code: .usage, message: "\(option) 里的“\(text)”不是列、行或单元格", advice: "写成 列K、行12、C12 或 C12:D14。")
    }

    /// The column that letters name.
    private static func column(_ text: String) -> Int? {
        let letters = TextNormalizer.narrowed(text).uppercased().filter { $0 != "列" }
        guard !letters.isEmpty, letters.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return CellReference(letters + "1")?.column
    }
}

extension Template {
    /// What the template says of places that recognition gets wrong: the keys `column`, `cell` and `ignore` of template.yaml.
    ///
    /// - Throws: `ToolError` (64) for what names no column, cell or place.
    public func overrules(_ labels: LabelTable) throws -> Overrules {
        var told = Overrules()
        for (name, letters) in toldColumns { try told.addColumn(name, letters, labels: labels, option: "column") }
        for (name, cell) in toldCells { try told.addCell(name, cell, option: "cell") }
        for text in ignored { try told.addIgnored(text, option: "ignore") }
        return told
    }
}
