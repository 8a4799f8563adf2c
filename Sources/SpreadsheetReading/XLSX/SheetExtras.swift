import Spreadsheet

/// What belongs to a sheet and stands in parts of its own: comments, links' addresses, drawings, tables. What can't be kept is named.
struct SheetExtras {
    let package: Package
    let attached: AttachedParts
    /// The most UTF-16 units of a link's address.
    private static let longestLink = 2079

    /// Completes a sheet; gives what of it is lost.
    func complete(_ sheet: inout Sheet, part: String, features: SheetFeatures) -> [WorkbookLoss] {
        var lost: [WorkbookLoss] = []
        func lose(_ what: String, _ cell: CellReference? = nil) {
            let loss = WorkbookLoss(what: what, sheet: sheet.name, cell: cell)
            if !lost.contains(loss) { lost.append(loss) }
        }
        let all = (try? package.allRelationships(of: part)) ?? []
        let targets = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, id) in features.linkTargets where sheet.hyperlinks.indices.contains(index) {
            sheet.hyperlinks[index].target = targets[id]?.target
            if let target = targets[id]?.target, target.utf16.count > Self.longestLink {
                // Neither kept nor written: Excel takes a file with one for damaged.
                sheet.hyperlinks[index].target = nil
                lose("太长的超链接（超过 \(Self.longestLink) 个字符）", sheet.hyperlinks[index].range.first)
            }
            if targets[id]?.isExternal != true { lose("损坏的超链接", sheet.hyperlinks[index].range.first) }
        }
        for pointer in features.pointers {
            guard let target = targets[pointer.id], !target.isExternal else { continue }
            switch pointer.element {
            case "drawing":
                sheet.drawing = attached.part(target.target)
                if sheet.drawing == nil { lose("图片、图表和图形") }
            case "tablePart":
                if let table = attached.part(target.target).map(Self.withoutQuery) {
                    sheet.tables.append(table)
                } else {
                    lose("表格（“插入—表格”）")
                }
            case "legacyDrawingHF": lose("页眉页脚里的图片")
            case "picture": lose("工作表背景图片")
            case "oleObject": lose("嵌入的对象")
            case "control": lose("窗体控件")
            default: break
            }
        }
        if let comments = all.first(where: { $0.kind == "comments" }) {
            let reader = CommentsPart()
            if attached.parse(comments.target, reader) { sheet.comments = reader.comments } else { lose("批注") }
        }
        if let pointer = features.pointers.first(where: { $0.element == "legacyDrawing" }),
            let shapes = targets[pointer.id]
        {
            let reader = CommentShapesPart()
            // Boxes that can't be read get their usual places.
            _ = attached.parse(shapes.target, reader)
            for (place, box) in reader.boxes {
                sheet.comments[place]?.isVisible = box.isVisible
                sheet.comments[place]?.anchor = box.anchor
            }
            if reader.others.contains(where: { $0 != "Pict" }) { lose("窗体控件") }
        }
        for relationship in all {
            guard let what = LossNames.relationships[String(relationship.kind)] else { continue }
            lose(what, relationship.kind == "pivotTable" ? pivotPlace(relationship.target) : nil)
        }
        if features.extensions.contains(ListChecksPart.uri) {
            // Lists on other sheets stand in an extension, as newer programs write them; every program reads them without.
            let reader = ListChecksPart()
            if attached.parse(part, reader) { sheet.validations += reader.validations } else { lose("引用其他工作表的数据有效性") }
        }
        for uri in features.extensions { if let what = LossNames.extensions[uri] { lose(what) } }
        return lost
    }

    /// A table that a query fills becomes a plain one: what formulas name by it stays.
    private static func withoutQuery(_ table: AttachedPart) -> AttachedPart {
        guard !table.relationships.isEmpty else { return table }
        var plain = table
        plain.relationships = []
        let text = String(decoding: table.content, as: UTF8.self)
            .replacing(/\s(tableType|queryTableFieldId|connectionId)="[^"]*"/, with: "")
        plain.content = Array(text.utf8)
        return plain
    }

    private func pivotPlace(_ name: String) -> CellReference? {
        let finder = PivotPlaceFinder()
        return attached.parse(name, finder) ? finder.place : nil
    }
}

private final class PivotPlaceFinder: XMLHandler {
    var place: CellReference?
    var failure: ToolError?

    func start(_ name: String, _ attributes: XMLAttributes) {
        if name == "location" { place = attributes["ref"].flatMap { CellRange($0) }?.first }
    }
    func end(_ name: String) {}
    func text(_ piece: String) {}
}
