import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// What one way to make a text came to.
public enum Outcome: Equatable {
    /// The text.
    case text([UInt8])
    /// The error, as a person reads it.
    case error(String)
    /// More text than is kept: nothing can be said of it.
    case overflow

    /// Runs one way. An error that is no ``ToolError`` is a find: a person would see a text for programmers.
    public init(_ make: (MemoryOutput) throws -> Void) {
        let output = MemoryOutput()
        do {
            try make(output)
            self = .text(output.bytes)
        } catch let error as ToolError {
            self = .error(error.description)
        } catch is MemoryOutput.Overflow {
            self = .overflow
        } catch {
            fatalError("not a ToolError: \(error)")
        }
    }

    /// Two ways must come to the same.
    public static func require(_ one: Outcome, equals other: Outcome, _ what: String) {
        if one == .overflow || other == .overflow || one == other { return }
        fatalError("\(what):\n--- one\n\(one.shown)\n--- other\n\(other.shown)")
    }

    /// Two ways must both fail, or give the same fields. Which of several faults is told of may differ, and so may numbers and dates at the
    /// edge of what can be held: one way keeps a file's digits, the other makes a value of them first.
    public static func require(_ one: Outcome, agreesWith other: Outcome, _ what: String) {
        switch (one, other) {
        case (.error, .error): return
        case (.text(let first), .text(let second)):
            let (lines, others) = (fields(first), fields(second))
            let agree =
                lines.count == others.count
                && zip(lines, others).allSatisfy { line, other in
                    line.count == other.count && zip(line, other).allSatisfy(isAlike)
                }
            if !agree { require(one, equals: other, what) }
        default: require(one, equals: other, what)
        }
    }

    private static func isAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        func holdsDigit(_ field: [UInt8]) -> Bool { field.contains { (0x30...0x39).contains($0) } }
        return one == other || holdsDigit(one) && holdsDigit(other)
    }

    private static func fields(_ text: [UInt8]) -> [[[UInt8]]] {
        let scanner = CSVScanner(delimiter: UInt8(ascii: ","))
        var lines: [[[UInt8]]] = []
        text.withUnsafeBufferPointer { buffer in
            var place = 0
            while place < buffer.count, let next = scanner.record(in: buffer, at: place, isEnd: true) {
                lines.append(
                    scanner.fields.map {
                        Array(UnsafeBufferPointer(start: scanner.bytes + $0.start, count: $0.count))
                    })
                place = next
            }
        }
        return lines
    }

    private var shown: String {
        switch self {
        case .text(let bytes):
            "text of \(bytes.count): \(String(decoding: bytes.prefix(2000), as: UTF8.self).debugDescription)"
        case .error(let text): "error: \(text)"
        case .overflow: "overflow"
        }
    }
}
