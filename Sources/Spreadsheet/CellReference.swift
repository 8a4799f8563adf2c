/// The place of a cell on its sheet. Row and column count from 0; the text form is the A1 form that a person sees.
public struct CellReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The most rows a sheet of the format can have.
    public static let maximumRows = 1_048_576
    /// The most columns a sheet of the format can have.
    public static let maximumColumns = 16_384

    /// Row, from 0.
    public var row: Int
    /// Column, from 0.
    public var column: Int

    /// A cell by its row and column, both from 0.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7` or `$B$7`; nil when the text is not the address of a cell within a sheet's bounds.
    public init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"):
                continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            default:
                return nil
            }
            if column > Self.maximumColumns || row > Self.maximumRows { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// The letters of a column counted from 0: 0 is `A`, 26 is `AA`.
    public static func letters(ofColumn column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            let digit = UInt8((rest - 1) % 26)
            letters = String(UnicodeScalar(UInt8(ascii: "A") + digit)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The A1 form.
    public var description: String { Self.letters(ofColumn: column) + String(row + 1) }

    /// Reading order: row by row, then column by column.
    public static func < (left: CellReference, right: CellReference) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }

    /// The cell this many rows down and columns right.
    public func offset(rows: Int = 0, columns: Int = 0) -> CellReference {
        CellReference(row: row + rows, column: column + columns)
    }
}
