import FormJobs
import Spreadsheet

/// Turns arguments into a command, and what is wrong with them into Chinese.
enum Usage {
    static func parse(_ arguments: [String]) throws -> any ProgramCommand {
        let names = CommandSpec.all.map(\.name).joined(separator: "、")
        guard let name = arguments.first else { throw error("没有写命令", help: "") }
        guard let spec = CommandSpec.all.first(where: { $0.name == name }) else {
            throw error("没有“\(name)”这个命令，现有：\(names)", help: "")
        }
        let rest = Array(arguments.dropFirst())
        try check(rest, spec)
        do {
            return try spec.parse(rest)
        } catch let failure as ToolError {
            throw failure
        } catch let failure {
            throw error("参数不对", help: name, cause: spec.message(failure))
        }
    }

    /// The library speaks English: what people get wrong is found before it is asked.
    private static func check(_ arguments: [String], _ spec: CommandSpec) throws {
        var files: [String] = []
        var seen: Set<String> = []
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if argument == "--" {
                files += arguments[index...]
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                files.append(argument)
                continue
            }
            let name = argument.hasPrefix("--") ? String(argument.prefix { $0 != "=" }) : String(argument.prefix(2))
            if spec.flags.contains(argument) { continue }
            if !seen.insert(name).inserted, !repeatable.contains(name) {
                throw error("\(name) 写了两次，只能写一次", help: spec.name)
            }
            guard let allowed = spec.options[name] else { throw error("不认识的选项 \(argument)", help: spec.name) }
            var value =
                argument.count > name.count
                ? String(argument.dropFirst(name.count + (name.hasPrefix("--") ? 1 : 0))) : nil
            if value == nil {
                guard index < arguments.count,
                    spec.freeOptions.contains(name) || !arguments[index].hasPrefix("--")
                else { throw error("选项 \(name) 后面没有写内容", help: spec.name) }
                value = arguments[index]
                index += 1
            }
            if !allowed.isEmpty, let value, !allowed.contains(value) {
                throw error("\(name) 只能写 \(listed(allowed))，不能写“\(value)”", help: spec.name)
            }
        }
        if files.contains("") { throw error("有一个文件名是空的", help: spec.name) }
        if files.count < spec.files.lowerBound {
            let isShort = !files.isEmpty && spec.files.lowerBound == 2
            throw error(isShort ? "只写了一个文件名，要写两个" : "没有写\(spec.file)的文件名", help: spec.name)
        }
        guard files.count > spec.files.upperBound else { return }
        let shown = files.joined(separator: "、")
        if spec.file.isEmpty {
            throw error("写了 \(files.count) 个词（\(shown)），最多 \(spec.files.upperBound) 个", help: spec.name)
        }
        let most = spec.files.upperBound == 1 ? "一" : "两"
        throw error(
            "写了 \(files.count) 个文件名（\(shown)），只能有\(most)个；文件名里有空格时请用引号括起来", help: spec.name)
    }

    /// Options that may be given as often as one likes.
    private static let repeatable: Set<String> = ["--set", "--column", "--cell", "--ignore", "--limit"]

    private static func listed(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: "、") + " 或 " + (words.last ?? "")
    }

    /// An error of use.
    static func error(_ message: String, help: String, cause: String? = nil) -> ToolError {
        ToolError.usage(message, help: help, cause: cause)
    }
}
