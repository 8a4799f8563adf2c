/// Completions for a shell, out of the same specifications as the parser: commands, options, their values, templates, rules, sheets.
enum CompletionScript {
    /// The script; nil for a shell that is not known.
    static func text(_ shell: String) -> String? {
        switch shell {
        case "bash": bash
        case "zsh": zsh
        case "fish": fish
        default: nil
        }
    }

    static let shells = ["bash", "zsh", "fish"]

    /// Options whose values the program says itself (`zipingbiao words`).
    private static let dynamic = ["--template": "templates", "--sheet": "sheets"]

    private static func options(_ spec: CommandSpec) -> [String] {
        (Array(spec.options.keys) + spec.flags + ["--help"]).filter { $0.hasPrefix("--") }.sorted()
    }

    private static var commands: [CommandSpec] { CommandSpec.all }

    // MARK: bash

    private static var bash: String {
        var cases = ""
        for spec in commands {
            cases += "    \(spec.name)) options=\"\(options(spec).joined(separator: " "))\" ;;\n"
        }
        var values = ""
        for (option, allowed) in fixed { values += "    \(option)) words=\"\(allowed.joined(separator: " "))\" ;;\n" }
        for (option, what) in dynamic.sorted(by: { $0.key < $1.key }) {
            let file = what == "sheets" ? " \"${COMP_WORDS[2]}\"" : ""
            values += "    \(option)) words=\"$(zipingbiao words \(what)\(file) 2>/dev/null)\" ;;\n"
        }
        return """
            # bash completion for zipingbiao
            _zipingbiao() {
              local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" options="" words="" IFS=$' \\t\\n'
              if [ "$COMP_CWORD" -eq 1 ]; then
                COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " ")) help" -- "$word"))
                return
              fi
              case "${COMP_WORDS[1]}" in
            \(cases)    help) COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " "))" -- "$word")); return ;;
              esac
              case "$before" in
            \(values)  esac
              if [ -n "$words" ]; then
                case "$before" in --sheet) IFS=$'\\n' ;; esac
                COMPREPLY=($(compgen -W "$words" -- "$word"))
                return
              fi
              if [ "${COMP_WORDS[1]}" = rules ] || [ "${COMP_WORDS[1]}" = templates ]; then
                case "$word" in -*) ;; *) COMPREPLY=($(compgen -W "$(zipingbiao words "${COMP_WORDS[1]}" 2>/dev/null)" -- "$word")); return ;; esac
              fi
              case "$word" in
                -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
                *) COMPREPLY=($(compgen -f -- "$word")) ;;
              esac
            }
            complete -o filenames -F _zipingbiao zipingbiao

            """
    }

    /// Options with values that are always the same, over all commands.
    private static var fixed: [(String, [String])] {
        var all: [String: Set<String>] = [:]
        for spec in commands {
            for (option, values) in spec.options where !values.isEmpty { all[option, default: []].formUnion(values) }
        }
        return all.map { ($0.key, $0.value.sorted()) }.sorted { $0.0 < $1.0 }
    }

    // MARK: zsh

    private static var zsh: String {
        """
        #compdef zipingbiao
        autoload -U +X bashcompinit && bashcompinit
        \(bash)
        """
    }

    // MARK: fish

    private static var fish: String {
        var lines = ["# fish completion for zipingbiao", "complete -c zipingbiao -n __fish_use_subcommand -f -a help"]
        for spec in commands {
            lines.append("complete -c zipingbiao -n __fish_use_subcommand -f -a \(spec.name)")
            for option in options(spec) {
                var line =
                    "complete -c zipingbiao -n '__fish_seen_subcommand_from \(spec.name)' -l \(option.dropFirst(2))"
                if let values = spec.options[option] {
                    line += " -r"
                    if !values.isEmpty { line += " -f -a '\(values.joined(separator: " "))'" }
                    if dynamic[option] == "templates" { line += " -f -a '(zipingbiao words templates)'" }
                }
                lines.append(line)
            }
        }
        lines.append(
            "complete -c zipingbiao -n '__fish_seen_subcommand_from rules' -f -a '(zipingbiao words rules)'")
        lines.append(
            "complete -c zipingbiao -n '__fish_seen_subcommand_from templates' -f -a '(zipingbiao words templates)'")
        return lines.joined(separator: "\n") + "\n"
    }
}
