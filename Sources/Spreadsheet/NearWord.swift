/// The word that somebody meant who wrote another.
public enum NearWord {
    /// The nearest of the words that can be written, where one is near: by few letters, or as the beginning or the end of it; nil for none.
    public static func best(for word: String, among known: [String]) -> String? {
        let wanted = Array(word.lowercased())
        guard !wanted.isEmpty else { return nil }
        let ranked = known.compactMap { one -> (Int, String)? in
            let other = Array(one.lowercased())
            let distance = distance(wanted, other)
            let most = max(1, max(wanted.count, other.count) / 3)
            let isPart =
                wanted.count >= 3 && (other.starts(with: wanted) || one.lowercased().contains(word.lowercased()))
            guard distance <= most || isPart else { return nil }
            return (distance, one)
        }
        return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
    }

    /// `是不是“check”？`; empty where no word is near.
    public static func question(for word: String, among known: [String]) -> String {
        best(for: word, among: known).map { "，是不是“\($0)”？" } ?? ""
    }

    /// Letters that are put in, left out, changed or swapped with the next.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var rows = [[Int]](repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
        for i in 0...one.count { rows[i][0] = i }
        for j in 0...other.count { rows[0][j] = j }
        for i in one.indices {
            for j in other.indices {
                let same = one[i] == other[j] ? 0 : 1
                rows[i + 1][j + 1] = min(rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + same)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    rows[i + 1][j + 1] = min(rows[i + 1][j + 1], rows[i - 1][j - 1] + 1)
                }
            }
        }
        return rows[one.count][other.count]
    }
}
