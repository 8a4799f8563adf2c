import Foundation

/// A manual page (roff) out of the same texts as `help`: for the program, or for one command.
enum ManPage {
    /// The page.
    ///
    /// - Parameter command: Name of a command; nil for the program.
    static func text(_ command: String?) -> String? {
        let help: String
        if let command {
            guard let spec = CommandSpec.all.first(where: { $0.name == command }) else { return nil }
            help = spec.help
        } else {
            help = Help.overview
        }
        let name = command.map { "zipingbiao-\($0)" } ?? "zipingbiao"
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let what = command == nil ? "把数据填成绩效自评表，并检查、算分" : summary(lines)
        var page = [
            "'\\\" -*- coding: UTF-8 -*-", ".TH \(name.uppercased()) 1 \"\" \"zipingbiao \(Help.version)\" \"自评表\"",
            ".SH 名称", "\(name.replacing("-", with: "\\-")) \\- \(escaped(what))", ".SH 说明", ".nf",
        ]
        var isBlank = true
        for line in lines {
            // 选项： and 例子： head sections of their own.
            if line.hasSuffix("："), !line.hasPrefix(" "), line.count <= 12 {
                page += [".fi", ".SH \(escaped(String(line.dropLast())))", ".nf"]
                isBlank = true
                continue
            }
            if line.isEmpty, isBlank { continue }
            isBlank = line.isEmpty
            page.append(escaped(line))
        }
        while page.last?.isEmpty ?? false { page.removeLast() }
        page += [".fi", ".SH 参见", related(command)]
        return page.joined(separator: "\n") + "\n"
    }

    /// The first sentence of a help text behind its usage.
    private static func summary(_ lines: [String]) -> String {
        let text = lines.dropFirst().first { !$0.isEmpty && !$0.hasPrefix("用法") && !$0.hasPrefix(" ") } ?? ""
        return String(text.prefix { !"。：；".contains($0) })
    }

    private static func related(_ command: String?) -> String {
        let names = command == nil ? CommandSpec.all.map { "zipingbiao\\-\($0.name)" } : ["zipingbiao"]
        return names.map { ".BR \($0) (1)" }.joined(separator: "\n")
    }

    /// Marks that roff would take for its own.
    private static func escaped(_ text: String) -> String {
        var result = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        if result.hasPrefix(".") || result.hasPrefix("'") { result = "\\&" + result }
        return result
    }
}
