import SpreadsheetReading
import CXlsxWriter
import Foundation
import Spreadsheet

/// Writes an XLSX file row by row, in memory that does not grow with it. The same rows give the same bytes.
///
/// The heading row is bold and stays in view, columns are as wide as their text, text stays text.
public final class StreamingWorkbookWriter {
    /// The size of a part from which the archive needs its 64-bit form, which not every program reads.
    static let largePart = 1 << 32 - 1 << 20

    private let library: LibraryWorkbook
    private let formats: StreamingFormats
    private let path: String
    private let scratchFolder: String
    private let largePart: Int
    private var names = SheetNames()
    private var sheet: StreamingSheet?
    private var sheets: [StreamingSheet.Handle] = []

    /// A writer.
    ///
    /// - Parameters:
    ///   - temporaryPath: Where to write, ``ByteOutput/temporaryPath`` of the output.
    ///   - scratchFolder: Where the library's own temporary files go; nil for the folder of `temporaryPath`. They have no
    ///     names, so that nothing of them can be left behind.
    ///   - fileName: Name of the file for messages.
    public convenience init(temporaryPath: String, scratchFolder: String? = nil, fileName: String) throws {
        try self.init(
            temporaryPath: temporaryPath, scratchFolder: scratchFolder, fileName: fileName, largePart: Self.largePart)
    }

    init(temporaryPath: String, scratchFolder: String?, fileName: String, largePart: Int) throws {
        path = temporaryPath
        self.scratchFolder = scratchFolder ?? FolderPath.folder(of: temporaryPath)
        self.largePart = largePart
        library = try LibraryWorkbook(
            path: temporaryPath, fileName: fileName, scratchFolder: self.scratchFolder, inConstantMemory: true)
        formats = StreamingFormats(library: library)
    }

    /// Begins a sheet; rows that are added come into it.
    ///
    /// - Parameters:
    ///   - name: Its name, changed where Excel would not take it or has it already.
    ///   - headingRow: The row of the headings, from 0: bold, kept in view, always text. By it columns of codes are told.
    ///     Nil when there is none.
    public func beginSheet(named name: String, headingRow: Int? = 0) throws {
        try sheet?.finish()
        let name = names.adjusted(name)
        let handle = try library.addSheet(named: name)
        sheets.append(handle)
        sheet = StreamingSheet(
            handle: handle, name: name, headingRow: headingRow, library: library, formats: formats)
    }

    /// Adds a row of texts, as a CSV has them. A text becomes a number or a date only when nothing is lost by it.
    ///
    /// - Parameters:
    ///   - fields: The fields, by their places in `bytes`.
    ///   - bytes: UTF-8.
    public func addRow(_ fields: UnsafeBufferPointer<FieldSlice>, bytes: UnsafePointer<UInt8>) throws {
        try current().add(fields, bytes: bytes)
    }

    /// Adds a row of cells that have types; each stays of its type. Of a formula the value is written, of an error value
    /// its text, of a style the number format.
    ///
    /// - Parameters:
    ///   - cells: The cells from the first column on; nil where nothing stands.
    ///   - styles: The styles that the cells name.
    public func addRow(_ cells: [Cell?], styles: [CellStyle]) throws {
        try current().add(cells, styles: styles)
    }

    /// Writes the file.
    public func finish() throws {
        if sheets.isEmpty { try beginSheet(named: "") }
        try sheet?.finish()
        sheet = nil
        let sizes = try sheets.map(written)
        try RoomCheck.reserve(sizes.max() ?? 0, in: scratchFolder, fileName: library.fileName)
        library.usesLargeArchive = sizes.reduce(0, +) >= largePart
        try library.close()
        // The library does not notice when its temporary files are cut off.
        guard let found = ArchiveSizes.ofSheets(path), found.count == sizes.count,
            zip(found, sizes).allSatisfy({ $0 > $1 })
        else { throw WritingError.notWhole(library.fileName) }
    }

    private func current() throws -> StreamingSheet {
        if sheet == nil { try beginSheet(named: "") }
        // It was just made.
        guard let sheet else { throw WritingError.notWhole(library.fileName) }
        return sheet
    }

    /// The bytes of a sheet that the library has written so far: all but its last row.
    private func written(_ handle: StreamingSheet.Handle) throws -> Int {
        guard let file = handle.pointee.optimize_tmpfile else { return 0 }
        errno = 0
        guard fflush(file) == 0, ferror(file) == 0 else {
            throw WritingError.library(LXW_ERROR_CREATING_TMPFILE, file: library.fileName, doing: "生成文件")
        }
        return ftell(file)
    }
}
