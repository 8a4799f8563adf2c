/// What a command takes: by it, arguments are checked in Chinese before the library, which speaks English, sees them.
struct CommandSpec {
    /// Its word.
    var name: String
    /// Options that are followed by a value; the values that are allowed, or none for any.
    var options: [String: [String]]
    /// Options whose value may begin with a dash.
    var freeOptions: Set<String> = []
    /// Options without a value.
    var flags: Set<String>
    /// What its files are called, for messages; empty when it takes words, which it judges itself.
    var file: String
    /// How many files or words it takes.
    var files = 1...1
    /// The text of `help`.
    var help: String
    /// Makes the command.
    var parse: ([String]) throws -> any ProgramCommand
    /// The library's words for an error of parsing.
    var message: (any Error) -> String
}

/// A command.
protocol ProgramCommand {
    /// Does it; gives the exit status.
    func run() throws -> Int32
}

extension CommandSpec {
    /// Commands that packages and shells use, which nobody needs to know.
    static var ofPackages: [CommandSpec] { [WordsCommand.spec, PackagingCommand.completions, PackagingCommand.manual] }

    /// All commands, in the order of the overview.
    static var all: [CommandSpec] {
        [
            FillCommand.spec, CheckCommand.spec, ExplainCommand.spec, LearnCommand.spec, RulesCommand.spec,
            TemplatesCommand.spec,
            ConvertCommand.spec, SheetsCommand.spec, DiffCommand.spec, VersionCommand.spec,
        ]
    }
}
