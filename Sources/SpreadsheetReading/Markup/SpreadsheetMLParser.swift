import CExpat
import Foundation
import Spreadsheet

/// What is told of an XML file while it is parsed.
protocol SpreadsheetMLEvents: AnyObject {
    /// An element begins.
    func start(_ name: SpreadsheetMLName, _ attributes: SpreadsheetMLAttributes)
    /// An element ends.
    func end(_ name: SpreadsheetMLName)
    /// A piece of text; one text may come in several.
    func text(_ piece: UnsafeRawBufferPointer)
    /// Set to stop.
    var failure: ToolError? { get }
}

/// Parses XML Spreadsheet 2003 with expat: no document types, hence no entities of the file's own; no endless depth; nothing fetched.
enum SpreadsheetMLParser {
    fileprivate final class Run {
        let events: any SpreadsheetMLEvents
        let parser: XML_Parser
        let file: String
        let limits: ReadingLimits
        var depth = 0
        var refusal: ToolError?

        init(events: any SpreadsheetMLEvents, parser: XML_Parser, file: String, limits: ReadingLimits) {
            self.events = events
            self.parser = parser
            self.file = file
            self.limits = limits
        }

        func refuse(_ why: ToolError) {
            if refusal == nil { refusal = why }
            XML_StopParser(parser, XML_Bool(0))
        }
    }

    /// Parses text that is UTF-8, whatever its declaration still says.
    static func parse(
        _ text: [UInt8], events: any SpreadsheetMLEvents, file: String, limits: ReadingLimits
    ) throws {
        guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(SpreadsheetMLName.separator)) else {
            throw ReadingError.damaged(file, "内存不足")
        }
        defer { XML_ParserFree(parser) }
        let run = Run(events: events, parser: parser, file: file, limits: limits)
        XML_SetUserData(parser, Unmanaged.passUnretained(run).toOpaque())
        XML_SetElementHandler(
            parser, { SpreadsheetMLParser.run($0)?.begin($1, $2) }, { SpreadsheetMLParser.run($0)?.finish($1) })
        XML_SetCharacterDataHandler(parser) { SpreadsheetMLParser.run($0)?.characters($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            guard let run = SpreadsheetMLParser.run(user) else { return }
            run.refuse(ReadingError.damaged(run.file, "含有 DTD 声明，正常的表格里不会有"))
        }
        let status = withExtendedLifetime(run) { feed(text, to: parser) }
        if let failure = events.failure { throw failure }
        if let refusal = run.refusal { throw refusal }
        guard status == XML_STATUS_OK else {
            let line = XML_GetCurrentLineNumber(parser)
            let code = XML_GetErrorCode(parser)
            let isCut =
                code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN
                || UInt(XML_GetCurrentByteIndex(parser)) >= UInt(text.count)
            var error = ReadingError.damaged(
                file, isCut ? "内容在第 \(line) 行中断，像是被截断了" : "第 \(line) 行不是正确的 XML")
            error.cause = XML_ErrorString(code).map { String(cString: $0) }
            throw error
        }
    }

    /// Hands the text over in pieces, since expat counts in 32 bits.
    private static func feed(_ text: [UInt8], to parser: XML_Parser) -> XML_Status {
        text.withUnsafeBytes { bytes in
            var offset = 0
            var status = XML_STATUS_OK
            repeat {
                let count = min(bytes.count - offset, 1 << 20)
                let start = bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
                offset += count
                status = XML_Parse(parser, start, Int32(count), offset == bytes.count ? 1 : 0)
            } while status == XML_STATUS_OK && offset < bytes.count
            return status
        }
    }

    fileprivate static func run(_ user: UnsafeMutableRawPointer?) -> Run? {
        user.map { Unmanaged<Run>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension SpreadsheetMLParser.Run {
    fileprivate func begin(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard let name, refusal == nil, events.failure == nil else { return }
        depth += 1
        if depth > limits[.depth] { return refuse(ReadingError.limit(file, .depth, limits)) }
        events.start(SpreadsheetMLName(name), SpreadsheetMLAttributes(list: attributes))
        if events.failure != nil { XML_StopParser(parser, XML_Bool(0)) }
    }

    fileprivate func finish(_ name: UnsafePointer<CChar>?) {
        guard let name, refusal == nil, events.failure == nil else { return }
        depth -= 1
        events.end(SpreadsheetMLName(name))
        if events.failure != nil { XML_StopParser(parser, XML_Bool(0)) }
    }

    fileprivate func characters(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard let text, refusal == nil, events.failure == nil else { return }
        events.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
}
