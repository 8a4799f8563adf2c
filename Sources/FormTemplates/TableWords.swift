import Assessment
import Spreadsheet

/// The words by which a table that a finance system exported is understood. Data, section `tables` of `Templates/labels.yaml`.
public struct TableWords: Sendable {
    /// What the heading of a column can tell of it.
    public enum Column: String, CaseIterable, Sendable {
        /// Codes and numbers of accounts: text, never a number.
        case codes
        /// Dates and times.
        case dates
        /// Running numbers, years and months: numbers, but no amounts.
        case ordinals
        /// Running text, such as 摘要 (what a booking is for).
        case texts
        /// Amounts of money.
        case money
        /// Rates and counts.
        case otherNumbers = "other-numbers"
    }

    private var headings: [String] = []
    private var totals: Set<String> = []
    private var endings: [String] = []
    private var pageMarks: Set<String> = []
    private var notes: [String] = []
    private var columns: [Column: [String]] = [:]
    private var classes: [String] = []
    private var periods: Set<String> = []

    /// No words at all.
    init() {}

    init(_ node: YAMLNode) throws {
        let lists = ["headings", "totals", "total-endings", "page-marks", "notes", "classes", "periods"]
        try node.allow(lists + Column.allCases.map(\.rawValue))
        func keys(_ name: String) throws -> [String] { try node.texts(name).map(TextNormalizer.key) }
        headings = try keys("headings")
        totals = Set(try keys("totals"))
        endings = try keys("total-endings")
        pageMarks = Set(try keys("page-marks"))
        notes = try keys("notes")
        classes = try keys("classes")
        periods = Set(try keys("periods"))
        for column in Column.allCases { columns[column] = try keys(column.rawValue) }
    }

    /// Whether a text has a word that headings of tables have.
    public func isHeadingWord(_ text: String) -> Bool {
        let parts = Self.parts(of: text)
        return Self.match(parts, headings)
            || Column.allCases.contains { $0 != .ordinals && Self.match(parts, columns[$0] ?? []) }
    }

    /// Whether the heading of a column says that the column is of a kind. `-` stands between the rows of a heading.
    public func says(_ column: Column, _ heading: String) -> Bool {
        let parts = Self.parts(of: heading)
        let words = columns[column] ?? []
        guard column == .ordinals else { return Self.match(parts, words) }
        // 本月 is no month: only the whole word is.
        return parts.last.map(words.contains) ?? false
    }

    /// Whether a heading ends as those of names and classes do (支出功能分类, 预算单位): whole numbers under it are their codes.
    public func isClass(_ heading: String) -> Bool {
        guard let last = Self.parts(of: heading).last else { return false }
        return classes.contains { $0.count > 1 ? last.hasSuffix($0) : last == $0 }
    }

    /// Whether a heading only names a part of time (累计, 本年数): its amounts are what the columns beside it are.
    public func isPeriod(_ heading: String) -> Bool { Self.parts(of: heading).last.map(periods.contains) ?? false }

    /// The last characters of all words for totals and marks of pages: a text without any of them is none.
    var markScalars: Set<Unicode.Scalar> {
        Set((Array(totals) + endings + Array(pageMarks)).compactMap { $0.unicodeScalars.last })
    }

    /// Whether a whole cell is the label of a total (本月合计), by its key.
    public func isTotal(key: String) -> Bool { totals.contains(key) }

    /// Whether a whole cell is a mark of a page (承前页: carried from the page before), by its key.
    public func isPageMark(key: String) -> Bool { pageMarks.contains(key) }

    /// Whether a short label ends as a total does: 教育局小计. Gives what stands before the ending.
    public func beforeTotalEnding(key: String) -> Substring? {
        endings.first { key.hasSuffix($0) }.map { key.dropLast($0.count) }
    }

    /// Whether a text begins as notes and signatures around a table do.
    public func isNote(key: String) -> Bool { notes.contains { key.hasPrefix($0) } }

    private static func parts(of heading: String) -> [String] {
        heading.split(separator: "-").map { Label.name(of: String($0)) }
    }

    /// A word of two characters may stand anywhere in a heading; one alone says something only at the end.
    private static func match(_ parts: [String], _ words: [String]) -> Bool {
        parts.contains { part in
            words.contains { $0.count > 1 ? part.contains($0) : part.hasSuffix($0) }
        }
    }
}
