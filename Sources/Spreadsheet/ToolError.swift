/// What keeps the tool from working. What is wrong with the person's data is a finding, never one of these.
public struct ToolError: Error, Sendable, CustomStringConvertible {
    /// The contract for scripts; the wording is not. Unknown codes survive.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// Text of the code, such as `not-readable.encrypted`.
        public var rawValue: String
        /// Exit status of the process, after sysexits(3) and the project's own 3 and 4.
        public var exitStatus: Int32

        /// A code by its text; its exit status is that of a fault of the tool.
        public init(rawValue: String) {
            self.init(rawValue, exitStatus: 70)
        }

        /// A code with its exit status.
        public init(_ rawValue: String, exitStatus: Int32) {
            self.rawValue = rawValue
            self.exitStatus = exitStatus
        }
    }

    /// Code.
    public var code: Code
    /// What is wrong, in Chinese, with file, sheet and cell where they are known.
    public var message: String
    /// What to do about it, in Chinese.
    public var advice: String
    /// The place, where one is known.
    public var place: Source?
    /// The cause below, as text.
    public var cause: String?

    /// An error.
    public init(code: Code, message: String, advice: String, place: Source? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.advice = advice
        self.place = place
        self.cause = cause
    }

    /// Message and advice on two lines.
    public var description: String { "\(message)\n办法：\(advice)" + (cause.map { "\n详情：\($0)" } ?? "") }
}

extension ToolError.Code {
    /// Wrong use of the command (64).
    public static let usage = ToolError.Code("usage", exitStatus: 64)
    /// The file can't be read as data (65).
    public static let notReadable = ToolError.Code("not-readable", exitStatus: 65)
    /// There is no such file (66).
    public static let noFile = ToolError.Code("no-file", exitStatus: 66)
    /// A fault of the tool (70).
    public static let fault = ToolError.Code("fault", exitStatus: 70)
    /// Can't write (73).
    public static let cannotWrite = ToolError.Code("cannot-write", exitStatus: 73)
}
