import Spreadsheet

/// What changed in how cells look: letters, background, lines, alignment, number formats, locks.
struct StyleDiff {
    let old: BlankSheet
    let new: BlankSheet
    let alignment: SheetAlignment
    let oldStyles: [CellStyle]
    let newStyles: [CellStyle]

    func changes() -> [FormChange] {
        var found = ChangedCells()
        let places = Set(old.view.sheet.cells.keys).union(
            new.view.sheet.cells.keys.compactMap { place in
                guard let row = alignment.rows.backward[place.row],
                    let column = alignment.columns.backward[place.column]
                else { return nil }
                return CellReference(row: row, column: column)
            })
        for place in places.sorted() {
            guard let other = alignment.forward(place), !isCovered(old, place), !isCovered(new, other) else { continue }
            var before = look(old, place, oldStyles)
            let after = look(new, other, newStyles)
            // The lines of a cell that is merged otherwise go with the merge, which is told.
            let shapes = [old.view.range(place.row, place.column), new.view.range(other.row, other.column)]
            if shapes[0].rows.count != shapes[1].rows.count || shapes[0].columns.count != shapes[1].columns.count {
                before.border = after.border
            }
            guard before != after else { continue }
            for change in Self.words(before, after) { found.add(place, other, change) }
        }
        return found.changes(.style, old: old, new: new)
    }

    /// Lines within a merged cell are seen by nobody.
    private func isCovered(_ sheet: BlankSheet, _ place: CellReference) -> Bool {
        sheet.view.merge(place.row, place.column).map { $0.first != place } ?? false
    }

    /// How a cell looks; a merged one has the lines of its corners.
    private func look(_ sheet: BlankSheet, _ place: CellReference, _ styles: [CellStyle]) -> CellStyle {
        var style = style(sheet.view.sheet, place, styles)
        guard let merge = sheet.view.merge(place.row, place.column) else { return style }
        let last = self.style(sheet.view.sheet, merge.last, styles)
        style.border.right = last.border.right
        style.border.bottom = last.border.bottom
        return style
    }

    private func style(_ sheet: Sheet, _ place: CellReference, _ styles: [CellStyle]) -> CellStyle {
        let number = sheet[place]?.style ?? sheet.rows[place.row]?.style ?? sheet.columns[place.column]?.style ?? 0
        return styles.indices.contains(number) ? styles[number] : CellStyle()
    }

    /// What a person sees of it.
    private static func words(_ before: CellStyle, _ after: CellStyle) -> [String] {
        var words: [String] = []
        func say(_ what: String, _ one: String, _ other: String) {
            if one != other { words.append("的\(what)由\(one)改为\(other)。") }
        }
        say("字体", font(before.font), font(after.font))
        say("底色", fill(before), fill(after))
        say("边框", border(before.border), border(after.border))
        say("对齐", alignment(before.alignment), alignment(after.alignment))
        say("数字格式", " \(before.numberFormat) ", " \(after.numberFormat) ")
        say("锁定", before.isLocked ? "锁定" : "不锁定", after.isLocked ? "锁定" : "不锁定")
        return words
    }

    private static func font(_ font: CellFont) -> String {
        let size = font.size == font.size.rounded() ? "\(Int(font.size))" : "\(font.size)"
        var parts = [font.name, size]
        if font.bold { parts.append("加粗") }
        if font.italic { parts.append("倾斜") }
        if font.underline { parts.append("下划线") }
        if font.strike { parts.append("删除线") }
        if let color = font.color, color != "000000" { parts.append("颜色 \(color)") }
        return " " + parts.joined(separator: " ") + " "
    }

    private static func fill(_ style: CellStyle) -> String {
        style.fill.map { " \($0) " } ?? (style.pattern == nil ? "无" : "花纹")
    }

    private static func border(_ border: CellBorder) -> String {
        let sides = [("左", border.left), ("右", border.right), ("上", border.top), ("下", border.bottom)]
        let drawn = sides.filter { $0.1.style != .none }
        guard let first = drawn.first else { return "无" }
        if drawn.count == 4, drawn.allSatisfy({ $0.1 == first.1 }) { return "四边\(name(first.1))" }
        return drawn.map { $0.0 + name($0.1) }.joined(separator: "、")
    }

    private static func name(_ edge: BorderEdge) -> String {
        let line =
            switch edge.style {
            case .none: "无"
            case .thin, .hair: "细线"
            case .medium: "中线"
            case .thick: "粗线"
            case .double: "双线"
            default: "虚线"
            }
        return edge.color.map { $0 == "000000" ? line : "\(line)（\($0)）" } ?? line
    }

    private static func alignment(_ alignment: CellAlignment) -> String {
        let horizontal: [CellAlignment.Horizontal: String] = [.left: "左", .center: "居中", .right: "右"]
        let vertical: [CellAlignment.Vertical: String] = [.top: "靠上", .center: "垂直居中", .bottom: "靠下"]
        var parts = [horizontal[alignment.horizontal] ?? "常规", vertical[alignment.vertical] ?? "分散"]
        if alignment.wraps { parts.append("自动换行") }
        if alignment.shrinks { parts.append("缩小填充") }
        if alignment.indent > 0 { parts.append("缩进 \(alignment.indent)") }
        if alignment.rotation != 0 { parts.append("旋转 \(alignment.rotation)") }
        return "“" + parts.joined(separator: " ") + "”"
    }
}
