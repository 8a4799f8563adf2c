import Spreadsheet

/// What a job gives, as every renderer takes it.
public protocol Renderable: Sendable {
    /// What a person reads, each line ended.
    var text: String { get }
    /// What is left of it where only the conclusion is wanted, each line ended.
    var conclusion: String { get }
    /// One JSON object, ended by a line break.
    func json() throws -> String
    /// A page that needs nothing else.
    func html() throws -> String
}

extension Renderable {
    /// The whole text.
    public var conclusion: String { text }
    /// There is none.
    public func json() throws -> String { throw notGiven(as: .json) }
    /// There is none.
    public func html() throws -> String { throw notGiven(as: .html) }

    /// The one way from an outcome to what is shown of it.
    ///
    /// - Parameters:
    ///   - format: The form in which it is given.
    ///   - quiet: Of a text only the conclusion is wanted.
    /// - Throws: `ToolError` (64) for a form in which it can't be given.
    public func rendered(as format: OutputFormat = .text, quiet: Bool = false) throws -> String {
        switch format {
        case .text: quiet ? conclusion : text
        case .json: try json()
        case .html: try html()
        }
    }

    private func notGiven(as format: OutputFormat) -> ToolError {
        ToolError(code: .usage, message: "这个结果没有 \(format.rawValue) 格式", advice: "请用 --format text。")
    }
}
