/// Which rows (or columns) of two sheets answer to one another: the pairs, in order, that are most alike together.
struct SequenceAlignment {
    /// The partner of each of the old ones.
    private(set) var forward: [Int: Int] = [:]
    /// The partner of each of the new ones.
    private(set) var backward: [Int: Int] = [:]

    /// Aligns so many old ones with so many new ones.
    ///
    /// - Parameter likeness: how alike two are, from 0 (not a pair) to 1.
    init(old: Int, new: Int, likeness: (Int, Int) -> Double) {
        var best = Array(repeating: Array(repeating: 0.0, count: new + 1), count: old + 1)
        var alike = Array(repeating: Array(repeating: 0.0, count: new), count: old)
        for row in stride(from: old - 1, through: 0, by: -1) {
            for other in stride(from: new - 1, through: 0, by: -1) {
                alike[row][other] = likeness(row, other)
                let paired = alike[row][other] > 0 ? best[row + 1][other + 1] + alike[row][other] : 0
                best[row][other] = max(paired, best[row + 1][other], best[row][other + 1])
            }
        }
        var (row, other) = (0, 0)
        while row < old, other < new {
            if alike[row][other] > 0, best[row][other] == best[row + 1][other + 1] + alike[row][other] {
                forward[row] = other
                backward[other] = row
                row += 1
                other += 1
            } else if best[row][other] == best[row + 1][other] {
                row += 1
            } else {
                other += 1
            }
        }
    }
}
