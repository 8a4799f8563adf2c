import CExpat
import Foundation
import Spreadsheet

/// One expat parser for the rows of a sheet, or of pieces of it.
final class SheetParser {
    /// Why the rows could not be parsed.
    enum Trouble: Error {
        /// Not well-formed, with line and expat's words.
        case markup(line: Int, cause: String)
        /// Stopped by the handlers.
        case stopped(SheetScan.Stop, row: Int, column: Int)
    }

    let scan: UnsafeMutablePointer<SheetScan>
    private let parser: XML_Parser
    private let encoding: String?

    /// - Parameters:
    ///   - namespaces: Whether elements are told by their namespaces, as needed where names have prefixes.
    ///   - encoding: What the bytes are in, whatever their declaration says; nil to believe it.
    init(
        sink: RowSink, namespaces: Bool, keepsFormulas: Bool = false, encoding: String? = nil, limits: ReadingLimits
    ) throws {
        self.encoding = encoding
        guard let parser = namespaces ? XML_ParserCreateNS(encoding, 1) : XML_ParserCreate(encoding) else {
            throw Trouble.stopped(.memory, row: 0, column: 0)
        }
        self.parser = parser
        scan = .allocate(capacity: 1)
        scan.initialize(
            to: SheetScan(
                parser: parser, sink: sink, namespaces: namespaces, keepsFormulas: keepsFormulas, limits: limits))
        SheetHandlers.install(parser, scan)
    }

    deinit {
        XML_ParserFree(parser)
        scan.pointee.deallocate()
        scan.deinitialize(count: 1)
        scan.deallocate()
    }

    /// Room for bytes to be parsed, in the parser's own memory.
    func buffer(_ count: Int) throws -> UnsafeMutableRawBufferPointer {
        guard let memory = XML_GetBuffer(parser, Int32(count)) else { throw trouble() }
        return UnsafeMutableRawBufferPointer(start: memory, count: count)
    }

    /// Parses so many bytes of the buffer, which are a whole document: they stay where they are until all is parsed.
    func parseWhole(_ count: Int, of memory: UnsafeMutableRawBufferPointer) throws {
        scan.pointee.document = UnsafeRawBufferPointer(memory)
        try parse(count, isLast: true)
    }

    /// Parses so many bytes of the buffer.
    func parse(_ count: Int, isLast: Bool) throws {
        guard XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0) == XML_STATUS_OK else { throw trouble() }
    }

    /// Refuses a tag that has not ended after so many bytes: expat keeps it all in memory.
    func refuseLongTag(fed: Int, limit: Int) throws {
        guard fed - Int(XML_GetCurrentByteIndex(parser)) > limit else { return }
        throw Trouble.stopped(
            .attribute, row: Int(scan.pointee.rowNumber), column: Int(scan.pointee.column))
    }

    /// Ready for another document.
    func reset() {
        XML_ParserReset(parser, encoding)
        SheetHandlers.install(parser, scan)
        scan.pointee.restart()
    }

    private func trouble() -> Trouble {
        if case .none = scan.pointee.stop {
            let code = XML_GetErrorCode(parser)
            if code == XML_ERROR_NO_MEMORY { return .stopped(.memory, row: 0, column: 0) }
            return .markup(
                line: Int(XML_GetCurrentLineNumber(parser)),
                cause: XML_ErrorString(code).map { String(cString: $0) } ?? "")
        }
        return .stopped(
            scan.pointee.stop, row: Int(scan.pointee.rowNumber), column: Int(scan.pointee.column))
    }
}
