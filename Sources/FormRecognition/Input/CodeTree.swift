/// Which rows stand under which by their codes: 2012901 under 20129 under 201. A code may be followed by a mark and what else tells rows apart.
struct CodeTree {
    private let codes: [(code: Substring, rest: Substring)]
    /// Rows in the order of their codes.
    private let order: [Int]

    init(_ codes: [String]) {
        self.codes = codes.map { text in
            let code = text.prefix { $0 != "\u{1F}" }
            return (code, text.dropFirst(code.count))
        }
        let own = self.codes
        // What stands under a code follows it at once.
        order = codes.indices.sorted { (own[$0].rest, own[$0].code, $0) < (own[$1].rest, own[$1].code, $1) }
    }

    /// The rows under a row that have none under them; empty for a row without any.
    func leaves(under index: Int) -> [Int] {
        let (code, rest) = codes[index]
        guard let place = order.firstIndex(of: index) else { return [] }
        var found: [Int] = []
        for other in order[(place + 1)...] {
            guard codes[other].rest == rest, codes[other].code.hasPrefix(code) else { break }
            // The same code twice is two rows of one account.
            if codes[other].code.count > code.count { found.append(other) }
        }
        return found.filter { one in
            !found.contains {
                codes[$0].code.count > codes[one].code.count && codes[$0].code.hasPrefix(codes[one].code)
            }
        }
    }
}
