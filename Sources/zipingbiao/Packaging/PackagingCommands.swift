import ArgumentParser
import Assessment
import FormJobs
import Reports
import Spreadsheet

/// `words`: the words that a shell may complete, a line each: templates, rules, or the sheets of a file.
struct WordsCommand: ParsableArguments, ProgramCommand {
    @Argument var words: [String]

    static var spec: CommandSpec {
        CommandSpec(
            name: "words", options: [:], flags: [], file: "", files: 1...2, help: Help.packaging,
            parse: { try WordsCommand.parse($0) }, message: { WordsCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        let lines: [String]
        switch words[0] {
        case "templates": lines = try Installation.templates(own: nil).identifiers()
        case "rules": lines = RuleCatalogue.all.map { $0.id }
        case "sheets" where words.count == 2:
            let library = try JobLibrary.words(of: Installation.templates())
            let request = SheetsRequest(input: InputFile(argument: words[1]))
            lines = try SheetsJob.run(request, library: library).report.sheets.compactMap(\.name)
        default: throw Usage.error("words 后面写 templates、rules，或 sheets 和一个文件名", help: "")
        }
        try Screen.show(PlainText(lines: lines))
        return 0
    }
}

/// `completions`: the script for a shell. `manual`: the page of a command in roff. What a package installs.
struct PackagingCommand: ParsableArguments, ProgramCommand {
    @Argument var words: [String] = []

    static var completions: CommandSpec {
        CommandSpec(
            name: "completions", options: [:], flags: [], file: "", files: 1...1, help: Help.packaging,
            parse: { rest in try PackagingCommand.parse(["completions"] + rest) },
            message: { PackagingCommand.message(for: $0) })
    }

    static var manual: CommandSpec {
        CommandSpec(
            name: "manual", options: [:], flags: [], file: "", files: 0...1, help: Help.packaging,
            parse: { rest in try PackagingCommand.parse(["manual"] + rest) },
            message: { PackagingCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        let word = words.dropFirst().first
        let isManual = words.first == "manual"
        let text = isManual ? ManPage.text(word) : word.flatMap(CompletionScript.text)
        guard let text else {
            let known = isManual ? CommandSpec.all.map(\.name) : CompletionScript.shells
            throw Usage.error("没有“\(word ?? "")”，可以写：\(known.joined(separator: "、"))", help: "")
        }
        try Screen.show(PlainText(text))
        return 0
    }
}

extension Help {
    static let packaging = """
        用法：zipingbiao completions <bash|zsh|fish>
              zipingbiao manual [命令]
              zipingbiao words <templates|rules>
              zipingbiao words sheets <文件>

        供安装包和命令行补全使用：补全脚本、手册页（roff）、可以补全的词。

        退出码：0 有　64 用法不对　65 文件读不出数据　66 没有这个文件　70 程序出错

        """
}
