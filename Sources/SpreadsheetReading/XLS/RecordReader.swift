import Foundation
import Spreadsheet

/// The records of a stream of Excel 5–2003 (BIFF), one after the other, through a window: the stream is never in memory as a whole.
final class RecordReader {
    /// Largest record: four bytes of head and what sixteen bits can say.
    private static let largest = 4 + 0xFFFF
    private static let capacity = 1 << 18

    /// Number of the record, as in [MS-XLS] 2.3.
    private(set) var kind = 0
    /// Its contents; valid until ``next()``.
    private(set) var record: RecordBytes
    /// Where it begins in the stream.
    private(set) var offset = 0

    private let stream: CompoundStream
    private let window: UnsafeMutablePointer<UInt8>
    /// Where in the stream the window begins, how many bytes it holds, and where in it the next record begins.
    private var windowStart: Int
    private var windowCount = 0
    private var place = 0
    private var isHeld = false
    /// For messages.
    private let file: String
    private let sheet: String?

    /// Records from an offset on.
    init(_ stream: CompoundStream, at offset: Int, file: String, sheet: String? = nil) {
        self.stream = stream
        self.file = file
        self.sheet = sheet
        windowStart = offset
        window = .allocate(capacity: Self.capacity)
        record = RecordBytes(start: UnsafePointer(window), count: 0)
    }

    deinit { window.deallocate() }

    /// Where the next record begins.
    var position: Int { windowStart + place }
    /// Bytes of the stream.
    var count: Int { stream.count }

    /// Goes to the next record; false at the end of the stream.
    ///
    /// - Throws: `ToolError` (65) for a record that the stream ends in.
    @inline(__always)
    func next() throws -> Bool {
        if isHeld {
            isHeld = false
            return true
        }
        if windowCount - place < Self.largest { try fill() }
        guard windowCount - place >= 4 else { return false }
        let head = window + place
        kind = Int(head[0]) | Int(head[1]) << 8
        let length = Int(head[2]) | Int(head[3]) << 8
        guard windowCount - place - 4 >= length else {
            throw ReadingError.damaged(file, "内容在第 \(position) 字节处断了", sheet: sheet)
        }
        offset = windowStart + place
        record = RecordBytes(start: UnsafePointer(head + 4), count: length)
        place += 4 + length
        return true
    }

    /// The record that was read is given again by ``next()``.
    func hold() { isHeld = true }

    private func fill() throws {
        guard windowStart + windowCount < stream.count else { return }
        let rest = windowCount - place
        memmove(window, window + place, rest)
        windowStart += place
        place = 0
        let room = UnsafeMutableRawBufferPointer(start: window + rest, count: Self.capacity - rest)
        windowCount = rest + (try stream.read(at: windowStart + rest, into: room))
    }
}

/// Numbers of the records that are read, by their names in [MS-XLS].
enum RecordKind {
    static let formula = 0x0006, eof = 0x000A, protect = 0x0012, password = 0x0013, header = 0x0014, footer = 0x0015
    static let externSheet = 0x0017, name = 0x0018, windowProtect = 0x0019, verticalBreaks = 0x001A
    static let horizontalBreaks = 0x001B, note = 0x001C, selection = 0x001D, dateMode = 0x0022, leftMargin = 0x0026
    static let rightMargin = 0x0027, topMargin = 0x0028, bottomMargin = 0x0029, printHeadings = 0x002A
    static let printGridlines = 0x002B, filePass = 0x002F, font = 0x0031, continued = 0x003C, window1 = 0x003D
    static let pane = 0x0041, codePage = 0x0042, defaultColumnWidth = 0x0055, object = 0x005D, objectProtect = 0x0063
    static let columnInfo = 0x007D, sheetOptions = 0x0081, centerHorizontally = 0x0083, centerVertically = 0x0084
    static let boundSheet = 0x0085, palette = 0x0092, standardWidth = 0x0099, zoom = 0x00A0, setup = 0x00A1
    static let packedNumbers = 0x00BD, blanks = 0x00BE, richText = 0x00D6, scenarioProtect = 0x00DD
    static let style = 0x00E0, merges = 0x00E5, drawing = 0x00EC, sharedTexts = 0x00FC, sharedText = 0x00FD
    static let textObject = 0x01B6, conditionalFormats = 0x01B0, hyperlink = 0x01B8, validations = 0x01B2
    static let validation = 0x01BE, supportingBook = 0x01AE, dimensions = 0x0200, blank = 0x0201, number = 0x0203
    static let label = 0x0204, truth = 0x0205, text = 0x0207, row = 0x0208, array = 0x0221, defaultHeight = 0x0225
    static let table = 0x0236, window2 = 0x023E, packedNumber = 0x027E, format = 0x041E, sharedFormula = 0x04BC
    static let begin = 0x0809, sheetExtension = 0x0862, macros = 0x00D3, pivot = 0x00B0, externName = 0x0023
    static let tooltip = 0x0800, uncalculated = 0x005E, filterInfo = 0x009D
}
