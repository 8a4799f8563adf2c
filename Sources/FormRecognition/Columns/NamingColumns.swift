import Assessment
import Spreadsheet

/// Tells apart the columns that hold labels: which are levels, and which holds the indicators themselves.
enum NamingColumns {
    /// A column that its heading calls a level or an indicator.
    struct Candidate {
        /// Its place among the columns of the table.
        let index: Int
        /// The level that its heading names.
        let level: Int?
        /// Its texts are sentences.
        let isProse: Bool
    }

    /// What each of them is; nil for one that is neither, extra for a level between the first and the last two.
    enum Part: Equatable {
        case level1, level2, name, extra, explanation

        var role: IndicatorColumn? {
            switch self {
            case .level1: .level1
            case .level2: .level2
            case .name: .name
            case .explanation: .explanation
            case .extra: nil
            }
        }
    }

    /// Levels that are numbered go by their numbers; words for an indicator by their order: the last one holds the indicators.
    static func parts(_ candidates: [Candidate]) -> [Int: Part] {
        let numbered = candidates.filter { $0.level != nil }.sorted {
            ($0.level ?? 0, $0.index) < ($1.level ?? 0, $1.index)
        }
        var parts: [Int: Part] = [:]
        var chain: [Candidate]
        if let deepest = numbered.last, let level = deepest.level {
            let behind = candidates.filter { $0.level == nil && $0.index > deepest.index }
            // 三级指标 is the indicator; what comes behind it says more of it.
            let name = level <= 2 ? behind.first { !$0.isProse } : nil
            for other in behind where other.index != name?.index {
                parts[other.index] = other.isProse ? .explanation : nil
            }
            chain = numbered + (name.map { [$0] } ?? [])
        } else {
            let nouns = candidates.filter { !$0.isProse }
            for other in candidates where other.isProse { parts[other.index] = .explanation }
            chain = nouns
            // Prose alone is still what there is of indicators.
            if nouns.isEmpty, let first = candidates.first {
                parts[first.index] = .name
                return parts
            }
        }
        // One heading of a level twice is one column and another that nobody knows.
        var seen: Set<Int> = []
        chain = chain.filter { $0.level == nil || seen.insert($0.level ?? 0).inserted }
        if chain.count == 1, chain[0].level == 1 {
            parts[chain[0].index] = .level1
            return parts
        }
        for (place, candidate) in chain.enumerated() {
            let fromEnd = chain.count - 1 - place
            parts[candidate.index] =
                fromEnd == 0 ? .name : place == 0 ? .level1 : fromEnd == 1 ? .level2 : .extra
        }
        return parts
    }
}
