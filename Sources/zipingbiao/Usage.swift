import FormJobs
import Spreadsheet

/// Turns arguments into a command, and what is wrong with them into Chinese.
enum Usage {
    static func parse(_ arguments: [String]) throws -> any ProgramCommand {
        let names = CommandSpec.all.map(\.name).joined(separator: "、")
        guard let name = arguments.first else { throw error("没有写命令", help: "") }
        guard let spec = (CommandSpec.all + CommandSpec.ofPackages).first(where: { $0.name == name }) else {
            let near = NearWord.question(for: name, among: CommandSpec.all.map(\.name))
            throw error("没有“\(name)”这个命令\(near.isEmpty ? "，现有：\(names)" : near)", help: "")
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
            guard let allowed = spec.options[name] else {
                let known =
                    Array(spec.options.keys.filter { $0.hasPrefix("--") }) + spec.flags.filter { $0.hasPrefix("--") }
                throw error("不认识的选项 \(argument)\(NearWord.question(for: name, among: known))", help: spec.name)
            }
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
            if files.isEmpty, spec.name == FillCommand.spec.name { throw firstSteps }
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

    /// The commands that a clerk needs, for whoever wrote `fill` alone.
    private static var firstSteps: ToolError {
        ToolError(
            code: .usage, message: "没有写指标表的文件名",
            advice: """
                最常用的三条：
                  zipingbiao fill 指标表.xlsx --form 财政局的空表.xlsx --budget 预算执行导出.csv    填表
                  zipingbiao check 自评表.xlsx                                              核对填好的表
                  zipingbiao learn 财政局的空表.xlsx --id 本区-2024                            把空表存成模板
                全部选项：zipingbiao help fill。
                """)
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
