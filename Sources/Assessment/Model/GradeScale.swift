import Foundation

/// The bands of grades that a text says, whichever way it is written: 优≥95分，95分>良≥85分; 优秀（95-100分）、良好（85-94分）; 90分以上为优; 优、良、差分别为…
enum GradeScale {
    /// What comes of a text.
    enum Reading: Hashable {
        /// It speaks of no bands.
        case none
        /// The grades, highest first.
        case grades([Grade])
        /// Shares of points for a target in words, or limits of a rate: no grades of the total.
        case shares
        /// It names grades and numbers, and does not say plainly which belong together.
        case unclear
    }

    private struct Bounds: Hashable {
        var from: Decimal?
        var to: Decimal?
        /// Whether the number itself belongs to the band; nil where nothing says so.
        var hasFrom: Bool?
        var hasTo: Bool?
        var isPercentage = false
    }

    private enum Item: Hashable {
        case name(String)
        case bounds(Bounds)
    }

    private struct Band {
        var name: String
        var bounds: Bounds
        var from: Decimal { bounds.from ?? 0 }
    }

    private static let readings = Memo<Reading>()

    /// What a text says of grades.
    static func reading(_ text: String) -> Reading {
        let signs = GradeSigns(text)
        guard signs.names >= 2, signs.numbers >= 2 else { return .none }
        return readings.value(of: text) { newReading(text) }
    }

    private static func newReading(_ text: String) -> Reading {
        let tokens = GradeToken.tokens(text)
        let names = Set(
            tokens.compactMap { token -> String? in
                if case .name(let name) = token { name } else { nil }
            })
        let numbers = tokens.compactMap { token -> Decimal? in
            if case .number(let number, _, _) = token { number } else { nil }
        }
        guard names.count >= 2, numbers.count >= 2 else { return .none }
        let items = items(tokens)
        let bounds = items.compactMap { item -> Bounds? in
            if case .bounds(let bounds) = item { bounds } else { nil }
        }
        if !bounds.isEmpty, bounds.allSatisfy(\.isPercentage), ["指标", "完成率", "分值", "权重"].contains(where: text.contains)
        {
            return .shares
        }
        if let grades = bands(items).flatMap(grades) { return .grades(grades) }
        return bounds.count >= 2 || numbers.count(where: { (40...100).contains($0) }) >= 2 ? .unclear : .none
    }

    private static let allParts = Memo<[Int]>()

    /// How many names and bounds a text has.
    static func parts(of text: String) -> (names: Int, bounds: Int) {
        guard GradeSigns(text).mayHaveParts else { return (0, 0) }
        let parts = allParts.value(of: text) {
            let items = items(GradeToken.tokens(text))
            return [items.count(where: isName), items.count { !isName($0) }]
        }
        return (parts[0], parts[1])
    }

    // MARK: Names and bounds

    private static func items(_ tokens: [GradeToken]) -> [Item] {
        var items: [Item] = []
        var index = 0
        func token(_ place: Int) -> GradeToken? { tokens.indices.contains(place) ? tokens[place] : nil }
        while index < tokens.count {
            // 95>良≥85: the name stands between its bounds.
            if case .number(let number, let isIncluded, let isPercentage) = tokens[index],
                case .sign(let isFrom, let isStrict)? = token(index + 1), case .name(let name)? = token(index + 2)
            {
                var bounds = bound(
                    number, isFrom: !isFrom, isIncluded: isIncluded ?? !isStrict, isPercentage: isPercentage)
                index += 3
                if let (other, end) = one(tokens, index), let whole = merged(bounds, other) {
                    bounds = whole
                    index = end
                }
                items += [.name(name), .bounds(bounds)]
                continue
            }
            if case .name(let name) = tokens[index] {
                items.append(.name(name))
                index += 1
                continue
            }
            guard var (bounds, end) = one(tokens, index) else {
                index += 1
                continue
            }
            // 80分以上，90分以下: two bounds of one band.
            let next = token(end) == .mark || token(end) == .dash || token(end) == .word ? end + 1 : end
            if let (other, otherEnd) = one(tokens, next), let whole = merged(bounds, other) {
                (bounds, end) = (whole, otherEnd)
            }
            items.append(.bounds(bounds))
            index = end
        }
        return items
    }

    /// One bound or range that begins at a token, and where it ends.
    private static func one(_ tokens: [GradeToken], _ start: Int) -> (Bounds, Int)? {
        func token(_ place: Int) -> GradeToken? { tokens.indices.contains(place) ? tokens[place] : nil }
        switch token(start) {
        case .sign(let isFrom, let isStrict):
            guard case .number(let number, let isIncluded, let isPercentage)? = token(start + 1) else { return nil }
            return (
                bound(number, isFrom: isFrom, isIncluded: isIncluded ?? !isStrict, isPercentage: isPercentage),
                start + 2
            )
        case .number(let number, let isIncluded, let isPercentage):
            switch (token(start + 1), token(start + 2)) {
            case (.dash, .number(let high, let hasHigh, let isShare)) where number != high:
                var bounds = Bounds(
                    from: number, to: high, hasFrom: isIncluded, hasTo: hasHigh, isPercentage: isPercentage || isShare)
                if number > high {
                    bounds = Bounds(
                        from: high, to: number, hasFrom: hasHigh, hasTo: isIncluded, isPercentage: bounds.isPercentage)
                }
                if case .after(let isFrom, _)? = token(start + 3) {
                    if !isFrom { bounds.hasTo = bounds.hasTo ?? false }
                    return (bounds, start + 4)
                }
                return (bounds, start + 3)
            case (.after(let isFrom, let has), _):
                let bounds = bound(
                    number, isFrom: isFrom, isIncluded: isIncluded ?? has, isPercentage: isPercentage)
                return (bounds, start + 2)
            case (.sign(let isFrom, let isStrict), .sign), (.sign(let isFrom, let isStrict), .mark?),
                (.sign(let isFrom, let isStrict), nil), (.sign(let isFrom, let isStrict), .number):
                // 90≤S<95, of which S is gone.
                let first = bound(
                    number, isFrom: !isFrom, isIncluded: isIncluded ?? !isStrict, isPercentage: isPercentage)
                if case .number(let high, let hasHigh, _)? = token(start + 2) {
                    let second = bound(high, isFrom: isFrom, isIncluded: hasHigh, isPercentage: isPercentage)
                    return merged(first, second).map { ($0, start + 3) }
                }
                return (first, start + 2)
            default: return nil
            }
        default: return nil
        }
    }

    private static func bound(_ number: Decimal, isFrom: Bool, isIncluded: Bool?, isPercentage: Bool) -> Bounds {
        isFrom
            ? Bounds(from: number, hasFrom: isIncluded, isPercentage: isPercentage)
            : Bounds(to: number, hasTo: isIncluded, isPercentage: isPercentage)
    }

    /// A lower and an upper bound together; nil where they are two of a kind, or nothing lies between.
    private static func merged(_ one: Bounds, _ other: Bounds) -> Bounds? {
        let low = one.to == nil ? one : other
        let high = one.to == nil ? other : one
        guard let from = low.from, low.to == nil, high.from == nil, let to = high.to, from < to else { return nil }
        return Bounds(
            from: from, to: to, hasFrom: low.hasFrom, hasTo: high.hasTo,
            isPercentage: low.isPercentage || high.isPercentage)
    }

    // MARK: Pairs

    /// The names with their bounds: turn by turn, whichever comes first, or all names and then all bounds. What leads up to them (分为优、良、中、差四档) is
    /// left out. Nil where more than one way is open.
    private static func bands(_ items: [Item]) -> [Band]? {
        let starts = items.indices.filter { start in items[..<start].allSatisfy(isName) }
        let found = starts.compactMap { start in inTurn(items[start...]) }.filter { $0.count >= 2 }
        if let longest = found.max(by: { $0.count < $1.count }) { return longest }
        let names = items.prefix(while: isName)
        let bounds = items.dropFirst(names.count)
        guard names.count >= 2, names.count == bounds.count else { return nil }
        return zip(names, bounds).reduce([]) { bands, pair in
            guard let bands, case (.name(let name), .bounds(let bounds)) = pair else { return nil }
            return bands + [Band(name: name, bounds: bounds)]
        }
    }

    private static func isName(_ item: Item) -> Bool {
        if case .name = item { return true }
        return false
    }

    private static func inTurn(_ items: ArraySlice<Item>) -> [Band]? {
        let list = Array(items)
        guard list.count.isMultiple(of: 2) else { return nil }
        var bands: [Band] = []
        for index in stride(from: 0, to: list.count, by: 2) {
            switch (list[index], list[index + 1], isName(list[0])) {
            case (.name(let name), .bounds(let bounds), true), (.bounds(let bounds), .name(let name), false):
                bands.append(Band(name: name, bounds: bounds))
            default: return nil
            }
        }
        return bands
    }

    // MARK: Grades

    /// A scale goes down without gaps to 0, each name once.
    private static func grades(_ bands: [Band]) -> [Grade]? {
        let sorted = bands.sorted { $0.from > $1.from }
        guard sorted.count >= 2, let lowest = sorted.last, lowest.from == 0,
            Set(sorted.map(\.name)).count == sorted.count, Set(sorted.map(\.from)).count == sorted.count
        else { return nil }
        var grades: [Grade] = []
        for (upper, lower) in zip(sorted, sorted.dropFirst()) {
            var grade = Grade(name: upper.name, from: upper.from)
            if let to = lower.bounds.to {
                // 80-89 goes up to 90.
                guard to <= upper.from, upper.from - to <= 1 else { return nil }
                if to == upper.from {
                    switch (upper.bounds.hasFrom, lower.bounds.hasTo) {
                    case (false, false): return nil
                    case (false, _), (nil, true): grade.isAbove = true
                    case (true, true), (nil, nil): grade.mayBeBelow = true
                    default: break
                    }
                }
            } else if upper.bounds.hasFrom == false {
                grade.isAbove = true
            }
            grades.append(grade)
        }
        return grades + [Grade(name: lowest.name, from: 0)]
    }
}
