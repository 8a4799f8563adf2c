import Spreadsheet

/// How many empty fields may be written for a sheet: a cell in the last corner is not to make gigabytes of kilobytes.
///
/// Empty are the fields of rows that are not there, of cells that are not there, and of those that make all lines equally wide. The bound
/// grows with what the sheet holds: `limits[.blank]` and ``perByte`` for each byte of its part.
public struct BlankBound: Sendable {
    /// Empty fields for each byte of the sheet's markup: a cell takes some 30 of them, so that a table of which one field in 400 is filled passes.
    public static let perByte = 16
    /// Deflate makes no more than this of a byte: what a file says of its unpacked size beyond that is no size.
    private static let mostRatio = 1032

    /// The bound.
    public let most: Int
    private let file: String
    private let sheet: String?
    private let limits: ReadingLimits

    /// The bound of a sheet of a workbook.
    public init(file: XLSXFile, entry: XLSXFile.SheetEntry) {
        let bytes = min(file.size(of: entry), file.archive.source.count * Self.mostRatio)
        self.init(bytes: bytes, file: file.name, sheet: entry.name, limits: file.archive.limits)
    }

    /// The bound of a sheet of a workbook of Excel 5–2003.
    public init(file: XLSFile, entry: XLSFile.SheetEntry) {
        self.init(bytes: file.stream.count, file: file.name, sheet: entry.name, limits: file.limits)
    }

    /// The bound of rows that come of so many bytes.
    public init(bytes: Int, file: String, sheet: String?, limits: ReadingLimits) {
        self.file = file
        self.sheet = sheet
        self.limits = limits
        let (most, isBeyond) = limits[.blank].addingReportingOverflow(bytes * Self.perByte)
        self.most = isBeyond ? .max : most
    }

    /// What is said when so many empty fields would be written.
    ///
    /// - Parameter cell: The cell before which they stand.
    public func error(_ count: Int, cell: CellReference) -> ToolError {
        let place = Source(file: file, sheet: sheet, cell: cell)
        return ToolError(
            code: .notReadableTooLarge,
            message:
                "\(place.place) 离其他内容太远：要写到它，先要写出 \(count) 个以上的空格子，超过上限 \(most)",
            advice:
                "请看看这个单元格：是误填的就删掉它，另存后再试；确实需要写出这么多空行空列时，可加 --limit \(ReadingLimits.Name.blank.rawValue)=更大的数。",
            place: place)
    }
}
