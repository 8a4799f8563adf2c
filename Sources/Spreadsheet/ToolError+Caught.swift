extension ToolError {
    /// An error as one of the tool's own: what is none is a fault of the program.
    public init(caught error: any Error) {
        self =
            error as? ToolError
            ?? ToolError(
                code: .fault, message: "程序内部出错", advice: "这是本工具的问题，请把命令和下面的详情发给维护者。", cause: "\(error)")
    }
}
