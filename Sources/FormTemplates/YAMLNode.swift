import Foundation
import Spreadsheet
import Yams

/// A node of a data file that knows its file and line, so that what is wrong in it can be named.
///
/// What is wrong is thrown, the first of it, unless it is collected: then each is noted and a harmless value stands for it.
struct YAMLNode {
    let node: Node
    let file: String
    /// Where what is wrong is collected; nil when it is thrown.
    let problems: TemplateProblems?
    /// Stands for what is not there, and was reported: nothing more is said of it.
    private var isMissing = false

    /// Reads a file; what is not YAML is an error with its line, thrown in any case.
    init(path: String, problems: TemplateProblems? = nil) throws {
        let name = path.split(separator: "/").suffix(2).joined(separator: "/")
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolError(
                code: .templateMissing, message: "读不到模板文件：\(path)", advice: "检查 Templates 文件夹是否完整，或重新安装。")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ToolError(
                code: .templateBroken, message: "模板文件不是 UTF-8 编码：\(name)", advice: "用 UTF-8 编码重新保存这个文件。")
        }
        try self.init(text: text, name: name, problems: problems)
    }

    /// Reads a text; what is not YAML is an error with its line, thrown in any case.
    init(text: String, name: String, problems: TemplateProblems? = nil) throws {
        do {
            // All scalars are texts here: which of them look like numbers or truth values is not asked.
            guard let root = try Yams.compose(yaml: text, .basic) else {
                throw ToolError(code: .templateBroken, message: "模板文件是空的：\(name)", advice: "按其他模板的样子补上内容。")
            }
            self.init(node: root, file: name, problems: problems)
        } catch let error as YamlError {
            throw ToolError(
                code: .templateBroken, message: "模板文件 \(name) 不是正确的 YAML：\(Self.place(of: error))",
                advice: "改正这一行的缩进、冒号或引号。", cause: "\(error)")
        }
    }

    init(node: Node, file: String, problems: TemplateProblems? = nil) {
        self.node = node
        self.file = file
        self.problems = problems
    }

    private func child(_ node: Node) -> YAMLNode { YAMLNode(node: node, file: file, problems: problems) }

    private static func place(of error: YamlError) -> String {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            "第 \(mark.line) 行第 \(mark.column) 列"
        default: "无法解析"
        }
    }

    /// Line from 1, where it is known.
    var line: Int { node.mark?.line ?? 0 }

    /// An error at this node.
    func broken(_ what: String, advice: String = "改正这一行。") -> ToolError {
        ToolError(code: .templateBroken, message: "模板文件 \(file) 第 \(line) 行：\(what)", advice: advice)
    }

    /// Notes what is wrong here where that is collected, else throws it.
    func fail(_ what: String, advice: String = "改正这一行。") throws {
        guard let problems else { throw broken(what, advice: advice) }
        if !isMissing { problems.add(TemplateProblem(file: file, line: line, what: what, advice: advice)) }
    }

    /// The value of a key, or nil.
    subscript(key: String) -> YAMLNode? {
        guard case .mapping(let mapping) = node,
            let value = mapping.first(where: { $0.key.scalar?.string == key })?.value
        else { return nil }
        if case .scalar(let scalar) = value, scalar.string.isEmpty, scalar.style == .plain { return nil }
        return child(value)
    }

    /// Refuses keys that nobody reads: a slip of the pen must not pass silently.
    func allow(_ keys: [String]) throws {
        guard case .mapping(let mapping) = node else { return try fail("这里应是“键: 值”的列表。") }
        for (key, _) in mapping {
            let name = key.string ?? ""
            guard keys.contains(name) else {
                try child(key).fail("不认识的键“\(name)”。", advice: "可用的键：\(keys.joined(separator: "、"))。")
                continue
            }
        }
    }

    /// The value of a key that must be there.
    func required(_ key: String) throws -> YAMLNode {
        if let value = self[key] { return value }
        try fail("缺少“\(key)”。", advice: "补上“\(key)”。")
        var missing = child(node)
        missing.isMissing = true
        return missing
    }

    /// A text.
    func text() throws -> String {
        if case .scalar(let scalar) = node { return scalar.string }
        try fail("这里应是一段文字。")
        return ""
    }

    /// A decimal number.
    func decimal() throws -> Decimal {
        let text = try text()
        if let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")),
            text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
        {
            return number
        }
        try fail("“\(text)”不是数。")
        return 0
    }

    /// A whole number.
    func integer() throws -> Int {
        let text = try text()
        if let number = Int(text) { return number }
        try fail("“\(text)”不是整数。")
        return 0
    }

    /// true or false.
    func boolean() throws -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        default:
            try fail("这里应是 true 或 false。")
            return false
        }
    }

    /// The items of a list.
    func list() throws -> [YAMLNode] {
        if case .sequence(let sequence) = node { return sequence.map(child) }
        try fail("这里应是一个列表（每行以 - 开头）。")
        return []
    }

    /// A list of texts; none where the key is missing.
    func texts(_ key: String) throws -> [String] {
        try self[key]?.list().map { try $0.text() } ?? []
    }

    /// Keys with their values, in the order of the file.
    func pairs() throws -> [(key: String, value: YAMLNode)] {
        guard case .mapping(let mapping) = node else {
            try fail("这里应是“键: 值”的列表。")
            return []
        }
        return mapping.map { ($0.key.string ?? "", child($0.value)) }
    }

    /// One of a set of words.
    func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) throws -> Value
    where Value.RawValue == String {
        let text = try text()
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: "、")
        try fail("“\(text)”不在可用的词里。", advice: "可用的词：\(known)。")
        guard let some = Value.allCases.first else { throw broken("没有可用的词。") }
        return some
    }
}

extension ToolError.Code {
    /// There is no such template (66).
    public static let templateMissing = ToolError.Code("template.missing", exitStatus: 66)
    /// A template can't be used (65).
    public static let templateBroken = ToolError.Code("template.broken", exitStatus: 65)
}
