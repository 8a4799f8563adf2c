import Assessment

/// Slips of one letter.
extension LabelTable {
    /// The heading of an indicator table that a label may be a slip of, by one letter; nil for none.
    public func nearColumn(_ label: Label) -> String? { Self.near(label.name, indicatorColumns.words) }

    /// The label of a fact that a label may be a slip of, by one letter; nil for none.
    public func nearFact(_ label: Label) -> String? { Self.near(label.name, factNames.words) }

    /// The word that differs in one letter: another, one more or one less.
    private static func near(_ name: String, _ words: [String]) -> String? {
        let letters = Array(name)
        guard letters.count >= 2 else { return nil }
        func isNear(_ word: String) -> Bool {
            let other = Array(word)
            guard abs(other.count - letters.count) <= 1, max(other.count, letters.count) >= 2 else { return false }
            let head = zip(letters, other).prefix { $0 == $1 }.count
            let tail = zip(letters.reversed(), other.reversed()).prefix { $0 == $1 }.count
            let common = min(head + tail, min(letters.count, other.count))
            // Of two letters one alone says little: the last, which is the noun, must be the same.
            return common >= max(letters.count, other.count) - 1 && common > 0 && letters.last == other.last
        }
        return words.filter(isNear).min()
    }
}
