import Assessment
import FormTemplates
import Spreadsheet

/// Finds the heading of a table: short, different texts without figures, as wide as what stands under them.
struct HeadingFinder {
    /// How many of the first rows are looked at.
    static let depth = 100

    private let rows: [SheetRow]
    private let looks: [[CellLook]]
    private let merges: MergeIndex
    private let labels: LabelTable
    private let width: Int

    private struct Candidate {
        var first: Int
        var count: Int
        var score: Double
        var isSure: Bool
    }

    init(_ rows: [SheetRow], merges: MergeIndex, labels: LabelTable) {
        self.rows = rows
        self.merges = merges
        self.labels = labels
        // What stands under the last row that can be the heading is looked at too.
        looks = rows.prefix(Self.depth + 50).map { $0.cells.map { CellLook($0) } }
        width = looks.map { row in (row.lastIndex { $0 != .blank } ?? -1) + 1 }.max() ?? 0
    }

    /// The heading, with the row of column numbers under it; nil when no row can be one.
    func find() -> TableHeading? {
        guard let best = candidates().filter(\.isSure).max(by: { $0.score < $1.score }) else { return nil }
        let range = best.first..<(best.first + best.count)
        let read = HeadingRows(Array(rows[range]), width: width, merges: merges)
        let numbered = next(after: range.upperBound - 1).flatMap { isColumnNumbers($0) ? $0 : nil }
        return TableHeading(
            read, above: Array(rows[..<best.first]), numbers: numbered.map { rows[$0] },
            end: (numbered ?? range.upperBound - 1) + 1)
    }

    /// The rows that look most like a heading although none does enough: for the message.
    func closest() -> [SheetRow] {
        var rowsSeen: [Int] = []
        for candidate in candidates(loose: true).sorted(by: { $0.score > $1.score }) where rowsSeen.count < 3 {
            if !rowsSeen.contains(candidate.first) { rowsSeen.append(candidate.first) }
        }
        return rowsSeen.sorted().map { rows[$0] }
    }

    private func candidates(loose: Bool = false) -> [Candidate] {
        var result: [Candidate] = []
        var rowsOfData = 0
        var seen: Set<[String]> = []
        for index in 0..<min(looks.count, Self.depth) {
            if (canBeHeading(index) || loose && filled(index).count >= 2) && seen.insert(texts(of: index)).inserted {
                result.append(candidate(index, 1, rowsOfData))
                for count in 2...3 {
                    guard index + count <= looks.count, canBeDetails(index + count - 1) else { break }
                    let longer = candidate(index, count, rowsOfData)
                    result.append(longer)
                }
            }
            if looks[index].filter({ $0 == .value }).count >= 1, filled(index).count >= 2 { rowsOfData += 1 }
        }
        return result
    }

    private func filled(_ index: Int) -> [Int] { looks[index].indices.filter { looks[index][$0] != .blank } }

    private func texts(of index: Int) -> [String] { filled(index).map { rows[index][$0]?.shown ?? "" } }

    private func canBeHeading(_ index: Int) -> Bool {
        let columns = filled(index)
        guard columns.count >= 2, canBeDetails(index) else { return false }
        let first = TextNormalizer.key(rows[index][columns[0]]?.shown ?? "")
        return !labels.isTotal(first) && !labels.tables.isPageMark(key: first) && !labels.tables.isTotal(key: first)
    }

    private func canBeDetails(_ index: Int) -> Bool {
        var long = 0
        var labels = 0
        for look in looks[index] {
            switch look {
            case .value, .statement: return false
            case .long: long += 1
            case .label: labels += 1
            case .blank, .year: break
            }
        }
        return labels > 0 && long * 3 <= labels
    }

    private func next(after index: Int) -> Int? {
        (index + 1..<max(index + 1, looks.count)).first { !filled($0).isEmpty }
    }

    private func candidate(_ index: Int, _ count: Int, _ rowsOfData: Int) -> Candidate {
        let read = HeadingRows(Array(rows[index..<(index + count)]), width: width, merges: merges)
        let named = read.namedColumns
        // The heading of the next page is no data.
        let own = (index..<(index + count)).map { texts(of: $0) }
        let under = (index + count..<max(index + count, looks.count)).lazy.filter { row in
            filled(row).count >= 2 && !own.contains(texts(of: row))
        }.prefix(40)
        var uses = [Int](repeating: 0, count: width)
        var values = [Int](repeating: 0, count: width)
        var rowCount = 0
        for row in under {
            rowCount += 1
            for column in filled(row) {
                uses[column] += 1
                if looks[row][column] == .value || looks[row][column] == .year { values[column] += 1 }
            }
        }
        let used = uses.indices.filter { uses[$0] * 5 >= rowCount && uses[$0] > 0 }
        let covered = used.filter { !read.parts[$0].isEmpty }
        let valued = covered.filter { values[$0] * 2 >= uses[$0] }
        let coverage = used.isEmpty ? 0 : Double(covered.count) / Double(used.count)
        let contrast = covered.isEmpty ? 0 : Double(valued.count) / Double(covered.count)
        let names = named.map { read.parts[$0] }
        let known = names.filter { isKnown($0) }.count
        let words = names.isEmpty ? 0 : Double(known) / Double(names.count)
        let distinct = names.isEmpty ? 0 : Double(Set(names).count) / Double(names.count)
        let follows = next(after: index + count - 1).map { looks[$0].contains(.value) } ?? false
        var score = 3 * coverage + contrast + 2 * distinct + 3 * words
        if !valued.isEmpty { score += 1.5 }
        if follows { score += 1.5 }
        if count > 1 { score += 0.6 }
        // A heading stands above its data; one further down is a page's.
        score -= 0.5 * Double(min(rowsOfData, 6))
        var isSure = named.count >= 2 && canBeHeading(index)
        if rowCount == 0 {
            isSure = isSure && words >= 0.5
        } else {
            isSure = isSure && coverage >= 0.5 && (!valued.isEmpty || words >= 0.3 || coverage >= 0.8 && rowCount >= 2)
        }
        if count > 1 {
            // The lower rows must be words over figures, or words that headings have: not the first data.
            let isBacked = read.detailColumns.contains { column in
                valued.contains(column) || read.parts[column].last.map { isKnown([$0]) } ?? false
            }
            isSure = isSure && read.hangsTogether && isBacked
        }
        return Candidate(first: index, count: count, score: score, isSure: isSure)
    }

    private func isKnown(_ parts: [String]) -> Bool {
        parts.contains { part in
            labels.indicatorColumn(part) != nil || labels.budgetColumn(part) != nil
                || labels.exportColumn(part) != nil || labels.tables.isHeadingWord(part)
        }
    }

    /// A row under the heading that only numbers the columns: 栏次 1 2 3, or 甲 乙 1 2.
    private func isColumnNumbers(_ index: Int) -> Bool {
        let texts = filled(index).map { TextNormalizer.key(rows[index][$0]?.shown ?? "") }
        let signs: [String] = ["栏次", "行次", "列次", "甲", "乙", "丙", "丁", "a", "b", "c", "d"]
        let rest = texts.drop { signs.contains($0) }
        guard texts.count >= 3, let first = rest.first.flatMap({ Int($0) }), first == 1 else {
            return texts.count >= 3 && rest.isEmpty && texts.first != "行次"
        }
        // A formula such as 3=1+2 numbers a column too.
        return rest.enumerated().allSatisfy { offset, text in
            text.prefix { $0.isNumber } == Substring(String(offset + 1))
        } && (rest.count >= 3 || rest.count < texts.count)
    }
}
