import CExpat
import Foundation
import Spreadsheet

extension StringTable {
    /// Reads the part of the shared strings, by several parsers where it can be cut.
    static func read(_ part: String, of archive: ZipArchive, threads: Int, pieceSize: Int) throws -> StringTable {
        do {
            return try readPieces(part, of: archive, threads: threads, pieceSize: pieceSize)
        } catch is PieceCutter.Uncuttable {
            return try readWhole(part, of: archive)
        } catch is StringParser.Trouble {
            return try readWhole(part, of: archive)
        }
    }

    private static func open(_ part: String, of archive: ZipArchive) throws -> PartStream {
        guard let stream = try archive.stream(part) else {
            throw ReadingError.damaged(archive.source.name, "缺少“\(part)”")
        }
        return stream
    }

    private static func readPieces(
        _ part: String, of archive: ZipArchive, threads: Int, pieceSize: Int
    ) throws -> StringTable {
        let table = StringTable()
        let cutter = PieceCutter(try open(part, of: archive), element: "si", parents: ["sst"], size: pieceSize)
        let limits = archive.limits
        let pipeline = OrderedPipeline<StringParser, StringScan.Texts>(
            threads: threads,
            makeWorker: { try StringParser(namespaces: false, encoding: "UTF-8", limits: limits) },
            take: { worker in
                guard let count = try cutter.next(into: worker.buffer(cutter.capacity)) else { return false }
                worker.count = count
                return true
            },
            work: { worker in
                try worker.parse(worker.count, isLast: true)
                let texts = worker.finishedTexts()
                worker.reset()
                return texts
            },
            deliver: { table.append($0) })
        try pipeline.run()
        return table
    }

    private static func readWhole(_ part: String, of archive: ZipArchive) throws -> StringTable {
        let table = StringTable()
        let file = archive.source.name
        let stream = try open(part, of: archive)
        let reader = try DecodedPart(stream, file: file, name: part)
        do {
            let parser = try StringParser(namespaces: true, encoding: reader.encoding, limits: archive.limits)
            var total = 0
            while true {
                let count = try reader.read(into: parser.buffer(DecodedPart.chunk))
                total += count
                try parser.parse(count, isLast: count == 0)
                try parser.refuseLongTag(fed: total, limit: archive.limits[.attribute])
                table.append(parser.finishedTexts())
                if count == 0 { return table }
            }
        } catch let trouble as StringParser.Trouble {
            throw explained(trouble, file: file, part: part, limits: archive.limits)
        }
    }

    private static func explained(
        _ trouble: StringParser.Trouble, file: String, part: String, limits: ReadingLimits
    ) -> ToolError {
        switch trouble.stop {
        case .depth: return ReadingError.limit(file, .depth, limits)
        case .textLength: return ReadingError.limit(file, .text, limits, detail: "“\(part)”")
        case .attribute: return ReadingError.limit(file, .attribute, limits, detail: "“\(part)”")
        case .doctype: return ReadingError.damaged(file, "“\(part)”含有 DTD 声明，正常的表格里不会有")
        case .notStrings: return ReadingError.damaged(file, "“\(part)”不是共享文字表")
        case .none, .needsNamespaces:
            var error = ReadingError.damaged(file, "“\(part)”第 \(trouble.line) 行不是正确的 XML")
            error.cause = trouble.cause
            return error
        }
    }
}

/// One expat parser for shared strings, or for pieces of them.
private final class StringParser {
    struct Trouble: Error {
        var stop: StringScan.Stop
        var line: Int
        var cause: String
    }

    var count = 0
    private let parser: XML_Parser
    private let scan: UnsafeMutablePointer<StringScan>
    private let encoding: String?

    init(namespaces: Bool, encoding: String?, limits: ReadingLimits) throws {
        self.encoding = encoding
        guard let parser = namespaces ? XML_ParserCreateNS(encoding, 1) : XML_ParserCreate(encoding) else {
            throw Trouble(stop: .none, line: 0, cause: "out of memory")
        }
        self.parser = parser
        scan = .allocate(capacity: 1)
        scan.initialize(to: StringScan(parser: parser, namespaces: namespaces, limits: limits))
        install()
    }

    deinit {
        XML_ParserFree(parser)
        scan.deinitialize(count: 1)
        scan.deallocate()
    }

    private func install() {
        XML_SetUserData(parser, scan)
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let user, let name, let attributes else { return }
                user.assumingMemoryBound(to: StringScan.self).pointee.begin(name, attributes)
            },
            { user, name in
                if let name { user?.assumingMemoryBound(to: StringScan.self).pointee.finish(name) }
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            if let text { user?.assumingMemoryBound(to: StringScan.self).pointee.text(text, Int(count)) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            user?.assumingMemoryBound(to: StringScan.self).pointee.halt(.doctype)
        }
    }

    func buffer(_ count: Int) throws -> UnsafeMutableRawBufferPointer {
        guard let memory = XML_GetBuffer(parser, Int32(count)) else { throw trouble() }
        return UnsafeMutableRawBufferPointer(start: memory, count: count)
    }

    func parse(_ count: Int, isLast: Bool) throws {
        guard XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0) == XML_STATUS_OK else { throw trouble() }
    }

    /// Refuses a tag that has not ended after so many bytes: expat keeps it all in memory.
    func refuseLongTag(fed: Int, limit: Int) throws {
        guard fed - Int(XML_GetCurrentByteIndex(parser)) > limit else { return }
        throw Trouble(stop: .attribute, line: 0, cause: "")
    }

    func finishedTexts() -> StringScan.Texts { scan.pointee.finishedTexts() }

    func reset() {
        XML_ParserReset(parser, encoding)
        install()
        scan.pointee.restart()
    }

    private func trouble() -> Trouble {
        Trouble(
            stop: scan.pointee.stop, line: Int(XML_GetCurrentLineNumber(parser)),
            cause: XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "")
    }
}
