import Foundation

/// What the independent readers found, as `Tests/Compat/judge.py` writes it.
struct Judgements: Decodable {
    struct File: Decodable {
        var name: String
        var path: String
        /// What the corpus's own index expects: `values`, `error`, `either`; empty where there is none.
        var expected: String
        var judges: [String: Answer]
    }

    /// One reader's answer: an error in its own words, or sheets.
    struct Answer: Decodable {
        var error: String?
        var sheets: [JudgedSheet]?
    }

    var files: [File]

    /// The folder that the environment names.
    static let folder = ProcessInfo.processInfo.environment["ZIPINGBIAO_COMPAT"]

    static func read() throws -> Judgements {
        let path = (folder ?? "") + "/judgements.json"
        return try JSONDecoder().decode(Judgements.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

/// A sheet as a reader found it.
struct JudgedSheet: Decodable {
    var name: String
    var cells: [JudgedCell]
    var merges: [String]
}

/// A cell that holds something, written `[row, column, kind, text]`.
struct JudgedCell: Decodable, CustomStringConvertible {
    var row: Int
    var column: Int
    var kind: String
    var text: String

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        row = try values.decode(Int.self)
        column = try values.decode(Int.self)
        kind = try values.decode(String.self)
        text = try values.decode(String.self)
    }

    var description: String { "\(kind) \(Difference.quoted(text))" }
}
