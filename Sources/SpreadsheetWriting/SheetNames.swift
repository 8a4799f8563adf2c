import Foundation

/// Names of sheets as the format allows them.
struct SheetNames {
    /// The most UTF-16 units of a name.
    static let maximumLength = 31

    /// The names, changed where they must be: at most 31 characters, none of `[]:*?/\`, no `'` at an end, not empty, and
    /// no two the same. The same names give the same result.
    static func adjusted(_ names: [String]) -> [String] {
        var result = SheetNames()
        return names.map { result.adjusted($0) }
    }

    private var taken = Set<String>()
    private var count = 0

    /// The next name, changed where it must be.
    mutating func adjusted(_ name: String) -> String {
        count += 1
        let base = Self.allowed(name, fallback: "Sheet\(count)")
        var candidate = base
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            let suffix = " (\(number))"
            candidate = Self.clipped(base, to: Self.maximumLength - suffix.utf16.count) + suffix
            number += 1
        }
        return candidate
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
