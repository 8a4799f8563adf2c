import Spreadsheet

/// Which rows stand under which by their codes: 2012901 under 20129 under 201; 1.1.1 under 1.1.
///
/// A row may also say whose it is (fund, kind): a row stands under another only where that one says the same, or nothing.
struct CodeTree {
    /// What tells a row's place.
    struct Entry {
        /// Its code; empty for a row without any.
        var code: String
        /// Whose it is; an empty text says nothing.
        var context: [String] = []
    }

    private let entries: [Entry]
    /// Rows in the order of their codes: what stands under a code follows it at once.
    private let order: [Int]
    private let place: [Int]
    private let codes: [[UInt8]]
    /// For each place in the order, the next with another code: one code may be that of thousands of rows.
    private let nextCode: [Int]

    init(_ entries: [Entry]) {
        self.entries = entries
        let codes = entries.map { Array(Self.levelled($0.code).utf8) }
        self.codes = codes
        order = entries.indices.filter { !codes[$0].isEmpty }.sorted { one, other in
            codes[one] == codes[other] ? one < other : codes[one].lexicographicallyPrecedes(codes[other])
        }
        var place = [Int](repeating: -1, count: entries.count)
        for (index, row) in order.enumerated() { place[row] = index }
        self.place = place
        var nextCode = [Int](repeating: order.count, count: order.count)
        for index in order.indices.reversed() where index + 1 < order.count {
            nextCode[index] = codes[order[index]] == codes[order[index + 1]] ? nextCode[index + 1] : index + 1
        }
        self.nextCode = nextCode
    }

    /// 1.1 is written so that 1.10 does not begin with it.
    private static func levelled(_ code: String) -> String { code.contains(".") || code.count == 1 ? code + "." : code }

    /// The rows under a row that have none under them; empty for a row without any.
    func leaves(under index: Int) -> [Int] {
        let found = under(index)
        return found.isEmpty ? [] : found.filter { under($0, first: true).isEmpty }
    }

    /// The leaves among the rows that follow a row as long as they stand under it.
    func leavesBelow(_ index: Int) -> [Int] {
        var last = index
        while last + 1 < entries.count, codes[last + 1].count > codes[index].count,
            codes[last + 1].starts(with: codes[index])
        {
            last += 1
        }
        guard last > index else { return [] }
        return (index + 1...last).filter { row in
            row == last || !(codes[row + 1].count > codes[row].count && codes[row + 1].starts(with: codes[row]))
        }
    }

    private func under(_ index: Int, first: Bool = false) -> [Int] {
        guard place[index] >= 0 else { return [] }
        var found: [Int] = []
        // The same code twice is two rows of one account.
        for other in order[nextCode[place[index]]...] {
            guard codes[other].starts(with: codes[index]) else { break }
            let isOwn = zip(entries[index].context, entries[other].context).allSatisfy { $0.isEmpty || $0 == $1 }
            guard isOwn else { continue }
            found.append(other)
            if first { break }
        }
        return found
    }

    /// The code that a text begins with, before its name: 2012901-其他群众团体事务支出; 1.1 of `1.1 办公费`. Empty for none.
    static func code(in text: String) -> String {
        var code = ""
        var rest = text[...]
        while let next = rest.first, next.isASCII, next.isNumber || next == "." && code.last?.isNumber == true {
            code.append(next)
            rest = rest.dropFirst()
        }
        while code.last == "." { code.removeLast() }
        // 5.1万元 is an amount, 44R1 the number of a project.
        guard let next = rest.first else { return code }
        if next == "," || next == "%" || next.isASCII && next.isLetter { return "" }
        return "元万亿年月日号人个".contains(next) ? "" : code
    }
}
