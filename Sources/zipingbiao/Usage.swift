import ArgumentParser
import Spreadsheet

/// Turns arguments into a command, and what is wrong with them into Chinese.
enum Usage {
    private static let options = [
        "--template", "--set", "--budget", "--unit", "--sheet", "--encoding", "--output", "-o", "--format",
    ]
    private static let flags = ["--force", "--strict-write", "--quiet"]

    static func parse(_ arguments: [String]) throws -> FillCommand {
        guard let name = arguments.first else { throw error("没有写命令") }
        guard name == "fill" else { throw error("没有“\(name)”这个命令，现有：fill") }
        let rest = Array(arguments.dropFirst())
        try check(rest)
        do {
            return try FillCommand.parse(rest)
        } catch let failure {
            throw error("参数不对", cause: FillCommand.message(for: failure))
        }
    }

    /// The library speaks English: what people get wrong is found before it is asked.
    private static func check(_ arguments: [String]) throws {
        var tables: [String] = []
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if argument == "--" {
                tables += arguments[index...]
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                tables.append(argument)
                continue
            }
            let name = argument.hasPrefix("--") ? String(argument.prefix { $0 != "=" }) : String(argument.prefix(2))
            if flags.contains(argument) { continue }
            guard options.contains(name) else { throw error("不认识的选项 \(argument)") }
            var value =
                argument.count > name.count
                ? String(argument.dropFirst(name.count + (name.hasPrefix("--") ? 1 : 0))) : nil
            if value == nil {
                guard index < arguments.count, name == "--set" || !arguments[index].hasPrefix("--") else {
                    throw error("选项 \(name) 后面没有写内容")
                }
                value = arguments[index]
                index += 1
            }
            if name == "--format", let value, FillCommand.OutputFormat(rawValue: value) == nil {
                throw error("--format 只能写 text 或 json，不能写“\(value)”")
            }
        }
        if tables.isEmpty { throw error("没有写指标表的文件名") }
        if tables.count > 1 {
            throw error("写了 \(tables.count) 个文件名（\(tables.joined(separator: "、"))），只能有一个；文件名里有空格时请用引号括起来")
        }
    }

    private static func error(_ message: String, cause: String? = nil) -> ToolError {
        ToolError(
            code: .usage, message: message, advice: "看说明：zipingbiao help fill。", cause: cause)
    }
}
