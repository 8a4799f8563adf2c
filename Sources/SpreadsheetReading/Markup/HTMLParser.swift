import CLibXML2
import Foundation
import Spreadsheet

/// What is told of a page while it is parsed.
protocol HTMLEvents: AnyObject {
    /// An element begins; its name is lower case.
    func start(_ name: String, _ attributes: HTMLAttributes)
    /// An element ends, also one whose end tag is missing.
    func end(_ name: String)
    /// A piece of text, entities replaced; one text may come in several.
    func text(_ piece: UnsafeBufferPointer<UInt8>)
    /// A comment, which is where Excel hides its settings.
    func comment(_ text: String)
    /// Set to stop.
    var failure: ToolError? { get }
}

/// Attributes of one element; valid while its `start` is called.
struct HTMLAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    /// The value of an attribute by its name in lower case; empty when it has none.
    subscript(_ wanted: String) -> String? {
        guard var item = list else { return nil }
        while let name = item[0] {
            if xmlStrEqual(name, wanted) == 1 { return item[1].map { String(cString: $0) } ?? "" }
            item += 2
        }
        return nil
    }

    /// Whether there are none.
    var isEmpty: Bool { list?[0] == nil }
}

/// Parses a page with libxml2 through its SAX interface: no tree, no network, no messages of its own.
enum HTMLParser {
    fileprivate final class Run {
        let events: any HTMLEvents
        init(events: any HTMLEvents) { self.events = events }
    }

    /// The library wants to be set up once, before threads use it.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
    private static let pieceSize = 1 << 15

    /// Parses text that is UTF-8, whatever it declares.
    static func parse(_ text: [UInt8], events: any HTMLEvents, file: String) throws {
        let run = Run(events: events)
        // The library copies the handlers.
        var handlers = saxHandlers()
        guard isReady,
            let parser = htmlCreatePushParserCtxt(
                &handlers, Unmanaged.passUnretained(run).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        else { throw ReadingError.damaged(file, "内存不足") }
        defer { htmlFreeParserCtxt(parser) }
        let options =
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        _ = htmlCtxtUseOptions(parser, Int32(bitPattern: options))
        withExtendedLifetime(run) {
            text.withUnsafeBufferPointer { bytes in
                var offset = 0
                while offset < bytes.count, events.failure == nil {
                    let end = pieceEnd(bytes, from: offset)
                    bytes.baseAddress?.advanced(by: offset).withMemoryRebound(to: CChar.self, capacity: end - offset) {
                        _ = htmlParseChunk(parser, $0, Int32(end - offset), 0)
                    }
                    offset = end
                }
                if events.failure == nil { _ = htmlParseChunk(parser, nil, 0, 1) }
            }
        }
        if let failure = events.failure { throw failure }
    }

    /// Pieces end before a tag, or at least between two characters.
    private static func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
        let end = offset + pieceSize
        guard end < bytes.count else { return bytes.count }
        if let tag = bytes[(offset + 1)..<end].lastIndex(of: UInt8(ascii: "<")) { return tag }
        return bytes[(offset + 1)..<end].lastIndex { $0 & 0xC0 != 0x80 } ?? end
    }

    private static func saxHandlers() -> htmlSAXHandler {
        var handlers = htmlSAXHandler()
        handlers.startElement = { user, name, attributes in
            guard let name, let events = HTMLParser.events(user) else { return }
            events.start(String(cString: name), HTMLAttributes(list: attributes))
        }
        handlers.endElement = { user, name in
            guard let name, let events = HTMLParser.events(user) else { return }
            events.end(String(cString: name))
        }
        handlers.characters = { HTMLParser.characters($0, $1, $2) }
        handlers.ignorableWhitespace = { HTMLParser.characters($0, $1, $2) }
        handlers.cdataBlock = { HTMLParser.characters($0, $1, $2) }
        handlers.comment = { user, text in
            guard let text, let events = HTMLParser.events(user) else { return }
            events.comment(String(cString: text))
        }
        return handlers
    }

    private static func characters(_ user: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let text, count > 0, let events = events(user) else { return }
        events.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    /// The listener, as long as it has not failed.
    private static func events(_ user: UnsafeMutableRawPointer?) -> (any HTMLEvents)? {
        guard let user else { return nil }
        let events = Unmanaged<Run>.fromOpaque(user).takeUnretainedValue().events
        return events.failure == nil ? events : nil
    }
}
