import FuzzSupport
import Spreadsheet

@testable import SpreadsheetReading
@testable import SpreadsheetWriting

/// Office Open XML. An input that begins with `P` is the file; any other is its parts, after a byte that says how they are written.
///
/// Three ways to the text of a sheet are compared: in pieces by one thread, in pieces by two, and from the sheet loaded whole.
@main
enum FuzzXLSX {
    private static let sizes = [200, 400, 1000, SheetRows.usualPieceSize]

    static func main() {
        Driver.run { data, size in
            guard size > 1 else { return -1 }
            let bytes = Driver.bytes(data, size)
            if bytes[0] == UInt8(ascii: "P") {
                FuzzXLSX.convert(bytes, way: size)
            } else {
                FuzzXLSX.convert(Container.archive(bytes.dropFirst()), way: Int(bytes[0]))
            }
            return 0
        }
    }

    private static func convert(_ bytes: [UInt8], way: Int) {
        var options = ReadingOptions()
        options.limits = Driver.limits
        let source = ByteSource(bytes: bytes, name: "a.xlsx")
        do {
            guard case .workbook(let file) = try TableFile.open(source, options: options) else { return }
            for entry in file.entries where entry.hasCells { compare(file, entry, way: way) }
            Invariants.check(try WorkbookReader.read(.workbook(file), options: options))
        } catch is ToolError {
            // Most inputs are refused, in words for a person.
        } catch {
            fatalError("not a ToolError: \(error)")
        }
    }

    private static func compare(_ file: XLSXFile, _ entry: XLSXFile.SheetEntry, way: Int) {
        var conversion = SheetToText(file: file, entry: entry, dialect: CSVDialect())
        conversion.showsFormats = way & 1 == 1
        conversion.pieceSize = sizes[way >> 1 & 3]
        let byOne = Outcome { _ = try conversion.run(to: $0, named: "out") }
        conversion.threads = 2
        let byTwo = Outcome { _ = try conversion.run(to: $0, named: "out") }
        Outcome.require(byOne, equals: byTwo, "1 thread, 2 threads")
        let whole = Outcome { try write(file, entry, showsFormats: conversion.showsFormats, to: $0) }
        Outcome.require(byOne, agreesWith: whole, "row by row, whole")
    }

    private static func write(
        _ file: XLSXFile, _ entry: XLSXFile.SheetEntry, showsFormats: Bool, to output: MemoryOutput
    ) throws {
        let sheet = try file.sheet(entry, strings: file.strings())
        let writer = try CellTextWriter(
            to: output, named: "out", dialect: CSVDialect(), styles: file.styles, uses1904: file.uses1904,
            width: file.rows(of: entry).width(), showsFormats: showsFormats)
        writer.bound = BlankBound(file: file, entry: entry)
        for row in sheet.orderedRows { try writer.write(row) }
        try writer.finish()
    }
}
