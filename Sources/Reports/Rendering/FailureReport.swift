import Spreadsheet

/// What keeps the tool from working, for every renderer.
public struct FailureReport: Renderable {
    /// The error.
    public var error: ToolError

    /// A report on an error.
    public init(_ error: ToolError) {
        self.error = error
    }

    /// What is wrong and what to do.
    public var text: String { "错误：\(error)\n" }
    /// The keys are described in Documentation/JSON.md.
    public func json() throws -> String { try JSONReport.render(error) }
}
