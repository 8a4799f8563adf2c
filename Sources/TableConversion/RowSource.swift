import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// The rows of a sheet as values, whatever the file is.
struct RowSource {
    let choice: SheetChoice
    let strings: StringTable?
    let progress: ConversionProgress?
    private let limits: ReadingLimits

    init(
        _ choice: SheetChoice, limits: ReadingLimits = ReadingLimits(), threads: Int, progress: ConversionProgress?
    ) throws {
        self.choice = choice
        self.limits = limits
        self.progress = progress
        switch choice.content {
        case .sheet(let file, _): strings = try file.strings(threads: threads)
        case .oldSheet(let file, _): strings = try file.strings()
        case .text, .whole: strings = nil
        }
    }

    /// Name of the file, for messages.
    var file: String {
        switch choice.content {
        case .sheet(let file, _): file.name
        case .oldSheet(let file, _): file.name
        case .text(let file): file.name
        case .whole(let workbook, _): workbook.fileName
        }
    }

    /// The styles that cells name.
    var styles: [CellStyle] {
        switch choice.content {
        case .sheet(let file, _): file.styles
        case .oldSheet(let file, _): file.styles
        case .text: []
        case .whole(let workbook, _): workbook.styles
        }
    }

    /// The system of the dates' serial numbers; nil where dates are not held as such.
    var uses1904: Bool? {
        switch choice.content {
        case .sheet(let file, _): file.uses1904
        case .oldSheet(let file, _): file.uses1904
        case .text, .whole: nil
        }
    }

    /// Merged ranges.
    func merges() throws -> [CellRange] {
        switch choice.content {
        case .sheet(let file, let entry):
            return try SheetStream(file: file, entry: entry, strings: strings ?? file.strings()).merges()
        case .oldSheet(let file, let entry):
            return try XLSStream(file: file, entry: entry, strings: strings ?? file.strings()).merges()
        case .text: return []
        case .whole(_, let sheet): return sheet.merges
        }
    }

    /// The cell that ends the widest row at the sheet's beginning.
    func widest() throws -> CellReference? {
        switch choice.content {
        case .sheet(let file, let entry): return try file.rows(of: entry).widest()
        case .oldSheet(let file, let entry): return try file.rows(of: entry).widest()
        case .text: return nil
        case .whole(_, let sheet):
            let column = sheet.usedRange?.last.column
            return column.flatMap { column in sheet.cells.keys.filter { $0.column == column }.min() }
        }
    }

    /// How many empty fields may be written; nil for a text, whose fields stand in it one by one.
    var bound: BlankBound? {
        switch choice.content {
        case .sheet(let file, let entry): BlankBound(file: file, entry: entry)
        case .oldSheet(let file, let entry): BlankBound(file: file, entry: entry)
        case .text: nil
        case .whole(let workbook, let sheet):
            BlankBound(
                bytes: sheet.cells.count * Self.bytesOfCell, file: workbook.fileName, sheet: sheet.name,
                limits: limits)
        }
    }

    /// What a cell takes in a web page or an XML table, at least.
    private static let bytesOfCell = 16

    /// Gives each row that has cells, in order.
    ///
    /// - Parameter restart: Forget all rows; they come again. Called for a sheet that is not in order.
    func rows(restart restarter: () throws -> Void, _ taker: (SheetRow) throws -> Void) throws {
        var blanks = 0
        let bound = bound
        // Each place before a far cell is one in memory.
        func body(_ row: SheetRow) throws {
            blanks += row.cells.count { $0 == nil }
            if let bound, blanks > bound.most {
                throw bound.error(blanks, cell: CellReference(row: row.number, column: row.cells.count - 1))
            }
            try taker(row)
        }
        func restart() throws {
            blanks = 0
            try restarter()
        }
        switch choice.content {
        case .sheet(let file, let entry):
            let strings = try strings ?? file.strings()
            var stream = SheetStream(file: file, entry: entry, strings: strings)
            var count = 0
            stream.progress = { progress?($0, $1, count) }
            do {
                try stream.rows { row in
                    count = row.number + 1
                    try body(row)
                }
            } catch is SheetStream.Disorder {
                try restart()
                for row in try file.sheet(entry, strings: strings).orderedRows { try body(row) }
            }
        case .oldSheet(let file, let entry):
            let strings = try strings ?? file.strings()
            var stream = XLSStream(file: file, entry: entry, strings: strings)
            var count = 0
            stream.progress = { progress?($0, $1, count) }
            do {
                try stream.rows { row in
                    count = row.number + 1
                    try body(row)
                }
            } catch is SheetStream.Disorder {
                try restart()
                for row in try file.sheet(entry, strings: strings).orderedRows { try body(row) }
            }
        case .text(let file):
            var number = 0
            try file.records(progress: { progress?($0, $1, number) }) { scanner in
                try body(SheetRow(number: number, cells: Self.cells(scanner)))
                number += 1
                return true
            }
        case .whole(_, let sheet):
            for row in sheet.orderedRows { try body(row) }
        }
    }

    /// The first rows, for a look at the heading.
    func head(_ count: Int) throws -> [SheetRow] {
        struct Enough: Error {}
        var rows: [SheetRow] = []
        if case .text(let file) = choice.content {
            try file.records { scanner in
                rows.append(SheetRow(number: rows.count, cells: Self.cells(scanner)))
                return rows.count < count
            }
            return rows
        }
        do {
            try rowsOnce { row in
                rows.append(row)
                if rows.count >= count { throw Enough() }
            }
        } catch is Enough {
        } catch is SheetStream.Disorder {}
        return rows
    }

    private func rowsOnce(_ body: (SheetRow) throws -> Void) throws {
        switch choice.content {
        case .sheet(let file, let entry):
            try SheetStream(file: file, entry: entry, strings: strings ?? file.strings()).rows(body)
        case .oldSheet(let file, let entry):
            try XLSStream(file: file, entry: entry, strings: strings ?? file.strings()).rows(body)
        case .text, .whole: try rows(restart: {}, body)
        }
    }

    private static func cells(_ scanner: CSVScanner) -> [Cell?] {
        scanner.fields.map { field in
            guard field.count > 0 else { return nil }
            let bytes = UnsafeBufferPointer(start: scanner.bytes + field.start, count: field.count)
            return Cell(text: String(decoding: bytes, as: UTF8.self))
        }
    }
}
