import FuzzSupport
import Spreadsheet

@testable import SpreadsheetReading
@testable import SpreadsheetWriting

/// Workbooks of Excel 5–2003. An input that begins as a compound file is the file; any other is the records of its stream.
///
/// Two ways to the text of a sheet are compared: row by row, and from the sheet loaded whole.
@main
enum FuzzXLS {
    static func main() {
        Driver.run { data, size in
            guard size > 1 else { return -1 }
            FuzzXLS.read(Driver.bytes(data, size))
            return 0
        }
    }

    private static func read(_ bytes: [UInt8]) {
        var options = ReadingOptions()
        options.limits = Driver.limits
        let source = ByteSource(bytes: bytes, name: "a.xls")
        do {
            let file: XLSFile
            if bytes.starts(with: CompoundFile.mark) {
                guard case .oldWorkbook(let found) = try TableFile.open(source, options: options) else { return }
                file = found
            } else {
                file = try XLSFile(stream: CompoundStream(whole: source), name: source.name, options: options)
            }
            for entry in file.entries where entry.hasCells { compare(file, entry, showsFormats: bytes.count & 1 == 1) }
            Invariants.check(try WorkbookReader.read(.oldWorkbook(file), options: options))
        } catch is ToolError {
            // Most inputs are refused, in words for a person.
        } catch {
            fatalError("not a ToolError: \(error)")
        }
    }

    private static func compare(_ file: XLSFile, _ entry: XLSFile.SheetEntry, showsFormats: Bool) {
        var conversion = OldSheetToText(file: file, entry: entry, dialect: CSVDialect())
        conversion.showsFormats = showsFormats
        let byRows = Outcome { _ = try conversion.run(to: $0, named: "out") }
        let whole = Outcome { output in
            let sheet = try file.sheet(entry, strings: file.strings())
            let writer = try CellTextWriter(
                to: output, named: "out", dialect: CSVDialect(), styles: file.styles, uses1904: file.uses1904,
                width: file.rows(of: entry).width(), showsFormats: showsFormats)
            writer.bound = BlankBound(file: file, entry: entry)
            for row in sheet.orderedRows { try writer.write(row) }
            try writer.finish()
        }
        // What stands outside the cells is read by one way alone.
        if case .error = whole, case .text = byRows { return }
        Outcome.require(byRows, agreesWith: whole, "row by row, whole")
    }
}
