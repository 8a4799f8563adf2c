/// One cell as the file has it. Valid while its row is being given.
public struct RawCell {
    /// How the file says that the text is to be taken (attribute `t`).
    public enum Kind: UInt8, Sendable {
        /// A number, or nothing.
        case number
        /// The number of a shared string.
        case shared
        /// Text: of a formula, or inline.
        case text
        /// `1` or `0`.
        case boolean
        /// `#N/A` and such.
        case error
        /// ISO 8601, as strict files have dates.
        case isoDate
    }

    /// Column from 0.
    public var column: Int32
    /// Row from 0, as the cell itself says; as a rule that of its row.
    public var row: Int32
    /// Number of its style, or 0.
    public var style: Int32
    /// Its text.
    public var text: UnsafePointer<UInt8>
    /// Bytes of its text.
    public var count: Int32
    /// How its text is to be taken.
    public var kind: Kind
    /// The text has an underscore or a carriage return: it may hold escapes.
    public var mayHoldEscapes: Bool
    /// The text was put together in the row's own memory: until the row ends, ``text`` is only its offset there.
    var isCopied: Bool
    /// There is a formula.
    public var hasFormula: Bool
    /// There is a value, if an empty one.
    public var hasValue: Bool
    /// Where its formula begins in the row's formula bytes; kept only when formulas are asked for.
    var formulaStart: Int32
    var formulaCount: Int32
    /// The group of a shared formula, or -1.
    var formulaGroup: Int32
}

/// One row as the file has it. Valid while it is being given.
public struct RawRow {
    /// Row from 0.
    public var number: Int32
    /// Number of cells.
    public var count: Int32
    /// The cells in the order of the file.
    public var cells: UnsafePointer<RawCell>
    /// The bytes of their formulas.
    var formulas: UnsafePointer<UInt8>

    /// The text of a cell.
    public func text(of cell: RawCell) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: cell.text, count: Int(cell.count))
    }
}

/// What takes rows: a C function and what it works on, since a class or a closure in the way of every cell costs a third of the time.
public struct RowSink: @unchecked Sendable {
    /// Takes a ``RawRow`` by address; any answer but 0 stops the parsing and is handed back.
    public typealias Function = @convention(c) (UnsafeMutableRawPointer?, UnsafeRawPointer) -> Int32
    let function: Function
    let context: UnsafeMutableRawPointer?

    /// A sink; the context must live as long as rows are given to it.
    public init(context: UnsafeMutableRawPointer?, function: @escaping Function) {
        self.function = function
        self.context = context
    }
}
