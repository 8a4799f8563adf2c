/// Where pages end, so that they are few, full, and end where a person would end them.
struct PagePartition {
    /// A way to set rows on pages.
    struct Plan: Comparable {
        /// Rows before which a page ends.
        var breaks: [Int] = []
        /// Pages.
        var pages = 0
        /// Pages but the last that are less full than they should be, and a last page that is nearly empty.
        var poor = 0
        /// How bad the places are at which pages end.
        var cost = 0

        static func < (one: Plan, other: Plan) -> Bool {
            (one.pages, one.poor, one.cost) < (other.pages, other.poor, other.cost)
        }
    }

    /// A page that is not the last is full from this share of it on.
    static let full = 0.85
    /// A last page with less on it is nearly empty.
    static let nearlyEmpty = 0.2
    /// What a place costs at which no page should end, where nothing else is possible.
    static let forbidden = 1000

    /// Points of each row, from the first of the sheet.
    let heights: [Double]
    /// Points that a page holds.
    let capacity: Double
    /// Points of the rows that are repeated on each page, and the last of them.
    let repeated: (height: Double, last: Int)
    /// Rows before which the form itself ends a page.
    let forced: Set<Int>
    /// What it costs to end a page before a row.
    let cost: (Int) -> Int

    /// The best plan; empty for no rows.
    func best() -> Plan {
        let count = heights.count
        guard count > 0 else { return Plan() }
        // Each place is asked for once, and not for each page that may end there.
        let costs = heights.indices.map(cost)
        // The best way for the rows from each one on, found from the end, and the row with which its next page begins.
        var plans = [Plan](repeating: Plan(), count: count + 1)
        var nexts = [Int](repeating: count, count: count)
        for start in stride(from: count - 1, through: 0, by: -1) {
            (plans[start], nexts[start]) = from(start, plans, costs)
        }
        var plan = plans[0]
        var row = nexts[0]
        while row < count {
            plan.breaks.append(row)
            row = nexts[row]
        }
        return plan
    }

    private func from(_ start: Int, _ plans: [Plan], _ costs: [Int]) -> (plan: Plan, next: Int) {
        var best: (plan: Plan, next: Int)?
        var load = start > repeated.last ? repeated.height : 0
        for row in start..<heights.count {
            load += heights[row]
            if load > capacity, row > start { break }
            let next = row + 1
            var plan = plans[next]
            plan.pages += 1
            if next == heights.count {
                plan.poor = start > 0 && load < capacity * Self.nearlyEmpty ? 1 : 0
            } else if !forced.contains(next) {
                plan.cost += costs[next]
                if load < capacity * Self.full { plan.poor += 1 }
            }
            // Of two that are as good the fuller page.
            if best.map({ !($0.plan < plan) }) ?? true { best = (plan, next) }
            if forced.contains(next) { break }
        }
        return best ?? (Plan(pages: 1), heights.count)
    }
}
