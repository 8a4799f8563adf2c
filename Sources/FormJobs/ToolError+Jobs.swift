import Spreadsheet

extension ToolError {
    /// A request that can't be meant so (64).
    ///
    /// - Parameter help: The command whose help tells more; empty for the overview.
    public static func usage(_ message: String, help: String, cause: String? = nil) -> ToolError {
        ToolError(
            code: .usage, message: message,
            advice: "看说明：zipingbiao help\(help.isEmpty ? "" : " " + help)。", cause: cause)
    }
}
