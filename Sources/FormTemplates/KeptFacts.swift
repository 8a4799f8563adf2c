import Foundation
import Spreadsheet

/// Facts that a person keeps in a file beside the table (`单位.yaml`): what would else be said with `--set` each time.
public struct KeptFacts: Sendable {
    /// Name of the file.
    public static let fileName = "单位.yaml"

    /// Names and values, in the order of the file.
    public let facts: [(name: String, value: String)]

    /// Reads the file beside another one; nil where there is none.
    ///
    /// - Throws: `ToolError` (65) for a file that is no list of names and values, with the line.
    public static func beside(_ path: String) throws -> KeptFacts? {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let file = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return KeptFacts(facts: try YAMLNode(path: file).pairs().map { ($0.key, try $0.value.text()) })
    }
}
