import ArgumentParser
import FormJobs
import Reports

/// `sheets`: what is in a file.
struct SheetsCommand: ParsableArguments, ProgramCommand {
    @Argument var input: String
    @Option var encoding: String?
    @Option var delimiter: String?
    @Option(name: .customLong("limit"), parsing: .unconditionalSingleValue) var limits: [String] = []
    @Option var format = OutputFormat.text

    static var spec: CommandSpec {
        CommandSpec(
            name: "sheets",
            options: [
                "--encoding": [], "--delimiter": [], "--limit": [],
                "--format": OutputFormat.withoutPage,
            ],
            freeOptions: ["--delimiter"], flags: [], file: "要看", help: Help.sheets,
            parse: { try SheetsCommand.parse($0) }, message: { SheetsCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        var request = SheetsRequest(input: InputFile(argument: input))
        request.limits = try LimitOption.limits(limits)
        request.encoding = encoding
        request.delimiter = try delimiter.map { try DelimiterOption.character($0) }
        let library = try JobLibrary.words(of: Installation.templates())
        try Screen.show(try SheetsJob.run(request, library: library).report, as: format)
        return 0
    }
}

extension Help {
    static let sheets = """
        用法：zipingbiao sheets <文件> [选项]

        看一个文件里有什么：有几张工作表、多大、哪些是隐藏的，文本是什么编码，写明的金额单位，认出的表。

        选项：
          --encoding <编码>      文本的编码（不写时自动判断）
          --delimiter <字符>     文本的分隔符（不写时自动判断）
          --limit <名称=数>      放宽一项上限
          --format <text|json>   结果的格式（默认 text）
          -h, --help             显示这份说明

        退出码：0 读出来了　64 用法不对　65 文件读不出数据　66 没有这个文件　70 程序出错

        """
}
