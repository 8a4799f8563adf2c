import Foundation

/// Names of sheets as the format allows them.
enum SheetNames {
    /// The most UTF-16 units of a name.
    static let maximumLength = 31

    /// The names, changed where they must be: at most 31 characters, none of `[]:*?/\`, no `'` at an end, not empty, and
    /// no two the same. The same names give the same result.
    static func adjusted(_ names: [String]) -> [String] {
        var taken = Set<String>()
        return names.enumerated().map { index, name in
            let base = allowed(name, fallback: "Sheet\(index + 1)")
            var candidate = base
            var number = 2
            while !taken.insert(candidate.lowercased()).inserted {
                let suffix = " (\(number))"
                candidate = clipped(base, to: maximumLength - suffix.utf16.count) + suffix
                number += 1
            }
            return candidate
        }
    }

    private static func allowed(_ name: String, fallback: String) -> String {
        let forbidden = Set<Character>("[]:*?/\\")
        let replaced = XMLText.stripped(name).map { character in
            forbidden.contains(character) || character.isNewline || character == "\t" ? "_" : character
        }
        var result = clipped(String(replaced), to: maximumLength)
        while result.hasPrefix("'") { result.removeFirst() }
        while result.hasSuffix("'") { result.removeLast() }
        // Excel keeps this name for itself.
        if result.lowercased() == "history" { result += "_" }
        return result.isEmpty ? fallback : result
    }

    private static func clipped(_ text: String, to length: Int) -> String {
        var result = text
        while result.utf16.count > length { result.removeLast() }
        return result
    }
}
