import ArgumentParser
import FormJobs
import Reports

/// `diff`: what a bureau changed in its blank.
struct DiffCommand: ParsableArguments, ProgramCommand {
    @Argument var old: String
    @Argument var new: String
    @Option var format = OutputFormat.text
    @Flag var strict = false

    static var spec: CommandSpec {
        CommandSpec(
            name: "diff", options: ["--format": OutputFormat.withoutPage],
            flags: ["--strict"], file: "两张空表", files: 2...2, help: Help.diff, parse: { try DiffCommand.parse($0) },
            message: { DiffCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        let request = DiffRequest(old: InputFile(argument: old), new: InputFile(argument: new))
        let report = try DiffJob.run(request, library: JobLibrary.words(of: Installation.templates())).report
        try Screen.show(report, as: format)
        return ExitStatus.of(report, strict: strict)
    }
}

extension Help {
    static let diff = """
        用法：zipingbiao diff <去年空表> <今年空表> [选项]

        比较两张空表，列出改了什么：分值、字数限制、增加取消移动的行和列、项目的叫法、说明、合并单元格、工作表、打印设置。
        每一处都写明去年在哪一格、今年在哪一格。空格、换行、年份不同不算变化。

        选项：
          --format <text|json>  结果的格式（默认 text）
          --strict              有变化时退出码是 4
          -h, --help            显示这份说明

        例子：
          zipingbiao diff 2023年空表.xlsx 2024年空表.xlsx

        退出码：0 比完了　4 有变化（加了 --strict）　64 用法不对　65 文件读不出数据　66 没有这个文件　70 程序出错

        """
}
