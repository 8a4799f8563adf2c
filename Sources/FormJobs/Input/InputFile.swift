import Spreadsheet
import SpreadsheetReading

/// What a person brings to a job: a file, standard input, or bytes that are in memory already.
public struct InputFile: Hashable, Sendable {
    /// Where the bytes are.
    public enum Content: Hashable, Sendable {
        /// In a file with this path.
        case path(String)
        /// On standard input, which can be read once.
        case standardInput
        /// Here.
        case bytes([UInt8])
    }

    /// As the person named it: a path, `-`, the name of what was sent.
    public var name: String
    /// Where the bytes are.
    public var content: Content

    /// What an argument names: a path, or `-` for standard input.
    public init(argument: String) {
        name = argument
        content = argument == "-" ? .standardInput : .path(argument)
    }

    /// Bytes under a name for messages.
    public init(bytes: [UInt8], name: String) {
        self.name = name
        content = .bytes(bytes)
    }

    /// The path, for what is a file.
    public var path: String? { if case .path(let path) = content { path } else { nil } }

    /// The bytes, to be read where they are wanted.
    ///
    /// - Throws: `ToolError`: 66 when there is no such file, else 65.
    public func source(limits: ReadingLimits = ReadingLimits()) throws -> ByteSource {
        switch content {
        case .path(let path): try ByteSource(path: path, limits: limits)
        case .standardInput: try ByteSource(standardInputNamed: "标准输入", limits: limits)
        case .bytes(let bytes):
            try ByteSource(sent: bytes, name: name.split(separator: "/").last.map(String.init) ?? name, limits: limits)
        }
    }

    /// The whole workbook.
    ///
    /// - Parameter encoding: The encoding that the person says the texts of this job have; nil to find it out.
    /// - Throws: `ToolError`: 66 when there is no such file, 64 when there is no such encoding, else 65.
    func workbook(encoding: String?) throws -> Workbook {
        let options = ReadingOptions()
        let file = try SaidEncoding.open(
            source(limits: options.limits), options, encoding.map { SaidEncoding($0, whereCertain: .keep) })
        let workbook = try WorkbookReader.read(file, options: options)
        try LongTexts.check(workbook)
        return workbook
    }
}
