import CExpat
import Foundation

/// The state of the handlers of one sheet. It stands behind a pointer, so that no reference counts and no exclusivity checks stand in the way.
struct SheetScan {
    enum Mode: UInt8 { case outside, sheetData, row, cell, value, formula, inline, inlineText }
    /// Why parsing was stopped from within.
    enum Stop {
        case none, doctype, depth, row, column, textLength, cells, attribute, memory
        /// Something that only the reading of namespaces can judge.
        case needsNamespaces
        /// The part is something else than a sheet of cells.
        case notSheet
        /// What the sink answered.
        case sink(Int32)
    }

    let parser: XML_Parser
    var sink: RowSink
    /// Told of everything outside the rows, or nil.
    var observer: SheetObserver?
    let keepsFormulas: Bool
    /// With namespaces, foreign elements are passed over; without, they can't be told.
    let namespaces: Bool
    /// Names stand for themselves, and no element within a row is passed over.
    let isPlain: Bool
    let maximumDepth: Int32
    let maximumRows: Int32
    let maximumColumns: Int32
    let maximumText: Int32

    /// What the names of the sheet's own elements begin with.
    private(set) var prefix: UnsafeMutablePointer<CChar>
    private(set) var prefixLength = 0

    var mode = Mode.outside
    var depth: Int32 = 0
    /// The depth of an element that is passed over with all in it, or 0.
    var skipDepth: Int32 = 0
    var phonetic: Int32 = 0
    /// Alternatives around rows or cells that are open.
    var alternatives: Int32 = 0
    /// Of inline text: the depth of its `<is>`, where the open `<t>` begins, and whether white space around that is kept.
    var inlineDepth: Int32 = 0
    var inlineStart = 0
    var keepsSpace = false
    var stop = Stop.none
    var sawSheetData = false
    /// A row came without its number: what it is depends on what stands before it.
    var sawUnnumberedRow = false
    var rowNumber: Int32 = -1
    var rowIsNumbered = false
    /// The number of the row as the file spells it.
    let rowText: UnsafeMutablePointer<CChar>
    /// Nine digits, the most that count as a number, and the end.
    static let rowTextSize = 10
    /// Begins no text of an attribute: the row has no number.
    static let noRowText: CChar = 1
    var column: Int32 = -1
    /// Cells so far, and how many are allowed.
    var cellTotal = 0
    var maximumCells = Int.max

    private(set) var cells: UnsafeMutablePointer<RawCell>
    private(set) var cellCount = 0
    private var cellCapacity = 64
    /// The cell that is being read, behind the finished ones of its row: there is always room for it.
    private(set) var cell: UnsafeMutablePointer<RawCell>
    /// The memory of the document, where texts stay in their places until it is parsed; empty when it is parsed piece by piece.
    var document = UnsafeRawBufferPointer(start: nil, count: 0)
    private var rowHasCopies = false
    /// Stands for a text of no bytes; never read.
    let noText: UnsafePointer<UInt8>
    var bytes: UnsafeMutablePointer<UInt8>
    var byteCount = 0
    var byteCapacity = 4096
    var formulas: UnsafeMutablePointer<UInt8>
    var formulaCount = 0
    var formulaCapacity = 256

    init(
        parser: XML_Parser, sink: RowSink, namespaces: Bool, keepsFormulas: Bool, limits: ReadingLimits
    ) {
        self.parser = parser
        self.sink = sink
        self.namespaces = namespaces
        isPlain = !namespaces
        self.keepsFormulas = keepsFormulas
        func bounded(_ name: ReadingLimits.Name) -> Int32 { Int32(clamping: limits[name]) }
        maximumDepth = bounded(.depth)
        maximumRows = bounded(.rows)
        maximumColumns = bounded(.columns)
        maximumText = Int32(clamping: limits[.text])
        prefix = .allocate(capacity: 1)
        rowText = .allocate(capacity: Self.rowTextSize)
        rowText[0] = Self.noRowText
        cells = .allocate(capacity: cellCapacity)
        cell = cells
        noText = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
        bytes = .allocate(capacity: byteCapacity + Self.padding)
        formulas = .allocate(capacity: formulaCapacity)
    }

    mutating func deallocate() {
        prefix.deallocate()
        noText.deallocate()
        rowText.deallocate()
        cells.deallocate()
        bytes.deallocate()
        formulas.deallocate()
    }

    mutating func setPrefix(_ text: UnsafePointer<CChar>, _ length: Int) {
        prefix.deallocate()
        prefix = .allocate(capacity: length)
        prefix.update(from: text, count: length)
        prefixLength = length
    }

    /// Ready for another piece.
    mutating func restart() {
        mode = .outside
        depth = 0
        skipDepth = 0
        phonetic = 0
        alternatives = 0
        stop = .none
        sawSheetData = false
        sawUnnumberedRow = false
        rowNumber = -1
        column = -1
        dropCells()
    }

    @inline(never)
    mutating func halt(_ why: Stop) {
        if case .none = stop { stop = why }
        XML_StopParser(parser, XML_Bool(0))
    }

    /// Readers may take a few bytes more than a text has.
    private static let padding = 32

    /// Adds to the text of the cell: a first piece stays where it is, if it stays there long enough.
    @inline(__always)
    mutating func addText(_ text: UnsafePointer<CChar>, _ count: Int) {
        let start = UnsafeRawPointer(text)
        if cell.pointee.count == 0, let first = document.baseAddress, start >= first, start < first + document.count {
            cell.pointee.text = start.assumingMemoryBound(to: UInt8.self)
            cell.pointee.count = Int32(truncatingIfNeeded: count)
            return
        }
        copyText(text, count)
    }

    @inline(never)
    private mutating func copyText(_ text: UnsafePointer<CChar>, _ count: Int) {
        ownText()
        append(text, count)
        cell.pointee.count += Int32(truncatingIfNeeded: count)
    }

    /// Puts the text of the cell into the row's own memory.
    private mutating func ownText() {
        guard !cell.pointee.isCopied else { return }
        let first = UnsafeRawPointer(cell.pointee.text).assumingMemoryBound(to: CChar.self)
        let had = Int(cell.pointee.count)
        // The offset, as a pointer that is none: the memory may still move. One more, since a pointer is never 0.
        cell.pointee.text = UnsafePointer(bitPattern: byteCount + 1) ?? noText
        cell.pointee.isCopied = true
        rowHasCopies = true
        if had > 0 { append(first, had) }
    }

    /// Takes the white space around the end of the cell's text away, from so many bytes on.
    mutating func trimText(after start: Int, isRun: Bool) {
        ownText()
        let length = Int(cell.pointee.count) - start
        let text = UnsafeMutableBufferPointer(start: bytes + (byteCount - length), count: length)
        let dropped = length - SurroundingSpace.trim(text, isRun: isRun)
        byteCount -= dropped
        cell.pointee.count -= Int32(truncatingIfNeeded: dropped)
    }

    /// The text of the cell as it is so far.
    var cellText: UnsafePointer<UInt8> {
        cell.pointee.isCopied ? UnsafePointer(bytes) + (Int(bitPattern: cell.pointee.text) - 1) : cell.pointee.text
    }

    private mutating func append(_ text: UnsafePointer<CChar>, _ count: Int) {
        if byteCount + count > byteCapacity {
            let end = byteCount + count
            guard mayGrow(end, length: Int(cell.pointee.count) + count) else { return halt(.textLength) }
            Self.grow(&bytes, used: byteCount, &byteCapacity, atLeast: end, padding: Self.padding)
        }
        memcpy(bytes + byteCount, text, count)
        byteCount += count
    }

    mutating func appendFormula(_ text: UnsafePointer<CChar>, _ count: Int) {
        if formulaCount + count > formulaCapacity {
            let end = formulaCount + count
            guard mayGrow(end, length: end - Int(cell.pointee.formulaStart)) else { return halt(.textLength) }
            Self.grow(&formulas, used: formulaCount, &formulaCapacity, atLeast: formulaCount + count)
        }
        memcpy(formulas + formulaCount, text, count)
        formulaCount += count
    }

    /// The cell is finished.
    @inline(__always)
    mutating func pushCell() {
        if cellCount + 1 == cellCapacity { growCells() }
        cellCount += 1
        cell = cells + cellCount
    }

    @inline(never)
    private mutating func growCells() {
        // More than that are the same few cells again and again: the last one is written over until expat has stopped.
        if cellCount + 1 >= max(Int(maximumColumns), 1 << 12) * 4 {
            cellCount -= 1
            return halt(.column)
        }
        Self.grow(&cells, used: cellCount + 1, &cellCapacity, atLeast: cellCount + 2)
    }

    private mutating func dropCells() {
        cellCount = 0
        cell = cells
        byteCount = 0
        formulaCount = 0
    }

    /// Gives the row to the sink.
    mutating func finishRow() {
        if rowHasCopies {
            for index in 0..<cellCount where cells[index].isCopied {
                cells[index].text = UnsafePointer(bytes) + (Int(bitPattern: cells[index].text) - 1)
            }
            rowHasCopies = false
        }
        var row = RawRow(
            number: rowNumber, count: Int32(cellCount), cells: UnsafePointer(cells),
            formulas: UnsafePointer(formulas))
        cellTotal += cellCount
        let answer = withUnsafePointer(to: &row) { sink.function(sink.context, UnsafeRawPointer($0)) }
        dropCells()
        if answer != 0 { halt(.sink(answer)) }
        if cellTotal > maximumCells { halt(.cells) }
    }

    /// Whether a text may become so long, and a row: a character takes three bytes, or seven where it is escaped.
    private func mayGrow(_ end: Int, length: Int) -> Bool {
        length <= Int(maximumText) * 7 && end <= Int(Int32.max)
    }

    private static func grow<Element>(
        _ memory: inout UnsafeMutablePointer<Element>, used: Int, _ capacity: inout Int, atLeast: Int, padding: Int = 0
    ) {
        let larger = max(capacity * 2, atLeast)
        let fresh = UnsafeMutablePointer<Element>.allocate(capacity: larger + padding)
        fresh.moveInitialize(from: memory, count: used)
        memory.deallocate()
        memory = fresh
        capacity = larger
    }
}

/// What is told of a sheet's elements outside its rows, and of the attributes of its rows.
protocol SheetObserver: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes)
    func end(_ name: String)
    func text(_ piece: String)
    func row(_ number: Int, _ attributes: XMLAttributes)
    /// A cell holds a formula that fills a range.
    func array(_ range: String, row: Int, column: Int)
    /// A cell's own text has parts that look different.
    func look(row: Int, column: Int)
}

extension SheetObserver {
    func array(_ range: String, row: Int, column: Int) {}
    func look(row: Int, column: Int) {}
}
