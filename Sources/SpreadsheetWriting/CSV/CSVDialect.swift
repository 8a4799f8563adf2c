/// How delimited text is written.
public struct CSVDialect: Sendable {
    /// What stands between fields, an ASCII byte.
    public var delimiter = UInt8(ascii: ",")
    /// Lines end as Windows has it, CR LF; else LF.
    public var usesCRLF = false
    /// What iconv calls the encoding.
    public var encoding = "UTF-8"
    /// A byte order mark stands first, by which Excel knows UTF-8.
    public var hasMark = false

    /// Texts that a spreadsheet program would take for formulas get an apostrophe in front.
    public var guardsFormulas = false

    /// Commas, LF, UTF-8.
    public init() {}

    /// The bytes that stand before everything.
    public var mark: [UInt8] {
        guard hasMark else { return [] }
        switch encoding {
        case "UTF-8": return [0xEF, 0xBB, 0xBF]
        case "UTF-16LE": return [0xFF, 0xFE]
        case "UTF-16BE": return [0xFE, 0xFF]
        case "GB18030": return [0x84, 0x31, 0x95, 0x33]
        default: return []
        }
    }
}
