/// Mends what browsers forgive and libxml2 doesn't, before it sees the page.
enum HTMLMending {
    /// The page without zero bytes and without Excel's `<![if …]>` marks, which libxml2 takes for text; with a `<tr>` where one is
    /// missing after `</tr>`, or all rows would become one; `&nbsp` with its semicolon.
    static func mended(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 64)
        var index = 0
        while index < text.count {
            let byte = text[index]
            switch byte {
            case 0: index += 1
            case UInt8(ascii: "&") where begins("&nbsp", text, at: index):
                result.append(contentsOf: "&nbsp;".utf8)
                index += 5
                if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
            case UInt8(ascii: "<") where begins("<![", text, at: index):
                index = passMark(text, from: index, &result)
            case UInt8(ascii: "<") where begins("</tr>", text, at: index):
                result.append(contentsOf: text[index..<(index + 5)])
                index += 5
                let next = text[index...].firstIndex { $0 > 0x20 } ?? text.count
                if isCell(text, at: next) { result.append(contentsOf: "<tr>".utf8) }
            default:
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    /// Where to go on after a mark; one that closes a comment must stay, and so must one that the page's end cuts.
    private static func passMark(_ text: [UInt8], from index: Int, _ result: inout [UInt8]) -> Int {
        // Marks are short: a longer one is something else, and looking for its end again and again would take long.
        let room = text[index..<min(text.count, index + 256)]
        guard let end = room.firstIndex(of: UInt8(ascii: ">")), text[end - 1] != UInt8(ascii: "-") else {
            result.append(text[index])
            return index + 1
        }
        return end + 1
    }

    private static func isCell(_ text: [UInt8], at index: Int) -> Bool {
        guard begins("<td", text, at: index) || begins("<th", text, at: index) else { return false }
        // Not `<thead>`.
        return index + 3 < text.count && !(0x61...0x7A).contains(text[index + 3] | 0x20)
    }

    /// Whether a text in lower case stands there, in any case.
    private static func begins(_ wanted: String, _ text: [UInt8], at index: Int) -> Bool {
        guard text.count - index >= wanted.utf8.count else { return false }
        var index = index
        for byte in wanted.utf8 {
            let found = text[index]
            guard found == byte || (0x41...0x5A).contains(found) && found | 0x20 == byte else { return false }
            index += 1
        }
        return true
    }
}
