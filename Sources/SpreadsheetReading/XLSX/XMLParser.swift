import CExpat
import Foundation
import Spreadsheet

/// What is told of a part while it is parsed. Names are local names; those of namespaces that a workbook doesn't need carry a `?` in front, so that they match nothing.
protocol XMLHandler: AnyObject {
    /// An element begins.
    func start(_ name: String, _ attributes: XMLAttributes)
    /// An element ends.
    func end(_ name: String)
    /// A piece of text; one text may come in several.
    func text(_ piece: String)
    /// Set by the handler to stop.
    var failure: ToolError? { get }
}

/// Attributes of one element; valid while its `start` is called.
struct XMLAttributes {
    let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute; those of the relationships' namespace are named `r:id` and so on.
    subscript(_ wanted: String) -> String? {
        guard var item = list else { return nil }
        while let name = item[0] {
            // Most have no namespace: compared without making a text of each.
            let isWanted = strchr(name, 1) == nil ? strcmp(name, wanted) == 0 : XMLPart.localName(name) == wanted
            if isWanted { return item[1].map { String(cString: $0) } }
            item += 2
        }
        return nil
    }

    /// A whole number that fits in 32 bits: no arithmetic with it can overflow.
    func integer(_ name: String) -> Int? { self[name].flatMap { Int32($0) }.map { Int($0) } }
    /// A number of ordinary size: neither infinite nor none.
    func double(_ name: String) -> Double? { self[name].flatMap { Double($0) }.flatMap { abs($0) < 1e9 ? $0 : nil } }
    /// `1`, `true` and `on` are true; nil when there is no such attribute.
    func flag(_ name: String) -> Bool? { self[name].map { $0 == "1" || $0 == "true" || $0 == "on" } }
}

/// Parses one part of a package with expat: no document types, no endless depth, nothing fetched.
enum XMLPart {
    fileprivate final class Run {
        let handler: any XMLHandler
        let parser: XML_Parser
        let limits: ReadingLimits
        let file: String
        var depth = 0
        /// Depth at which an alternative for newer programs began: it is passed over, its fallback is read.
        var skipping: Int?
        var refusal: ToolError?
        /// The namespace of the element before, ended by the mark, and what goes before its local names: most elements of a part have the same.
        private var namespace: [CChar] = []
        private var prefix = ""

        /// The local name of an element: as ``XMLPart/localName(_:)`` says it.
        func localName(_ name: UnsafePointer<CChar>) -> String {
            guard let mark = strrchr(name, 1) else { return String(cString: name) }
            let count = mark - UnsafeMutablePointer(mutating: name) + 1
            if count != namespace.count || memcmp(name, namespace, count) != 0 {
                namespace = Array(UnsafeBufferPointer(start: name, count: count))
                let whole = XMLPart.localName(name)
                prefix = String(whole.dropLast(String(cString: mark + 1).count))
            }
            return prefix.isEmpty ? String(cString: mark + 1) : prefix + String(cString: mark + 1)
        }

        init(handler: any XMLHandler, parser: XML_Parser, limits: ReadingLimits, file: String) {
            self.handler = handler
            self.parser = parser
            self.limits = limits
            self.file = file
        }

        func refuse(_ why: ToolError) {
            if refusal == nil { refusal = why }
            XML_StopParser(parser, XML_Bool(0))
        }
    }

    /// Parses; `name` is that of the part, for messages.
    static func parse(
        _ content: [UInt8], handler: any XMLHandler, file: String, name: String, limits: ReadingLimits
    ) throws {
        var content = content
        var encoding: String?
        if let declared = declaredEncoding(content), !utf8Names.contains(declared) {
            // expat knows UTF-16 and Latin 1 by itself; of the others only what Chinese tools write is converted.
            if ["gb18030", "gbk", "gb2312"].contains(declared) {
                guard case .success(let text) = TextEncoding.convert(content, from: "GB18030") else {
                    throw ReadingError.damaged(file, "“\(name)”里的文字不是它声明的 \(declared) 编码")
                }
                content = text
                encoding = "UTF-8"
            }
        } else if isPlainUTF8(Array(content.prefix(128))) {
            encoding = "UTF-8"
        }
        guard let parser = XML_ParserCreateNS(encoding, 1) else { throw ReadingError.damaged(file, "内存不足") }
        defer { XML_ParserFree(parser) }
        let run = Run(handler: handler, parser: parser, limits: limits, file: file)
        XML_SetUserData(parser, Unmanaged.passUnretained(run).toOpaque())
        XML_SetElementHandler(
            parser, { XMLPart.run($0)?.begin($1, $2) }, { XMLPart.run($0)?.finish($1) })
        XML_SetCharacterDataHandler(parser) { XMLPart.run($0)?.characters($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            guard let run = XMLPart.run(user) else { return }
            run.refuse(ReadingError.damaged(run.file, "含有 DTD 声明，正常的表格里不会有"))
        }
        let status = withExtendedLifetime(run) {
            content.withUnsafeBytes { bytes in
                // Pieces, since expat counts in 32 bits.
                var offset = 0
                var status = XML_STATUS_OK
                repeat {
                    let count = min(bytes.count - offset, 1 << 20)
                    let isLast = offset + count == bytes.count
                    status = XML_Parse(
                        parser, bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self),
                        Int32(count), isLast ? 1 : 0)
                    offset += count
                    if status == XML_STATUS_OK, offset - Int(XML_GetCurrentByteIndex(parser)) > limits[.attribute] {
                        run.refuse(ReadingError.limit(file, .attribute, limits, detail: "“\(name)”"))
                    }
                } while status == XML_STATUS_OK && run.refusal == nil && offset < bytes.count
                return status
            }
        }
        if let failure = handler.failure { throw failure }
        if let refusal = run.refusal { throw refusal }
        guard status == XML_STATUS_OK else {
            let message = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
            var error = ReadingError.damaged(
                file, "“\(name)”第 \(XML_GetCurrentLineNumber(parser)) 行不是正确的 XML")
            error.cause = message
            throw error
        }
    }

    fileprivate static func run(_ user: UnsafeMutableRawPointer?) -> Run? {
        user.map { Unmanaged<Run>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Whether the beginning of a part says, or does not deny, that it is in UTF-8: then its bytes can be cut.
    static func isPlainUTF8(_ head: [UInt8]) -> Bool {
        guard !head.prefix(4).contains(0), !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) else {
            return false
        }
        let isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
        guard let declared = declaredEncoding(isMarked ? Array(head.dropFirst(3)) : head) else { return true }
        return utf8Names.contains(declared)
    }

    private static let utf8Names = ["utf-8", "utf8", "us-ascii", "ascii"]

    static func declaredEncoding(_ content: [UInt8]) -> String? {
        let head = String(decoding: content.prefix(120), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
            let start = head[..<end.lowerBound].firstRange(of: "encoding=")
        else { return nil }
        let value = head[start.upperBound..<end.lowerBound].dropFirst()
        return value.prefix { $0 != "\"" && $0 != "'" }.lowercased()
    }

    /// Namespaces whose elements are read: the main ones of both editions of the standard, package parts, drawing (for themes).
    private static let readNamespaces = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main",
    ]
    private static let relationships = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]

    static func localName(_ pointer: UnsafePointer<CChar>) -> String {
        let whole = String(cString: pointer)
        guard let mark = whole.utf8.lastIndex(of: 1) else { return whole }
        let local = String(whole[whole.utf8.index(after: mark)...])
        let namespace = whole[..<mark]
        if readNamespaces.contains(where: { $0 == namespace }) { return local }
        if relationships.contains(where: { $0 == namespace }) { return "r:" + local }
        if namespace == "http://schemas.openxmlformats.org/markup-compatibility/2006" { return "mc:" + local }
        return "?" + local
    }
}

extension XMLPart.Run {
    fileprivate func begin(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard let name, refusal == nil, handler.failure == nil else { return }
        depth += 1
        if depth > limits[.depth] { return refuse(ReadingError.limit(file, .depth, limits)) }
        if skipping != nil { return }
        let local = localName(name)
        if local == "mc:Choice" {
            skipping = depth
            return
        }
        handler.start(local, XMLAttributes(list: attributes))
        if handler.failure != nil { XML_StopParser(parser, XML_Bool(0)) }
    }

    fileprivate func finish(_ name: UnsafePointer<CChar>?) {
        guard let name, refusal == nil, handler.failure == nil else { return }
        defer { depth -= 1 }
        if let start = skipping {
            if depth == start { skipping = nil }
            return
        }
        handler.end(localName(name))
        if handler.failure != nil { XML_StopParser(parser, XML_Bool(0)) }
    }

    fileprivate func characters(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard let text, skipping == nil, refusal == nil, handler.failure == nil else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        handler.text(String(decoding: bytes, as: UTF8.self))
    }
}
