/// Finds merges that share cells, row by row: each is held only against those that are above it and not yet at their end.
struct MergeSweep {
    /// Columns that were covered last by one merge, and down to which row.
    private struct Cover {
        var first: Int
        var last: Int
        var untilRow: Int
        var index: Int
    }

    /// In the order of their columns; no two of them share one.
    private var covers: [Cover] = []
    /// How many covers were looked at: what the work grows with.
    private(set) var steps = 0

    /// Takes the next merge in the order of first rows; the index of one that it shares a cell with, which then stays alone, or nil.
    mutating func take(_ range: CellRange, index: Int) -> Int? {
        var low = 0
        var high = covers.count
        while low < high {
            let middle = (low + high) / 2
            if covers[middle].last < range.first.column { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < covers.count, covers[end].first <= range.last.column {
            steps += 1
            if covers[end].untilRow >= range.first.row { return covers[end].index }
            end += 1
        }
        // What ends above it counts for nothing any more, whichever of its columns are covered now.
        let cover = Cover(
            first: range.first.column, last: range.last.column, untilRow: range.last.row, index: index)
        covers.replaceSubrange(low..<end, with: CollectionOfOne(cover))
        steps += 1
        return nil
    }
}

extension Array where Element == CellRange {
    /// Two of the ranges that share a cell, by their places in the list; nil when no two do. Time grows with the list, not with its square.
    public var firstOverlap: (Int, Int)? {
        var sweep = MergeSweep()
        for index in inReadingOrder {
            if let other = sweep.take(self[index], index: index) {
                return (Swift.min(other, index), Swift.max(other, index))
            }
        }
        return nil
    }

    /// The ranges without those that share a cell with one that begins above or left of them, and those that went, both in the order of the list.
    public func withoutOverlaps() -> (kept: [CellRange], dropped: [CellRange]) {
        var sweep = MergeSweep()
        var isDropped = [Bool](repeating: false, count: count)
        for index in inReadingOrder { isDropped[index] = sweep.take(self[index], index: index) != nil }
        let kept = indices.filter { !isDropped[$0] }.map { self[$0] }
        return (kept, indices.filter { isDropped[$0] }.map { self[$0] })
    }

    private var inReadingOrder: [Int] {
        indices.sorted { (self[$0].first, $0) < (self[$1].first, $1) }
    }
}
