/// Finds out what stands between the fields.
enum CSVDelimiter {
    private static let candidates: [(byte: UInt8, name: String)] = [
        (UInt8(ascii: ","), "逗号"), (UInt8(ascii: "\t"), "制表符"), (UInt8(ascii: ";"), "分号"), (UInt8(ascii: "|"), "竖线"),
    ]

    /// The candidate that most lines hold the same number of times, outside quotation marks.
    static func detect(_ head: [UInt8]) -> UInt8 {
        var best = candidates[0].byte
        var bestScore = 0
        for candidate in candidates {
            var counts: [Int: Int] = [:]
            let scanner = CSVScanner(delimiter: candidate.byte)
            head.withUnsafeBufferPointer { text in
                var position = 0
                while position < text.count, let next = scanner.record(in: text, at: position, isEnd: true) {
                    if scanner.fields.count > 1 { counts[scanner.fields.count, default: 0] += 1 }
                    position = next
                }
            }
            // The usual number of delimiters a line, times the lines that have it: a comma within some text loses.
            let score = counts.map { ($0.key - 1) * $0.value }.max() ?? 0
            if score > bestScore {
                bestScore = score
                best = candidate.byte
            }
        }
        return best
    }

    /// The Chinese name of a delimiter.
    static func name(of byte: UInt8) -> String {
        candidates.first { $0.byte == byte }?.name ?? String(UnicodeScalar(byte))
    }
}
