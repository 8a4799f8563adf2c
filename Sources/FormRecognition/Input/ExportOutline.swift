import Assessment
import Spreadsheet

/// How deep the name of a row stands: by the spaces before it, by the indent of its cell, by its number (一、 （一） 1. （1）).
enum ExportOutline {
    /// The depth by spaces and indent, half characters.
    static func indent(_ text: String, step: Int) -> Int {
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0xA0: width += 1
            case 0x09, 0x3000, 0x2003: width += 2
            default: return width + step * 2
            }
        }
        return 0
    }

    private static let numerals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    /// 1 for 一、 2 for （一） 3 for 1. 4 for （1） 5 for ①; nil for a name without a number.
    static func numbering(_ text: String) -> Int? {
        let plain = TextNormalizer.narrowed(text)
        guard let first = plain.first else { return nil }
        if first.unicodeScalars.first.map({ (0x2460...0x2473).contains($0.value) }) == true { return 5 }
        let isBracketed = first == "("
        let rest = isBracketed ? plain.dropFirst() : plain[...]
        let words = rest.prefix { numerals.contains($0) }.count
        let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
        let count = max(words, digits)
        guard (1...2).contains(count), let mark = rest.dropFirst(count).first else { return nil }
        if isBracketed { return mark == ")" ? words > 0 ? 2 : 4 : nil }
        guard ".、．".contains(mark), rest.dropFirst(count + 1).first?.isNumber != true else { return nil }
        return words > 0 ? 1 : 3
    }

    /// The rows that follow a row and stand deeper, without those that have deeper ones under them.
    static func leaves(under index: Int, _ depths: [Int?]) -> [Int] {
        guard let depth = depths[index] else { return [] }
        var last = index
        while last + 1 < depths.count, let next = depths[last + 1], next > depth { last += 1 }
        guard last > index else { return [] }
        return (index + 1...last).filter { row in
            row == last || (depths[row + 1] ?? 0) <= (depths[row] ?? 0)
        }
    }

    /// The rows that follow a row and begin to the right of where its names end, without those that have others under them.
    static func leaves(under index: Int, _ stairs: [ClosedRange<Int>?]) -> [Int] {
        func stands(_ row: Int, under other: Int) -> Bool {
            guard let own = stairs[row], let above = stairs[other] else { return false }
            return own.lowerBound > above.upperBound
        }
        var last = index
        while last + 1 < stairs.count, stands(last + 1, under: index) { last += 1 }
        guard last > index else { return [] }
        return (index + 1...last).filter { $0 == last || !stands($0 + 1, under: $0) }
    }
}
