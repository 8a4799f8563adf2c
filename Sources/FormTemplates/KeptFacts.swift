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
        guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8)
        else {
            throw ToolError(
                code: .templateBroken, message: "\(fileName) 不是 UTF-8 编码", advice: "用记事本打开它，另存为 UTF-8 再试。",
                place: Source(file: fileName))
        }
        do {
            let node = try YAMLNode(text: plain(text), name: fileName)
            return KeptFacts(facts: try node.pairs().map { ($0.key, try $0.value.text()) })
        } catch let error as ToolError {
            var own = error
            own.message = "\(fileName) 读不懂：" + error.message.replacingOccurrences(of: "模板文件 ", with: "")
            own.advice = "一行写一项，名称后面是冒号和内容，例如 单位名称: 某某局。"
            own.cause = nil
            throw own
        }
    }

    /// 单位名称：某某局 with the colon of a Chinese keyboard.
    private static func plain(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard !line.contains(": "), let colon = line.firstIndex(of: "：") else { return String(line) }
            return line[..<colon] + ": " + line[line.index(after: colon)...]
        }.joined(separator: "\n")
    }
}
