import Assessment
import FormTemplates
import Spreadsheet

/// The breakdowns of one total that stand under the same headings: by source, by kind. Each makes the total by itself.
enum MoneyBreakdowns {
    /// The rows of each breakdown that has a total of its own, in order; all rows where there is one total or none.
    ///
    /// - Parameter isTotal: Whether a row is a total, row by row.
    static func ranges(_ isTotal: [Bool]) -> [Range<Int>] {
        let totals = isTotal.indices.filter { isTotal[$0] }
        guard totals.count > 1, let first = totals.first, let last = totals.last else { return [0..<isTotal.count] }
        // 合计 stands above its parts, or below them.
        if first == 0 {
            return zip(totals, totals.dropFirst() + [isTotal.count]).map { $0..<$1 }
        }
        var start = 0
        var ranges: [Range<Int>] = []
        for total in totals {
            ranges.append(start..<(total + 1))
            start = total + 1
        }
        if last + 1 < isTotal.count, let end = ranges.indices.last {
            ranges[end] = ranges[end].lowerBound..<isTotal.count
        }
        return ranges
    }

    /// Parts of one total by what they divide it by, as forms in general do: sources of the money apart from kinds of spending. What nobody knows goes
    /// with the part before it.
    static func kinds(_ parts: [String], generic: Template) -> [(title: String, parts: [String])] {
        let blocks = generic.standard.budgetBlocks
        func kind(_ part: String) -> Int? {
            generic.budgetRowName(of: part).flatMap { name in blocks.firstIndex { $0.parts.contains(name) } }
        }
        var found: [(kind: Int, parts: [String])] = []
        var open: Int?
        for part in parts {
            open = kind(part) ?? open ?? parts.lazy.compactMap(kind).first ?? 0
            guard let own = open else { continue }
            if let index = found.firstIndex(where: { $0.kind == own }) {
                found[index].parts.append(part)
            } else {
                found.append((own, [part]))
            }
        }
        return found.map { (blocks.indices.contains($0.kind) ? blocks[$0.kind].title : "", $0.parts) }
    }
}
