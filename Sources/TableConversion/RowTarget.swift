import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// Where rows of values go.
protocol RowTarget: AnyObject {
    /// Rows written.
    var rows: Int { get }
    /// Begins again.
    func restart() throws
    /// Takes a row; rows that are not there before it are empty.
    func add(_ row: SheetRow) throws
    /// Everything is there.
    func finish() throws
}

/// Delimited text.
final class TextTarget: RowTarget {
    private let make: () throws -> CellTextWriter
    private let isTable: Bool
    private var writer: CellTextWriter

    /// - Parameter isTable: The first row is the heading of a table.
    init(
        _ output: any ByteOutput, named name: String, dialect: CSVDialect, source: RowSource, shows: Bool,
        isTable: Bool = false
    ) throws {
        let widest = isTable ? nil : try source.widest()
        let bound = source.bound
        self.isTable = isTable
        let (styles, uses1904) = (source.styles, source.uses1904)
        make = {
            let writer = try CellTextWriter(
                to: output, named: name, dialect: dialect, styles: styles, uses1904: uses1904,
                width: widest.map { $0.column + 1 } ?? 0, showsFormats: shows)
            writer.bound = bound
            writer.widest = widest
            return writer
        }
        writer = try make()
    }

    var rows: Int { writer.rows }
    func restart() throws { writer = try make() }
    func add(_ row: SheetRow) throws {
        // All rows of a table are as wide as its heading.
        if isTable, row.number == 0 { writer.width = row.cells.count }
        try writer.write(row)
    }
    func finish() throws { try writer.finish() }
}

/// An XLSX file with one sheet.
final class WorkbookTarget: RowTarget {
    private(set) var rows = 0
    private let output: any ByteOutput
    private let name: String
    private let sheet: String
    private let styles: [CellStyle]
    private let headingRow: Int?
    /// The text of cells that are written as they are shown; nil where values are written.
    private let shownText: CellPlainText?
    private var writer: StreamingWorkbookWriter

    /// - Parameters:
    ///   - shownText: Gives the text of cells that are written as they are shown; nil to write values.
    init(
        _ output: any ByteOutput, named name: String, sheet: String, styles: [CellStyle], headingRow: Int?,
        shownText: CellPlainText? = nil
    ) throws {
        self.output = output
        self.name = name
        self.sheet = sheet
        self.styles = styles
        self.headingRow = headingRow
        self.shownText = shownText
        writer = try Self.writer(output, name)
        try writer.beginSheet(named: sheet, headingRow: headingRow)
    }

    private static func writer(_ output: any ByteOutput, _ name: String) throws -> StreamingWorkbookWriter {
        try StreamingWorkbookWriter(
            temporaryPath: output.temporaryPath, scratchFolder: output.scratchFolder, fileName: name)
    }

    func restart() throws {
        try output.truncate()
        rows = 0
        writer = try Self.writer(output, name)
        try writer.beginSheet(named: sheet, headingRow: headingRow)
    }

    func add(_ row: SheetRow) throws {
        while rows < row.number { try addCells([]) }
        try addCells(row.cells)
    }

    private func addCells(_ cells: [Cell?]) throws {
        rows += 1
        guard let shownText else { return try writer.addRow(cells, styles: styles) }
        let shown = cells.map { cell in cell.map { Cell(text: shownText.shown($0)) } }
        try writer.addRow(shown, styles: styles)
    }

    func finish() throws { try writer.finish() }
}
