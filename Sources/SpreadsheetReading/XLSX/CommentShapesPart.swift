import Spreadsheet

/// The old drawing part of a sheet, which says how large the boxes of its comments are, and holds its controls.
final class CommentShapesPart: XMLHandler {
    /// A box.
    struct Box {
        var isVisible = false
        var anchor: [Int]?
    }

    private(set) var boxes: [CellReference: Box] = [:]
    /// Kinds of shapes that are no comments.
    private(set) var others: Set<String> = []
    private(set) var failure: ToolError?

    private var isNote = false
    private var box = Box()
    private var row: Int?
    private var column: Int?
    private var content = ""

    func start(_ name: String, _ attributes: XMLAttributes) {
        content = ""
        switch name {
        case "?ClientData":
            let kind = attributes["ObjectType"] ?? ""
            isNote = kind == "Note"
            if !isNote { others.insert(kind) }
            box = Box()
            row = nil
            column = nil
        case "?Visible": box.isVisible = true
        default: break
        }
    }

    func end(_ name: String) {
        let text = content.trimmed
        content = ""
        switch name {
        case "?Row": row = Int32(text).map { Int($0) }
        case "?Column": column = Int32(text).map { Int($0) }
        case "?Visible": if text.lowercased() == "false" || text == "f" { box.isVisible = false }
        case "?Anchor":
            let numbers = text.split(separator: ",").compactMap { Int32($0.filter { $0 != " " && $0 != "\n" }) }
            box.anchor = numbers.count == 8 && numbers.allSatisfy { $0 >= 0 } ? numbers.map { Int($0) } : nil
        case "?ClientData":
            guard isNote, let row, let column, row >= 0, column >= 0 else { return }
            boxes[CellReference(row: row, column: column)] = box
        default: break
        }
    }

    func text(_ piece: String) { if content.utf8.count < 1024 { content += piece } }
}
