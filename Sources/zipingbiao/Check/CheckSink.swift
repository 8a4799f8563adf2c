import Foundation
import SpreadsheetWriting

/// Where a report goes: standard output, or a file that appears under its name only when it is whole.
final class CheckSink {
    private let file: OutputFile?

    init(output: String?, replacing: Bool) throws {
        file = try output.map { try OutputFile(path: $0, replacing: replacing) }
    }

    func write(_ text: String) throws {
        guard let file else { return try StandardOutput.write(text) }
        var text = text
        try text.withUTF8 { try file.write(UnsafeRawBufferPointer($0)) }
    }

    /// Gives the file its name.
    func finish() throws { try file?.publish() }
}
