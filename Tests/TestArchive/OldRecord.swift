/// Records of workbooks of Excel 5–2003 for tests, written after [MS-XLS]: number, length, contents.
package enum OldRecord {
    /// Two bytes.
    package static func half(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    /// Four bytes.
    package static func word(_ value: Int) -> [UInt8] { half(value) + half(value >> 16) }

    /// Eight bytes of a binary number.
    package static func double(_ value: Double) -> [UInt8] {
        let bits = Int(truncatingIfNeeded: value.bitPattern)
        return word(bits) + word(bits >> 32)
    }

    /// A record.
    package static func record(_ kind: Int, _ contents: [UInt8] = []) -> [UInt8] {
        half(kind) + half(contents.count) + contents
    }

    /// A text with a byte of flags: one byte a character where `isWide` is not set.
    package static func characters(_ text: String, isWide: Bool? = nil) -> [UInt8] {
        let units = Array(text.utf16)
        let isWide = isWide ?? units.contains { $0 > 0xFF }
        return [isWide ? 1 : 0] + units.flatMap { isWide ? half(Int($0)) : [UInt8(truncatingIfNeeded: $0)] }
    }

    /// A text with its length before it.
    package static func text(_ text: String, lengthIn bytes: Int = 2, isWide: Bool? = nil) -> [UInt8] {
        let count = text.utf16.count
        return (bytes == 1 ? [UInt8(truncatingIfNeeded: count)] : half(count)) + characters(text, isWide: isWide)
    }

    /// The beginning of a part: 5 for the workbook, 0x10 for a sheet, 0x20 for a chart.
    package static func begin(_ part: Int, isOld: Bool = false) -> [UInt8] {
        record(
            0x0809,
            half(isOld ? 0x0500 : 0x0600) + half(part) + half(0x0DBB) + half(0x07CC) + (isOld ? [] : word(0) + word(6)))
    }

    /// The end of a part.
    package static let end = record(0x000A)

    private static func place(_ row: Int, _ column: Int, _ style: Int) -> [UInt8] {
        half(row) + half(column) + half(style)
    }

    /// NUMBER.
    package static func number(_ row: Int, _ column: Int, _ value: Double, style: Int = 15) -> [UInt8] {
        record(0x0203, place(row, column, style) + double(value))
    }

    /// RK, by its four bytes.
    package static func packed(_ row: Int, _ column: Int, _ bits: Int, style: Int = 15) -> [UInt8] {
        record(0x027E, place(row, column, style) + word(bits))
    }

    /// MULRK.
    package static func packed(_ row: Int, _ column: Int, _ many: [Int], style: Int = 15) -> [UInt8] {
        record(
            0x00BD,
            half(row) + half(column) + many.flatMap { half(style) + word($0) } + half(column + many.count - 1))
    }

    /// MULBLANK.
    package static func blanks(_ row: Int, _ column: Int, count: Int, style: Int = 15) -> [UInt8] {
        record(0x00BE, half(row) + half(column) + (0..<count).flatMap { _ in half(style) } + half(column + count - 1))
    }

    /// BLANK.
    package static func blank(_ row: Int, _ column: Int, style: Int = 15) -> [UInt8] {
        record(0x0201, place(row, column, style))
    }

    /// LABELSST.
    package static func shared(_ row: Int, _ column: Int, _ index: Int, style: Int = 15) -> [UInt8] {
        record(0x00FD, place(row, column, style) + word(index))
    }

    /// LABEL of Excel 97–2003.
    package static func label(_ row: Int, _ column: Int, _ text: String, style: Int = 15) -> [UInt8] {
        record(0x0204, place(row, column, style) + Self.text(text))
    }

    /// LABEL of Excel 5 and 95, by its bytes.
    package static func oldLabel(_ row: Int, _ column: Int, _ bytes: [UInt8], style: Int = 15) -> [UInt8] {
        record(0x0204, place(row, column, style) + half(bytes.count) + bytes)
    }

    /// BOOLERR.
    package static func truth(_ row: Int, _ column: Int, _ value: Int, isError: Bool, style: Int = 15) -> [UInt8] {
        record(0x0205, place(row, column, style) + [UInt8(value), isError ? 1 : 0])
    }

    /// FORMULA with the eight bytes of its value and its tokens.
    package static func formula(
        _ row: Int, _ column: Int, value: [UInt8], tokens: [UInt8] = [0x1E, 1, 0], behind: [UInt8] = [],
        options: Int = 0, style: Int = 15
    ) -> [UInt8] {
        record(
            0x0006, place(row, column, style) + value + half(options) + word(0) + half(tokens.count) + tokens + behind)
    }

    /// The value of a formula that is no number: 0 a text that follows, 1 a truth, 2 an error, 3 an empty text.
    package static func special(_ kind: Int, _ value: Int = 0) -> [UInt8] {
        [UInt8(kind), 0, UInt8(value), 0, 0, 0, 0xFF, 0xFF]
    }

    /// STRING, the text of the formula before it.
    package static func result(_ text: String) -> [UInt8] { record(0x0207, Self.text(text)) }

    /// MERGEDCELLS: rows and columns of each range.
    package static func merges(_ ranges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)]) -> [UInt8] {
        record(
            0x00E5,
            half(ranges.count)
                + ranges.flatMap { range -> [UInt8] in
                    half(range.rows.lowerBound) + half(range.rows.upperBound) + half(range.columns.lowerBound)
                        + half(range.columns.upperBound)
                })
    }
}
