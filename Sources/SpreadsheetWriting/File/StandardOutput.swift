import Foundation
import Spreadsheet

/// Reports on standard output. What could not be written is an error, never a silent loss.
public enum StandardOutput {
    /// Writes a text, at once.
    ///
    /// - Throws: `ToolError`, exit status 73.
    public static func write(_ text: String) throws {
        try write(text, to: STDOUT_FILENO)
    }

    /// Writes a text to a descriptor.
    static func write(_ text: String, to descriptor: Int32) throws {
        var text = text
        var code: Int32 = 0
        text.withUTF8 { bytes in
            BrokenPipe.quietly { code = Descriptor.write(UnsafeRawBufferPointer(bytes), to: descriptor) }
        }
        guard code == 0 else { throw FileTrouble.standardOutput(code) }
    }
}
