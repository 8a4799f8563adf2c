import Foundation
import Spreadsheet

/// Puts the tokens of a formula ([MS-XLS] 2.2.2) into words, as XLSX has them. What it does not know, it gives up: the value stays.
struct FormulaText {
    /// Names and sheets.
    let links: XLSLinks
    /// Names of the tabs.
    let sheets: [String]
    /// Excel 5 or 95.
    let isOld: Bool
    let pages: CodePageText

    /// UTF-8 bytes that are moved at most for one formula: Excel's own have 8192 characters.
    static let mostWork = 1 << 19

    /// The text without `=`; nil when there is a token that is not known.
    ///
    /// - Parameters:
    ///   - tokens: Their bytes, with what stands behind them.
    ///   - length: How many of the bytes are tokens; nil for all.
    ///   - row: Where the formula stands, by which relative references count.
    func text(_ tokens: [UInt8], length: Int? = nil, row: Int, column: Int) -> String? {
        tokens.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return nil }
            var reading = FormulaReading(
                self, RecordBytes(start: start, count: buffer.count), length: length ?? buffer.count, row: row,
                column: column)
            return reading.run()
        }
    }

    /// The cell that a formula stands for when it only says where it is written: an array's or a shared one's.
    static func master(_ tokens: RecordBytes) -> CellReference? {
        guard tokens.half(0) >= 5, tokens.byte(2) == 1 else { return nil }
        return CellReference(row: tokens.half(3), column: tokens.half(5))
    }

    /// `'表 1'!` in front of a reference; nil when it leads out of the workbook.
    func sheetName(first: Int, last: Int) -> String? {
        guard sheets.indices.contains(first), sheets.indices.contains(last) else { return nil }
        let name = first == last ? sheets[first] : sheets[first] + ":" + sheets[last]
        let isPlain =
            !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
            && !(name.unicodeScalars.first?.properties.numericType != nil) && CellReference(name) == nil
        return (isPlain ? name : "'" + name.replacing("'", with: "''") + "'") + "!"
    }
}
