/// Chance that a seed settles (SplitMix64): the same seed gives the same form on every machine.
struct Chance {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// Whether something with this chance in per cent happens.
    mutating func happens(_ percent: Int) -> Bool { int(1...100) <= percent }

    /// One of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...list.count - 1)] }

    /// One of a list, each as often as its weight says.
    mutating func pick<Element>(weighted list: [(Element, Int)]) -> Element {
        var left = int(1...list.reduce(0) { $0 + $1.1 })
        for (element, weight) in list {
            left -= weight
            if left <= 0 { return element }
        }
        return list[list.count - 1].0
    }

    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for index in list.indices.dropFirst().reversed() { list.swapAt(index, int(0...index)) }
        return list
    }
}
