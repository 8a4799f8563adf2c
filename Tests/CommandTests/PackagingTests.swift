import TestProgram
import Testing

/// What a package installs is made of the same texts as the help.
struct PackagingTests {
    static let commands = [
        "fill", "check", "explain", "learn", "rules", "templates", "convert", "sheets", "diff", "version",
    ]

    @Test(arguments: commands) func eachCommandHasItsPage(command: String) throws {
        let program = try Program()
        defer { program.remove() }
        let page = try program.run("manual", command)
        #expect(page.status == 0 && page.output.contains(".TH ZIPINGBIAO-\(command.uppercased()) 1"))
        // All that the help says, the page says.
        let help = try program.run("help", command).output
        let plain = page.output.replacing("\\-", with: "-").replacing("\\e", with: "\\")
        for line in help.split(separator: "\n") where !line.hasSuffix("：") { #expect(plain.contains(line), "\(line)") }
        #expect(
            !page.output.split(separator: "\n").contains {
                $0.hasPrefix(".") && !$0.hasPrefix(".SH") && !$0.hasPrefix(".TH")
                    && ![".nf", ".fi"].contains($0) && !$0.hasPrefix(".BR")
            })
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func shellsLearnAllCommandsAndOptions(shell: String) throws {
        let program = try Program()
        defer { program.remove() }
        let script = try program.run("completions", shell)
        #expect(script.status == 0)
        for command in Self.commands { #expect(script.output.contains(command)) }
        for option in ["with-basis", "strict-write", "template", "ignore"] { #expect(script.output.contains(option)) }
        #expect(try program.run("completions", "csh").status == 64)
    }

    @Test func wordsAreListed() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("words", "templates").output.contains("national-project\n"))
        #expect(try program.run("words", "rules").output.hasPrefix("STR-01\n"))
        #expect(try program.run("words", "sheets", Program.example + "/指标表.xlsx").output.contains("指标表\n"))
        #expect(try program.run("words", "x").status == 64)
    }
}
